-- What the statistics are asked for: set for a transaction by whoever asks (`set toque.since = '2026-11-01'` in psql),
-- the last seven days of all connections otherwise.
create function asked_until() returns timestamptz language sql stable parallel safe
return coalesce(nullif(current_setting('toque.until', true), '')::timestamptz, now());

create function asked_since() returns timestamptz language sql stable parallel safe
return coalesce(nullif(current_setting('toque.since', true), '')::timestamptz, asked_until() - interval '7 days');

-- The zone in which a day begins and an hour is an hour.
create function asked_zone() returns text language sql stable parallel safe
return coalesce(nullif(current_setting('toque.zone', true), ''), 'UTC');

-- Ids, e.g. '{1,2}'; empty means all.
create function asked_connections() returns integer[] language sql stable parallel safe
return coalesce(
    nullif(current_setting('toque.connections', true), '')::integer[],
    (select array_agg(id) from connections)
);

-- What an outcome counts as: 'done' and 'undone' did what was asked, 'failed' could not, 'nothing' was nothing to do.
create function counts_as(outcome text) returns text language sql immutable parallel safe
return case
    when outcome in ('created', 'converted', 'reopened', 'updated') then 'done'
    when outcome = 'cancelled' then 'undone'
    when outcome in ('failed', 'unknown_message') then 'failed'
    else 'nothing'
end;

-- How sure the least sure of the items was; null where nothing was read.
alter table action_execution_log add column confidence real;

-- Explanations are long: everything that is counted stands in the index as well, and their table is not read.
create index action_execution_log_heard on action_execution_log (connection_id, heard_at)
    include (address, emoji, outcome, error, took_ms, confidence, created_at);
-- An index is read alone only where the table was vacuumed: not after a fifth of it, as is the custom.
alter table action_execution_log set (
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000
);
create index items_made on items (connection_id, created_at) include (status);
alter table items set (autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000);
