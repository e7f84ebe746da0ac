-- Whose hands a request with an Idempotency-Key is in: who was given up writes no answer over that of the next.
alter table idempotency_keys add column owner uuid not null default gen_random_uuid();

-- Messages by hand whose sending was begun: one that is still here when the same is to be sent again may have gone out.
-- Of the chat and the text only a digest.
create table begun_messages (
    connection_id integer not null references connections on delete cascade,
    digest bytea not null check (length(digest) = 32),
    begun_at timestamptz not null default now(),
    primary key (connection_id, digest)
);
