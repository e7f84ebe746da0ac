-- name: record
insert into notes as n (connection_id, item_id, body)
select connection_id, item_id, body
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, item_id bigint, body text)
on conflict (connection_id, item_id) do update set
    body = excluded.body

-- name: withdraw
delete from notes n
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (n.connection_id, n.item_id) = (old.connection_id, old.item_id)
