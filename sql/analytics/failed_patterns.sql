-- What was not understood, of the last 2,000 failures: alike texts together, digits as #, the most frequent first.
with failed as (
    select l.connection_id, l.message_id, l.error, l.emoji, l.heard_at
    from unnest((select asked_connections())::integer[]) as of(connection_id)
    -- Lateral: the newest of each connection are at the end of an index of failures.
    cross join lateral (
        select l.*
        from action_execution_log l
        where l.connection_id = of.connection_id and l.error is not null and l.outcome <> 'accepted'
            and l.heard_at >= asked_since() and l.heard_at < asked_until()
        order by l.id desc
        limit 2000
    ) l
    order by l.heard_at desc
    limit 2000
)
select f.error, f.emoji,
    -- Null where the text is not kept any more.
    regexp_replace(lower(left(m.text, 60)), '\d+', '#', 'g') as pattern, count(*) as times,
    max(f.heard_at) as last_at, (array_agg(f.message_id order by f.heard_at desc))[1] as last_message_id
from failed f
left join whatsapp_messages m on (m.connection_id, m.id) = (f.connection_id, f.message_id)
group by 1, 2, 3
order by times desc, last_at desc
limit 100
