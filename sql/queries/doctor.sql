-- name: server
-- The server behind the connection, and the oldest transaction that keeps dead rows from being cleared away.
select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
    current_setting('fsync') = 'on' and current_setting('full_page_writes') = 'on' as durable, clock_timestamp() as now,
    (
        select extract(epoch from max(clock_timestamp() - xact_start))::float8
        from pg_stat_activity
        where backend_xmin is not null and pid <> pg_backend_pid() and backend_type = 'client backend'
    ) as oldest_seconds,
    (select count(*) from pg_prepared_xacts)::int as prepared

-- name: upkeep
-- How late the upkeep is, and what it failed at; no row before there is a connection.
select extract(epoch from clock_timestamp() - run_at)::float8 as late_seconds, last_error
from action_queue
where event_type = 'upkeep' and status in ('pending', 'processing')

-- name: accounts
select count(*)::int as n from accounts where disabled_at is null
