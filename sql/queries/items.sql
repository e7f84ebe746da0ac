-- name: list
-- The newest items with what their kind adds; every filter that is null lets everything through.
select i.connection_id, i.id, i.kind::text, i.title, i.status::text, i.flags, i.priority, i.tags, i.message_id, i.chat,
    i.rule_id, i.rule_version, i.confidence, i.spans, i.created_at, i.updated_at, i.done_at, i.follows, i.replaces,
    i.address, i.revision, coalesce(t.zone, e.zone) as zone,
    coalesce(t.recurrence, e.recurrence, b.recurrence) as recurrence,
    t.description, t.due_on as task_due_on, t.due_at as task_due_at, t.assignee, t.assignee_address,
    known_as(i.connection_id, i.chat, t.assignee_address) as assignee_name,
    (select person_id from addresses where (connection_id, address) = (i.connection_id, t.assignee_address))
        as assignee_person,
    e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.duration_minutes, e.location, e.platform, e.url, e.attendees,
    e.attendee_addresses,
    array(
        select known_as(i.connection_id, i.chat, each) from unnest(e.attendee_addresses) with ordinality as a(each, n)
        order by n
    ) as attendee_names,
    array(
        select a.person_id
        from unnest(e.attendee_addresses) with ordinality as each(address, n)
        left join addresses a on (a.connection_id, a.address) = (i.connection_id, each.address)
        order by each.n
    ) as attendee_people,
    b.vendor, b.amount, b.currency, b.due_on as bill_due_on, b.category, b.account,
    n.body
-- A connection at a time: its keys serve the order and the filter by message without a sort of all items.
from connections c
cross join lateral (
    select *
    from items
    where connection_id = c.id
        and (%(ids)s::bigint[] is null or id = any(%(ids)s))
        and (%(message_id)s::text is null or message_id = %(message_id)s)
        and (%(kind)s::item_kind is null or kind = %(kind)s)
        and (%(status)s::item_status is null or status = %(status)s)
    order by id desc
    limit %(n)s
) i
left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
left join notes n on (n.connection_id, n.item_id) = (i.connection_id, i.id)
order by i.id desc
limit %(n)s

-- name: due
-- Which items are due next; an instant counts as its day in its own zone, and what has no day comes last.
select i.id
from items i
left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
cross join lateral (
    select coalesce(t.due_on, e.starts_on, b.due_on, (t.due_at at time zone t.zone)::date,
            (e.starts_at at time zone e.zone)::date) as day,
        coalesce(t.due_at, e.starts_at) as at
) due
where (%(kind)s::item_kind is null or i.kind = %(kind)s)
    and (%(status)s::item_status is null or i.status = %(status)s)
order by due.day nulls last, due.at nulls first, i.id

-- name: count
select count(*)
from items
where (%(kind)s::item_kind is null or kind = %(kind)s)
    and (%(status)s::item_status is null or status = %(status)s)

-- name: text
-- The text that an item was read from, where it is still kept.
select m.text
from items i
join current_messages m on (m.connection_id, m.id) = (i.connection_id, i.message_id)
where i.id = %(id)s

-- name: actions
-- What became of reactions, newest first, with the explanation of each.
select l.connection_id, l.id, l.queue_id, l.message_id, l.address, l.revision, l.emoji, l.outcome, l.error,
    l.explanation, l.heard_at, l.took_ms, l.created_at
from connections c
cross join lateral (
    select *
    from action_execution_log
    where connection_id = c.id
        and (%(id)s::bigint is null or id = %(id)s)
        and (%(message_id)s::text is null or message_id = %(message_id)s)
    order by id desc
    limit %(n)s
) l
order by l.id desc
limit %(n)s
