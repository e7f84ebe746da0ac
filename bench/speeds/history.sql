-- What is left of reactions that were settled long ago: their messages, states, items, explanations and feed rows.

-- name: messages
insert into whatsapp_messages (connection_id, id, chat, author, author_name, kind, text, sent_at, stored_at)
select 1, 'AA' || lpad(n::text, 20, '0'), '120363' || lpad((n %% 334)::text, 12, '0') || '@g.us',
    '52155' || lpad((1 + n %% 10000)::text, 8, '0') || '@s.whatsapp.net', 'Persona', 'text',
    'Pagar luz CFE $890 vence 15 enero', now() - interval '1 day', now() - interval '1 day'
from generate_series(1, %(n)s) n

-- name: reactions
insert into whatsapp_message_reactions (connection_id, message_id, address, chat, emoji, server_second, sender_ms,
    outer_ids, settled_revision, settled_emoji)
select 1, id, author, chat, '💳', extract(epoch from now())::bigint - 600, 0, array['3B' || right(id, 18)], 1, '💳'
from whatsapp_messages
where connection_id = 1 and id like 'AA%%'

-- name: items
with made as (
    insert into items (connection_id, kind, title, message_id, address, chat, rule_id, step, position, rule_version,
        revision, language, confidence, reading)
    select connection_id, 'bill', 'CFE', message_id, address, chat, 'bill', 0, 0, 1, 1, 'es', 1, 'r'
    from whatsapp_message_reactions
    where message_id like 'AA%%'
    returning connection_id, id
)
insert into bills (connection_id, item_id, vendor, amount, currency)
select connection_id, id, 'CFE', 890, 'MXN' from made

-- name: log
insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome, explanation,
    answered, heard_at, took_ms)
select connection_id, 0, message_id, address, 1, '💳', 'created', '{}', true, now() - interval '1 day', 1
from whatsapp_message_reactions
where message_id like 'AA%%'

-- name: feed
insert into live_feed (connection_id, event, body)
select connection_id, 'settled', jsonb_build_object('message_id', message_id, 'outcome', 'created')
from whatsapp_message_reactions
where message_id like 'AA%%'
