-- From reaction to done: how many reacted, how many of those asked for something, what was made, what became of it.
with ended as (
    -- What no emoji stands for are messages that a rule watches.
    select case when l.emoji is null then 'taken_back' when l.emoji = '' then 'watched' else 'reacted' end as what,
        counts_as(l.outcome) as class, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
    group by 1, l.outcome
), reacted as (
    select coalesce(sum(e.reactions) filter (where e.what = 'reacted'), 0)::bigint as reacted,
        coalesce(sum(e.reactions) filter (where e.what = 'reacted' and e.class in ('done', 'failed')), 0)::bigint as asked,
        coalesce(sum(e.reactions) filter (where e.class = 'failed'), 0)::bigint as failed,
        coalesce(sum(e.reactions) filter (where e.what = 'taken_back'), 0)::bigint as taken_back,
        coalesce(sum(e.reactions) filter (where e.what = 'watched' and e.class <> 'nothing'), 0)::bigint as from_messages
    from ended e
), counted as (
    select i.status, count(*) as items
    from items i
    where i.connection_id = any ((select asked_connections())::integer[])
        and i.created_at >= asked_since() and i.created_at < asked_until()
    group by i.status
), made as (
    select coalesce(sum(c.items), 0)::bigint as created,
        coalesce(sum(c.items) filter (where c.status = 'open'), 0)::bigint as still_open,
        coalesce(sum(c.items) filter (where c.status = 'done'), 0)::bigint as done,
        coalesce(sum(c.items) filter (where c.status = 'cancelled'), 0)::bigint as undone
    from counted c
)
select reacted.reacted, reacted.asked, reacted.failed, reacted.taken_back, reacted.from_messages, made.created,
    made.still_open, made.done, made.undone
from reacted
cross join made
