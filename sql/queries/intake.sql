-- name: store_messages
-- One row a message; the first telling wins.
with new as materialized (
    select *
    from jsonb_to_recordset(%(rows)s) as told(
        connection_id integer, id text, chat text, author text, author_name text, kind text, text text,
        quoted_id text, sent_at timestamptz, by_us boolean, mentions text[]
    )
), gone as materialized (
    -- Nobody, where nothing is as old as their being forgotten: that is nearly always.
    select connection_id, salt, digest, until_second
    from forgotten
    where until_second >= (select extract(epoch from min(sent_at)) from new)
)
insert into whatsapp_messages as m
    (connection_id, id, chat, author, author_name, kind, text, quoted_id, sent_at, by_us, mentions)
select connection_id, id, chat, author, author_name, kind, text, quoted_id, sent_at, by_us, mentions
from new
-- What somebody wrote, or was written, before they were forgotten does not come back.
where not exists (
    select
    from gone f
    where f.connection_id = new.connection_id
        and f.until_second >= extract(epoch from new.sent_at)
        and f.digest in (
            sha256(f.salt || convert_to(new.author, 'UTF8')), sha256(f.salt || convert_to(new.chat, 'UTF8'))
        )
)
order by connection_id, id
-- A text that the capture policy let go may come again, when the gateway was asked for it.
on conflict (connection_id, id) do update set
    text = excluded.text, text_dropped_at = null, stored_at = now()
where m.text_dropped_at is not null and excluded.text is not null
returning m.connection_id, m.id, (
    -- Where no rule is about messages, that is all that it costs.
    select c.watches_since is not null
    from connections c
    where c.id = m.connection_id
)

-- name: watch
-- The state of a message as such, once, for the rules about messages: not of what is older than they are or than the
-- connection acts, nor of what we sent ourselves. Whatever comes again finds its row and changes nothing.
insert into whatsapp_message_reactions as r
    (connection_id, message_id, address, chat, emoji, server_second, outer_ids)
select m.connection_id, m.id, '', m.chat, '', extract(epoch from m.sent_at)::bigint, '{}'
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, id text)
join whatsapp_messages m
    on (m.connection_id, m.id) = (new.connection_id, new.id)
join connections c
    on c.id = m.connection_id
where not m.by_us
    -- Half a minute of grace: the gateway's second and our clock are not the same.
    and m.sent_at >= greatest(c.acts_since, c.watches_since) - interval '30 seconds'
    and not exists (
        select from sent_messages s where (s.connection_id, s.message_id) = (m.connection_id, m.id)
    )
order by m.connection_id, m.id
on conflict do nothing
returning r.connection_id, r.message_id, r.address, (
    select c.watches_as from connections c where c.id = r.connection_id
)

-- name: store_sent
insert into sent_messages (connection_id, message_id)
select connection_id, id
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, id text)
order by connection_id, id
on conflict do nothing

-- name: store_reactions
-- The current reaction of an address to a message, and the item that settles it; what comes back are the rows that
-- really changed. In one statement, since round trips cost more than rows.
with heard as materialized (
    select *
    from jsonb_to_recordset(%(rows)s) as told(
        connection_id integer, message_id text, address text, chat text, emoji text,
        server_second bigint, sender_ms bigint, outer_ids text[], "left" integer
    )
), gone as materialized (
    -- As above.
    select connection_id, salt, digest, until_second
    from forgotten
    where until_second >= (select min(server_second) from heard)
), new as materialized (
    select told.*, (
        -- What others do in their chat counts, wherever that was.
        select 'forgotten'
        from gone f
        where f.connection_id = told.connection_id
            and f.until_second >= told.server_second
            and f.digest = sha256(f.salt || convert_to(told.chat, 'UTF8'))
        limit 1
    ) as nowhere
    from heard told
    -- What somebody did before they were forgotten does not come back.
    where not exists (
        select
        from gone f
        where f.connection_id = told.connection_id
            and f.until_second >= told.server_second
            and f.digest = sha256(f.salt || convert_to(told.address, 'UTF8'))
    )
), stored as (
    insert into whatsapp_message_reactions as r
        (connection_id, message_id, address, chat, emoji, server_second, sender_ms, outer_ids)
    select connection_id, message_id, address, coalesce(nowhere, chat), emoji, server_second, sender_ms, outer_ids
    from new
    -- Sorted, so that two groups never wait for each other's rows.
    order by connection_id, message_id, address
    on conflict (connection_id, message_id, address) do update set
        emoji = excluded.emoji,
        server_second = excluded.server_second,
        sender_ms = excluded.sender_ms,
        outer_ids = case
            when (excluded.server_second, excluded.sender_ms) = (r.server_second, r.sender_ms)
            then r.outer_ids || excluded.outer_ids
            else excluded.outer_ids
        end,
        -- The same emoji told again at a newer moment is no change; nor is a second removal.
        revision = r.revision + (excluded.emoji is distinct from r.emoji)::integer,
        heard_at = now()
    where (excluded.server_second, excluded.sender_ms) > (r.server_second, r.sender_ms)
        or ((excluded.server_second, excluded.sender_ms) = (r.server_second, r.sender_ms)
            and not excluded.outer_ids <@ r.outer_ids)
    returning r.connection_id, r.message_id, r.address, r.server_second, r.revision, r.settled_revision
), changed as (
    -- Which of their person's reactions of that minute they are.
    select connection_id, message_id, address, row_number() over (
            partition by connection_id, address, server_second / 60 order by message_id
        ) as place
    from stored
    where revision > settled_revision
), queued as (
    insert into action_queue (connection_id, event_type, event_data, priority)
    select connection_id, 'settle', jsonb_build_object('message_id', message_id, 'address', address),
        -- What is beyond the pace is settled after everything else.
        case when changed.place > new."left" then 'low' else 'normal' end::queue_priority
    from changed
    join new using (connection_id, message_id, address)
    order by connection_id, message_id, address
)
select connection_id, message_id, address,
    -- One a group, not one a row: a NOTIFY takes a global lock at commit.
    (select pg_notify('toque_queue', ''))
