-- How long reactions took from the webhook to the item (milliseconds), day by day in the zone that was asked for.
with days as (
    select day::date as day, greatest(day at time zone (select asked_zone()), asked_since()) as since,
        least((day + interval '1 day') at time zone (select asked_zone()), asked_until()) as until
    from generate_series(
        date_trunc('day', asked_since() at time zone (select asked_zone())), asked_until() at time zone (select asked_zone()), '1 day'
    ) as day
)
select d.day, l.settled,
    round((l.took_s[1] * 1000)::numeric, 1)::float8 as p50_ms,
    round((l.took_s[2] * 1000)::numeric, 1)::float8 as p95_ms,
    round((l.took_s[3] * 1000)::numeric, 1)::float8 as p99_ms
from days d
-- A day is a range of the index: sorting days apart is cheaper than sorting all of them by day.
cross join lateral (
    select count(*) as settled,
        percentile_disc(array[0.5, 0.95, 0.99])
            within group (order by date_part('epoch', l.created_at - l.heard_at)) as took_s
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= d.since and l.heard_at < d.until
) l
where l.settled > 0
order by d.day
