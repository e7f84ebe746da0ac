-- How often each emoji did what was asked of it, and what it failed of.
with ended as (
    select l.emoji, counts_as(l.outcome) as class, l.error, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
    group by l.emoji, l.outcome, l.error
), summed as (
    select e.emoji, sum(e.reactions)::bigint as reactions,
        coalesce(sum(e.reactions) filter (where e.class = 'done'), 0)::bigint as done,
        coalesce(sum(e.reactions) filter (where e.class = 'failed'), 0)::bigint as failed,
        coalesce(sum(e.reactions) filter (where e.class = 'nothing'), 0)::bigint as nothing,
        (array_agg(e.error order by e.reactions desc, e.error) filter (where e.class = 'failed' and e.error is not null))[1] as commonest_error
    from ended e
    group by e.emoji
)
select s.emoji, s.reactions, s.done, s.failed, s.nothing,
    -- Of those that asked for something: what no rule answers is nobody's failure.
    round(100.0 * s.done / nullif(s.done + s.failed, 0), 1)::float8 as success_percent, s.commonest_error
from summed s
order by s.reactions desc, s.emoji
limit 50
