-- name: claim
-- Up to %(n)s ready settles, critical before high before normal before low; the claim counts the attempt.
with next as (
    select ready.connection_id, ready.id
    from jsonb_to_recordset(%(marks)s) as lane(priority queue_priority, run_at timestamptz, id bigint)
    -- Lateral: each priority is a range of its own in the index; without it, far-ahead rows are all read.
    cross join lateral (
        select q.connection_id, q.id
        from action_queue q
        where q.status = 'pending'
            and not q.alone
            and q.event_type = %(event_type)s
            and q.priority = lane.priority
            and q.run_at <= now()
            -- Not from the beginning: what lies there was claimed, and a long transaction keeps its dead rows.
            and (q.run_at, q.id) >= (lane.run_at, lane.id)
        order by q.run_at, q.id
        limit %(n)s
        for update skip locked
    ) ready
    limit %(n)s
)
update action_queue q
set status = 'processing', attempts = q.attempts + 1, worker = %(worker)s,
    lease_until = now() + make_interval(secs => %(lease)s)
from next
where (q.connection_id, q.id) = (next.connection_id, next.id)
returning q.connection_id, q.id, q.event_type, q.event_data, q.lane, q.attempts, q.max_attempts, q.expires_at,
    q.created_at, q.priority::text, q.run_at

-- name: claim_oldest
-- The same by run_at alone, whatever the priority: every tenth claim, so that the low are never starved.
with next as (
    select ready.connection_id, ready.id
    from jsonb_to_recordset(%(marks)s) as lane(priority queue_priority, run_at timestamptz, id bigint)
    -- An index of its own by run_at would be taken for the other claim as well, and read the whole backlog there.
    cross join lateral (
        select q.connection_id, q.id, q.run_at
        from action_queue q
        where q.status = 'pending'
            and not q.alone
            and q.event_type = %(event_type)s
            and q.priority = lane.priority
            and q.run_at <= now()
            -- Not from the beginning: what lies there was claimed, and a long transaction keeps its dead rows.
            and (q.run_at, q.id) >= (lane.run_at, lane.id)
        order by q.run_at, q.id
        limit %(n)s
        for update skip locked
    ) ready
    order by ready.run_at, ready.id
    limit %(n)s
)
update action_queue q
set status = 'processing', attempts = q.attempts + 1, worker = %(worker)s,
    lease_until = now() + make_interval(secs => %(lease)s)
from next
where (q.connection_id, q.id) = (next.connection_id, next.id)
returning q.connection_id, q.id, q.event_type, q.event_data, q.lane, q.attempts, q.max_attempts, q.expires_at,
    q.created_at, q.priority::text, q.run_at

-- name: claim_delivery
-- The next item of one lane that may send now; holding the lane keeps one in flight.
with free as (
    select l.connection_id, l.lane, ready.id
    from lanes l
    cross join lateral (
        select first.id
        from unnest(enum_range(null::queue_priority)) as urgency(priority)
        -- Lateral: each priority is a range of its own in the index, as above.
        cross join lateral (
            select q.id
            from action_queue q
            where q.status = 'pending'
                and (q.connection_id, q.lane) = (l.connection_id, l.lane)
                and q.priority = urgency.priority
                and q.run_at <= now()
            order by q.run_at, q.id
            limit 1
        ) first
        order by urgency.priority
        limit 1
    ) ready
    where l.free_at <= now()
    order by l.free_at
    limit 1
    for update of l skip locked
), held as (
    update lanes l
    set free_at = now() + make_interval(secs => %(lease)s)
    from free
    where (l.connection_id, l.lane) = (free.connection_id, free.lane)
)
update action_queue q
set status = 'processing', attempts = q.attempts + 1, worker = %(worker)s,
    lease_until = now() + make_interval(secs => %(lease)s)
from free
where (q.connection_id, q.id) = (free.connection_id, free.id)
    and q.status = 'pending'
