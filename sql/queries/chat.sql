-- name: list
-- Chats that were heard or that something is set for; a direct chat under all addresses of its person. Reads all
-- messages: for people, not for webhooks.
with heard as (
    select connection_id, chat as address, count(*) as messages, max(stored_at) as heard_at
    from whatsapp_messages
    where chat <> 'forgotten'
    group by connection_id, chat
), known as (
    select connection_id, address, c.name, c.zone, c.language, h.messages, h.heard_at
    from heard h
    full join chats c using (connection_id, address)
)
select k.connection_id, array_agg(k.address order by k.address) as addresses, max(k.name) as name,
    max(k.zone) as zone, max(k.language) as language, coalesce(sum(k.messages), 0)::bigint as messages,
    max(k.heard_at) as heard_at, max(g.subject) as subject, sum(g.members)::integer as members
from known k
left join lateral (
    -- What the gateway told of a group that a rule asked about; a person under two addresses is one.
    select told.subject, (
            select count(distinct coalesce(a.person_id::text, m.address))
            from whatsapp_group_members m
            left join addresses a on (a.connection_id, a.address) = (m.connection_id, m.address)
            where (m.connection_id, m.chat) = (told.connection_id, told.chat)
        ) as members
    from whatsapp_groups told
    where (told.connection_id, told.chat) = (k.connection_id, k.address) and told.fetched_at is not null
) g on true
left join addresses a
    on (a.connection_id, a.address) = (k.connection_id, k.address)
where %(connection_id)s::integer is null or k.connection_id = %(connection_id)s
group by k.connection_id, coalesce(a.person_id::text, k.address)
order by k.connection_id, max(k.heard_at) desc nulls last, min(k.address)

-- name: aliases
-- The addresses under which a chat may be heard: a group's own, a person's every.
select %(address)s::text as address
union
select other.address
from addresses mine
join addresses other
    on (other.connection_id, other.person_id) = (mine.connection_id, mine.person_id)
where (mine.connection_id, mine.address) = (%(connection_id)s, %(address)s)
order by address

-- name: set
-- What is null stays as it is.
insert into chats as c (connection_id, address, name, zone, language)
select %(connection_id)s, address, %(name)s, %(zone)s, %(language)s
from unnest(%(addresses)s::text[]) as address
on conflict (connection_id, address) do update set
    name = coalesce(excluded.name, c.name), zone = coalesce(excluded.zone, c.zone),
    language = coalesce(excluded.language, c.language)

-- name: forget
delete from chats
where connection_id = %(connection_id)s and address = any(%(addresses)s::text[])
