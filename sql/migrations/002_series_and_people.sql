-- What repeats makes its next item when it is finished; a mention leads to the person whom the chat knows.

-- The item whose next occurrence this is.
alter table items add column follows bigint;
-- What its turn decides, e.g. {"due": "2026-02-15"}: wins over what is read again, as `edits` win over this.
alter table items add column occurrence jsonb not null default '{}';
-- However often an item is finished, one follows it.
create unique index items_one_next on items (connection_id, follows) where follows is not null;

-- The addresses that WhatsApp sent along for the mentions of the text: by whom the message was written, not proof of
-- who is who.
alter table whatsapp_messages add column mentions text[] not null default '{}';
-- Who writes in a chat, under which name.
create index whatsapp_messages_names on whatsapp_messages (connection_id, chat, author) where author_name is not null;

-- Whom a mention means: an address, since people are merged and split. Null: nobody, or one of several.
alter table tasks add column assignee_address text;
-- One for each attendee, in their order.
alter table calendar_events add column attendee_addresses text[] not null default '{}';

-- What to call whoever has an address: the name that somebody set, else the one they gave themselves in that chat.
create function known_as(connection integer, of_chat text, of_address text) returns text
language sql stable strict
return coalesce(
    (
        select p.name
        from addresses a
        join people p on (p.connection_id, p.id) = (a.connection_id, a.person_id)
        where (a.connection_id, a.address) = (connection, of_address)
    ),
    (
        select m.author_name
        from whatsapp_messages m
        where m.connection_id = connection
            and m.chat = of_chat
            and m.author_name is not null
            and (m.author = of_address or m.author in (
                select b.address
                from addresses a
                join addresses b on (b.connection_id, b.person_id) = (a.connection_id, a.person_id)
                where (a.connection_id, a.address) = (connection, of_address)
            ))
        order by m.sent_at desc
        limit 1
    )
);

-- The views, with the new columns.
drop view task_items, event_items, bill_items, note_items;
create view task_items as
    select i.*, t.description, t.due_on, t.due_at, t.zone, t.assignee, t.recurrence, t.assignee_address,
           known_as(i.connection_id, i.chat, t.assignee_address) as assignee_name
    from items i join tasks t on (t.connection_id, t.item_id) = (i.connection_id, i.id);
create view event_items as
    select i.*, e.starts_on, e.starts_at, e.ends_on, e.ends_at, e.zone, e.duration_minutes, e.location,
           e.platform, e.url, e.attendees, e.recurrence, e.attendee_addresses
    from items i join calendar_events e on (e.connection_id, e.item_id) = (i.connection_id, i.id);
create view bill_items as
    select i.*, b.vendor, b.amount, b.currency, b.due_on, b.category, b.account, b.recurrence
    from items i join bills b on (b.connection_id, b.item_id) = (i.connection_id, i.id);
create view note_items as
    select i.*, n.body
    from items i join notes n on (n.connection_id, n.item_id) = (i.connection_id, i.id);
