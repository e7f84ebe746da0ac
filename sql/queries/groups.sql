-- name: wait
-- From when on a reaction waits to learn of its group: it does not wait for ever.
update whatsapp_message_reactions r
set group_asked_at = now()
from jsonb_to_recordset(%(rows)s) as new(connection_id integer, message_id text, address text)
where (r.connection_id, r.message_id, r.address) = (new.connection_id, new.message_id, new.address)
    and r.group_asked_at is null

-- name: ask
-- An item in the queue for each of these groups that nobody is asking about; an answer that did not come within a
-- minute does not come any more.
with asked as (
    insert into whatsapp_groups as g (connection_id, chat, asked_at)
    select new.connection_id, new.chat, now()
    from jsonb_to_recordset(%(rows)s) as new(connection_id integer, chat text)
    order by new.connection_id, new.chat
    on conflict (connection_id, chat) do update set asked_at = now()
    where g.asked_at is null or g.asked_at < now() - make_interval(secs => %(seconds)s)
    returning g.connection_id, g.chat
), opened as (
    insert into lanes (connection_id, lane)
    select distinct connection_id, 'ask' from asked
    order by connection_id
    on conflict do nothing
)
insert into action_queue (connection_id, event_type, event_data, lane, priority, expires_at)
select connection_id, 'ask', jsonb_build_object('group', chat), 'ask', 'high',
    now() + make_interval(secs => %(seconds)s)
from asked

-- name: changed
-- Somebody came, went, or became an admin: what was told before counts no more. Of groups that no rule asked about
-- nothing is kept.
update whatsapp_groups g
set changed_at = now()
from (
    select locked.connection_id, locked.chat
    from whatsapp_groups locked
    join jsonb_to_recordset(%(rows)s) as new(connection_id integer, chat text)
        on (locked.connection_id, locked.chat) = (new.connection_id, new.chat)
    order by locked.connection_id, locked.chat
    for update of locked
) told
where (g.connection_id, g.chat) = (told.connection_id, told.chat)
returning g.connection_id, g.chat

-- name: keep
-- As of the moment of asking: a change that was told of while the gateway answered is asked about once more.
update whatsapp_groups
set subject = coalesce(%(subject)s, subject), fault = %(fault)s, fetched_at = %(asked_at)s, asked_at = null
where (connection_id, chat) = (%(connection_id)s, %(chat)s)

-- name: keep_members
with told as (
    select address, is_admin
    from jsonb_to_recordset(%(rows)s) as new(address text, is_admin boolean)
), gone as (
    delete from whatsapp_group_members
    where (connection_id, chat) = (%(connection_id)s, %(chat)s) and address not in (select address from told)
)
insert into whatsapp_group_members as m (connection_id, chat, address, is_admin)
select %(connection_id)s, %(chat)s, address, is_admin
from told
order by address
on conflict (connection_id, chat, address) do update set is_admin = excluded.is_admin
where m.is_admin <> excluded.is_admin
