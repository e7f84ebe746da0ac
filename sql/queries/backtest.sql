-- name: reactions
-- The next reactions that stand, in key order; their texts are read with `settle.load`.
select message_id, address
from whatsapp_message_reactions
where connection_id = %(connection_id)s
    and server_second >= %(since)s
    and emoji is not null
    and (message_id, address) > (%(message_id)s, %(address)s)
order by message_id, address
limit %(n)s

-- name: items
-- What the reactions at hand made, not locked: nothing is written.
select i.connection_id, i.message_id, i.address, i.id, i.kind::text, i.status::text, i.rule_id, i.rule_version,
    i.step, i.position, i.title, i.reading, b.vendor, i.occurrence || i.edits as edits, i.flags, i.terms, i.follows
from items i
join jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
    on (i.connection_id, i.message_id, i.address) = (k.connection_id, k.message_id, k.address)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
order by i.connection_id, i.id

-- name: history
-- How much there is to look at, and what of it is gone.
select
    count(*) filter (where r.emoji is not null) as standing,
    count(*) filter (where r.emoji is null) as taken_back,
    count(*) filter (where r.emoji is not null and m.id is null) as never_seen,
    count(*) filter (where r.emoji is not null and m.text_dropped_at is not null) as dropped,
    count(*) filter (
        where r.emoji is not null and m.id is not null and m.text is null and m.text_dropped_at is null
    ) as without_text,
    (select min(heard_at) from whatsapp_message_reactions where connection_id = %(connection_id)s) as heard_since
from whatsapp_message_reactions r
left join whatsapp_messages m
    on (m.connection_id, m.id) = (r.connection_id, r.message_id)
where r.connection_id = %(connection_id)s
    and r.server_second >= %(since)s
