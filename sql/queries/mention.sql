-- name: known
-- Whoever a chat knows, for each of several reactions: those who wrote in it, under the name that they gave themselves
-- last; those who reacted in it and were given a name; and whichever of the addresses asked for were ever heard.
select k.n, found.address, found.person_id, found.names
from jsonb_to_recordset(%(rows)s) as k(n integer, connection_id integer, chats text[], asked text[])
cross join lateral (
    with recursive writer as (
        -- From one author to the next by the index: a busy chat has few of them, and many messages.
        select c.chat, (
            select min(m.author)
            from whatsapp_messages m
            where m.connection_id = k.connection_id and m.chat = c.chat and m.author_name is not null
        ) as author
        from unnest(k.chats) as c(chat)
        union all
        select w.chat, (
            select min(m.author)
            from whatsapp_messages m
            where m.connection_id = k.connection_id and m.chat = w.chat and m.author_name is not null
                and m.author > w.author
        )
        from writer w
        where w.author is not null
    ), there as (
        (
            select distinct on (w.author) w.author as address, newest.author_name as name
            from writer w
            cross join lateral (
                select m.author_name, m.sent_at
                from whatsapp_messages m
                where (m.connection_id, m.chat, m.author) = (k.connection_id, w.chat, w.author)
                    and m.author_name is not null
                order by m.sent_at desc
                limit 1
            ) newest
            order by w.author, newest.sent_at desc
        )
        union all
        select address, null
        from addresses
        where connection_id = k.connection_id and address = any(k.asked)
        union all
        select asked.address, null
        from unnest(k.asked) as asked(address)
        -- One reaction tells as much as a thousand.
        cross join lateral (
            select
            from whatsapp_message_reactions r
            where (r.connection_id, r.address) = (k.connection_id, asked.address) and r.address <> '' and r.chat = any(k.chats)
            limit 1
        ) once
        union all
        select a.address, null
        from people p
        join addresses a
            on (a.connection_id, a.person_id) = (p.connection_id, p.id)
        cross join lateral (
            select
            from whatsapp_message_reactions r
            where (r.connection_id, r.address) = (a.connection_id, a.address) and r.chat = any(k.chats)
            limit 1
        ) once
        where p.connection_id = k.connection_id and p.name is not null
    )
    select t.address, a.person_id,
        array_remove(array_agg(distinct t.name) || array_agg(distinct p.name), null) as names
    from there t
    left join addresses a
        on (a.connection_id, a.address) = (k.connection_id, t.address)
    left join people p
        on (p.connection_id, p.id) = (a.connection_id, a.person_id)
    group by t.address, a.person_id
) found
order by k.n, found.address

-- name: sent_along
-- The addresses that messages themselves brought for their mentions.
select k.n, m.mentions
from jsonb_to_recordset(%(rows)s) as k(n integer, connection_id integer, message_id text)
join whatsapp_messages m
    on (m.connection_id, m.id) = (k.connection_id, k.message_id)
