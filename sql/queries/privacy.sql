-- name: kept
-- What there is of somebody who has these addresses, in numbers. `said` is how a rule would name them.
with theirs as materialized (
    select id, text
    from whatsapp_messages
    where connection_id = %(connection_id)s and author = any(%(addresses)s)
)
select (select count(*) from theirs) as messages,
    (select count(*) from theirs where text is not null) as texts,
    (
        select count(*)
        from whatsapp_message_changes
        where connection_id = %(connection_id)s
            and (by_address = any(%(addresses)s) or message_id in (select id from theirs))
    ) as edits,
    (
        select count(*)
        from whatsapp_message_reactions
        where connection_id = %(connection_id)s and address = any(%(addresses)s)
    ) as reactions,
    (
        select count(*) from items where connection_id = %(connection_id)s and address = any(%(addresses)s)
    ) as items,
    (
        select count(*)
        from items
        where connection_id = %(connection_id)s
            and address <> all(%(addresses)s)
            and message_id in (select id from theirs)
    ) as items_of_others,
    (
        select count(*)
        from action_execution_log
        where connection_id = %(connection_id)s
            and (address = any(%(addresses)s) or message_id in (select id from theirs))
    ) as explanations,
    (
        select count(distinct chat)
        from whatsapp_group_members
        where connection_id = %(connection_id)s and address = any(%(addresses)s)
    ) as groups,
    (
        select coalesce(array_agg(id order by id), '{}')
        from action_rules
        where connection_id = %(connection_id)s
            and deleted_at is null
            and exists (select from unnest(%(said)s::text[]) as part where position(part in body::text) > 0)
    ) as rules

-- name: messages
select id, chat, author, author_name, kind, text, sent_at, stored_at
from whatsapp_messages
where connection_id = %(connection_id)s and author = any(%(addresses)s)
order by sent_at, id

-- name: edits
select message_id, kind, text, changed_at
from whatsapp_message_changes
where connection_id = %(connection_id)s
    and (
        by_address = any(%(addresses)s)
        or message_id in (
            select id from whatsapp_messages where connection_id = %(connection_id)s and author = any(%(addresses)s)
        )
    )
order by changed_at, message_id

-- name: reactions
select message_id, address, chat, emoji, to_timestamp(least(server_second, 253402300799)) as reacted_at
from whatsapp_message_reactions
where connection_id = %(connection_id)s and address = any(%(addresses)s)
order by server_second, message_id

-- name: items
-- Those that they made, then those that others made of what they wrote.
select id, address = any(%(addresses)s) as own
from items
where connection_id = %(connection_id)s
    and (
        address = any(%(addresses)s)
        or message_id in (
            select id from whatsapp_messages where connection_id = %(connection_id)s and author = any(%(addresses)s)
        )
    )
order by own desc, id

-- name: explanations
select id, message_id, address, emoji, outcome, error, explanation, heard_at
from action_execution_log
where connection_id = %(connection_id)s
    and (
        address = any(%(addresses)s)
        or message_id in (
            select id from whatsapp_messages where connection_id = %(connection_id)s and author = any(%(addresses)s)
        )
    )
order by id

-- name: groups
select m.chat, g.subject, bool_or(m.is_admin) as is_admin
from whatsapp_group_members m
join whatsapp_groups g on (g.connection_id, g.chat) = (m.connection_id, m.chat)
where m.connection_id = %(connection_id)s and m.address = any(%(addresses)s)
group by m.chat, g.subject
order by m.chat

-- name: note
-- First, so that whatever is told of them from now on and is older than this is not stored.
insert into forgotten as f (connection_id, salt, digest, until_second)
select %(connection_id)s, salted.salt, sha256(salted.salt || convert_to(salted.address, 'UTF8')),
    extract(epoch from now())::bigint
from (
    select address, uuid_send(gen_random_uuid()) as salt from unnest(%(addresses)s::text[]) as address
) salted

-- name: writing
-- Who is writing what webhooks tell, or what was made of it: a statement that began before the note was there has its
-- locks already, and none of them waits for us.
select virtualtransaction
from pg_locks
where locktype = 'relation'
    and database = (select oid from pg_database where datname = current_database())
    and relation in (
        'whatsapp_messages'::regclass, 'whatsapp_message_reactions'::regclass, 'whatsapp_message_changes'::regclass,
        'addresses'::regclass, 'whatsapp_group_members'::regclass
    )
    and mode = 'RowExclusiveLock'
    and granted
    and pid <> pg_backend_pid()

-- name: messages_go
-- The row stays as a tombstone, without who and what: a message that is told again finds it and changes nothing.
update whatsapp_messages
set author = 'forgotten', author_name = null, text = null, text_dropped_at = null, text_kept = false,
    quoted_id = null, mentions = '{}',
    chat = case when chat = any(%(addresses)s) then 'forgotten' else chat end
where connection_id = %(connection_id)s and author = any(%(addresses)s)
returning id

-- name: chat_goes
-- What others wrote to them stays the others'; where, and whom they mentioned, goes.
update whatsapp_messages
set chat = case when chat = any(%(addresses)s) then 'forgotten' else chat end,
    mentions = array(select each from unnest(mentions) as each where each <> all(%(addresses)s))
where connection_id = %(connection_id)s
    and (chat = any(%(addresses)s) or mentions && %(addresses)s::text[])
returning id

-- name: edits_go
delete from whatsapp_message_changes
where connection_id = %(connection_id)s
    and (by_address = any(%(addresses)s) or (message_id = any(%(messages)s) and kind <> 'delete'))

