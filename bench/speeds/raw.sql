-- name: table
-- A queue at its barest, with the indexes that any needs.
create table jobs (
    id bigint generated always as identity primary key,
    priority smallint not null default 2,
    status smallint not null default 0,
    attempts smallint not null default 0,
    run_at timestamptz not null default now(),
    lease_until timestamptz,
    payload jsonb not null
);
create index on jobs (priority, run_at, id) where status = 0;
create index on jobs (lease_until) where status = 1;
alter table jobs set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0);
create table effects (id bigint generated always as identity primary key, message_id text, title text,
    at timestamptz not null default now());

-- name: fill
insert into jobs (payload) select %(payload)s::jsonb from generate_series(1, %(n)s)

-- name: claim
with next as (
    select id
    from jobs
    where status = 0 and run_at <= now()
    order by priority, run_at, id
    limit 100
    for update skip locked
)
update jobs j
set status = 1, attempts = attempts + 1, lease_until = now() + interval '30 s'
from next
where j.id = next.id
returning j.id, j.payload

-- name: finish
-- One row for each job, and the jobs completed: one statement, one transaction.
with written as (
    insert into effects (message_id, title)
    select message_id, title
    from jsonb_to_recordset(%(rows)s) as r(message_id text, title text)
)
update jobs j
set status = 2, lease_until = null
from jsonb_to_recordset(%(rows)s) as r(id bigint)
where j.id = r.id and j.status = 1

-- name: same_writes
-- What settling writes for a reaction that makes a note, in one statement: nothing is loaded, decided or read.
with mine as (
    select connection_id, id, attempts, event_data ->> 'message_id' as message_id, event_data ->> 'address' as address
    from jsonb_to_recordset(%(claims)s) as r(connection_id integer, id bigint, attempts integer, event_data jsonb)
), done as (
    update action_queue q
    set status = 'completed', finished_at = now(), lease_until = null
    from mine
    where (q.connection_id, q.id) = (mine.connection_id, mine.id)
        and q.status = 'processing' and q.attempts = mine.attempts
), marked as (
    update whatsapp_message_reactions r
    set settled_revision = r.revision, settled_emoji = r.emoji
    from mine
    where (r.connection_id, r.message_id, r.address) = (mine.connection_id, mine.message_id, mine.address)
), made as (
    insert into items (connection_id, kind, title, message_id, address, chat, rule_id, step, position, rule_version,
        revision, language, confidence, reading, terms)
    select connection_id, 'note', 'The spare key is at Ana''s', message_id, address, 'chat', 'note', 0, 0, 1,
        1, 'en', 1, %(reading)s, %(terms)s
    from mine
    returning connection_id, id
), noted as (
    insert into notes (connection_id, item_id, body)
    select connection_id, id, 'The spare key is at Ana''s #home' from made
), logged as (
    insert into action_execution_log (connection_id, queue_id, message_id, address, revision, emoji, outcome,
        explanation, answered, heard_at, took_ms)
    select connection_id, id, message_id, address, 1, '📝', 'created', %(explanation)s, true, now(), 0.1
    from mine
), read as (
    insert into nlp_processing_log (connection_id, message_id, parser, language, confidence, took_ms)
    select connection_id, message_id, 'note', 'en', 1, 0.1 from mine
), shown as (
    insert into live_feed (connection_id, event, body)
    select connection_id, 'settled', %(body)s from mine
), answered as (
    insert into action_queue (connection_id, event_type, event_data, lane, expires_at)
    select connection_id, 'deliver', jsonb_build_object('message_id', message_id, 'address', address, 'revision', 1),
        'chat', now() + interval '1 hour'
    from mine
)
insert into totals as t (connection_id, name, amount)
select connection_id, 'settled_created', count(*)
from mine
group by connection_id
on conflict (connection_id, name) do update set amount = t.amount + excluded.amount
