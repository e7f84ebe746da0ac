-- name: known
-- The person behind each address that is known already.
select heard.connection_id, heard.address, known.person_id
from jsonb_to_recordset(%(rows)s) as heard(connection_id integer, address text)
-- One by one, by the key: nobody tells the planner how few they are, and it would read thousands of addresses for two.
cross join lateral (
    select a.person_id
    from addresses a
    where (a.connection_id, a.address) = (heard.connection_id, heard.address)
    limit 1
) known

-- name: apart
-- Which of these pairs somebody said are not one person; and those that name somebody who was forgotten and of whom
-- nothing has come since: what comes late does not bring them back.
select a.connection_id, a.one, a.other
from people_apart a
join jsonb_to_recordset(%(rows)s) as pair(connection_id integer, one text, other text)
    on (a.connection_id, a.one, a.other) = (pair.connection_id, least(pair.one, pair.other), greatest(pair.one, pair.other))
union
select pair.connection_id, pair.one, pair.other
from jsonb_to_recordset(%(rows)s) as pair(connection_id integer, one text, other text)
where exists (
        select
        from forgotten f
        where f.connection_id = pair.connection_id
            and f.digest in (
                sha256(f.salt || convert_to(pair.one, 'UTF8')), sha256(f.salt || convert_to(pair.other, 'UTF8'))
            )
    )
    and not exists (
        select
        from whatsapp_messages m
        where m.connection_id = pair.connection_id and m.author in (pair.one, pair.other)
    )
    and not exists (
        select
        from whatsapp_message_reactions r
        where r.connection_id = pair.connection_id and r.address in (pair.one, pair.other)
    )

-- name: add_person
insert into people (connection_id, name, is_owner)
values (%(connection_id)s, %(name)s, %(is_owner)s)
on conflict (connection_id) where is_owner do update set name = people.name
returning id

-- name: owner
select id
from people
where connection_id = %(connection_id)s and is_owner

-- name: own
-- Whoever has the owner's address is the owner.
update people
set is_owner = true
where (connection_id, id) = (%(connection_id)s, %(person_id)s)
    and not is_owner
    and not exists (select from people where connection_id = %(connection_id)s and is_owner)

-- name: add_address
insert into addresses (connection_id, address, person_id)
values (%(connection_id)s, %(address)s, %(person_id)s)
on conflict do nothing

-- name: add_strangers
-- A new person behind each of these pairs of addresses, which are nobody's yet.
with new as materialized (
    select connection_id, one, other, nextval(pg_get_serial_sequence('people', 'id')) as person_id
    from jsonb_to_recordset(%(rows)s) as told(connection_id integer, one text, other text)
), added as (
    insert into people (connection_id, id)
    overriding system value
    select connection_id, person_id
    from new
)
insert into addresses (connection_id, address, person_id)
select new.connection_id, named.address, new.person_id
from new
cross join lateral (values (new.one), (new.other)) as named(address)
-- Sorted, so that two processes that learn the same people never wait for each other in a circle.
order by new.connection_id, named.address
on conflict do nothing

-- name: merge
-- Two people are one: everything goes to the one that is kept. What comes back are the reactions to settle again,
-- those to messages to which both had reacted.
with theirs as (
    select address, person_id
    from addresses
    where connection_id = %(connection_id)s and person_id in (%(kept)s, %(gone)s)
), moved as (
    update addresses
    set person_id = %(kept)s
    where (connection_id, person_id) = (%(connection_id)s, %(gone)s)
), preferred as (
    insert into user_preferences as up (connection_id, person_id, zone, language, region)
    select connection_id, %(kept)s, zone, language, region
    from user_preferences
    where (connection_id, person_id) = (%(connection_id)s, %(gone)s)
    on conflict (connection_id, person_id) do update set
        zone = coalesce(up.zone, excluded.zone), language = coalesce(up.language, excluded.language),
        region = coalesce(up.region, excluded.region)
), forgotten as (
    delete from people
    where (connection_id, id) = (%(connection_id)s, %(gone)s)
)
update whatsapp_message_reactions r
set revision = r.revision + 1
from theirs
where r.connection_id = %(connection_id)s
    and r.address = theirs.address
    and exists (
        select
        from whatsapp_message_reactions o
        join theirs t on t.address = o.address
        where (o.connection_id, o.message_id) = (r.connection_id, r.message_id)
            and t.person_id <> theirs.person_id
    )
returning r.connection_id, r.message_id, r.address

-- name: split
-- One address belongs to somebody else: it is told apart from the others for good. What comes back are the
-- reactions to settle again.
with others as (
    select b.address
    from addresses a
    join addresses b on (b.connection_id, b.person_id) = (a.connection_id, a.person_id) and b.address <> a.address
    where (a.connection_id, a.address) = (%(connection_id)s, %(address)s)
), moved as (
    update addresses
    set person_id = %(person_id)s
    where (connection_id, address) = (%(connection_id)s, %(address)s)
), held_apart as (
    insert into people_apart (connection_id, one, other)
    select %(connection_id)s, least(%(address)s, address), greatest(%(address)s, address)
    from others
    on conflict do nothing
)
update whatsapp_message_reactions r
set revision = r.revision + 1
where r.connection_id = %(connection_id)s
    and (r.address = %(address)s or r.address in (select address from others))
    and exists (
        select from whatsapp_message_reactions o
        where (o.connection_id, o.message_id) = (r.connection_id, r.message_id)
            and o.address <> r.address
            and (o.address = %(address)s or r.address = %(address)s)
            and (o.address = %(address)s or o.address in (select address from others))
    )
