"""What stands on the pages besides items: rules, readings in doubt, dead letters, the feed, the record of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import psycopg

from engine import rulebook
from engine.access import MACHINE
from engine.audit import Audit
from engine.decide import decide
from engine.dryrun import situation
from engine.explain import decision_as_json
from engine.vault import Vault
from rules.book import read
from sql.parameters import as_json

COPIES = 25
"""So many of each of the starter's rules."""
DECIDED, WAITING, DEAD, SHOWN, CHANGES = 50_000, 40, 2_000, 500, 100
DOUBTFUL = {
    "id": "careful", "when": {"reaction": "🧐"}, "parse": {"use": "bill", "min_confidence": 0.9},
    "do": [{"create_bill": {}}], "on_low_confidence": "review",
}  # fmt: skip

DOUBTS = (
    """
    insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome, error,
        explanation, heard_at, took_ms, waits)
    select %(connection)s, n, 'D' || n, 'me', 1, '🧐', 'failed', 'unsure', %(explanation)s,
        now() - n * interval '1 minute', 1, n <= %(waiting)s
    from generate_series(1, %(waiting)s + %(decided)s) n
    """,
    """
    insert into whatsapp_message_reactions (connection_id, message_id, address, chat, emoji, server_second, outer_ids,
        settled_revision)
    select connection_id, message_id, address, (select min(address) from addresses), emoji, 1, '{}', 1
    from action_execution_log
    where message_id like 'D%%'
    """,
    """
    insert into whatsapp_messages (connection_id, id, chat, author, kind, text, sent_at)
    select r.connection_id, r.message_id, r.chat, r.chat, 'text', 'CFE mañana', l.heard_at
    from whatsapp_message_reactions r
    join action_execution_log l
        on (l.connection_id, l.message_id, l.address, l.revision)
            = (r.connection_id, r.message_id, r.address, r.revision)
    """,
    """
    insert into reviews (connection_id, message_id, address, revision, rule_id, outcome)
    select connection_id, message_id, address, revision, %(rule)s, 'accepted'
    from action_execution_log
    where message_id like 'D%%' and not waits
    """,
)
LETTERS = """
insert into action_queue (connection_id, event_type, event_data, status, attempts, last_error, finished_at)
select %(connection)s, 'settle', jsonb_build_object('message_id', 'M' || n, 'address', 'me'), 'failed', 8,
    'ended after 10 s', now() - n * interval '1 minute'
from generate_series(1, %(dead)s) n
"""
FEED = """
insert into live_feed (connection_id, event, body)
select %(connection)s, 'settled', jsonb_build_object(
    'at', now(), 'message_id', 'M' || n, 'emoji', '💳', 'who', 'Ana', 'snippet', 'Pagar luz CFE $890',
    'outcome', 'created', 'took_ms', 3.2,
    'items', jsonb_build_array(jsonb_build_object('kind', 'bill', 'how', 'created', 'title', 'CFE')))
from generate_series(1, %(shown)s) n
"""


def furnish(db: psycopg.Connection[Any], vault: Vault) -> None:
    """Fill a seeded database as months of use would; the record is sealed with a key of the vault."""
    ((connection,),) = db.execute("select min(id) from connections").fetchall()
    book = read({"version": 1, "rules": [DOUBTFUL]})
    starter = rulebook.starter().rules
    rulebook.save(db, connection, [*book.rules, *starter], origin="ui")
    copies = (replace(rule, id=f"{rule.id}-{n}") for rule in starter for n in range(COPIES))
    rulebook.save(db, connection, copies, origin="ui")
    asked = situation("CFE mañana", "🧐", phone="+5215512345678", at=None, zone=None, language=None)
    values = {
        "connection": connection, "explanation": as_json(decision_as_json(decide(book, asked))), "rule": DOUBTFUL["id"],
        "decided": DECIDED, "waiting": WAITING, "dead": DEAD, "shown": SHOWN,
    }  # fmt: skip
    for statement in (*DOUBTS, LETTERS, FEED):
        db.execute(statement, values)
    audit = Audit.of(vault)
    for n in range(CHANGES):
        audit.record(db, MACHINE, "item.complete", f"item:{n + 1}", {"status": "open"}, {"status": "done"},
                     connection=connection)  # fmt: skip
