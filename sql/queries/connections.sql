-- name: by_slug
select id, slug, gateway, instance, base_url, secrets, topology, zone, region, language, enabled
from connections
where slug = %(slug)s

-- name: by_id
select id, slug, gateway, instance, base_url, secrets, topology, zone, region, language, enabled
from connections
where id = %(id)s

-- name: add
insert into connections (slug, gateway, instance, base_url, secrets, topology, zone, region, language)
values (%(slug)s, %(gateway)s, %(instance)s, %(base_url)s, %(secrets)s, %(topology)s, %(zone)s, %(region)s,
    %(language)s)
returning id, slug, gateway, instance, base_url, secrets, topology, zone, region, language, enabled

-- name: point_to
-- Where the gateway answers can move (the demo takes a free port at each start).
update connections
set base_url = %(base_url)s
where id = %(id)s

-- name: list
select id, slug, gateway, instance, base_url, topology, zone, region, language, enabled, acts_since,
    line_state, line_reason, rules_version, created_at
from connections
order by id

-- name: by_instance
select id, slug, gateway, instance, base_url, secrets, topology, zone, region, language, enabled
from connections
where (gateway, instance) = (%(gateway)s, %(instance)s)
order by id
limit 1
