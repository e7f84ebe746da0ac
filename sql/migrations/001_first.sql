-- The first schema. Every primary and unique key starts with connection_id, so that one
-- primary can later be spread by it. Instants are timestamptz; what is only a day is a date.

create type queue_status as enum ('pending', 'processing', 'completed', 'failed');
create type queue_priority as enum ('critical', 'high', 'normal', 'low');
create type item_kind as enum ('task', 'event', 'bill', 'note');
create type item_status as enum ('open', 'done', 'cancelled');

-- A WhatsApp number at a gateway. `slug` is the unguessable part of its webhook's address.
create table connections (
    id integer generated always as identity primary key,
    slug text not null unique check (length(slug) between 8 and 128),
    gateway text not null,
    instance text not null,
    -- What people call it; the instance's name is the gateway's.
    name text check (name <> ''),
    base_url text,
    -- AEAD over a JSON object of the gateway's keys, bound to the slug.
    secrets bytea not null,
    topology text not null default 'own_number' check (topology in ('own_number', 'bot_number', 'cloud_api')),
    -- The number's own address as the gateway last gave it.
    owner_address text,
    zone text not null,
    region text not null check (region ~ '^[A-Z]{2}$'),
    language text not null check (language ~ '^[a-z]{2}$'),
    -- Reactions older than this are never acted on.
    acts_since timestamptz not null default now(),
    enabled boolean not null default true,
    line_state text not null default 'unknown',
    line_reason text,
    rules_version bigint not null default 0,
    created_at timestamptz not null default now()
);

-- A person is an interpretation over addresses (phone, LID, business id); a phone is never required.
create table people (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    name text,
    is_owner boolean not null default false,
    primary key (connection_id, id)
);
create unique index people_one_owner on people (connection_id) where is_owner;

create table addresses (
    connection_id integer not null,
    address text not null,
    person_id bigint not null,
    heard_at timestamptz not null default now(),
    primary key (connection_id, address),
    foreign key (connection_id, person_id) references people on delete cascade
);
create index addresses_of_person on addresses (connection_id, person_id);

-- Pairs that somebody said are not one person: what the gateway tells of them is not believed again.
create table people_apart (
    connection_id integer not null references connections on delete cascade,
    one text not null,
    other text not null,
    primary key (connection_id, one, other),
    check (one < other)
);

-- Whether two addresses are one, or of one person.
create function same_person(connection integer, one text, other text) returns boolean
language sql stable
return one = other or exists (
    select
    from addresses a
    join addresses b on (b.connection_id, b.person_id) = (a.connection_id, a.person_id)
    where a.connection_id = connection and a.address = one and b.address = other
);

-- What a person or an operator set for somebody; null means: find it out.
create table user_preferences (
    connection_id integer not null,
    person_id bigint not null,
    zone text,
    language text check (language ~ '^[a-z]{2}$'),
    region text check (region ~ '^[A-Z]{2}$'),
    primary key (connection_id, person_id),
    foreign key (connection_id, person_id) references people on delete cascade
);

-- Settings of a chat; a chat without a row has none. Direct chats are known by the other person's address.
create table chats (
    connection_id integer not null references connections on delete cascade,
    address text not null,
    name text,
    zone text,
    language text check (language ~ '^[a-z]{2}$'),
    primary key (connection_id, address)
);

create table whatsapp_messages (
    connection_id integer not null references connections on delete cascade,
    id text not null,
    chat text not null,
    author text not null,
    author_name text,
    kind text not null,
    -- Null where the message has no text, or where the capture policy let it go (`text_dropped_at`).
    text text,
    text_dropped_at timestamptz,
    -- Looked at when its time was over, and kept: somebody had reacted to it.
    text_kept boolean not null default false,
    quoted_id text,
    sent_at timestamptz not null,
    by_us boolean not null default false,
    stored_at timestamptz not null default now(),
    primary key (connection_id, id),
    check (text_dropped_at is null or text is null)
);
create index whatsapp_messages_with_text on whatsapp_messages (stored_at) where text is not null and not text_kept;

