-- How long reactions took from the webhook to the item, and of that how long it took to decide (milliseconds).
with asked as (
    select count(*) as settled,
        percentile_disc(array[0.5, 0.95, 0.99])
            within group (order by date_part('epoch', l.created_at - l.heard_at)) as took_s,
        percentile_disc(array[0.5, 0.95, 0.99]) within group (order by l.took_ms) as deciding
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
)
select a.settled,
    round((a.took_s[1] * 1000)::numeric, 1)::float8 as p50_ms,
    round((a.took_s[2] * 1000)::numeric, 1)::float8 as p95_ms,
    round((a.took_s[3] * 1000)::numeric, 1)::float8 as p99_ms,
    round(a.deciding[1]::numeric, 2)::float8 as deciding_p50_ms,
    round(a.deciding[2]::numeric, 2)::float8 as deciding_p95_ms,
    round(a.deciding[3]::numeric, 2)::float8 as deciding_p99_ms
from asked a
