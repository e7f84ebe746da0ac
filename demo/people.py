"""Who is on the pretended phone, and what they have written before anybody looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OWNER: Final = "owner"
"""What the owner of the phone is called wherever a person is named."""

GROUP_SERVER: Final = "@g.us"


@dataclass(frozen=True, slots=True)
class Contact:
    """A person; `id` is the short name to type, the rest is how WhatsApp addresses them."""

    id: str
    name: str
    phone: str | None
    """Digits only; None for somebody who hides the number."""
    lid: str
    """Digits only: the address that WhatsApp gives out instead of a number."""
    language: str = ""
    """What they write in, where that is known: it tells a screen reader how to pronounce them."""

    @property
    def phone_jid(self) -> str | None:
        """The address by phone number, where there is one."""
        return f"{self.phone}@s.whatsapp.net" if self.phone else None

    @property
    def lid_jid(self) -> str:
        """The address that names no number."""
        return f"{self.lid}@lid"

    @property
    def jid(self) -> str:
        """The address by which this phone keeps the chat."""
        return self.phone_jid or self.lid_jid


@dataclass(frozen=True, slots=True)
class Group:
    """A group chat and the short names of those in it besides the owner."""

    id: str
    name: str
    jid: str
    members: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the history: in which chat, who wrote it, what, and how many hours ago."""

    chat: str
    author: str
    text: str
    hours_ago: float


CONTACTS: Final = (
    Contact("lupe", "Lupe", "5215587654321", "200000000000001", "es"),
    Contact("sam", "Sam", "447700900123", "200000000000002", "en"),
    Contact("marina", "Marina", "5511987654321", "200000000000003", "pt"),
    # Somebody who hides the number: WhatsApp gives out nothing but the LID.
    Contact("nina", "Nina", None, "200000000000004", "es"),
)

GROUPS: Final = (Group("casa", "Casa 🏠", "120363000000000077@g.us", ("lupe", "marina", "nina"), "es"),)

HISTORY: Final = (
    # Spanish
    Line("lupe", "lupe", "¡Hola! ¿Cómo amaneciste?", 26),
    Line("lupe", "lupe", "Pagar luz CFE $890 vence 15 enero", 25.5),
    Line("lupe", "lupe", "Cita con el dentista el jueves a las 5 en Polanco", 5),
    Line("lupe", "owner", "Comprar croquetas para el perro antes del sábado", 4),
    Line("lupe", "lupe", "Telmex 389 y el agua 245.50, los dos antes del 20", 3),
    Line("lupe", "lupe", "Gracias por los 2 kilos de mango", 1),
    # English
    Line("sam", "sam", "Council tax £142.50 due on the 15th", 24),
    Line("sam", "sam", "Dinner with Priya tomorrow at 7pm at Dishoom?", 6),
    Line("sam", "sam", "Can you send the slides to Tom by Friday", 5.5),
    Line("sam", "sam", "Gas £61.20 and internet £32, both due on the 28th", 2),
    Line("sam", "owner", "haha exactly what I was thinking", 1.5),
    # Portuguese
    Line("marina", "marina", "Boleto da Enel R$ 187,40 vence dia 10", 23),
    Line("marina", "marina", "Reunião com o Paulo amanhã às 14h no Zoom", 7),
    Line("marina", "marina", "Não esquece de levar o RG na sexta", 6.5),
    Line("marina", "marina", "Aluguel 1.500 e condomínio 420, tudo até dia 5", 4.5),
    Line("marina", "marina", "kkkk verdade, 3 horas de fila", 0.5),
    # The others
    Line("casa", "marina", "Sábado a las 19:30 cena en casa de Lupe", 8),
    Line("nina", "nina", "Recuérdame devolverte el libro el lunes", 9),
    Line("owner", "owner", "Código del portón: pedir uno nuevo", 12),
)
