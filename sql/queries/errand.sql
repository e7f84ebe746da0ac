-- name: of_reactions
-- What the reactions at hand have sent out so far, locked as their items are.
select e.connection_id, e.id, e.message_id, e.address, e.rule_id, e.rule_version, e.step, e.action, e.lane,
    e.wanted, e.told, e.terms
from errands e
join jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
    on (e.connection_id, e.message_id, e.address) = (k.connection_id, k.message_id, k.address)
order by e.connection_id, e.id
for update of e

-- name: save
-- Each turn is one more thing to tell; what was told stays.
insert into errands as e (connection_id, message_id, address, rule_id, step, action, lane, priority, rule_version,
    terms, wanted)
select connection_id, message_id, address, rule_id, step, action, lane, priority, rule_version, terms, wanted
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, message_id text, address text, rule_id text, step integer, action text,
    lane text, priority queue_priority, rule_version integer, terms jsonb, wanted boolean
)
order by connection_id, message_id, address, rule_id, step, action
on conflict (connection_id, message_id, address, rule_id, step, action) do update set
    lane = excluded.lane, priority = excluded.priority, rule_version = excluded.rule_version, terms = excluded.terms, wanted = excluded.wanted, turn = e.turn + 1
returning connection_id, message_id, address, rule_id, step, action, lane, priority::text, id, turn

-- name: touch
-- Calls that speak of items which a person changed by hand: there is something new to tell.
update errands e
set turn = e.turn + 1
from (
    select distinct i.connection_id, i.message_id, i.address, i.rule_id
    from jsonb_to_recordset(%(rows)s) as k(connection_id integer, id bigint)
    join items i on (i.connection_id, i.id) = (k.connection_id, k.id)
) touched
where (e.connection_id, e.message_id, e.address, e.rule_id)
        = (touched.connection_id, touched.message_id, touched.address, touched.rule_id)
    and e.action = 'webhook'
    and e.wanted
returning e.connection_id, e.message_id, e.address, e.rule_id, e.step, e.action, e.lane, e.priority::text, e.id, e.turn

-- name: load
-- An errand as it is now, with whether a sending of this delivery was begun, and how the last attempt ended.
select e.connection_id, e.id, e.message_id, e.address, e.rule_id, e.step, e.action, e.rule_version, e.terms, e.wanted,
    e.turn, e.told, e.told_turn, e.told_items, q.last_error, m.author, d.outcome as begun
from action_queue q
join errands e
    on (e.connection_id, e.id) = (q.connection_id, (q.event_data->>'errand')::bigint)
left join whatsapp_messages m
    on (m.connection_id, m.id) = (e.connection_id, e.message_id)
left join deliveries d
    on (d.connection_id, d.queue_id) = (q.connection_id, q.id)
where (q.connection_id, q.id) = (%(connection_id)s, %(queue_id)s)

-- name: items
-- What the rule has made of the reaction, under whichever state, and what the world was told of before.
select i.id, i.status::text
from items i
where i.connection_id = %(connection_id)s
    and ((i.message_id, i.address, i.rule_id) = (%(message_id)s, %(address)s, %(rule_id)s)
        or i.id = any(%(told_items)s))
order by i.id

-- name: tell
-- Written before it leaves us: a repeated call says the same, and what is taken back later is told of it.
update errands
set told = %(told)s, told_turn = %(turn)s, told_items = %(told_items)s
where (connection_id, id) = (%(connection_id)s, %(id)s)

-- name: untell
-- Nothing was sent after all.
update errands
set told = %(told)s, told_turn = %(told_turn)s, told_items = %(told_items)s
where (connection_id, id) = (%(connection_id)s, %(id)s)

-- name: alert
-- The one of several repeats that is told; nothing comes back where another was told a moment ago.
insert into rule_alerts as a (connection_id, rule_id, step, queue_id)
values (%(connection_id)s, %(rule_id)s, %(step)s, %(queue_id)s)
on conflict (connection_id, rule_id, step) do update set queue_id = excluded.queue_id, told_at = now()
where a.queue_id = excluded.queue_id or a.told_at <= now() - make_interval(secs => %(seconds)s)
    -- What was dropped on its way told nobody: the next one is no repeat.
    or exists (
        select from deliveries d
        where (d.connection_id, d.queue_id) = (a.connection_id, a.queue_id)
            and d.outcome in ('superseded', 'expired', 'refused')
    )
returning a.queue_id

-- name: unalert
-- It was told nobody: the next one is no repeat.
delete from rule_alerts
where (connection_id, rule_id, step, queue_id) = (%(connection_id)s, %(rule_id)s, %(step)s, %(queue_id)s)

-- name: move_lane
-- To the lane of the chat, where texts keep their distance; the claim is given back.
with opened as (
    insert into lanes (connection_id, lane)
    values (%(connection_id)s, %(lane)s)
    on conflict do nothing
)
update action_queue
set lane = %(lane)s, status = 'pending', lease_until = null, attempts = attempts - 1
where (connection_id, id) = (%(connection_id)s, %(queue_id)s)
    and status = 'processing'
    and attempts = %(attempts)s

-- name: ends
-- When a text, and when a call, is not tried again any more, by the database's clock.
select now() + make_interval(secs => %(said)s), now() + make_interval(secs => %(call)s)
