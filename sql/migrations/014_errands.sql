-- What rules send out besides their items: one row a step of a rule for a reaction, however often it is settled.
create table errands (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    message_id text not null,
    address text not null,
    rule_id text not null,
    step integer not null,
    action text not null check (action in ('send_message', 'react', 'notify', 'webhook')),
    lane text not null,
    priority queue_priority not null default 'normal',
    rule_version integer not null,
    -- What the rule's version promised: undo on unreacting, and until when.
    terms jsonb not null default '{}',
    -- Whether it stands; false: its reaction was taken back, or means something else now.
    wanted boolean not null,
    -- Raised whenever there is something new to tell: of several deliveries only the newest is sent.
    turn integer not null default 1,
    -- What the world was told last, at which turn, and of which items: a repeated call says the same again.
    told text check (told in ('created', 'updated', 'reopened', 'cancelled')),
    told_turn integer,
    told_items bigint[] not null default '{}',
    created_at timestamptz not null default now(),
    primary key (connection_id, id),
    unique (connection_id, message_id, address, rule_id, step, action),
    check ((told is null) = (told_turn is null))
);

-- When a rule told a channel last, and by which delivery: repeats within its time are left out.
create table rule_alerts (
    connection_id integer not null references connections on delete cascade,
    rule_id text not null,
    step integer not null,
    queue_id bigint not null,
    told_at timestamptz not null default now(),
    primary key (connection_id, rule_id, step)
);
