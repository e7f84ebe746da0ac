-- name: list
-- What waits, by its moment: what is due first, then what is for later. Upkeep and the asking for gaps never end.
select q.connection_id, q.id, q.event_type, q.event_data, kind_of_work(q.event_type, q.event_data) as kind,
    q.priority::text, q.lane, q.attempts, q.max_attempts, q.last_error, q.last_failed_at, q.created_at, q.run_at,
    q.lease_until, q.worker, r.emoji, r.chat,
    coalesce(q.event_data->>'message_id', i.message_id) as message_id, i.title
from (
    select ready.*
    from (values ('settle'), ('deliver'), ('ask')) as of(event_type)
    cross join unnest(enum_range(null::queue_priority)) as urgency(priority)
    -- Lateral: each is a range of the index; without it all that waits is read and sorted for a page.
    cross join lateral (
        select *
        from action_queue
        where status = 'pending' and not alone and event_type = of.event_type and priority = urgency.priority
            and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
            and (%(after)s::timestamptz is null or (run_at, id) > (%(after)s, %(after_id)s::bigint))
        order by run_at, id
        limit %(n)s
    ) ready
    union all
    (
        select *
        from action_queue
        where status = 'pending' and alone and event_type not in ('upkeep', 'repair')
            and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
            and (%(after)s::timestamptz is null or (run_at, id) > (%(after)s, %(after_id)s::bigint))
        order by run_at, id
        limit %(n)s
    )
) q
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address)
        = (q.connection_id, q.event_data->>'message_id', q.event_data->>'address')
left join items i on (i.connection_id, i.id) = (q.connection_id, (q.event_data->>'item')::bigint)
order by q.run_at, q.id
limit %(n)s

-- name: in_work
-- What workers hold at this moment, the longest held first.
select q.connection_id, q.id, q.event_type, q.event_data, kind_of_work(q.event_type, q.event_data) as kind,
    q.priority::text, q.lane, q.attempts, q.max_attempts, q.last_error, q.last_failed_at, q.created_at, q.run_at,
    q.lease_until, q.worker, r.emoji, r.chat,
    coalesce(q.event_data->>'message_id', i.message_id) as message_id, i.title
from action_queue q
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address)
        = (q.connection_id, q.event_data->>'message_id', q.event_data->>'address')
left join items i on (i.connection_id, i.id) = (q.connection_id, (q.event_data->>'item')::bigint)
where q.status = 'processing'
    and q.event_type not in ('upkeep', 'repair')
    and (%(connections)s::integer[] is null or q.connection_id = any(%(connections)s))
order by q.lease_until, q.id
limit %(n)s

-- name: counts
-- How many of each, each from an index of its own.
select
    (
        select count(*)
        from action_queue
        where status = 'failed' and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
    ) as dead,
    (
        select count(*)
        from action_queue
        where discarded_because is not null
            and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
    ) as discarded
