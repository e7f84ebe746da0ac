-- name: latest
-- What became of reactions, the newest first; the text while it is kept. Every filter that is null lets all
-- through. `before`: the next page, after the action of this id.
select l.connection_id, l.id, l.message_id, l.address, l.revision, l.emoji, l.outcome, l.error, l.explanation,
    l.heard_at, l.took_ms, l.created_at, r.chat, m.text, b.rules as book
from (
    select *
    from action_execution_log
    where (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
        and (%(id)s::bigint is null or id = %(id)s)
        and (%(message_id)s::text is null or message_id = %(message_id)s)
        and (%(outcome)s::text is null or outcome = %(outcome)s)
        and (%(emoji)s::text is null or emoji = %(emoji)s)
        and (%(failed)s::boolean is null or (error is not null) = %(failed)s)
        and (%(since)s::timestamptz is null or heard_at >= %(since)s)
        and (%(before)s::bigint is null or id < %(before)s)
    order by id desc
    limit %(n)s
) l
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (l.connection_id, l.message_id, l.address)
left join current_messages m
    on (m.connection_id, m.id) = (l.connection_id, l.message_id)
-- What the other rules said stands there once for all.
left join rule_books b
    on (b.connection_id, b.digest) = (l.connection_id, l.explanation->>'book')
order by l.id desc

-- name: went_on
-- The newest action of a reaction that changed something after this one.
select l.id
from action_execution_log l
where (l.connection_id, l.message_id, l.address) = (%(connection_id)s, %(message_id)s, %(address)s)
    and l.revision > %(revision)s
    and jsonb_array_length(l.explanation->'changes') > 0
order by l.revision desc
limit 1

-- name: of_item
-- The newest action that did something to an item.
select l.id
from items i
join action_execution_log l
    on (l.connection_id, l.message_id) = (i.connection_id, i.message_id)
where i.id = %(item)s
    and l.explanation->'changes' @> jsonb_build_array(jsonb_build_object('id', i.id))
order by l.id desc
limit 1
