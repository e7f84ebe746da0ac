-- name: content
-- What is in the database, for the list that stands in a copy of it; no row of anything before the first migration.
select (select count(*) from connections)::int as connections, (select count(*) from items)::int as items,
    (select count(*) from whatsapp_messages)::int as messages,
    (select max(number) from schema_migrations)::int as schema, current_setting('server_version') as postgres

-- name: tables
-- How many tables stand where a copy is to be put back.
select count(*)::int as n
from pg_class
where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace

-- name: give_up_sendings
-- What was due when the copy was made, or since, was sent by whoever went on, or nobody waits for it any more: nothing is
-- said twice. What is due later, such as reminders, stays.
update action_queue
set status = 'completed', finished_at = now(), discarded_because = 'restored'
where event_type = 'deliver' and status in ('pending', 'processing') and run_at <= now()
