-- name: items
-- What reminders are counted from, of those items whose rule reminds.
select i.connection_id, i.id, i.status::text, i.message_id, i.address, i.terms->'remind' as remind, now() as now,
    i.terms->>'priority' as urgency,
    coalesce(t.zone, e.zone, i.terms->>'zone') as zone,
    coalesce(t.due_on, e.starts_on, b.due_on) as day, coalesce(t.due_at, e.starts_at) as instant
from jsonb_to_recordset(%(rows)s) as k(connection_id integer, id bigint)
join items i
    on (i.connection_id, i.id) = (k.connection_id, k.id)
left join tasks t
    on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e
    on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
where i.terms ? 'remind'

-- name: drop
-- What waits of an item goes; what is being sent just now is not stopped, nor what was due a while ago, still holds,
-- and only could not be sent yet.
update action_queue q
set status = 'completed', finished_at = now()
from jsonb_to_recordset(%(rows)s) as k(connection_id integer, id bigint)
where q.connection_id = k.connection_id
    and (q.event_data->>'item')::bigint = k.id
    and q.event_data ? 'before'
    and q.status = 'pending'
    and not exists (
        select from jsonb_to_recordset(%(due)s) as d(connection_id integer, event_data jsonb)
        where d.connection_id = q.connection_id
            and (d.event_data->>'item', d.event_data->>'before', d.event_data->>'at')
                = (q.event_data->>'item', q.event_data->>'before', q.event_data->>'at')
    )

-- name: add
-- One of each: one that was dropped a moment ago waits again, one that was sent does not.
insert into action_queue as q (connection_id, event_type, event_data, lane, priority, run_at, expires_at)
select connection_id, 'deliver', event_data, lane, coalesce(priority, 'normal'), run_at, expires_at
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, event_data jsonb, lane text, priority queue_priority, run_at timestamptz,
    expires_at timestamptz
)
on conflict (connection_id, ((event_data->>'item')::bigint), (event_data->>'before'), (event_data->>'at'))
    where event_data ? 'before'
do update set status = 'pending', finished_at = null, expires_at = excluded.expires_at
where q.status = 'completed' and q.run_at > now()

-- name: load
-- An item to be reminded of, as it is now; `begun` tells whether a sending was begun before.
select i.connection_id, i.id, i.status::text, i.message_id, i.address,
    -- Of what a message made without a reaction, whoever wrote it is reminded.
    coalesce(nullif(i.address, ''), (
        select m.author from whatsapp_messages m where (m.connection_id, m.id) = (i.connection_id, i.message_id)
    ), 'me') as actor,
    i.terms->'remind' as remind, now() as now,
    coalesce(t.zone, e.zone, i.terms->>'zone') as zone,
    coalesce(t.due_on, e.starts_on, b.due_on) as day, coalesce(t.due_at, e.starts_at) as instant,
    (
        select d.outcome from deliveries d where (d.connection_id, d.queue_id) = (i.connection_id, %(queue_id)s)
    ) as begun
from items i
left join tasks t
    on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e
    on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
where (i.connection_id, i.id) = (%(connection_id)s, %(item)s)
    and i.terms ? 'remind'
