-- name: by_slug
select id, slug, gateway, instance, base_url, secrets, topology, owner_address, zone, region, language, enabled
from connections
where slug = %(slug)s

-- name: by_id
select id, slug, gateway, instance, base_url, secrets, topology, owner_address, zone, region, language, enabled
from connections
where id = %(id)s

-- name: add
insert into connections (slug, gateway, instance, base_url, secrets, topology, zone, region, language)
values (%(slug)s, %(gateway)s, %(instance)s, %(base_url)s, %(secrets)s, %(topology)s, %(zone)s, %(region)s,
    %(language)s)
returning id, slug, gateway, instance, base_url, secrets, topology, owner_address, zone, region, language, enabled

-- name: point_to
-- Where the gateway answers can move (the demo takes a free port at each start).
update connections
set base_url = %(base_url)s
where id = %(id)s

-- name: list
-- When a number was last heard is the end of an index, a look a number.
select c.id, c.name, c.gateway, c.instance, c.base_url, c.topology, c.zone, c.region, c.language, c.enabled,
    c.acts_since, c.line_state, c.line_reason, c.created_at, coalesce(held.rules, 0) as rules,
    greatest(
        (select m.stored_at from whatsapp_messages m where m.connection_id = c.id order by m.stored_at desc limit 1),
        (select l.heard_at from action_execution_log l where l.connection_id = c.id order by l.id desc limit 1)
    ) as last_heard_at
from connections c
left join (
    select connection_id, count(*) as rules
    from action_rules
    where deleted_at is null
        and (%(id)s::integer is null or connection_id = %(id)s)
    group by connection_id
) held on held.connection_id = c.id
where %(id)s::integer is null or c.id = %(id)s
order by c.id

-- name: by_instance
select id, slug, gateway, instance, base_url, secrets, topology, owner_address, zone, region, language, enabled
from connections
where (gateway, instance) = (%(gateway)s, %(instance)s)
order by id
limit 1

-- name: same
-- The connection of an instance: at the same address, else (the server has moved) with the same number.
select c.id, c.slug, c.gateway, c.instance, c.base_url, c.secrets, c.topology, c.owner_address, c.zone, c.region, c.language, c.enabled
from connections c
where (c.gateway, c.instance) = (%(gateway)s, %(instance)s)
    and (c.base_url = %(base_url)s or same_person(c.id, 'me', %(owner)s))
order by c.base_url = %(base_url)s desc, c.id
limit 1

-- name: lock
-- One change at a time. Webhooks go on: their rows refer to the key.
select
from connections
where id = %(id)s
for no key update

-- name: change
-- What is null stays as it is.
update connections
set name = coalesce(%(name)s, name), topology = coalesce(%(topology)s, topology), zone = coalesce(%(zone)s, zone),
    region = coalesce(%(region)s, region), language = coalesce(%(language)s, language)
where id = %(id)s

-- name: keep_secrets
update connections
set base_url = %(base_url)s, secrets = %(secrets)s
where id = %(id)s

-- name: switch
update connections
set enabled = %(enabled)s
where id = %(id)s and enabled <> %(enabled)s
returning id

-- name: act_since
update connections
set acts_since = %(acts_since)s
where id = %(id)s

-- name: content
-- What goes when a connection is removed.
select
    (select count(*) from items where connection_id = %(id)s) as items,
    (select count(*) from whatsapp_messages where connection_id = %(id)s) as messages,
    (select count(*) from action_rules where connection_id = %(id)s and deleted_at is null) as rules

-- name: remove
delete from connections
where id = %(id)s

-- name: moment
select now() as since, line_state, line_reason
from connections
where id = %(id)s

-- name: first_heard
-- The first thing that a connection heard since a moment; nothing of it is empty, so one row is a sign of life.
select what, message_id
from (
    (select 'message' as what, id as message_id, stored_at as at
    from whatsapp_messages
    where connection_id = %(id)s and stored_at >= %(since)s
    order by stored_at
    limit 1)
    union all
    (select case when emoji is null then 'reaction taken back' else 'reaction' end, message_id, heard_at
    from whatsapp_message_reactions
    where connection_id = %(id)s and address <> '' and heard_at >= %(since)s
    order by heard_at
    limit 1)
    union all
    (select kind, message_id, heard_at
    from whatsapp_message_changes
    where connection_id = %(id)s and heard_at >= %(since)s
    order by heard_at
    limit 1)
    union all
    -- A line has no time of its own: whatever else came, came with a time.
    (select 'line ' || line_state, null, 'infinity'
    from connections
    where id = %(id)s and (line_state, line_reason) is distinct from (%(line_state)s, %(line_reason)s))
) heard
order by at
limit 1

-- name: sending
-- What numbers have sent lately, what waits to be sent, and when the next may go (null: at once).
select c.id as connection_id,
    count(d.queue_id) filter (where d.at >= now() - interval '1 hour') as sent_hour,
    count(d.queue_id) as sent_day,
    (select count(*)
        from action_queue q
        where q.connection_id = c.id and q.lane = 'chat' and q.status = 'pending' and q.run_at <= now()) as waiting,
    (select l.free_at from lanes l where (l.connection_id, l.lane) = (c.id, 'chat') and l.free_at > now()) as free_at
from connections c
left join deliveries d
    on d.connection_id = c.id
    and d.at >= now() - interval '1 day'
    and d.outcome = 'sent'
    and d.sent_message_id is not null
where %(connections)s::integer[] is null or c.id = any(%(connections)s)
group by c.id
order by c.id
