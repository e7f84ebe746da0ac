-- name: known
-- Whoever a chat knows: those who wrote in it, under the name that they gave themselves last; those who reacted in it
-- and were given a name; and whichever of the addresses asked for were ever heard.
with there as (
    (
        select distinct on (author) author as address, author_name as name
        from whatsapp_messages
        where connection_id = %(connection_id)s and chat = any(%(chats)s) and author_name is not null
        order by author, sent_at desc
    )
    union all
    select address, null
    from addresses
    where connection_id = %(connection_id)s and address = any(%(asked)s)
    union all
    select address, null
    from whatsapp_message_reactions
    where connection_id = %(connection_id)s and address = any(%(asked)s) and address <> '' and chat = any(%(chats)s)
    union all
    select a.address, null
    from people p
    join addresses a
        on (a.connection_id, a.person_id) = (p.connection_id, p.id)
    where p.connection_id = %(connection_id)s
        and p.name is not null
        and exists (
            select from whatsapp_message_reactions r
            where (r.connection_id, r.address) = (a.connection_id, a.address) and r.chat = any(%(chats)s)
        )
)
select t.address, a.person_id, array_remove(array_agg(distinct t.name) || array_agg(distinct p.name), null) as names
from there t
left join addresses a
    on (a.connection_id, a.address) = (%(connection_id)s, t.address)
left join people p
    on (p.connection_id, p.id) = (a.connection_id, a.person_id)
group by t.address, a.person_id
order by t.address

-- name: sent_along
-- The addresses that the message itself brought for its mentions.
select mentions
from whatsapp_messages
where (connection_id, id) = (%(connection_id)s, %(message_id)s)
