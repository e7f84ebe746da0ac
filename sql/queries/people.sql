-- name: known
-- The person behind each address that is known already.
select a.connection_id, a.address, a.person_id
from addresses a
join jsonb_to_recordset(%(rows)s) as heard(connection_id integer, address text)
    on (a.connection_id, a.address) = (heard.connection_id, heard.address)

-- name: add_person
insert into people (connection_id, name, is_owner)
values (%(connection_id)s, %(name)s, %(is_owner)s)
on conflict (connection_id) where is_owner do update set name = people.name
returning id

-- name: add_address
insert into addresses (connection_id, address, person_id)
values (%(connection_id)s, %(address)s, %(person_id)s)
on conflict do nothing