-- Edits and deletions, by whom they were told: they may come before their message, late and twice. The newest edit
-- of the author is the text that counts; whether an editor is the author is asked when it is read.
create table whatsapp_message_changes (
    connection_id integer not null references connections on delete cascade,
    message_id text not null,
    kind text not null check (kind in ('edit', 'unreadable_edit', 'delete')),
    -- Empty where the event does not tell who.
    by_address text not null,
    -- Null for a deletion, for an edit that nobody can read, or when the capture policy let it go.
    text text,
    text_kept boolean not null default false,
    changed_at timestamptz not null,
    heard_at timestamptz not null default now(),
    primary key (connection_id, message_id, kind, by_address)
);
create index whatsapp_message_changes_with_text on whatsapp_message_changes (heard_at)
    where text is not null and not text_kept;

-- Messages as they read now: with the newest edit by their author, and whether they were deleted for everyone.
create view current_messages as
select m.connection_id, m.id, m.chat, m.author, m.author_name, m.kind, coalesce(edit.text, m.text) as text,
    coalesce(edit.unreadable, false) as edit_unreadable,
    exists (
        select from whatsapp_message_changes d
        where (d.connection_id, d.message_id, d.kind) = (m.connection_id, m.id, 'delete')
    ) as deleted,
    m.quoted_id, m.sent_at, m.by_us, m.stored_at, m.text_dropped_at is not null as text_dropped
from whatsapp_messages m
left join lateral (
    select (array_agg(e.text order by e.changed_at desc, e.heard_at desc) filter (where e.kind = 'edit'))[1] as text,
        (array_agg(e.kind order by e.changed_at desc, e.heard_at desc))[1] = 'unreadable_edit' as unreadable
    from whatsapp_message_changes e
    where (e.connection_id, e.message_id) = (m.connection_id, m.id)
        and e.kind in ('edit', 'unreadable_edit')
        -- An edit is its author's. One whose editor nobody told is believed, unless the same text was told to be
        -- somebody else's: in a group anybody can claim to edit anything.
        and (same_person(e.connection_id, e.by_address, m.author)
            or (e.by_address = '' and not exists (
                select from whatsapp_message_changes other
                where (other.connection_id, other.message_id, other.kind) = (e.connection_id, e.message_id, 'edit')
                    and other.by_address <> ''
                    and other.text = e.text
                    and not same_person(other.connection_id, other.by_address, m.author)
            )))
) edit on true;

-- The current reaction of one address to one message. No foreign key to messages: it may come first.
create table whatsapp_message_reactions (
    connection_id integer not null references connections on delete cascade,
    message_id text not null,
    address text not null,
    chat text not null,
    -- Null is a tombstone: there was one, and it was taken back.
    emoji text,
    -- Order among what was heard: the server's second, the sender's millisecond, arrival.
    server_second bigint not null,
    sender_ms bigint not null default 0,
    -- The outer ids heard at that newest moment: a repeated one changes nothing.
    outer_ids text[] not null,
    -- Raised by every real change of the reaction or of its message's text.
    revision integer not null default 1,
    settled_revision integer not null default 0,
    -- The emoji at that settle: the same one at a newer revision means that the text changed.
    settled_emoji text,
    -- When the gateway was asked for a message that never came.
    asked_at timestamptz,
    -- Settled without its message, which never came: it is settled again should it come after all.
    gave_up boolean not null default false,
    heard_at timestamptz not null default now(),
    primary key (connection_id, message_id, address),
    check (settled_revision between 0 and revision)
);
create index whatsapp_message_reactions_of_address on whatsapp_message_reactions (connection_id, address);

