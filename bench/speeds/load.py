"""What there is to settle: messages in three languages, people in groups, and what they reacted with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bench.speeds.ground import Db
from engine import connections, rulebook
from engine.gateways.authentication import ConnectionSecrets
from engine.vault import Vault
from rules.rule import Parse, Rule

INSTANCE, TOKEN, SLUG = "home", "a-made-up-webhook-token", "made-up-slug-of-the-bench"
PEOPLE, GROUP = 10_000, 30
"""So many people that nobody reacts so often that it is settled after everything else."""
VAULT = Vault(b"k" * 32)

TEXTS = (
    ("✅", "Enviar el contrato {} antes del viernes"),
    ("✅", "Send contract {} by Friday"),
    ("✅", "Enviar o contrato {} até sexta"),
    ("📅", "Dentista mañana a las 5 en la sala {}"),
    ("📅", "Lunch with Ana on Thursday at 1pm in room {}"),
    ("📅", "Consulta médica sexta às 15h na sala {}"),
    ("💳", "Pagar luz CFE ${} vence 15 enero"),
    ("💳", "Verizon ${} due January 20"),
    ("💳", "Fatura Nubank R$ {},00 vence dia 20"),
    ("📝", "El código de la puerta es {} #casa"),
    ("📝", "The spare key {} is at Ana's #home"),
    ("📝", "O código do portão é {} #casa"),
)
"""What is reacted to, with the emoji that asks for it; each message has a number of its own, so none is read twice."""


@dataclass(frozen=True, slots=True)
class Scene:
    """How much of everything there is; `%` below is the remainder by it."""

    reactions: int = 0
    messages: int = 0
    """Those of the reactions too."""
    people: int = PEOPLE
    connections: int = 1
    rules: tuple[Rule, ...] = ()
    """None: the starter's, but for everybody."""

    def load(self, db: Db) -> None:
        """Put it all into a migrated database, as the intake leaves it: reactions wait in the queue."""
        rules = self.rules or everybodys(rulebook.starter().rules)
        for n in range(self.connections):
            add_connection(db, n, rules)
        numbers = {"people": self.people, "group": GROUP, "connections": self.connections}
        with db.transaction():
            for statement in _PEOPLE:
                db.execute(statement, numbers)
            texts = {"texts": [text for _, text in TEXTS], "emojis": [emoji for emoji, _ in TEXTS], "of": len(TEXTS)}
            db.execute(_MESSAGES, {**numbers, **texts, "n": max(self.messages, self.reactions)})
            db.execute(_REACTIONS, {**numbers, **texts, "n": self.reactions})
            db.execute(_WAITING)


def everybodys(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules as they stand, but for everybody's reactions."""
    return tuple(replace(rule, by="anyone") for rule in rules)


def notes() -> tuple[Rule, ...]:
    """Return one rule that makes a note of every message, unread."""
    rule = next(rule for rule in rulebook.starter().rules if rule.id == "note")
    emojis = tuple(dict.fromkeys(emoji for emoji, _ in TEXTS))
    return everybodys([replace(rule, emojis=emojis, parse=Parse("none"), examples=())])


def add_connection(db: Db, number: int, rules: Iterable[Rule]) -> None:
    """Make the n-th connection; the first has the address that webhooks are posted to."""
    made = connections.add(
        db, VAULT, gateway="evolution", instance=f"{INSTANCE}{number or ''}", zone="America/Mexico_City", region="MX",
        language="es", slug=f"{SLUG}{number or ''}", secrets_=ConnectionSecrets(webhook_token=TOKEN),
    )  # fmt: skip
    # Messages and reactions are older than the connection: they are made before it is measured.
    db.execute("update connections set acts_since = now() - interval '1 day' where id = %s", [made.id])
    rulebook.save(db, made.id, list(rules), origin="ui")


def first_connection(db: Db) -> int:
    """Return the connection that was made first."""
    ((connection,),) = db.execute("select min(id) from connections").fetchall()
    return int(connection)


# Person k has a phone and a hidden id, and is known to one of the connections; the n-th reaction is to the n-th
# message, which is in the group of whoever reacts.
_PEOPLE = (
    """
    insert into people (connection_id, id)
    overriding system value
    select 1 + (k - 1) %% %(connections)s, k
    from generate_series(1, %(people)s) k
    """,
    """
    insert into addresses (connection_id, address, person_id)
    select p.connection_id, a.address, p.id
    from people p
    cross join lateral (
        values ('52155' || lpad(p.id::text, 8, '0') || '@s.whatsapp.net'), (200000000000 + p.id || '@lid')
    ) a(address)
    """,
    "select setval(pg_get_serial_sequence('people', 'id'), %(people)s)",
)
_MESSAGES = """
    insert into whatsapp_messages (connection_id, id, chat, author, author_name, kind, text, sent_at, stored_at)
    select 1 + n %% %(connections)s, 'AC' || lpad(n::text, 20, '0'),
        '120363' || lpad((n %% %(people)s / %(group)s)::text, 12, '0') || '@g.us',
        '52155' || lpad((1 + (n + 7) %% %(people)s)::text, 8, '0') || '@s.whatsapp.net', 'Persona',
        'text', replace((%(texts)s::text[])[1 + n %% %(of)s], '{}', (100 + n::bigint * 7919 %% 8999)::text),
        now() - interval '1 hour', now() - interval '1 hour'
    from generate_series(0, %(n)s - 1) n
"""
_REACTIONS = """
    insert into whatsapp_message_reactions
        (connection_id, message_id, address, chat, emoji, server_second, sender_ms, outer_ids)
    select 1 + n %% %(connections)s, 'AC' || lpad(n::text, 20, '0'),
        '52155' || lpad((1 + n %% %(people)s)::text, 8, '0') || '@s.whatsapp.net',
        '120363' || lpad((n %% %(people)s / %(group)s)::text, 12, '0') || '@g.us',
        (%(emojis)s::text[])[1 + n %% %(of)s], extract(epoch from now())::bigint - 600,
        (extract(epoch from now())::bigint - 600) * 1000, array['3A' || lpad(n::text, 18, '0')]
    from generate_series(0, %(n)s - 1) n
"""
_WAITING = """
    insert into action_queue (connection_id, event_type, event_data)
    select connection_id, 'settle', jsonb_build_object('message_id', message_id, 'address', address)
    from whatsapp_message_reactions
    order by message_id
"""
