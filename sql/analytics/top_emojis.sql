-- Which emojis are used most, by how many people.
with used as (
    -- Number by number: within one, an address alone tells people apart, and is sooner compared.
    select asked.connection_id, heard.emoji, heard.address, heard.reactions
    from (select distinct unnest((select asked_connections())::integer[]) as connection_id) asked
    cross join lateral (
        select l.emoji, l.address, count(*) as reactions
        from action_execution_log l
        where l.connection_id = asked.connection_id
            and l.heard_at >= asked_since() and l.heard_at < asked_until()
            and l.emoji <> ''
        group by l.emoji, l.address
    ) heard
), by_person as (
    -- One person under several addresses is one; an address that is nobody's yet is somebody by itself.
    select u.emoji, sum(u.reactions) as reactions
    from used u
    left join addresses a on (a.connection_id, a.address) = (u.connection_id, u.address)
    group by u.emoji, u.connection_id, a.person_id, case when a.person_id is null then u.address end
)
select p.emoji, sum(p.reactions)::bigint as reactions, count(*) as people,
    round(100.0 * sum(p.reactions) / sum(sum(p.reactions)) over (), 1)::float8 as share_percent
from by_person p
group by p.emoji
order by reactions desc, p.emoji
limit 50
