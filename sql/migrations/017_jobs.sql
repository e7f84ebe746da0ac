-- Long work that somebody asked for over the API, how far it is, and what it found; kept for a day.
create table jobs (
    id uuid not null default gen_random_uuid(),
    connection_id integer not null references connections on delete cascade,
    caller text not null,
    kind text not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done integer not null default 0,
    total integer,
    answer jsonb,
    error text,
    created_at timestamptz not null default now(),
    -- Whoever works on it says so again and again: where that ends, the work has ended too.
    seen_at timestamptz not null default now(),
    finished_at timestamptz,
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((state = 'done') = (answer is not null)),
    check ((state = 'failed') = (error is not null)),
    primary key (connection_id, id)
);
create index jobs_open on jobs (caller) where finished_at is null;
create index jobs_age on jobs (created_at);
