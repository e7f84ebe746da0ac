-- name: begin
-- Nothing comes back where the key is known already. Who took it and said nothing for so long has died on the way: the
-- same request takes it over.
insert into idempotency_keys as known (caller, key, owner, fingerprint)
values (%(caller)s, %(key)s, %(owner)s, %(fingerprint)s)
on conflict (caller, key) do update set
    owner = excluded.owner, fingerprint = excluded.fingerprint, status = null, headers = '[]', body = null, at = now()
    where known.at < now() - interval '24 hours'
        or (known.status is null
            and known.fingerprint = excluded.fingerprint
            and known.at < now() - make_interval(secs => %(lease)s))
returning key

-- name: hold
-- It is still being answered, by whom it belongs to.
update idempotency_keys
set at = now()
where (caller, key, owner) = (%(caller)s, %(key)s, %(owner)s) and status is null

-- name: known
select fingerprint, status, headers, body
from idempotency_keys
where (caller, key) = (%(caller)s, %(key)s)

-- name: finish
update idempotency_keys
set status = %(status)s, headers = %(headers)s, body = %(body)s
where (caller, key, owner) = (%(caller)s, %(key)s, %(owner)s) and status is null

-- name: forget
delete from idempotency_keys
where (caller, key, owner) = (%(caller)s, %(key)s, %(owner)s)

-- name: forget_old
delete from idempotency_keys
where at < now() - interval '24 hours'