returning q.connection_id, q.id, q.event_type, q.event_data, q.lane, q.attempts, q.max_attempts, q.expires_at,
    q.created_at, q.priority::text, q.run_at

-- name: claim_alone
-- One item by itself: its worker's lease ran out, so that it may be what ended the worker, or it failed before.
with lapsed as (
    select q.connection_id, q.id
    from action_queue q
    where q.status = 'processing'
        and q.event_type = %(event_type)s
        and q.lease_until < now()
        -- Not from the beginning either: nothing had lapsed when it was last looked.
        and q.lease_until > now() - make_interval(secs => %(since)s)
        and q.attempts < q.max_attempts
    order by q.lease_until
    limit 1
    for update skip locked
), failed as (
    select q.connection_id, q.id
    from action_queue q
    where q.status = 'pending'
        and q.alone
        and q.event_type = %(event_type)s
        and q.run_at <= now()
    order by q.run_at, q.id
    limit %(n)s
    for update skip locked
), one as (
    select connection_id, id from lapsed
    union all
    select connection_id, id from failed
    limit 1
)
update action_queue q
set status = 'processing', attempts = q.attempts + 1, worker = %(worker)s, alone = true,
    lease_until = now() + make_interval(secs => %(lease)s)
from one
where (q.connection_id, q.id) = (one.connection_id, one.id)
returning q.connection_id, q.id, q.event_type, q.event_data, q.lane, q.attempts, q.max_attempts, q.expires_at,
    q.created_at, q.priority::text, q.run_at

-- name: held_by
-- What a worker held when it ended; deliveries are left to their lease, since what was sent is not known.
select q.connection_id, q.id, q.event_type, q.event_data, q.lane, q.attempts, q.max_attempts, q.expires_at,
    q.created_at, q.priority::text, q.run_at
from action_queue q
where q.status = 'processing' and q.event_type = 'settle' and q.worker = %(worker)s
order by q.connection_id, q.id
for update

-- name: renew
-- A batch keeps its lease for as long as its reading goes on; each reading has a deadline of its own.
update action_queue q
set lease_until = now() + make_interval(secs => %(lease)s)
from jsonb_to_recordset(%(claims)s) as mine(connection_id integer, id bigint, attempts integer)
where (q.connection_id, q.id) = (mine.connection_id, mine.id)
    and q.status = 'processing'
    and q.attempts = mine.attempts
returning q.connection_id, q.id

-- name: return_expired
-- Deliveries (and the upkeep) whose worker did not come back wait for their turn again; the lane keeps one in flight.
with lapsed as (
    select q.connection_id, q.id
    from action_queue q
    where q.status = 'processing'
        and q.event_type <> 'settle'
        and q.lease_until < now()
        and q.attempts < q.max_attempts
    for update skip locked
)
update action_queue q
set status = 'pending', lease_until = null
from lapsed
where (q.connection_id, q.id) = (lapsed.connection_id, lapsed.id)

-- name: bury_expired
-- Whose last attempt's lease ran out as well goes to the dead letters, with its reason.
with lapsed as (
    select q.connection_id, q.id
    from action_queue q
    where q.status = 'processing'
        and q.lease_until < now()
        and q.attempts >= q.max_attempts
    for update skip locked
), dead as (
    update action_queue q
    set status = 'failed', finished_at = now(), lease_until = null,
        first_failed_at = coalesce(q.first_failed_at, now()), last_failed_at = now(),
        last_error = 'its worker did not come back, ' || q.attempts || ' times (last: ' || q.worker || ')'
    from lapsed
    where (q.connection_id, q.id) = (lapsed.connection_id, lapsed.id)
    returning q.connection_id, q.id, q.event_type, q.event_data
)
insert into live_feed (connection_id, event, body)
select connection_id, 'settled', event_data || jsonb_build_object(
    'outcome', 'dead_letter', 'error', event_type, 'queue_id', id, 'items', '[]'::jsonb)
