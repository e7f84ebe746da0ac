-- name: record
insert into tasks as t (connection_id, item_id, description, due_on, due_at, zone, assignee, recurrence)
select connection_id, item_id, description, due_on, due_at, zone, assignee, recurrence
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, item_id bigint, description text, due_on date, due_at timestamptz, zone text,
    assignee text, recurrence text
)
on conflict (connection_id, item_id) do update set
    description = excluded.description, due_on = excluded.due_on, due_at = excluded.due_at, zone = excluded.zone,
    assignee = excluded.assignee, recurrence = excluded.recurrence

-- name: withdraw
delete from tasks t
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (t.connection_id, t.item_id) = (old.connection_id, old.item_id)
