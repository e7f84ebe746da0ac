-- name: lock
-- Whoever adds looks first, one after the other: or two would take the last place.
select pg_advisory_xact_lock(hashtext('toque.jobs'))

-- name: open
-- How many are not finished: of one caller, and of all.
select count(*) filter (where caller = %(caller)s) as theirs, count(*) as all
from jobs
where finished_at is null

-- name: add
insert into jobs (connection_id, caller, kind)
values (%(connection_id)s, %(caller)s, %(kind)s)
returning id, connection_id, caller, kind, state, done, total, answer, error, created_at, finished_at

-- name: one
select id, connection_id, caller, kind, state, done, total, answer, error, created_at, finished_at
from jobs
where id = %(id)s and (%(caller)s::text is null or caller = %(caller)s)

-- name: list
select id, connection_id, caller, kind, state, done, total, null::jsonb as answer, error, created_at, finished_at
from jobs
where (%(caller)s::text is null or caller = %(caller)s)
    and (%(connections)s::integer[] is null or connection_id = any (%(connections)s))
    and (%(before)s::timestamptz is null or (created_at, id) < (%(before)s, %(before_id)s::uuid))
order by created_at desc, id desc
limit %(n)s

-- name: tell
-- Nothing comes back where it was cancelled, or given up for lost.
update jobs
set state = 'running', done = %(done)s, total = %(total)s, seen_at = now()
where id = %(id)s and finished_at is null
returning id

-- name: seen
update jobs
set seen_at = now()
where id = any (%(ids)s) and finished_at is null

-- name: finish
update jobs
set state = 'done', answer = %(answer)s, done = coalesce(total, done), finished_at = now()
where id = %(id)s and finished_at is null

-- name: fail
update jobs
set state = 'failed', error = %(error)s, finished_at = now()
where id = any (%(ids)s) and finished_at is null

-- name: cancel
update jobs
set state = 'cancelled', finished_at = now()
where id = %(id)s and (%(caller)s::text is null or caller = %(caller)s) and finished_at is null
returning id

-- name: lost
update jobs
set state = 'failed', error = %(error)s, finished_at = now()
where finished_at is null and seen_at < now() - make_interval(secs => %(seconds)s)

-- name: forget_old
delete from jobs
where created_at < now() - interval '24 hours' and finished_at is not null
