-- What came in and what became of it, by hour where two days or less were asked for, by day otherwise.
with step as (
    select case when asked_until() - asked_since() <= interval '2 days' then 'hour' else 'day' end as unit
), binned as (
    -- By quarters of an hour first, of which there are few: every zone is a number of those from UTC.
    select date_bin('15 minutes', l.heard_at, 'epoch') as at, counts_as(l.outcome) as class, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
    group by 1, l.outcome
)
select date_trunc(step.unit, b.at, (select asked_zone())) as at, sum(b.reactions)::bigint as settled,
    coalesce(sum(b.reactions) filter (where b.class = 'done'), 0)::bigint as done,
    coalesce(sum(b.reactions) filter (where b.class = 'undone'), 0)::bigint as undone,
    coalesce(sum(b.reactions) filter (where b.class = 'failed'), 0)::bigint as failed,
    coalesce(sum(b.reactions) filter (where b.class = 'nothing'), 0)::bigint as nothing
from binned b
cross join step
group by 1
order by 1
