-- name: record
-- `people`: the address of whoever is meant by a name, where that is known.
insert into calendar_events as e (connection_id, item_id, starts_on, starts_at, ends_on, ends_at, zone,
    duration_minutes, location, platform, url, attendees, attendee_addresses, recurrence)
select connection_id, item_id, starts_on, starts_at, ends_on, ends_at, zone,
    duration_minutes, location, platform, url, attendees,
    array(select people->>name from unnest(attendees) with ordinality as each(name, n) order by n), recurrence
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, item_id bigint, starts_on date, starts_at timestamptz, ends_on date, ends_at timestamptz,
    zone text, duration_minutes integer, location text, platform text, url text, attendees text[], people jsonb,
    recurrence text
)
on conflict (connection_id, item_id) do update set
    starts_on = excluded.starts_on, starts_at = excluded.starts_at, ends_on = excluded.ends_on,
    ends_at = excluded.ends_at, zone = excluded.zone, duration_minutes = excluded.duration_minutes,
    location = excluded.location, platform = excluded.platform, url = excluded.url,
    attendees = excluded.attendees, attendee_addresses = excluded.attendee_addresses,
    recurrence = excluded.recurrence

-- name: withdraw
delete from calendar_events e
using jsonb_to_recordset(%(rows)s) as old(connection_id integer, item_id bigint)
where (e.connection_id, e.item_id) = (old.connection_id, old.item_id)

-- name: follow
-- The next occurrence: what the one before was, on another day.
insert into calendar_events as e (connection_id, item_id, starts_on, starts_at, ends_on, ends_at, zone,
    duration_minutes, location, platform, url, attendees, attendee_addresses, recurrence)
select connection_id, %(next)s, %(on)s, %(at)s, %(end_on)s, %(end_at)s, zone, duration_minutes, location, platform,
    url, attendees, attendee_addresses, %(rule)s
from calendar_events
where (connection_id, item_id) = (%(connection_id)s, %(id)s)
on conflict (connection_id, item_id) do update set
    starts_on = excluded.starts_on, starts_at = excluded.starts_at, ends_on = excluded.ends_on,
    ends_at = excluded.ends_at, zone = excluded.zone, duration_minutes = excluded.duration_minutes,
    location = excluded.location, platform = excluded.platform, url = excluded.url, attendees = excluded.attendees,
    attendee_addresses = excluded.attendee_addresses, recurrence = excluded.recurrence
