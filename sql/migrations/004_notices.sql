-- What Toque told somebody of its own accord, so that it is told once.
create table notices (
    connection_id integer not null references connections on delete cascade,
    address text not null,
    kind text not null,
    told_at timestamptz not null default now(),
    primary key (connection_id, address, kind)
);