create table action_queue (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    event_type text not null check (event_type in ('settle', 'deliver', 'ask')),
    -- Ids only, never a text.
    event_data jsonb not null,
    status queue_status not null default 'pending',
    priority queue_priority not null default 'normal',
    -- Not of settles: of one lane (a destination of a connection) one is in flight at a time.
    lane text,
    attempts integer not null default 0,
    max_attempts integer not null default 8 check (max_attempts > 0),
    last_error text,
    run_at timestamptz not null default now(),
    expires_at timestamptz,
    lease_until timestamptz,
    worker text,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    primary key (connection_id, id),
    check ((status = 'processing') = (lease_until is not null)),
    check ((status in ('completed', 'failed')) = (finished_at is not null)),
    check (status <> 'processing' or attempts > 0),
    check (status <> 'failed' or last_error is not null),
    check ((event_type = 'settle') = (lane is null))
);
-- One index a state that is looked for; finished rows are in none of the first three.
create index action_queue_ready on action_queue (event_type, priority, run_at, id) where status = 'pending';
create index action_queue_leases on action_queue (event_type, lease_until) where status = 'processing';
create index action_queue_lane on action_queue (connection_id, lane, priority, run_at, id)
    where status = 'pending' and lane is not null;
create index action_queue_finished on action_queue (finished_at) where status = 'completed';
create index action_queue_dead on action_queue (connection_id, finished_at) where status = 'failed';
alter table action_queue set (
    autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0, fillfactor = 80
);

-- When a lane may send again: held while something is in flight, then until the send budget allows the next.
create table lanes (
    connection_id integer not null references connections on delete cascade,
    lane text not null,
    free_at timestamptz not null default '-infinity',
    primary key (connection_id, lane)
);

-- Everything that we sent: none of it ever triggers anything.
create table sent_messages (
    connection_id integer not null references connections on delete cascade,
    message_id text not null,
    sent_at timestamptz not null default now(),
    primary key (connection_id, message_id)
);

-- What became of each delivery; `sending` after its worker died means that the outcome is unclear.
create table deliveries (
    connection_id integer not null references connections on delete cascade,
    queue_id bigint not null,
    outcome text not null check (outcome in ('sending', 'sent', 'unclear', 'superseded', 'expired', 'refused', 'found')),
    sent_message_id text,
    reason text,
    at timestamptz not null default now(),
    primary key (connection_id, queue_id)
);

create table action_rules (
    connection_id integer not null references connections on delete cascade,
    id text not null,
    version integer not null check (version > 0),
    body jsonb not null,
    origin text not null check (origin in ('file', 'ui')),
    deleted_at timestamptz,
    updated_at timestamptz not null default now(),
    primary key (connection_id, id)
);

create table action_rule_versions (
    connection_id integer not null,
    rule_id text not null,
    version integer not null,
    body jsonb,  -- null: the rule was deleted at this version
    created_at timestamptz not null default now(),
    primary key (connection_id, rule_id, version),
    foreign key (connection_id, rule_id) references action_rules on delete cascade
);

create table items (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    kind item_kind not null,
    title text not null,
    status item_status not null default 'open',
    priority text not null default 'medium' check (priority in ('high', 'medium', 'low')),
    tags text[] not null default '{}',
    -- Where it came from: one item per step of a rule for one reaction of one address.
    message_id text not null,
    address text not null,
    chat text not null,
    rule_id text not null,
    step integer not null,
    position integer not null,
    rule_version integer not null,
    revision integer not null,
    language text not null,
    confidence real not null check (confidence between 0 and 1),
    spans jsonb not null default '{}',
    -- Fingerprint of what was read: an equal one means that an edit changed nothing here.
    reading text not null,
    -- What the rule's version promised when the item was made: undo on unreacting, where to answer and how.
    terms jsonb not null default '{}',
    -- What a person changed by hand: these win over what is read again.
    edits jsonb not null default '{}',
    -- E.g. `reaction_removed` on a done item whose reaction went: shown, never acted on.
    flags text[] not null default '{}',
    cancelled_because text check (cancelled_because in ('unreacted', 'superseded', 'undone', 'merged', 'rule')),
    -- Undone by a person at this revision: stays so until a newer one.
    undone_at_revision integer,
    replaces bigint,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    done_at timestamptz,
    primary key (connection_id, id),
    unique (connection_id, message_id, address, rule_id, step, position),
    check ((status = 'cancelled') = (cancelled_because is not null)),
    check ((status = 'done') = (done_at is not null))
);
create index items_newest on items (connection_id, kind, status, id desc);

