-- Who may come in: accounts of people with their sessions, keys of programs; and who changed what.

create type account_role as enum ('owner', 'admin', 'operator', 'viewer');

create table accounts (
    id integer generated always as identity primary key,
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
    role account_role not null,
    -- argon2id, in the form that carries its own parameters.
    password text not null check (password like '$argon2id$%'),
    disabled_at timestamptz,
    created_at timestamptz not null default now()
);

-- What operators and viewers see; owners and admins see every connection.
create table account_connections (
    connection_id integer not null references connections on delete cascade,
    account_id integer not null references accounts on delete cascade,
    primary key (connection_id, account_id)
);
create index account_connections_of_account on account_connections (account_id);

-- Of what a browser or a link holds only the SHA-256 is kept: whoever reads this table cannot come in with it.
create table sessions (
    digest bytea primary key check (length(digest) = 32),
    account_id integer not null references accounts on delete cascade,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index sessions_of_account on sessions (account_id);

-- Links that make one account, once.
create table invitations (
    digest bytea primary key check (length(digest) = 32),
    role account_role not null,
    connections integer[] not null default '{}',
    -- Whether it is the link to the first account: it stops working as soon as there is one.
    is_first boolean not null default false,
    made_by text not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

-- Failures to log in, for a while; of a name only the digest, since people type passwords there.
create table login_failures (
    id bigint generated always as identity primary key,
    name_digest bytea not null,
    address text not null,
    at timestamptz not null default now()
);

create table api_keys (
    id text primary key check (id ~ '^[a-z0-9]{8}$'),
    name text not null check (name <> ''),
    digest bytea not null check (length(digest) = 32),
    scopes text[] not null check (cardinality(scopes) > 0),
    -- Not "none named means all": a key whose only connection is removed must see nothing.
    all_connections boolean not null,
    -- Whose it is; null for one made at the command line.
    account_id integer references accounts on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_keys_of_account on api_keys (account_id);

create table api_key_connections (
    connection_id integer not null references connections on delete cascade,
    key_id text not null references api_keys on delete cascade,
    primary key (connection_id, key_id)
);
create index api_key_connections_of_key on api_key_connections (key_id);

-- Who changed what. Each digest is keyed and takes in the one before it; what was before and after stands apart, so
-- that it can be erased: the chain holds only its digest.
create table audit_log (
    position bigint primary key check (position > 0),
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    -- No foreign key: what was done outlives what it was done to.
    connection_id integer,
    -- Which key the digests were made with, so that another one is refused and not mixed in.
    key text not null,
    payload_digest bytea not null check (length(payload_digest) = 32),
    digest bytea not null check (length(digest) = 32)
);
create index audit_log_of_connection on audit_log (connection_id, position);

create table audit_payloads (
    position bigint primary key references audit_log,
    body text,
    erased_at timestamptz,
    check ((body is null) = (erased_at is not null))
);

create function refuse_change_of_audit() returns trigger
language plpgsql
as $$
begin
    raise exception 'The audit log takes no changes: % on % was refused.', tg_op, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger audit_log_is_append_only
before update or delete on audit_log
for each row execute function refuse_change_of_audit();

create trigger audit_log_is_not_emptied
before truncate on audit_log
for each statement execute function refuse_change_of_audit();

-- The one change there is: what was before and after is erased.
create trigger audit_payloads_are_only_erased
before update on audit_payloads
for each row
when (new.body is not null or old.body is null or new.position <> old.position)
execute function refuse_change_of_audit();

create trigger audit_payloads_are_kept
before delete on audit_payloads
for each row execute function refuse_change_of_audit();

create trigger audit_payloads_are_not_emptied
before truncate on audit_payloads
for each statement execute function refuse_change_of_audit();
