-- name: reactions
-- The next reactions that stand, in key order; their texts are read with `settle.load`.
select message_id, address
from whatsapp_message_reactions
where connection_id = %(connection_id)s
    and server_second >= %(since)s
    and emoji is not null
    and address <> ''
    and (message_id, address) > (%(message_id)s, %(address)s)
order by message_id, address
limit %(n)s

-- name: messages
-- The next messages as such, as `settle.load` would give them, in key order: what rules about messages look at.
select m.connection_id, m.id as message_id, '' as address, m.author as actor, m.chat, '' as emoji,
    extract(epoch from m.sent_at)::bigint as server_second, 1 as revision, 0 as settled_revision,
    null::text as settled_emoji, m.stored_at as heard_at, null::timestamptz as asked_at, now() as loaded_at,
    true as message_known, m.text, m.kind as message_kind, m.sent_at, m.author_name, m.edit_unreadable,
    m.deleted as message_deleted, false as ours,
    c.enabled, c.slug, c.instance, c.zone, c.region, c.language, c.acts_since, c.rules_version,
    ch.name as chat_name, ch.zone as chat_zone, ch.language as chat_language,
    g.subject as group_subject, g.state as group_state, belongs.is_admin as group_admin,
    null::timestamptz as group_asked_at,
    p.id as person_id, p.name as person_name, coalesce(p.is_owner, false) as is_owner,
    coalesce(known.addresses, array[m.author]) as addresses,
    coalesce(chat_aliases.addresses, array[m.chat]) as chat_addresses,
    up.zone as person_zone, up.region as person_region, up.language as person_language
from current_messages m
join connections c
    on c.id = m.connection_id
left join addresses a
    on (a.connection_id, a.address) = (m.connection_id, m.author)
left join people p
    on (p.connection_id, p.id) = (a.connection_id, a.person_id)
left join user_preferences up
    on (up.connection_id, up.person_id) = (p.connection_id, p.id)
left join lateral (
    select array_agg(other.address order by other.address) as addresses
    from addresses other
    where (other.connection_id, other.person_id) = (p.connection_id, p.id)
) known on p.id is not null
left join lateral (
    select array_agg(other.address order by other.address) as addresses
    from addresses mine
    join addresses other
        on (other.connection_id, other.person_id) = (mine.connection_id, mine.person_id)
    where (mine.connection_id, mine.address) = (m.connection_id, m.chat)
    having count(*) > 0
) chat_aliases on true
left join lateral (
    select s.name, s.zone, s.language
    from chats s
    where s.connection_id = m.connection_id
        and s.address = any(coalesce(chat_aliases.addresses, array[m.chat]))
    order by s.address = m.chat desc, s.address
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
    where (told.connection_id, told.chat) = (m.connection_id, m.chat)
) g on true
left join lateral (
    select bool_or(member.is_admin) as is_admin
    from whatsapp_group_members member
    where (member.connection_id, member.chat) = (m.connection_id, m.chat)
        and member.address = any(coalesce(known.addresses, array[m.author]))
) belongs on g.state is not null
where m.connection_id = %(connection_id)s
    and m.id > %(message_id)s
    and m.sent_at >= to_timestamp(%(since)s)
    and m.text is not null
    and not m.by_us
    and not exists (
        select from sent_messages s where (s.connection_id, s.message_id) = (m.connection_id, m.id)
    )
order by m.id
limit %(n)s

-- name: items
-- What the reactions at hand made, not locked: nothing is written.
select i.connection_id, i.message_id, i.address, i.id, i.kind::text, i.status::text, i.rule_id, i.rule_version,
    i.step, i.position, i.title, i.reading, b.vendor, i.occurrence || i.edits as edits, i.flags, i.terms, i.follows
from items i
join jsonb_to_recordset(%(keys)s) as k(connection_id integer, message_id text, address text)
    on (i.connection_id, i.message_id, i.address) = (k.connection_id, k.message_id, k.address)
left join bills b
    on (b.connection_id, b.item_id) = (i.connection_id, i.id)
order by i.connection_id, i.id

-- name: history
-- How much there is to look at, and what of it is gone.
select
    count(*) filter (where r.emoji is not null) as standing,
    count(*) filter (where r.emoji is null) as taken_back,
    count(*) filter (where r.emoji is not null and m.id is null) as never_seen,
    count(*) filter (where r.emoji is not null and m.text_dropped_at is not null) as dropped,
    count(*) filter (
        where r.emoji is not null and m.id is not null and m.text is null and m.text_dropped_at is null
    ) as without_text,
    (
        select min(heard_at)
        from whatsapp_message_reactions
        where connection_id = %(connection_id)s and address <> ''
    ) as heard_since
from whatsapp_message_reactions r
left join whatsapp_messages m
    on (m.connection_id, m.id) = (r.connection_id, r.message_id)
where r.connection_id = %(connection_id)s
    and r.server_second >= %(since)s
    and r.address <> ''

-- name: message_history
-- The same of messages as such: of what others wrote, and of what is kept.
select count(*) filter (where text is not null) as standing, count(*) filter (where text_dropped_at is not null) as dropped,
    (select min(stored_at) from whatsapp_messages where connection_id = %(connection_id)s) as heard_since
from whatsapp_messages
where connection_id = %(connection_id)s
    and sent_at >= to_timestamp(%(since)s)
    and not by_us
