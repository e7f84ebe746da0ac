-- How well each parser reads each language; the milliseconds are those of the whole decision.
with read as (
    select n.parser, n.language, n.error, count(*) as readings, sum(n.confidence) as confidence,
        sum(n.took_ms) as took_ms, max(n.took_ms) as longest_ms
    from nlp_processing_log n
    where n.connection_id = any ((select asked_connections())::integer[])
        and n.created_at >= asked_since() and n.created_at < asked_until()
    group by n.parser, n.language, n.error
), summed as (
    select r.parser, r.language, sum(r.readings)::bigint as readings,
        coalesce(sum(r.readings) filter (where r.error is null), 0)::bigint as read,
        sum(r.confidence) filter (where r.error is null) as confidence, sum(r.took_ms) as took_ms,
        max(r.longest_ms) as longest_ms,
        (array_agg(r.error order by r.readings desc, r.error) filter (where r.error is not null))[:3] as errors
    from read r
    group by r.parser, r.language
)
select s.parser, s.language, s.readings, s.read,
    round(100.0 * s.read / s.readings, 1)::float8 as success_percent,
    round((s.confidence / nullif(s.read, 0))::numeric, 3)::float8 as mean_confidence,
    round((s.took_ms / s.readings)::numeric, 2)::float8 as mean_ms,
    round(s.longest_ms::numeric, 2)::float8 as longest_ms, s.errors as commonest_errors
from summed s
order by s.readings desc, s.parser, s.language
