-- name: list
-- The newest items with what their kind adds; every filter that is null lets everything through. `before`: the next
-- page, after the item of this id.
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
        and (%(chat)s::text is null or chat = %(chat)s)
        and (%(rule)s::text is null or rule_id = %(rule)s)
        and (%(tag)s::text is null or tags @> array[%(tag)s])
        and (%(before)s::bigint is null or id < %(before)s)
    order by id desc
    limit %(n)s
) i
left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
left join notes n on (n.connection_id, n.item_id) = (i.connection_id, i.id)
where %(connections)s::integer[] is null or c.id = any(%(connections)s)
order by i.id desc
limit %(n)s

-- name: due
-- Which items are due next; an instant counts as its day in its own zone, and what has no day comes last.
-- `after_day`, `after_at` and `after_id`: the next page, after an item with these.
select i.id, due.day::text, due.at::text
from items i
left join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
cross join lateral (
    select coalesce(t.due_on, e.starts_on, b.due_on, (t.due_at at time zone t.zone)::date,
            (e.starts_at at time zone e.zone)::date, 'infinity') as day,
        coalesce(t.due_at, e.starts_at, '-infinity') as at
) due
where (%(connections)s::integer[] is null or i.connection_id = any(%(connections)s))
    and (%(ids)s::bigint[] is null or i.id = any(%(ids)s))
    and (%(message_id)s::text is null or i.message_id = %(message_id)s)
    and (%(kind)s::item_kind is null or i.kind = %(kind)s)
    and (%(status)s::item_status is null or i.status = %(status)s)
    and (%(chat)s::text is null or i.chat = %(chat)s)
    and (%(rule)s::text is null or i.rule_id = %(rule)s)
    and (%(tag)s::text is null or i.tags @> array[%(tag)s])
    and (%(due_from)s::date is null or (due.day >= %(due_from)s and due.day < 'infinity'))
    and (%(due_to)s::date is null or due.day <= %(due_to)s)
    and (%(after_id)s::bigint is null
        or (due.day, due.at, i.id) > (%(after_day)s::date, %(after_at)s::timestamptz, %(after_id)s))
order by due.day, due.at, i.id
limit %(n)s

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

-- name: totals
-- What bills come to, by the month that they are due in and their currency; those that were undone only where they are
-- asked for. A bill of no day has no month, one without an amount counts and adds nothing.
select to_char(b.due_on, 'YYYY-MM') as month, b.currency, coalesce(sum(b.amount), 0)::text as amount, count(*) as bills
from items i
join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id)
where (%(connections)s::integer[] is null or i.connection_id = any(%(connections)s))
    and i.kind = 'bill'
    and (%(ids)s::bigint[] is null or i.id = any(%(ids)s))
    and (%(message_id)s::text is null or i.message_id = %(message_id)s)
    and case when %(status)s::item_status is null then i.status <> 'cancelled' else i.status = %(status)s end
    and (%(chat)s::text is null or i.chat = %(chat)s)
    and (%(rule)s::text is null or i.rule_id = %(rule)s)
    and (%(tag)s::text is null or i.tags @> array[%(tag)s])
    and (%(due_from)s::date is null or b.due_on >= %(due_from)s)
    and (%(due_to)s::date is null or b.due_on <= %(due_to)s)
group by 1, 2
order by 1 nulls last, 2
