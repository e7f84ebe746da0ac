-- name: lock
-- The items that are about to change, in the order in which settling locks them.
select i.id
from items i
where i.id = any(%(ids)s)
    and (%(connections)s::integer[] is null or i.connection_id = any(%(connections)s))
order by i.connection_id, i.id
for update

-- name: note
insert into bulk_edits (connection_id, bulk_id, item_id, action, before, by_whom)
select connection_id, %(bulk_id)s, item_id, %(action)s, before, %(by_whom)s
from jsonb_to_recordset(%(rows)s) as done(connection_id integer, item_id bigint, before jsonb)

-- name: forget_old
delete from bulk_edits
where at < now() - interval '30 days'

-- name: of
-- What a bulk did that is not undone, locked with its items; `untouched`: nothing happened to the item since.
select b.connection_id, b.item_id, b.action, b.before, i.updated_at = b.at as untouched
from bulk_edits b
join items i
    on (i.connection_id, i.id) = (b.connection_id, b.item_id)
where b.bulk_id = %(bulk_id)s
    and b.undone_at is null
    and (%(connections)s::integer[] is null or b.connection_id = any(%(connections)s))
order by i.connection_id, i.id
for update

-- name: undone
update bulk_edits
set undone_at = now()
where bulk_id = %(bulk_id)s
    and item_id = any(%(ids)s)