create table tasks (
    connection_id integer not null,
    item_id bigint not null,
    description text,
    due_on date,
    due_at timestamptz,
    zone text not null,
    assignee text,
    recurrence text,
    primary key (connection_id, item_id),
    foreign key (connection_id, item_id) references items on delete cascade,
    check (due_on is null or due_at is null),
    -- What clients cannot read would blind every list that it is in.
    check (due_on between '1900-01-01' and '2300-01-01'),
    check (due_at between '1900-01-01' and '2300-01-01')
);

create table calendar_events (
    connection_id integer not null,
    item_id bigint not null,
    starts_on date,
    starts_at timestamptz,
    ends_on date,
    ends_at timestamptz,
    zone text not null,
    duration_minutes integer check (duration_minutes > 0),
    location text,
    platform text,
    url text,
    attendees text[] not null default '{}',
    recurrence text,
    primary key (connection_id, item_id),
    foreign key (connection_id, item_id) references items on delete cascade,
    check ((starts_on is null) <> (starts_at is null)),
    check (ends_on is null or starts_on is not null),
    check (ends_at is null or starts_at is not null),
    check (starts_on between '1900-01-01' and '2300-01-01'),
    check (starts_at between '1900-01-01' and '2300-01-01'),
    check (ends_on between '1900-01-01' and '2300-01-01'),
    check (ends_at between '1900-01-01' and '2300-01-01')
);

create table bills (
    connection_id integer not null,
    item_id bigint not null,
    vendor text not null,
    amount numeric,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    due_on date,
    category text,
    account text,
    recurrence text,
    primary key (connection_id, item_id),
    foreign key (connection_id, item_id) references items on delete cascade
);

create table notes (
    connection_id integer not null,
    item_id bigint not null,
    body text not null,
    primary key (connection_id, item_id),
    foreign key (connection_id, item_id) references items on delete cascade
);

-- A view a kind, for people who write SQL.
create view task_items as
    select i.*, t.description, t.due_on, t.due_at, t.zone, t.assignee, t.recurrence
    from items i join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id);
create view event_items as
    select i.*, e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.zone, e.duration_minutes, e.location,
           e.platform, e.url, e.attendees, e.recurrence
    from items i join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id);
create view bill_items as
    select i.*, b.vendor, b.amount, b.currency, b.due_on, b.category, b.account, b.recurrence
    from items i join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id);
create view note_items as
    select i.*, n.body
    from items i join notes n on (n.connection_id, n.item_id) = (i.connection_id, i.id);

-- One row a settled revision, with the full explanation.
create table action_execution_log (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    queue_id bigint not null,
    message_id text not null,
    address text not null,
    revision integer not null,
    emoji text,
    outcome text not null,
    error text,
    explanation jsonb not null,
    -- Whether there was something to answer; an answer is superseded by a newer one, not by silence.
    answered boolean not null default false,
    heard_at timestamptz not null,
    took_ms real not null,
    created_at timestamptz not null default now(),
    primary key (connection_id, id),
    unique (connection_id, message_id, address, revision)
);

create table nlp_processing_log (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    message_id text not null,
    parser text not null,
    language text not null,
    error text,
    confidence real,
    took_ms real not null,
    created_at timestamptz not null default now(),
    primary key (connection_id, id)
);

-- What readers of the live feed see. `xid` lets a reader resume without losing a row that committed late.
create table live_feed (
    connection_id integer not null references connections on delete cascade,
    id bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    event text not null,
    body jsonb not null,
    created_at timestamptz not null default now(),
    primary key (connection_id, id)
);
create index live_feed_resume on live_feed (xid, id);
create index live_feed_age on live_feed (created_at);

-- Counters that a worker adds to in the transaction of its batch.
create table totals (
    connection_id integer not null references connections on delete cascade,
    name text not null,
    amount bigint not null default 0,
    primary key (connection_id, name)
);
