-- The ten who react most: totals, per active day, favourites, the busiest hour, success, confidence, the commonest error.
with addressed as (
    -- Number by number: within one, an address alone tells people apart, and is sooner compared.
    select asked.connection_id, heard.address, heard.reactions
    from (select distinct unnest((select asked_connections())::integer[]) as connection_id) asked
    cross join lateral (
        select l.address, count(*) as reactions
        from action_execution_log l
        where l.connection_id = asked.connection_id
            and l.heard_at >= asked_since() and l.heard_at < asked_until()
            and l.emoji <> ''
        group by l.address
    ) heard
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
    -- Each reaction in two groups, which are few: by what came of it, and by the hour in the zone that was asked for.
    select b.rank, l.emoji, l.outcome, l.error,
        date_trunc('hour', l.heard_at at time zone (select asked_zone())) as at,
        count(*) as n, sum(l.confidence::float8) as confidence, count(l.confidence) as sure
    -- The limit tells the planner that they are few, and to look them up; more addresses nobody has.
    from (select rank, connection_id, unnest(addresses) as address from busiest limit 200) b
    join action_execution_log l on (l.connection_id, l.address) = (b.connection_id, b.address)
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
    group by grouping sets (
        (b.rank, l.emoji, l.outcome, l.error),
        (b.rank, date_trunc('hour', l.heard_at at time zone (select asked_zone())))
    )
), counted as (
    -- And these by emoji, by error, by hour of the day and by day; what a group does not know is null.
    select r.rank, r.emoji, r.error, r.hour, r.day, grouping(r.emoji, r.error, r.hour, r.day) as but, sum(r.n) as n,
        sum(r.n) filter (where r.class = 'done') as done, sum(r.n) filter (where r.class = 'failed') as failed,
        sum(r.confidence) / nullif(sum(r.sure), 0) as confidence
    from (
        select rank, emoji, case when outcome <> 'accepted' then error end as error, counts_as(outcome) as class,
            date_part('hour', at)::integer as hour, at::date as day, n, confidence, sure
        from reacted
    ) r
    group by grouping sets ((r.rank), (r.rank, r.emoji), (r.rank, r.error), (r.rank, r.hour), (r.rank, r.day))
), told as (
    select c.rank, coalesce(max(c.done) filter (where c.but = 15), 0) as done,
        coalesce(max(c.failed) filter (where c.but = 15), 0) as failed,
        max(c.confidence) filter (where c.but = 15) as confidence,
        count(*) filter (where c.but = 14 and c.day is not null) as days,
        (array_agg(c.emoji order by c.n desc, c.emoji) filter (where c.but = 7 and c.emoji is not null))[:3] as favourites,
        (array_agg(c.hour order by c.n desc, c.hour) filter (where c.but = 13 and c.hour is not null))[1] as busiest_hour,
        (array_agg(c.error order by c.n desc, c.error) filter (where c.but = 11 and c.error is not null))[:3] as errors
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
