-- name: entries
-- What a calendar shows of these kinds: events that were not undone, and of the others what is still open. What repeats
-- does so from the newest of its chain on: those before have nothing to repeat. `since`: nothing older than this day.
select i.connection_id, i.id, i.kind::text, i.title, i.created_at, i.updated_at,
    coalesce(e.starts_on, t.due_on, b.due_on) as day, coalesce(e.starts_at, t.due_at) as at,
    e.ends_on, e.ends_at, e.duration_minutes, coalesce(e.zone, t.zone) as zone,
    e.location, e.platform, e.url, e.attendees, t.description, b.amount, b.currency, more.recurrence
from items i
left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
cross join lateral (
    select case
        when i.status = 'open' and not exists (
            select
            from items later
            where later.connection_id = i.connection_id and later.follows = i.id and later.status <> 'cancelled'
        ) then coalesce(e.recurrence, t.recurrence, b.recurrence)
    end as recurrence
) more
where (%(connections)s::integer[] is null or i.connection_id = any(%(connections)s))
    and i.kind = any(%(kinds)s::item_kind[])
    and (i.status = 'open' or (i.kind = 'event' and i.status = 'done'))
    and (coalesce(e.starts_on, t.due_on, b.due_on) >= %(since)s::date
        or coalesce(e.starts_at, t.due_at) >= %(since)s::date
        or (more.recurrence is not null and coalesce(e.starts_on, t.due_on, b.due_on, e.starts_at, t.due_at) is not null))
order by i.id desc
limit %(n)s
