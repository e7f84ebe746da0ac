-- name: record
insert into calendar_events as e (connection_id, item_id, starts_on, starts_at, ends_on, ends_at, zone,
    duration_minutes, location, platform, url, attendees, recurrence)
select connection_id, item_id, starts_on, starts_at, ends_on, ends_at, zone,
    duration_minutes, location, platform, url, attendees, recurrence
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, item_id bigint, starts_on date, starts_at timestamptz, ends_on date, ends_at timestamptz,
    zone text, duration_minutes integer, location text, platform text, url text, attendees text[], recurrence text
)
on conflict (connection_id, item_id) do update set
    starts_on = excluded.starts_on, starts_at = excluded.starts_at, ends_on = excluded.ends_on,
    ends_at = excluded.ends_at, zone = excluded.zone, duration_minutes = excluded.duration_minutes,
    location = excluded.location, platform = excluded.platform, url = excluded.url,
    attendees = excluded.attendees, recurrence = excluded.recurrence

-- name: withdraw
delete from calendar_events e
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (e.connection_id, e.item_id) = (old.connection_id, old.item_id)
