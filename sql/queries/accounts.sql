-- name: exist
select exists (select from accounts) as there

-- name: list
select a.id, a.name, a.role::text, a.disabled_at, a.created_at,
    array(select c.connection_id from account_connections c where c.account_id = a.id order by 1) as connections,
    (select max(s.seen_at) from sessions s where s.account_id = a.id) as seen_at,
    (select count(*) from api_keys k where k.account_id = a.id and k.revoked_at is null) as keys
from accounts a
where %(name)s::text is null or a.name = %(name)s
order by a.id

-- name: add
insert into accounts (name, role, password)
values (%(name)s, %(role)s::account_role, %(password)s)
on conflict (name) do nothing
returning id

-- name: lock_first
-- Two who are the first at once wait for each other; the second finds that there is an account.
select pg_advisory_xact_lock(7683920116)

-- name: lock_owners
-- Nobody else stops being an owner meanwhile: the last one must not go.
select id
from accounts
where role = 'owner' and disabled_at is null
order by id
for update

-- name: lock
-- One change of an account at a time; after the owners', or two would wait for each other.
select
from accounts
where name = %(name)s
for update

-- name: set_role
update accounts
set role = %(role)s::account_role
where id = %(id)s

-- name: set_password
update accounts
set password = %(password)s
where id = %(id)s

-- name: password
select id, name, password, disabled_at is not null as disabled
from accounts
where name = %(name)s

-- name: disable
update accounts
set disabled_at = now()
where id = %(id)s and disabled_at is null

-- name: enable
update accounts
set disabled_at = null
where id = %(id)s

-- name: see_only
delete from account_connections
where account_id = %(id)s and connection_id <> all(%(connections)s::integer[])

-- name: see
-- Those of the connections that there still are.
insert into account_connections (account_id, connection_id)
select %(id)s, c.id
from connections c
where c.id = any(%(connections)s::integer[])
on conflict do nothing

-- name: invite
insert into invitations (digest, role, connections, is_first, made_by, expires_at)
values (%(digest)s, %(role)s::account_role, %(connections)s, %(is_first)s, %(made_by)s,
    now() + make_interval(secs => %(seconds)s))

-- name: drop_invitations
-- Those that are over, and the former links to the first account.
delete from invitations
where expires_at < now() or is_first

-- name: invitation
select role::text, connections, is_first, made_by, expires_at
from invitations
where digest = %(digest)s and expires_at > now()

-- name: take_invitation
delete from invitations
where digest = %(digest)s and expires_at > now()
returning role::text, connections, is_first, made_by

-- name: lock_logins
select pg_advisory_xact_lock(7683920117)

-- name: drop_failures
delete from login_failures
where at < now() - make_interval(secs => %(seconds)s)

-- name: failures
-- How many there were in the window, and in how many seconds the oldest that counts leaves it.
select
    count(*) filter (where (name_digest, address) = (%(name_digest)s, %(address)s)) as of_both,
    count(*) filter (where name_digest = %(name_digest)s) as of_name,
    count(*) filter (where address = %(address)s) as of_address,
    ceil(extract(epoch from min(at) + make_interval(secs => %(seconds)s) - now()))::integer as retry_after
from login_failures
where at > now() - make_interval(secs => %(seconds)s)
    and (name_digest = %(name_digest)s or address = %(address)s)

-- name: fail
insert into login_failures (name_digest, address)
values (%(name_digest)s, %(address)s)

-- name: forgive
delete from login_failures
where (name_digest, address) = (%(name_digest)s, %(address)s)

-- name: start_session
insert into sessions (digest, account_id, browser, expires_at)
values (%(digest)s, %(account_id)s, %(browser)s, now() + make_interval(days => %(days)s))

-- name: end_session
delete from sessions
where digest = %(digest)s
returning account_id

-- name: end_sessions
-- All of an account but the one named (null: all).
delete from sessions
where account_id = %(account_id)s and digest is distinct from %(but)s

-- name: drop_sessions
delete from sessions
where expires_at < now() or seen_at < now() - make_interval(hours => %(idle_hours)s)

-- name: sessions
-- Those of the sessions that still hold, with whose they are.
select s.digest, s.seen_at < now() - interval '1 minute' as stale, a.id as account_id, a.name, a.role::text as role,
    array(select c.connection_id from account_connections c where c.account_id = a.id) as connections
from sessions s
join accounts a on a.id = s.account_id
where s.digest = any(%(digests)s)
    and a.disabled_at is null
    and s.expires_at > now()
    and s.seen_at > now() - make_interval(hours => %(idle_hours)s)

-- name: sessions_of
-- Those of an account that still hold, the last seen first.
select digest = %(digest)s as is_this, browser, created_at, seen_at, expires_at
from sessions
where account_id = %(account_id)s
    and expires_at > now()
    and seen_at > now() - make_interval(hours => %(idle_hours)s)
order by is_this desc, seen_at desc, created_at desc

-- name: see_session
update sessions
set seen_at = now()
where digest = %(digest)s and seen_at < now() - interval '1 minute'
