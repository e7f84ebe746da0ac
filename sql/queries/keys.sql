-- name: add
-- What a key makes lasts no longer than it does itself.
insert into api_keys (id, name, digest, scopes, all_connections, account_id, expires_at)
values (%(id)s, %(name)s, %(digest)s, %(scopes)s, %(all_connections)s, %(account_id)s,
    least(now() + make_interval(secs => %(seconds)s), (select m.expires_at from api_keys m where m.id = %(maker)s)))
returning expires_at

-- name: limit
insert into api_key_connections (key_id, connection_id)
select %(id)s, c.id
from connections c
where c.id = any(%(connections)s::integer[])

-- name: list
-- By the beginning of the key as it is sent, of its id, or by a part of its name. Null lets everything through.
select k.id, k.name, k.scopes, k.account_id, a.name as account, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
    case when not k.all_connections then
        array(select c.connection_id from api_key_connections c where c.key_id = k.id order by 1)
    end as connections,
    case
        when k.revoked_at is not null then 'revoked'
        when k.expires_at <= now() then 'expired'
        when a.disabled_at is not null then 'account disabled'
        else 'active'
    end as state
from api_keys k
left join accounts a on a.id = k.account_id
where (%(part)s::text is null or starts_with('tq_' || k.id, %(part)s) or starts_with(k.id, %(part)s)
        or strpos(lower(k.name), lower(%(part)s)) > 0)
    and (%(account_id)s::integer is null or k.account_id = %(account_id)s)
    and (%(id)s::text is null or k.id = %(id)s)
order by k.created_at, k.id

-- name: revoke
update api_keys
set revoked_at = now()
where id = %(id)s and revoked_at is null
returning id

-- name: known
-- Keys with whose they are, whatever became of them: to whoever has the secret it is said.
select k.id, k.name, k.digest, k.scopes, k.revoked_at is not null as revoked,
    coalesce(k.expires_at <= now(), false) as expired,
    k.last_used_at is null or k.last_used_at < now() - interval '1 minute' as stale,
    case when not k.all_connections then
        array(select c.connection_id from api_key_connections c where c.key_id = k.id)
    end as connections,
    a.id as account_id, a.name as account, a.role::text as role, coalesce(a.disabled_at is not null, false) as disabled,
    array(select c.connection_id from account_connections c where c.account_id = a.id) as account_connections
from api_keys k
left join accounts a on a.id = k.account_id
where k.id = any(%(ids)s::text[])

-- name: use
update api_keys
set last_used_at = now()
where id = %(id)s and (last_used_at is null or last_used_at < now() - interval '1 minute')