returning r.connection_id, r.message_id, r.address

-- name: reunite
-- What was told apart by hand may be one person after all.
delete from people_apart p
using addresses a, addresses b
where p.connection_id = %(connection_id)s
    and (a.connection_id, a.address) = (p.connection_id, p.one)
    and (b.connection_id, b.address) = (p.connection_id, p.other)
    and a.person_id in (%(kept)s, %(gone)s)
    and b.person_id in (%(kept)s, %(gone)s)

-- name: prefer
insert into user_preferences as up (connection_id, person_id, zone, language, region)
values (%(connection_id)s, %(person_id)s, %(zone)s, %(language)s, %(region)s)
on conflict (connection_id, person_id) do update set
    zone = coalesce(excluded.zone, up.zone), language = coalesce(excluded.language, up.language),
    region = coalesce(excluded.region, up.region)

-- name: forget_preferences
delete from user_preferences
where (connection_id, person_id) = (%(connection_id)s, %(person_id)s)

-- name: list
select p.connection_id, p.id, p.name, p.is_owner, up.zone, up.language, up.region,
    array_agg(a.address order by a.address) as addresses
from people p
join addresses a
    on (a.connection_id, a.person_id) = (p.connection_id, p.id)
left join user_preferences up
    on (up.connection_id, up.person_id) = (p.connection_id, p.id)
where %(connection_id)s::integer is null or p.connection_id = %(connection_id)s
group by p.connection_id, p.id, p.name, p.is_owner, up.zone, up.language, up.region
order by p.connection_id, p.is_owner desc, p.id

-- name: rename
update people
set name = %(name)s
where (connection_id, id) = (%(connection_id)s, %(person_id)s)

-- name: heard
-- Everybody who wrote or reacted, with the name that they gave themselves last and when that was. From one of them to
-- the next in each chat, by the index: there are few of them, and many messages. One of another connection ends it.
with recursive named as (
    (
        select connection_id, chat, author, author_name as name, sent_at as at
        from whatsapp_messages
        where author_name is not null and connection_id >= coalesce(%(connection_id)s::integer, 0)
        order by connection_id, chat, author, sent_at desc
        limit 1
    )
    union all
    select next.*
    from named last
    cross join lateral (
        select m.connection_id, m.chat, m.author, m.author_name, m.sent_at
        from whatsapp_messages m
        where m.author_name is not null
            and (m.connection_id, m.chat, m.author) > (last.connection_id, last.chat, last.author)
        order by m.connection_id, m.chat, m.author, m.sent_at desc
        limit 1
    ) next
    where last.connection_id = coalesce(%(connection_id)s, last.connection_id)
), nameless as (
    (
        select connection_id, chat, author, sent_at as at
        from whatsapp_messages
        where author_name is null and connection_id >= coalesce(%(connection_id)s, 0)
        order by connection_id, chat, author, sent_at desc
        limit 1
    )
    union all
    select next.*
    from nameless last
    cross join lateral (
        select m.connection_id, m.chat, m.author, m.sent_at
        from whatsapp_messages m
        where m.author_name is null
            and (m.connection_id, m.chat, m.author) > (last.connection_id, last.chat, last.author)
        order by m.connection_id, m.chat, m.author, m.sent_at desc
        limit 1
    ) next
    where last.connection_id = coalesce(%(connection_id)s, last.connection_id)
), reacted as (
    (
        select connection_id, address, chat, heard_at as at
        from whatsapp_message_reactions
        where connection_id >= coalesce(%(connection_id)s, 0)
        order by connection_id, address, chat, heard_at desc
        limit 1
    )
    union all
    select next.*
    from reacted last
    cross join lateral (
        select r.connection_id, r.address, r.chat, r.heard_at
        from whatsapp_message_reactions r
        where (r.connection_id, r.address, r.chat) > (last.connection_id, last.address, last.chat)
        order by r.connection_id, r.address, r.chat, r.heard_at desc
        limit 1
    ) next
    where last.connection_id = coalesce(%(connection_id)s, last.connection_id)
)
select connection_id, address,
    (array_agg(name order by at desc) filter (where name is not null))[1] as name, max(at) as heard_at
from (
    select connection_id, author as address, name, at from named
    union all
    select connection_id, author, null, at from nameless
    union all
    select connection_id, address, null, at from reacted
) heard
-- The message as such is nobody's reaction.
where address not in ('', 'forgotten')
    and connection_id = coalesce(%(connection_id)s, connection_id)
group by connection_id, address
order by connection_id, max(at) desc

-- name: both_reacted
-- How many messages two people have both reacted to, and how many open items came of these reactions.
with shared as (
    select message_id
    from whatsapp_message_reactions
    where connection_id = %(connection_id)s and address = any(%(one)s)
    intersect
    select message_id
    from whatsapp_message_reactions
    where connection_id = %(connection_id)s and address = any(%(other)s)
)
select (select count(*) from shared) as messages,
    (
        select count(*)
        from items
        where connection_id = %(connection_id)s
            and status = 'open'
            and message_id in (select message_id from shared)
            and (address = any(%(one)s) or address = any(%(other)s))
    ) as items