-- name: reactions_go
-- In key order, as every lock. Those of others to what they wrote stay, so that taking one back still undoes its item;
-- whoever settles one at this moment has read what is gone, and reads it again.
with locked as materialized (
    select message_id, address, chat
    from whatsapp_message_reactions
    where connection_id = %(connection_id)s
        and (address = any(%(addresses)s) or chat = any(%(addresses)s) or message_id = any(%(messages)s))
    order by message_id, address
    for update
), moved as (
    update whatsapp_message_reactions r
    set chat = case when locked.chat = any(%(addresses)s) then 'forgotten' else r.chat end,
        revision = r.revision + (r.settled_revision < r.revision)::integer
    from locked
    where r.connection_id = %(connection_id)s
        and (r.message_id, r.address) = (locked.message_id, locked.address)
        and (locked.chat = any(%(addresses)s) or r.settled_revision < r.revision)
        and locked.address <> all(%(addresses)s)
)
delete from whatsapp_message_reactions r
using locked
where r.connection_id = %(connection_id)s
    and (r.message_id, r.address) = (locked.message_id, locked.address)
    and (
        locked.address = any(%(addresses)s)
        -- The message as such: what a rule about messages would still make of it.
        or (locked.address = '' and locked.message_id = any(%(messages)s))
    )

-- name: items_go
-- Theirs; and those that others made of what they wrote, where that is wanted.
with gone as (
    delete from items
    where connection_id = %(connection_id)s
        and (address = any(%(addresses)s) or (%(items_too)s and message_id = any(%(messages)s)))
    returning id
), changes as (
    delete from bulk_edits b
    using gone
    where b.connection_id = %(connection_id)s and b.item_id = gone.id
)
select id from gone

-- name: items_stay
-- What others keep of it no longer says whose it was.
update items
set chat = case when chat = any(%(addresses)s) then 'forgotten' else chat end
where connection_id = %(connection_id)s and chat = any(%(addresses)s)

-- name: assignees_go
update tasks
set assignee_address = null
where connection_id = %(connection_id)s and assignee_address = any(%(addresses)s)

-- name: attendees_go
update calendar_events
set attendee_addresses = array(
        select case when each = any(%(addresses)s) then '' else each end
        from unnest(attendee_addresses) with ordinality as named(each, n)
        order by n
    )
where connection_id = %(connection_id)s and attendee_addresses && %(addresses)s::text[]

-- name: log_goes
delete from action_execution_log
where connection_id = %(connection_id)s and address = any(%(addresses)s)

-- name: log_stays
-- What came of others' reactions to what they wrote, without a word of it.
update action_execution_log
set explanation = explanation
    || '{"drafts": [], "failures": [], "shadow": [], "errands": [], "shadow_errands": [], "skipped": []}'
    || jsonb_build_object('rules', (
        select coalesce(jsonb_agg(rule || '{"checks": []}' order by n), '[]')
        from jsonb_array_elements(explanation->'rules') with ordinality as every(rule, n)
    ), 'changes', (
        select coalesce(jsonb_agg(
            case when %(items_too)s then change || '{"title": ""}' else change end order by n
        ), '[]')
        from jsonb_array_elements(explanation->'changes') with ordinality as each(change, n)
    ))
    - 'doubtful'
where connection_id = %(connection_id)s and message_id = any(%(messages)s)

-- name: log_around
-- What came of messages in their chat, or that mention them: a rule that asked about the chat says which it was.
update action_execution_log l
set explanation = regexp_replace(l.explanation::text, theirs.pattern, 'forgotten', 'g')::jsonb
from (
    select '\m(' || string_agg(regexp_replace(address, '([^[:alnum:]])', '\\\1', 'g'), '|') || ')\M' as pattern
    from unnest(%(addresses)s::text[]) as address
) theirs
where l.connection_id = %(connection_id)s
    and l.message_id = any(%(around)s)
    and l.explanation::text ~ theirs.pattern

-- name: rest_goes
with feed as (
    delete from live_feed
    where connection_id = %(connection_id)s
        and event <> 'purged'
        and (
            body->>'address' = any(%(addresses)s) or body->>'chat' = any(%(addresses)s)
            or body->>'message_id' = any(%(messages)s)
        )
), told as (
    delete from notices where connection_id = %(connection_id)s and address = any(%(addresses)s)
), decided as (
    delete from reviews where connection_id = %(connection_id)s and address = any(%(addresses)s)
), sent as (
    delete from errands where connection_id = %(connection_id)s and address = any(%(addresses)s)
), member as (
    delete from whatsapp_group_members where connection_id = %(connection_id)s and address = any(%(addresses)s)
), apart as (
    delete from people_apart
    where connection_id = %(connection_id)s and (one = any(%(addresses)s) or other = any(%(addresses)s))
), placed as (
    delete from chats where connection_id = %(connection_id)s and address = any(%(addresses)s)
), tried as (
    -- What a back-test found; one that is at work finds itself gone, and ends.
    delete from jobs where connection_id = %(connection_id)s and kind = 'backtest'
), answered as (
    -- Nobody knows of whom these answers told; that the requests were carried out stays, or they were so twice.
    update idempotency_keys set headers = '[]', body = null where status is not null
), queued as (
    -- What a worker has in hand it finds gone, and lets go of.
    delete from action_queue
    where connection_id = %(connection_id)s
        and status <> 'processing'
        and event_data->>'address' = any(%(addresses)s)
)
-- With the addresses, and what was set.
delete from people
where (connection_id, id) = (%(connection_id)s, %(person_id)s)

-- name: record_goes
-- What was before and after in the record of changes, of them and of what was theirs: that it was done stays.
update audit_payloads p
set body = null, erased_at = now()
from audit_log l
where l.position = p.position
    and p.body is not null
    and l.connection_id = %(connection_id)s
    and (
        l.subject = any(%(subjects)s)
        or exists (select from unnest(%(addresses)s::text[]) as address where position(address in p.body) > 0)
    )
