-- What pages ask again and again is found by an index, however much there is beside it.

-- Whether a reading of it may wait for a person: set where one is in doubt, no more once it was decided or read again.
alter table action_execution_log add column waits boolean not null default false;
update action_execution_log l
set waits = true
where l.error is not null
    and exists (
        select
        from jsonb_array_elements(l.explanation->'failures') failure
        where (failure->>'review')::boolean
            and not exists (
                select
                from reviews d
                where (d.connection_id, d.message_id, d.address, d.revision, d.rule_id)
                    = (l.connection_id, l.message_id, l.address, l.revision, failure->>'rule_id')
            )
    );
create index action_execution_log_waiting on action_execution_log (id) where waits;

-- When a number was heard first and last, and how long it was quiet in between.
create index whatsapp_messages_heard on whatsapp_messages (connection_id, stored_at);

-- Who was ever heard, and when last: from one of them to the next in each chat, over their other messages. Those who
-- gave themselves a name have such an index already; together they hold each message once.
create index whatsapp_messages_nameless on whatsapp_messages (connection_id, chat, author, sent_at desc)
    where author_name is null;
drop index whatsapp_message_reactions_of_address;
create index whatsapp_message_reactions_of_address
    on whatsapp_message_reactions (connection_id, address, chat, heard_at desc);

-- What to call whoever has an address, as before: each of their addresses by itself, not all that a chat says.
create or replace function known_as(connection integer, of_chat text, of_address text) returns text
language sql stable strict
return coalesce(
    (
        select p.name
        from addresses a
        join people p on (p.connection_id, p.id) = (a.connection_id, a.person_id)
        where (a.connection_id, a.address) = (connection, of_address)
    ),
    (
        select newest.author_name
        from (
            select of_address as address
            union
            select b.address
            from addresses a
            join addresses b on (b.connection_id, b.person_id) = (a.connection_id, a.person_id)
            where (a.connection_id, a.address) = (connection, of_address)
        ) theirs
        cross join lateral (
            select m.author_name, m.sent_at
            from whatsapp_messages m
            where (m.connection_id, m.chat, m.author) = (connection, of_chat, theirs.address)
                and m.author_name is not null
            order by m.sent_at desc
            limit 1
        ) newest
        order by newest.sent_at desc
        limit 1
    )
);
