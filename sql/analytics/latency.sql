-- How long reactions took from the webhook to the item, and of that how long it took to decide (milliseconds).
with binned as (
    -- In steps of what is shown, tenths and hundredths of a millisecond: sorting them is cheaper than all reactions.
    select floor(date_part('epoch', l.created_at - l.heard_at) * 10000 + 0.5) as took,
        floor(l.took_ms::float8 * 100 + 0.5) as deciding, count(*) as n
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
    group by grouping sets ((1), (2))
), ranked as (
    -- The share of all that took so long or less; each step is of one of the two.
    select took / 10 as took_ms, deciding / 100 as deciding_ms,
        sum(n) over (partition by took is null order by took, deciding)
            / sum(n) over (partition by took is null) as share,
        case when deciding is null then n else 0 end as settled
    from binned
)
select coalesce(sum(settled), 0)::bigint as settled,
    min(took_ms) filter (where share >= 0.5) as p50_ms,
    min(took_ms) filter (where share >= 0.95) as p95_ms,
    min(took_ms) filter (where share >= 0.99) as p99_ms,
    min(deciding_ms) filter (where share >= 0.5) as deciding_p50_ms,
    min(deciding_ms) filter (where share >= 0.95) as deciding_p95_ms,
    min(deciding_ms) filter (where share >= 0.99) as deciding_p99_ms
from ranked
