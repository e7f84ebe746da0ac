-- Which emojis are used most, by how many people.
with used as (
    select l.emoji, l.connection_id, l.address, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
    group by l.emoji, l.connection_id, l.address
)
select u.emoji, sum(u.reactions)::bigint as reactions,
    -- One person under several addresses is one.
    count(distinct coalesce(a.person_id::text, u.address)) as people,
    round(100.0 * sum(u.reactions) / sum(sum(u.reactions)) over (), 1)::float8 as share_percent
from used u
left join addresses a on (a.connection_id, a.address) = (u.connection_id, u.address)
group by u.emoji
order by reactions desc, u.emoji
limit 50
