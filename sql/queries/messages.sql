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
