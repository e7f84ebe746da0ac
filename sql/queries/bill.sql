-- name: record
insert into bills as b (connection_id, item_id, vendor, amount, currency, due_on, category, account, recurrence)
select connection_id, item_id, vendor, amount, currency, due_on, category, account, recurrence
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, item_id bigint, vendor text, amount numeric, currency text, due_on date, category text,
    account text, recurrence text
)
on conflict (connection_id, item_id) do update set
    vendor = excluded.vendor, amount = excluded.amount, currency = excluded.currency, due_on = excluded.due_on,
    category = excluded.category, account = excluded.account, recurrence = excluded.recurrence

-- name: withdraw
delete from bills b
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (b.connection_id, b.item_id) = (old.connection_id, old.item_id)

-- name: follow
-- The next occurrence: what the one before was, on another day.
insert into bills as b (connection_id, item_id, vendor, amount, currency, due_on, category, account, recurrence)
select connection_id, %(next)s, vendor, amount, currency, %(on)s, category, account, %(rule)s
from bills
where (connection_id, item_id) = (%(connection_id)s, %(id)s)
on conflict (connection_id, item_id) do update set
    vendor = excluded.vendor, amount = excluded.amount, currency = excluded.currency, due_on = excluded.due_on,
    category = excluded.category, account = excluded.account, recurrence = excluded.recurrence