from changed

-- name: waiting_reactions
-- Reactions that came before their message: it is here now, so they can be settled, even those given up already.
update whatsapp_message_reactions r
set revision = r.revision + r.gave_up::integer, gave_up = false
from (
    select locked.connection_id, locked.message_id, locked.address
    from whatsapp_message_reactions locked
    join jsonb_to_recordset(%(rows)s) as new(connection_id integer, id text)
        on (locked.connection_id, locked.message_id) = (new.connection_id, new.id)
    where locked.settled_revision < locked.revision or locked.gave_up
    order by locked.connection_id, locked.message_id, locked.address
    for update of locked
) waiting
where (r.connection_id, r.message_id, r.address) = (waiting.connection_id, waiting.message_id, waiting.address)
returning r.connection_id, r.message_id, r.address, r.revision, r.settled_revision

-- name: store_changes
-- The newest edit or deletion that each teller told; what comes back are the messages that really changed.
insert into whatsapp_message_changes as c
    (connection_id, message_id, kind, by_address, text, changed_at)
select connection_id, message_id, kind, by_address, text, changed_at
from jsonb_to_recordset(%(rows)s) as new(
    connection_id integer, message_id text, kind text, by_address text, text text,
    changed_at timestamptz
)
-- Of a message whose author was forgotten nothing is kept, whenever it is edited.
where not exists (
    select
    from forgotten f
    join whatsapp_messages m
        on (m.connection_id, m.id) = (new.connection_id, new.message_id)
    where f.connection_id = new.connection_id and m.author = 'forgotten'
)
order by connection_id, message_id, kind, by_address
on conflict (connection_id, message_id, kind, by_address) do update set
    text = excluded.text, text_kept = false, changed_at = excluded.changed_at, heard_at = now()
where c.kind <> 'delete'
    and (excluded.changed_at > c.changed_at
        -- Told without a time: what comes last counts.
        or (excluded.changed_at = c.changed_at and excluded.text is distinct from c.text))
returning c.connection_id, c.message_id

-- name: raise_revisions
update whatsapp_message_reactions r
set revision = r.revision + 1
from (
    select locked.connection_id, locked.message_id, locked.address
    from whatsapp_message_reactions locked
    join jsonb_to_recordset(%(rows)s) as new(connection_id integer, id text)
        on (locked.connection_id, locked.message_id) = (new.connection_id, new.id)
    where locked.emoji is not null
    order by locked.connection_id, locked.message_id, locked.address
    for update of locked
) touched
where (r.connection_id, r.message_id, r.address) = (touched.connection_id, touched.message_id, touched.address)
returning r.connection_id, r.message_id, r.address, r.revision, r.settled_revision

-- name: store_line
-- Changes come seldom (a number that logs out), so this is no row per webhook.
update connections
set line_state = %(state)s, line_reason = %(reason)s
where id = %(connection_id)s and (line_state, line_reason) is distinct from (%(state)s, %(reason)s)

-- name: store_owner
-- The number behind a connection changes when another phone is linked: then the former one is nobody's owner any more.
with changed as (
    update connections c
    set owner_address = %(owner)s
    from connections former
    where c.id = %(connection_id)s and former.id = c.id and c.owner_address is distinct from %(owner)s
    returning former.owner_address as former
)
delete from addresses a
using people p, changed
where changed.former is not null
    and p.connection_id = %(connection_id)s and p.is_owner
    and (a.connection_id, a.person_id) = (p.connection_id, p.id)
    and a.address not in ('me', %(owner)s)

-- name: announce
select pg_notify('toque_queue', '')

-- name: note_notices
-- Whom to tell now: each once a day, however many web processes see the haste. Under the owner's own number an answer
-- goes to the owner's own chat, so nobody else is told anything there.
insert into notices as n (connection_id, address, kind)
select new.connection_id, new.address, new.kind
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, address text, kind text)
join connections c on c.id = new.connection_id
where c.enabled and (c.topology <> 'own_number' or new.address in ('me', c.owner_address))
order by new.connection_id, new.address, new.kind
on conflict (connection_id, address, kind) do update set told_at = now()
where n.told_at < now() - interval '1 day'
returning n.connection_id, n.address
