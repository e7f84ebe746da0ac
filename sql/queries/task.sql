-- name: record
-- `people`: the address of whoever is meant by a name, where that is known.
insert into tasks as t (connection_id, item_id, description, due_on, due_at, zone, assignee, assignee_address,
    recurrence)
select connection_id, item_id, description, due_on, due_at, zone, assignee, people->>assignee, recurrence
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, item_id bigint, description text, due_on date, due_at timestamptz, zone text,
    assignee text, people jsonb, recurrence text
)
on conflict (connection_id, item_id) do update set
    description = excluded.description, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
    assignee = excluded.assignee, assignee_address = excluded.assignee_address, recurrence = excluded.recurrence

-- name: withdraw
delete from tasks t
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (t.connection_id, t.item_id) = (old.connection_id, old.item_id)

-- name: follow
-- The next occurrence: what the one before was, on another day.
insert into tasks as t (connection_id, item_id, description, due_on, due_at, zone, assignee, assignee_address,
    recurrence)
select connection_id, %(next)s, description, %(on)s, %(at)s, zone, assignee, assignee_address, %(rule)s
from tasks
where (connection_id, item_id) = (%(connection_id)s, %(id)s)
on conflict (connection_id, item_id) do update set
    description = excluded.description, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
    assignee = excluded.assignee, assignee_address = excluded.assignee_address, recurrence = excluded.recurrence
