-- name: load
-- Everything that the decisions of a batch depend on, in one round trip and without locks. A row without an address is
-- the message as such: whoever wrote it stands in for whoever reacts.
select r.connection_id, r.message_id, r.address, coalesce(nullif(r.address, ''), m.author, '') as actor, r.chat, r.emoji, r.server_second, r.revision, r.settled_revision,
    r.settled_emoji, r.heard_at, r.asked_at, now() as loaded_at,
    m.id is not null and not m.text_dropped as message_known, m.text, m.kind as message_kind, m.sent_at,
    m.author_name,
    coalesce(m.edit_unreadable, false) as edit_unreadable, coalesce(m.deleted, false) as message_deleted,
    coalesce(m.by_us, false) or s.message_id is not null as ours,
    c.enabled, c.slug, c.instance, c.zone, c.region, c.language, c.acts_since, c.rules_version,
    ch.name as chat_name, ch.zone as chat_zone, ch.language as chat_language,
    g.subject as group_subject, g.state as group_state, belongs.is_admin as group_admin, r.group_asked_at,
    p.id as person_id, p.name as person_name, coalesce(p.is_owner, false) as is_owner,
    coalesce(known.addresses, array[coalesce(nullif(r.address, ''), m.author, '')]) as addresses,
    coalesce(chat_aliases.addresses, array[r.chat]) as chat_addresses,
    up.zone as person_zone, up.region as person_region, up.language as person_language
from jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (k.connection_id, k.message_id, k.address)
join connections c
    on c.id = r.connection_id
left join current_messages m
    on (m.connection_id, m.id) = (r.connection_id, r.message_id)
left join sent_messages s
    on (s.connection_id, s.message_id) = (r.connection_id, r.message_id)
left join addresses a
    on (a.connection_id, a.address) = (r.connection_id, coalesce(nullif(r.address, ''), m.author))
left join people p
    on (p.connection_id, p.id) = (a.connection_id, a.person_id)
left join user_preferences up
    on (up.connection_id, up.person_id) = (p.connection_id, p.id)
left join lateral (
    select array_agg(other.address order by other.address) as addresses
    from addresses other
    where (other.connection_id, other.person_id) = (p.connection_id, p.id)
) known on p.id is not null
-- A 1:1 chat is named by its other person's addresses.
left join lateral (
    select array_agg(other.address order by other.address) as addresses
    from addresses mine
    join addresses other
        on (other.connection_id, other.person_id) = (mine.connection_id, mine.person_id)
    where (mine.connection_id, mine.address) = (r.connection_id, r.chat)
    having count(*) > 0
) chat_aliases on true
-- What somebody set for a chat holds under each of its names.
left join lateral (
    select s.name, s.zone, s.language
    from chats s
    where s.connection_id = r.connection_id
        and s.address = any(coalesce(chat_aliases.addresses, array[r.chat]))
    order by s.address = r.chat desc, s.address
    limit 1
) ch on true
-- What the gateway told of a group counts for a day; after an hour it is asked again meanwhile.
left join lateral (
    select told.subject, case
            when told.fault is not null and told.fetched_at > now() - interval '5 minutes' then 'failed'
            when told.fault is not null
                or told.fetched_at is null
                or told.fetched_at <= greatest(told.changed_at, now() - interval '1 day') then 'unknown'
            when told.fetched_at < now() - interval '1 hour' then 'aging'
            else 'known'
        end as state
    from whatsapp_groups told
    where (told.connection_id, told.chat) = (r.connection_id, r.chat)
) g on true
left join lateral (
    select bool_or(member.is_admin) as is_admin
    from whatsapp_group_members member
    where (member.connection_id, member.chat) = (r.connection_id, r.chat)
        and member.address = any(coalesce(known.addresses, array[coalesce(nullif(r.address, ''), m.author)]))
) belongs on g.state is not null

-- name: lock
-- In key order, so that two batches never wait for each other in a circle.
select r.connection_id, r.message_id, r.address, r.revision, r.settled_revision, r.server_second, r.sender_ms
from whatsapp_message_reactions r
join jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
    on (r.connection_id, r.message_id, r.address) = (k.connection_id, k.message_id, k.address)
order by r.connection_id, r.message_id, r.address
for update of r

-- name: ask
-- The gateway is asked once for a message that was never seen; asking goes on by itself.
update whatsapp_message_reactions r
set asked_at = now()
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, message_id text, address text)
where (r.connection_id, r.message_id, r.address) = (new.connection_id, new.message_id, new.address)

-- name: mark
update whatsapp_message_reactions r
set settled_revision = new.revision, settled_emoji = r.emoji, gave_up = new.gave_up,
    -- The next revision waits for its group anew.
    group_asked_at = null
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, message_id text, address text, revision integer, gave_up boolean
)
where (r.connection_id, r.message_id, r.address) = (new.connection_id, new.message_id, new.address)

-- name: log
insert into action_execution_log
    (connection_id, queue_id, message_id, address, revision, emoji, outcome, error, explanation, answered, heard_at,
    took_ms, confidence, waits)
select connection_id, queue_id, message_id, address, revision, emoji, outcome, error, explanation, answered, heard_at,
    took_ms, confidence, waits
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, queue_id bigint, message_id text, address text, revision integer, emoji text, outcome text,
    error text, explanation jsonb, answered boolean, heard_at timestamptz, took_ms real, confidence real,
    waits boolean
)

-- name: keep_books
-- In key order, as every lock.
insert into rule_books (connection_id, digest, rules)
select connection_id, digest, rules
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, digest text, rules jsonb)
order by connection_id, digest
on conflict (connection_id, digest) do nothing

-- name: log_readings
insert into nlp_processing_log (connection_id, message_id, parser, language, error, confidence, took_ms)
select connection_id, message_id, parser, language, error, confidence, took_ms
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, message_id text, parser text, language text, error text, confidence real, took_ms real
)

-- name: show
insert into live_feed (connection_id, event, body)
select connection_id, event, body
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, event text, body jsonb)

-- name: count
insert into totals as t (connection_id, name, amount)
select connection_id, name, amount
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, name text, amount bigint)
order by connection_id, name
on conflict (connection_id, name) do update set amount = t.amount + excluded.amount

-- name: announce_feed
select pg_notify('toque_live', '')

-- name: announce_queue
select pg_notify('toque_queue', '')

-- name: announce_deliveries
-- A channel of its own: who settles is not called for what there is to send.
select pg_notify('toque_deliveries', '')
