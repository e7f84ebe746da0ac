-- What a change of many items at once did to each, so that it can be undone.
create table bulk_edits (
    connection_id integer not null references connections on delete cascade,
    bulk_id uuid not null,
    item_id bigint not null,
    action text not null,
    -- The item's state and fields before.
    before jsonb not null,
    by_whom text not null,
    at timestamptz not null default now(),
    undone_at timestamptz,
    primary key (connection_id, bulk_id, item_id)
);
create index bulk_edits_of on bulk_edits (bulk_id);
create index bulk_edits_age on bulk_edits (at);

-- What was answered to a request that came with an Idempotency-Key: the same again is answered the same, not done again.
create table idempotency_keys (
    caller text not null,
    key text not null,
    fingerprint text not null,
    -- Null while it is being answered.
    status integer,
    headers jsonb not null default '[]',
    body bytea,
    at timestamptz not null default now(),
    primary key (caller, key)
);
create index idempotency_keys_age on idempotency_keys (at);
