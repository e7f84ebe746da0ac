-- name: begin
-- Nothing comes back where the key is known already.
insert into idempotency_keys as known (caller, key, fingerprint)
values (%(caller)s, %(key)s, %(fingerprint)s)
on conflict (caller, key) do update set
    fingerprint = excluded.fingerprint, status = null, headers = '[]', body = null, at = now()
    where known.at < now() - interval '24 hours'
returning key

-- name: known
select fingerprint, status, headers, body
from idempotency_keys
where (caller, key) = (%(caller)s, %(key)s)

-- name: finish
update idempotency_keys
set status = %(status)s, headers = %(headers)s, body = %(body)s
where (caller, key) = (%(caller)s, %(key)s)

-- name: forget
delete from idempotency_keys
where (caller, key) = (%(caller)s, %(key)s)

-- name: forget_old
delete from idempotency_keys
where at < now() - interval '24 hours'
