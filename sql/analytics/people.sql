-- The ten who react most: totals, per active day, favourites, the busiest hour, success, confidence, the commonest error.
with addressed as (
    select l.connection_id, l.address, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
    group by l.connection_id, l.address
), busiest as (
    -- One person under several addresses is one; an address that is nobody's yet is somebody by itself.
    select row_number() over (order by sum(d.reactions) desc, min(d.address)) as rank, d.connection_id, a.person_id,
        array_agg(d.address order by d.address) as addresses, sum(d.reactions)::bigint as reactions
    from addressed d
    left join addresses a on (a.connection_id, a.address) = (d.connection_id, d.address)
    group by d.connection_id, a.person_id, case when a.person_id is null then d.address end
    order by rank
    limit 10
), reacted as (
    select b.rank, l.emoji, case when l.outcome <> 'accepted' then l.error end as error, counts_as(l.outcome) as class, l.confidence,
        date_part('hour', here.at)::integer as hour, here.at::date as day
    -- The limit tells the planner that they are few, and to look them up; more addresses nobody has.
    from (select rank, connection_id, unnest(addresses) as address from busiest limit 200) b
    join action_execution_log l on (l.connection_id, l.address) = (b.connection_id, b.address)
    -- Offset: so that it is computed once.
    cross join lateral (select l.heard_at at time zone (select asked_zone()) as at offset 0) here
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
), counted as (
    -- In one pass: all of it, by emoji, by hour, by error and by day.
    select r.rank, r.emoji, r.hour, r.error, r.day, grouping(r.emoji, r.hour, r.error, r.day) as but, count(*) as n,
        count(*) filter (where r.class = 'done') as done, count(*) filter (where r.class = 'failed') as failed,
        avg(r.confidence) as confidence
    from reacted r
    group by grouping sets ((r.rank), (r.rank, r.emoji), (r.rank, r.hour), (r.rank, r.error), (r.rank, r.day))
), told as (
    select c.rank, max(c.done) filter (where c.but = 15) as done, max(c.failed) filter (where c.but = 15) as failed,
        max(c.confidence) filter (where c.but = 15) as confidence, count(*) filter (where c.but = 14) as days,
        (array_agg(c.emoji order by c.n desc, c.emoji) filter (where c.but = 7))[:3] as favourites,
        (array_agg(c.hour order by c.n desc, c.hour) filter (where c.but = 11))[1] as busiest_hour,
        (array_agg(c.error order by c.n desc, c.error) filter (where c.but = 13 and c.error is not null))[:3] as errors
    from counted c
    group by c.rank
)
select b.connection_id, b.person_id, p.name, b.addresses, b.reactions,
    round(b.reactions::numeric / t.days, 1)::float8 as per_active_day, t.favourites, t.busiest_hour,
    round(100.0 * t.done / nullif(t.done + t.failed, 0), 1)::float8 as success_percent,
    round(t.confidence::numeric, 3)::float8 as mean_confidence, t.errors as commonest_errors
from busiest b
join told t on t.rank = b.rank
left join people p on (p.connection_id, p.id) = (b.connection_id, b.person_id)
order by b.rank
