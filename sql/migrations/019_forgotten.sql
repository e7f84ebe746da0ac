-- Who was forgotten, so that what comes late does not bring them back: of each address a salted digest, and until when
-- what is told of it is old. It says nothing of whom it is about to whoever does not have the address already.
create table forgotten (
    connection_id integer not null references connections on delete cascade,
    salt bytea not null default uuid_send(gen_random_uuid()),
    digest bytea not null check (length(digest) = 32),
    until_second bigint not null,
    primary key (connection_id, digest)
);
create index forgotten_until on forgotten (connection_id, until_second);
