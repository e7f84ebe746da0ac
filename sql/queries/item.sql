-- name: of_reactions
-- Every item of the reactions at hand, locked: a person may be editing one in the dashboard.
select i.connection_id, i.message_id, i.address, i.id, i.kind::text, i.status::text, i.rule_id, i.rule_version,
    i.step, i.position, i.title, i.reading, b.vendor, i.occurrence || i.edits as edits, i.flags, i.terms, i.follows
from items i
join jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
    on (i.connection_id, i.message_id, i.address) = (k.connection_id, k.message_id, k.address)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
order by i.connection_id, i.id
for update of i

-- name: create
insert into items (connection_id, kind, title, priority, tags, message_id, address, chat, rule_id, step, position,
    rule_version, revision, language, confidence, spans, reading, terms, replaces, flags)
select connection_id, kind, title, priority, tags, message_id, address, chat, rule_id, step, position,
    rule_version, revision, language, confidence, spans, reading, terms, replaces, flags
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, kind item_kind, title text, priority text, tags text[], message_id text, address text,
    chat text, rule_id text, step integer, position integer, rule_version integer, revision integer, language text,
    confidence real, spans jsonb, reading text, terms jsonb, replaces bigint, flags text[]
)
returning connection_id, message_id, address, rule_id, step, position, id

-- name: write_over
-- The same item, open (again), with what is wanted now.
update items i
set kind = new.kind, title = new.title, status = 'open', priority = new.priority, tags = new.tags,
    rule_id = new.rule_id, step = new.step, position = new.position, rule_version = new.rule_version,
    revision = new.revision, language = new.language, confidence = new.confidence, spans = new.spans,
    reading = new.reading, terms = new.terms, flags = new.flags, cancelled_because = null,
    undone_at_revision = null, updated_at = now()
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, id bigint, kind item_kind, title text, priority text, tags text[], rule_id text,
    step integer, position integer, rule_version integer, revision integer, language text, confidence real,
    spans jsonb, reading text, terms jsonb, flags text[]
)
where (i.connection_id, i.id) = (new.connection_id, new.id)

-- name: cancel
update items i
set status = 'cancelled', cancelled_because = new.because, revision = new.revision, updated_at = now()
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, id bigint, because text, revision integer)
where (i.connection_id, i.id) = (new.connection_id, new.id)

-- name: flag
update items i
set flags = new.flags, revision = new.revision, updated_at = now()
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, id bigint, flags text[], revision integer)
where (i.connection_id, i.id) = (new.connection_id, new.id)
    and i.flags is distinct from new.flags

-- name: hold
-- The items that a person has in hand, with those that follow them, locked in the order in which settling locks them.
select i.connection_id, i.message_id, i.address, i.chat, i.revision, i.id, i.kind::text, i.title, i.status::text,
    i.follows, i.edits <> '{}' as edited, i.occurrence || i.edits as fixed,
    coalesce(t.zone, e.zone, c.zone) as zone,
    coalesce(t.recurrence, e.recurrence, b.recurrence) as recurrence,
    coalesce(t.due_on, e.starts_on, b.due_on) as day, coalesce(t.due_at, e.starts_at) as instant,
    e.ends_on as end_day, e.ends_at as end_instant, r.emoji
from connections c
join items i
    on i.connection_id = c.id
left join tasks t
    on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e
    on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (i.connection_id, i.message_id, i.address)
where i.id = any(%(ids)s) or i.follows = any(%(ids)s)
order by i.connection_id, i.id
for update of i

-- name: finish
update items
set status = 'done', done_at = %(at)s, updated_at = now()
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'open'

-- name: reopen
-- The flags that spoke of its end go with it.
update items
set status = 'open', done_at = null, cancelled_because = null, undone_at_revision = null, updated_at = now(),
    flags = array_remove(array_remove(flags, 'text_edited'), 'reaction_removed')
where (connection_id, id) = (%(connection_id)s, %(id)s) and status <> 'open'

-- name: undo
-- `revision` is null where it is undone by what was done to another item, not by a person.
update items
set status = 'cancelled', cancelled_because = 'undone', undone_at_revision = %(revision)s, updated_at = now()
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'open'

-- name: follow
-- The next one after a finished item, or the same one again where it was undone with its completion. What a person
-- changed in the finished item holds for the next one too.
insert into items as i (connection_id, kind, title, priority, tags, message_id, address, chat, rule_id, step, position,
    rule_version, revision, language, confidence, spans, reading, terms, follows, occurrence)
select connection_id, kind, title, priority, tags, message_id, address, chat, rule_id, step,
    (
        select max(slot.position) + 1
        from items slot
        where (slot.connection_id, slot.message_id, slot.address, slot.rule_id, slot.step)
            = (was.connection_id, was.message_id, was.address, was.rule_id, was.step)
    ),
    rule_version, revision, language, confidence, spans, reading, terms, id, occurrence || edits || %(turn)s::jsonb
from items was
where (connection_id, id) = (%(connection_id)s, %(id)s)
on conflict (connection_id, follows) where follows is not null do update set
    status = 'open', cancelled_because = null, title = excluded.title, priority = excluded.priority,
    tags = excluded.tags, reading = excluded.reading, occurrence = excluded.occurrence, updated_at = now()
where i.status = 'cancelled' and i.undone_at_revision is null and i.kind = excluded.kind
returning id

-- name: whole
-- One item with everything that its kind adds, locked for whoever changes it. `people`: who is meant by the names in it.
select i.connection_id, i.id, i.message_id, i.address, i.chat, i.kind::text, i.title, i.status::text, i.priority, i.tags,
    r.emoji, coalesce(t.zone, e.zone, c.zone) as zone, coalesce(t.recurrence, e.recurrence, b.recurrence) as recurrence,
    t.description, t.assignee, t.due_on, t.due_at, e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.duration_minutes,
    e.location, e.platform, e.url, e.attendees, b.vendor, b.amount, b.currency, b.due_on as bill_due_on, b.category,
    b.account, n.body,
    coalesce(
        (
            select jsonb_object_agg(named.name, named.address)
            from (
                select t.assignee, t.assignee_address
                union all
                select * from unnest(e.attendees, e.attendee_addresses)
            ) as named(name, address)
            where named.name is not null and named.address is not null
        ),
        '{}'
    ) as people
from connections c
join items i
    on i.connection_id = c.id
left join tasks t
    on (t.connection_id, t.item_id) = (i.connection_id, i.id)
left join calendar_events e
    on (e.connection_id, e.item_id) = (i.connection_id, i.id)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
left join notes n
    on (n.connection_id, n.item_id) = (i.connection_id, i.id)
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (i.connection_id, i.message_id, i.address)
where i.id = %(id)s
for update of i

-- name: edit
-- By hand: what is among `edits` wins over what is read again.
update items
set title = %(title)s, priority = %(priority)s, tags = %(tags)s, edits = edits || %(edits)s, updated_at = now()
where (connection_id, id) = (%(connection_id)s, %(id)s)
