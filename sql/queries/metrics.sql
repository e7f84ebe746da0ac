-- name: queue
-- What is in the queue, by type and status; completed rows are left out, they go after an hour anyway.
select event_type, status::text, count(*)
from action_queue
where status in ('pending', 'processing', 'failed')
group by event_type, status

-- name: oldest
-- How long the item that waits longest could have been worked on already; scheduled ones do not wait yet.
select w.event_type, coalesce(extract(epoch from now() - ready.run_at), 0)::float8 as seconds
-- The upkeep waits there every few minutes, whether anything happens or not: when nobody takes it, no worker lives.
from (values ('settle'), ('deliver'), ('ask'), ('upkeep')) as w(event_type)
left join lateral (
    select least(min(first.run_at), (
            select q.run_at
            from action_queue q
            where q.status = 'pending' and q.alone and q.event_type = w.event_type and q.run_at <= now()
            order by q.run_at
            limit 1
        )) as run_at
    from unnest(enum_range(null::queue_priority)) as p(priority)
    cross join lateral (
        select q.run_at
        from action_queue q
        where q.status = 'pending' and not q.alone and q.event_type = w.event_type and q.priority = p.priority
            and q.run_at <= now()
        order by q.run_at
        limit 1
    ) first
) ready on true

-- name: totals
select connection_id, name, amount
from totals
order by connection_id, name

-- name: feed
select count(*) as rows, coalesce(extract(epoch from now() - max(created_at)), 0)::float8 as seconds
from live_feed
where event <> 'purged'

-- name: lines
select c.id, c.gateway, c.enabled, c.line_state, g.silent_since is not null as silent
from connections c
left join gaps g on g.connection_id = c.id
order by c.id

-- name: workers
-- Workers that hold something at this moment, and whether one of them does what any worker takes at once.
select count(distinct worker) as busy,
    coalesce(bool_or(event_type in ('settle', 'upkeep')), false) as at_work
from action_queue
where status = 'processing' and lease_until >= now()

-- name: schema
-- Null where no migration was ever applied.
select to_regclass('schema_migrations') is not null as migrated

-- name: applied
select number
from schema_migrations
