-- name: open_lane
insert into lanes (connection_id, lane)
values (%(connection_id)s, 'chat')
on conflict do nothing

-- name: take_lane
-- Nothing comes back where another message goes first, be it a worker's.
update lanes
set free_at = now() + make_interval(secs => %(lease)s)
where (connection_id, lane) = (%(connection_id)s, 'chat') and free_at <= now()
returning free_at

-- name: taken_for
select extract(epoch from free_at - now())::float8 as seconds
from lanes
where (connection_id, lane) = (%(connection_id)s, 'chat')

-- name: free_lane
update lanes
set free_at = now() + make_interval(secs => %(pause)s)
where (connection_id, lane) = (%(connection_id)s, 'chat')

-- name: begin
-- Nothing comes back where the same was begun before and nobody knows what became of it.
insert into begun_messages (connection_id, digest)
values (%(connection_id)s, %(digest)s)
on conflict do nothing
returning begun_at

-- name: begun
select begun_at
from begun_messages
where (connection_id, digest) = (%(connection_id)s, %(digest)s)

-- name: end
-- What was begun so long ago as well: nobody sends it again without having looked.
delete from begun_messages
where connection_id = %(connection_id)s
    and (digest = %(digest)s or begun_at < now() - interval '7 days')
