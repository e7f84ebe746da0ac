-- name: of_reactions
-- Every item of the reactions at hand, locked: a person may be editing one in the dashboard.
select i.connection_id, i.message_id, i.address, i.id, i.kind::text, i.status::text, i.rule_id, i.rule_version,
    i.step, i.position, i.title, i.reading, b.vendor, i.edits, i.flags, i.terms
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
