"""The job that the peers do: one row is inserted, of what a webhook told."""

from __future__ import annotations

PAYLOAD = {
    "message_id": "wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI5QUJDREVGMDEyMzQ1Njc4OTAA",
    "from": "15551234567",
    "emoji": "✅",
    "text": "Pay the electricity bill 1250 by Friday and book the dentist on 3 March at 10am",
    "contact": {"name": "Ana Example", "wa_id": "15551234567"},
    "timestamp": "1764000000",
}
EFFECTS = """
    create table effects (id bigint generated always as identity primary key, message_id text, title text,
        at timestamptz not null default now())
"""
EFFECT = "insert into effects (message_id, title) values (%s, %s)"
CONNECTIONS = 10
"""Of the pool that the jobs of a peer write over."""