from dead

-- name: complete
-- The fence: a worker whose lease ran out (another attempt has begun) gets nothing back.
update action_queue q
set status = 'completed', finished_at = now(), lease_until = null
from jsonb_to_recordset(%(claims)s) as mine(connection_id integer, id bigint, attempts integer)
where (q.connection_id, q.id) = (mine.connection_id, mine.id)
    and q.status = 'processing'
    and q.attempts = mine.attempts
returning q.connection_id, q.id

-- name: put_back
-- To pending again, the attempt given back where it was nobody's fault (a revision that moved, a stop).
update action_queue q
set status = 'pending', lease_until = null, finished_at = null,
    attempts = greatest(q.attempts - mine.refund, 0),
    run_at = now() + make_interval(secs => mine.delay),
    last_error = coalesce(mine.error, q.last_error),
    first_failed_at = case when mine.error is null then q.first_failed_at else coalesce(q.first_failed_at, now()) end,
    last_failed_at = case when mine.error is null then q.last_failed_at else now() end,
    alone = q.alone or mine.alone
from jsonb_to_recordset(%(claims)s) as mine(
    connection_id integer, id bigint, attempts integer, refund integer, delay float8, error text, alone boolean
)
where (q.connection_id, q.id) = (mine.connection_id, mine.id)
    and q.attempts = mine.attempts
    -- Completed by this very transaction a moment ago, or still ours.
    and (q.status = 'processing' or (q.status = 'completed' and q.finished_at = now()))
returning q.connection_id, q.id

-- name: bury
-- To the dead letters: trying again cannot help, or was tried often enough. It is shown, never silent.
with dead as (
    update action_queue q
    set status = 'failed', finished_at = now(), lease_until = null, last_error = mine.error,
        first_failed_at = coalesce(q.first_failed_at, now()), last_failed_at = now()
    from jsonb_to_recordset(%(claims)s) as mine(connection_id integer, id bigint, attempts integer, error text)
    where (q.connection_id, q.id) = (mine.connection_id, mine.id)
        and q.status = 'processing'
        and q.attempts = mine.attempts
    returning q.connection_id, q.id, q.event_type, q.event_data, q.last_error
)
insert into live_feed (connection_id, event, body)
select connection_id, 'settled', event_data || jsonb_build_object(
    'outcome', 'dead_letter', 'error', event_type, 'queue_id', id, 'items', '[]'::jsonb)
from dead

-- name: add
insert into action_queue (connection_id, event_type, event_data, priority, lane, run_at, expires_at, max_attempts)
select connection_id, event_type, event_data, coalesce(priority, 'normal'), lane, coalesce(run_at, now()), expires_at,
    coalesce(max_attempts, 8)
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, event_type text, event_data jsonb, priority queue_priority, lane text,
    run_at timestamptz, expires_at timestamptz, max_attempts integer
)

-- name: from_now
-- By the database's clock: those of several workers' machines need not agree.
select now() + make_interval(secs => %(seconds)s)

-- name: is_over
select %(at)s::timestamptz < now()

-- name: open_lanes
insert into lanes (connection_id, lane)
select distinct connection_id, lane
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, lane text)
order by connection_id, lane
on conflict do nothing

-- name: free_lane
-- Only by whoever holds it: a worker that comes late must not free the lane under another one's sending.
update lanes
set free_at = now() + make_interval(secs => %(pause)s)
where (connection_id, lane) = (%(connection_id)s, %(lane)s)
    and exists (
        select from action_queue q
        where (q.connection_id, q.id) = (%(connection_id)s, %(queue_id)s) and q.attempts <= %(attempts)s
    )

-- name: wake
-- What waits because its connection was paused is due at once.
update action_queue
set run_at = now()
where connection_id = %(connection_id)s and status = 'pending' and event_type = 'settle' and run_at > now()
