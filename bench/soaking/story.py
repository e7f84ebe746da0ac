"""What happens on the pretended phone: people in groups write, react, think again and take back, at a steady rate."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from demo.dialect import Speaker, envelope
from demo.evolution import OWNER_JID
from demo.people import OWNER, Contact
from demo.world import Chat, Message, Reaction, World, from_milliseconds
from engine.gateways.signals import OWNER as OWNER_ADDRESS

TEXTS = (
    "Pagar luz CFE $890 vence 15 enero",
    "Pagar luz CFE $890 y agua $300",
    "Cita con el dentista el jueves a las 5 en Polanco",
    "Llamar a Ana mañana",
    "Enviar el contrato antes del viernes #legal",
    "El código de la puerta es 4821 #casa",
    "Pay rent 1850 by Friday",
    "Lunch with Ana on Thursday at 1pm",
    "Gas £61.20 and internet £32, both due on the 28th",
    "Boleto da Enel R$ 187,40 vence dia 10",
    "Consulta médica sexta às 15h",
    "Gracias por todo 😂",
)
EMOJIS = ("✅", "💳", "📅", "📝", "🎉")
"""One for each rule, and one that no rule is for."""

GROUP = 30
"""People in a group."""
A_MESSAGE_IN = 3
"""Reactions for each message."""
FIRST, SETTLED_IN, LATEST = 100, 50, 400
"""Messages told before the first reaction; how many are too new to be reacted to yet; how many are looked at."""
LATE, LATE_MESSAGES, REPEATED = 0.10, 0.03, 0.08
"""The parts that come late (so out of order), and twice."""
LATE_SECONDS, REPEATED_SECONDS = 3.0, 6.0
AGAIN, TAKEN_BACK = 0.4, 0.4
"""How often somebody thinks again of a reaction, and how often that takes it back."""

Key = tuple[str, str]
"""A message's id and a person's address, as the table of reactions has them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One webhook: its body, and what it says."""

    name: str
    """The outer id: a repeated webhook has the one of the first."""
    body: bytes
    message: str
    key: Key | None = None
    """Whose reaction it tells of; None: it tells of the message itself."""
    emoji: str | None = None
    ms: int = 0


@dataclass(slots=True)
class Story:
    """A story that is the same for the same seed, told from a moment on at so many reactions a second."""

    rate: float
    instance: str
    began_ms: int
    seed: int = 7
    texts: dict[str, int] = field(default_factory=dict)
    """Which of the texts each message has."""
    counts: Counter[str] = field(default_factory=Counter)
    _dice: random.Random = field(init=False)
    _world: World = field(init=False)
    _groups: list[Chat] = field(default_factory=list)
    _messages: list[Message] = field(default_factory=list)
    _stands: dict[Key, str | None] = field(default_factory=dict)
    _recent: list[tuple[Message, str]] = field(default_factory=list)
    _slot: int = 0

    def __post_init__(self) -> None:
        """Found the groups: so many people that nobody reacts a hundred times a minute."""
        self._dice = random.Random(self.seed)  # noqa: S311 - the same story every time, no secret
        self._world = World(OWNER_JID)
        for n in range(max(2, round(2 * self.rate / GROUP))):
            people = [
                Contact(f"p{n}-{k}", f"Persona {n}-{k}", f"52155{n:04}{k:04}", f"2{n:07}{k:07}") for k in range(GROUP)
            ]
            self._world.people |= {one.id: one for one in people}
            name = f"g{n}"
            chat = Chat(name, f"Grupo {n}", f"12036300000{n:07}@g.us", "group", tuple(one.id for one in people))
            self._world.chats[name] = chat
            self._groups.append(chat)

    def opening(self) -> list[Told]:
        """Return the first messages, to which the first reactions are."""
        return [self.write() for _ in range(FIRST)]

    def next(self) -> list[tuple[float, Told]]:
        """Return the webhooks of the next reaction, each with the seconds that it is late."""
        told: list[tuple[float, Told]] = []
        if self._slot % A_MESSAGE_IN == 0:
            told.append((self._late(LATE_MESSAGES), self.write()))
        message, who = self._again() if self._recent and self._dice.random() < AGAIN else self._anew()
        told.append((self._late(LATE), self.react(message, who, self._emoji((message.id, self._address(who))))))
        for late, one in list(told):
            if self._dice.random() < REPEATED:
                self.counts["repeated"] += 1
                told.append((late + self._dice.uniform(0, REPEATED_SECONDS), one))
        self._slot += 1
        return told

    def write(self, text: int | None = None) -> Told:
        """Let somebody write a message."""
        n = len(self._messages)
        chat = self._dice.choice(self._groups)
        said = self._dice.randrange(len(TEXTS)) if text is None else text
        # All are of one moment, so that "tomorrow" is the same day in each.
        sent_at = datetime.fromtimestamp(self.began_ms // 1000 - 600, UTC)
        message = Message(f"AC{n:030X}", chat.id, self._dice.choice(chat.members), TEXTS[said], sent_at)
        self._messages.append(message)
        self.texts[message.id] = said
        self.counts["messages"] += 1
        return Told(message.id, self._body(Speaker(self._world).text(message)), message.id)

    def react(self, message: Message, who: str, emoji: str | None) -> Told:
        """Let somebody put, change or take back a reaction: each at a millisecond of its own."""
        key = (message.id, self._address(who))
        before = self._stands.get(key)
        self.counts["changed" if before and emoji else "put" if emoji else "taken back"] += 1
        self._stands[key] = emoji
        self._recent.append((message, who))
        ms = self.began_ms + round(self._slot * 1000 / self.rate)
        reaction = Reaction(f"3A{self._slot:018X}", who, emoji, ms)
        return Told(
            reaction.id, self._body(Speaker(self._world).reaction(message, reaction)), message.id, key, emoji, ms
        )

    def one_of_each(self) -> list[tuple[int, str, list[Told]]]:
        """Return every text with every emoji once: whatever a calm run makes of them is what is right."""
        told = []
        for text in range(len(TEXTS)):
            for emoji in EMOJIS:
                written = self.write(text)
                message = self._messages[-1]
                reaction = self.react(message, self._groups[0].members[0], emoji)
                told.append((text, emoji, [written, reaction]))
                self._slot += 1
        return told

    def _anew(self) -> tuple[Message, str]:
        last = len(self._messages) - SETTLED_IN
        message = self._messages[self._dice.randrange(max(0, last - LATEST), last)]
        members = self._world.chats[message.chat].members
        # The owner is in every group.
        return message, OWNER if self._dice.random() < 1 / GROUP / len(self._groups) else self._dice.choice(members)

    def _again(self) -> tuple[Message, str]:
        # Some at once, so that one overtakes the other on its way; some when the first was settled long ago.
        within = self._dice.choice((30, 300, 5000))
        return self._recent[self._dice.randrange(max(0, len(self._recent) - within), len(self._recent))]

    def _emoji(self, key: Key) -> str | None:
        stands = self._stands.get(key)
        if stands and self._dice.random() < TAKEN_BACK:
            return None
        return self._dice.choice([emoji for emoji in EMOJIS if emoji != stands])

    def _late(self, part: float) -> float:
        late = self._dice.random() < part
        self.counts["late"] += late
        return self._dice.uniform(0.2, LATE_SECONDS) if late else 0.0

    def _address(self, who: str) -> str:
        return OWNER_ADDRESS if who == OWNER else f"{self._world.people[who].phone}@s.whatsapp.net"

    def _body(self, data: dict[str, object]) -> bytes:
        at = from_milliseconds(self.began_ms + round(self._slot * 1000 / self.rate))
        body = envelope(
            "messages.upsert", data, instance=self.instance, url="http://127.0.0.1", sender=OWNER_JID,
            server="http://127.0.0.1", token="made-up", at=at,  # noqa: S106 - the field is part of the dialect
        )  # fmt: skip
        return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
