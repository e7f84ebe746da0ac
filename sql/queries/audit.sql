-- name: lock
-- One writer at a time, until its transaction ends; by itself, since the next statement must see what the last one wrote.
select pg_advisory_xact_lock(7683920115)

-- name: last
-- The end of the chain, and the time; one row, also of an empty log.
select clock_timestamp() as at, l.position, l.digest, l.key
from (select) one
left join (
    select position, digest, key
    from audit_log
    order by position desc
    limit 1
) l on true

-- name: add
with entry as (
    insert into audit_log (position, at, actor, action, subject, connection_id, key, payload_digest, digest)
    values (%(position)s, %(at)s, %(actor)s, %(action)s, %(subject)s, %(connection_id)s, %(key)s, %(payload_digest)s,
        %(digest)s)
    returning position
)
insert into audit_payloads (position, body)
select position, %(body)s
from entry

-- name: list
-- The newest first. Null lets everything through; whoever sees only some connections sees nothing that has none.
select l.position, l.at, l.actor, l.action, l.subject, l.connection_id, p.body, p.erased_at,
    coalesce(a.name, k.name) as actor_name
from audit_log l
join audit_payloads p on p.position = l.position
left join accounts a on l.actor = 'account:' || a.id
left join api_keys k on l.actor = 'key:' || k.id
where (%(before)s::bigint is null or l.position < %(before)s)
    and (%(connections)s::integer[] is null or l.connection_id = any(%(connections)s))
    and (%(connection)s::integer is null or l.connection_id = %(connection)s)
    and (%(action)s::text is null or l.action like replace(replace(%(action)s, '\', '\\'), '_', '\_') || '%%')
    -- One thing (`item:7`), or all of its kind (`item`).
    and (%(subject)s::text is null or l.subject = %(subject)s or starts_with(l.subject, %(subject)s || ':'))
    and (%(actor)s::text is null or %(actor)s in (l.actor, a.name, k.name))
    and (%(since)s::timestamptz is null or l.at >= %(since)s)
    and (%(until)s::timestamptz is null or l.at < %(until)s)
order by l.position desc
limit %(n)s

-- name: titles
-- What items are called now.
select i.connection_id, i.id, i.title
from unnest(%(connections)s::integer[], %(ids)s::bigint[]) as w (connection_id, id)
join items i on (i.connection_id, i.id) = (w.connection_id, w.id)

-- name: whole
-- The chain from its beginning, with what stands apart.
select l.position, l.at, l.actor, l.action, l.subject, l.connection_id, l.key, l.payload_digest, l.digest,
    p.position is not null as has_payload, p.body
from audit_log l
left join audit_payloads p on p.position = l.position
order by l.position

-- name: erase
-- What was before and after, of a connection or of one subject; that something was done, by whom and when, stays.
update audit_payloads p
set body = null, erased_at = now()
from audit_log l
where l.position = p.position and p.body is not null
    and (%(connection)s::integer is null or l.connection_id = %(connection)s)
    and (%(subject)s::text is null or l.subject = %(subject)s)
