-- name: load
-- What a confirmation is written from, as it is now; no row where the reaction or its log is gone.
select r.connection_id, r.message_id, coalesce(nullif(r.address, ''), m.author) as address, r.chat, r.emoji, r.server_second, r.revision, r.settled_revision,
    r.settled_emoji, r.heard_at, l.outcome, l.error, l.explanation, m.text, m.sent_at, m.author,
    d.outcome as begun,
    exists (
        select from action_execution_log newer
        where (newer.connection_id, newer.message_id, newer.address) = (l.connection_id, l.message_id, l.address)
            and newer.revision > l.revision
            and newer.answered
    ) as superseded
from action_execution_log l
join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (l.connection_id, l.message_id, l.address)
left join current_messages m
    on (m.connection_id, m.id) = (l.connection_id, l.message_id)
left join deliveries d
    on (d.connection_id, d.queue_id) = (l.connection_id, %(queue_id)s)
where (l.connection_id, l.message_id, l.address, l.revision)
    = (%(connection_id)s, %(message_id)s, %(address)s, %(revision)s)

-- name: items
-- The items that the answer is about, as they are now.
select i.id, i.kind::text, i.title, i.status::text, i.priority, i.tags, i.spans, i.terms,
    coalesce(t.zone, e.zone, 'UTC') as zone,
    t.description, t.due_on as task_due_on, t.due_at as task_due_at, t.assignee,
    known_as(i.connection_id, i.chat, t.assignee_address) as assignee_name,
    e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.duration_minutes, e.location, e.platform, e.url,
    coalesce(e.attendees, '{}') as attendees,
    array(
        select known_as(i.connection_id, i.chat, address)
        from unnest(e.attendee_addresses) with ordinality as each(address, n)
        order by n
    ) as attendee_names,
    b.vendor, b.amount, b.currency, b.due_on as bill_due_on, b.category, b.account,
    coalesce(t.recurrence, e.recurrence, b.recurrence) as recurrence,
    n.body
from items i
left join tasks t
    on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e
    on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
left join notes n
    on (n.connection_id, n.item_id) = (i.connection_id, i.id)
where i.connection_id = %(connection_id)s
    and i.id = any(%(ids)s)
order by i.id

-- name: addresses_of
-- Every address of the person who has this one.
select b.address
from addresses a
join addresses b
    on (b.connection_id, b.person_id) = (a.connection_id, a.person_id)
where (a.connection_id, a.address) = (%(connection_id)s, %(address)s)
order by b.address

-- name: begin
-- Written before the text leaves us: if its worker dies now, nobody knows whether it arrived. Nothing comes back where
-- the claim is not ours any more, or somebody else began, or ended, what must not be sent `again`.
insert into deliveries as d (connection_id, queue_id, outcome)
select q.connection_id, q.id, 'sending'
from action_queue q
where (q.connection_id, q.id) = (%(connection_id)s, %(queue_id)s)
    and q.status = 'processing'
    and q.attempts = %(attempts)s
on conflict (connection_id, queue_id) do update set outcome = 'sending', at = now()
where d.outcome not in ('sending', 'sent') or %(again)s
returning d.queue_id

-- name: take_back
-- Nothing was sent after all.
delete from deliveries
where (connection_id, queue_id) = (%(connection_id)s, %(queue_id)s) and outcome = 'sending'

-- name: end
insert into deliveries (connection_id, queue_id, outcome, sent_message_id, reason)
values (%(connection_id)s, %(queue_id)s, %(outcome)s, %(sent_message_id)s, %(reason)s)
on conflict (connection_id, queue_id) do update set
    outcome = excluded.outcome, sent_message_id = excluded.sent_message_id, reason = excluded.reason, at = now()

-- name: remember_sent
insert into sent_messages (connection_id, message_id)
values (%(connection_id)s, %(message_id)s)
on conflict do nothing

-- name: notice
-- Whom a notice goes to, and what tells their language; `begun` as above.
select %(address)s::text as address, null::text as chat, c.language, d.outcome as begun,
    array(
        select b.address
        from addresses b
        where b.connection_id = c.id and (b.person_id = a.person_id or b.address = %(address)s)
        order by b.address
    ) as addresses,
    p.language as own_language
from connections c
left join addresses a
    on (a.connection_id, a.address) = (c.id, %(address)s)
left join user_preferences p
    on (p.connection_id, p.person_id) = (c.id, a.person_id)
left join deliveries d
    on (d.connection_id, d.queue_id) = (c.id, %(queue_id)s)
where c.id = %(connection_id)s
