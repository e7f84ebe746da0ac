-- name: current
select r.id, r.version, r.body, c.rules_version
from connections c
left join action_rules r
    on r.connection_id = c.id and r.deleted_at is null
where c.id = %(connection_id)s
order by r.id

-- name: versions
-- Rules as they stood at given versions: an edit is read again by the version that made the item.
select v.rule_id, v.version, v.body
from action_rule_versions v
join jsonb_to_recordset(%(rows)s) as k(rule_id text, version integer)
    on (v.rule_id, v.version) = (k.rule_id, k.version)
where v.connection_id = %(connection_id)s
    and v.body is not null

-- name: at
-- Rules as they stood at a moment; null bodies are rules that were deleted then.
select rule_id, version, body
from (
    select distinct on (rule_id) rule_id, version, body
    from action_rule_versions
    where connection_id = %(connection_id)s and created_at <= %(at)s
    order by rule_id, version desc
) v
where body is not null
order by rule_id

-- name: held
-- What connections (null: all of them) have, with what each rule is managed by.
select connection_id, id, version, body, origin, updated_at, written
from action_rules
where (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
    and deleted_at is null
order by connection_id, id

-- name: acted
-- How many messages each rule of these numbers made something of, or told somebody of, since a moment.
select connection_id, rule_id, count(*) as times
from (
    select connection_id, rule_id, message_id, address
    from items
    where connection_id = any(%(connections)s::integer[])
        and created_at >= %(since)s
        -- The next one of what repeats is made by completing, not by a rule.
        and follows is null
    union
    select connection_id, rule_id, message_id, address
    from errands
    where connection_id = any(%(connections)s::integer[])
        and created_at >= %(since)s
) acted
group by connection_id, rule_id

-- name: heard
-- Of these chats, by address or name, those that something was heard of.
select wanted.chat
from unnest(%(chats)s::text[]) wanted(chat)
where exists (select from whatsapp_message_reactions where connection_id = %(connection_id)s and chat = wanted.chat)
    or exists (select from whatsapp_messages where connection_id = %(connection_id)s and chat = wanted.chat)
    or exists (select from addresses where connection_id = %(connection_id)s and address = wanted.chat)
    or exists (
        select from chats
        where connection_id = %(connection_id)s
            and (address = wanted.chat or lower(name) = lower(wanted.chat))
    )
    or exists (
        select from whatsapp_groups
        where connection_id = %(connection_id)s and lower(subject) = lower(wanted.chat)
    )

-- name: lock
-- One change of a book at a time: what was planned is what is applied. Webhooks go on: their rows refer to the key.
select rules_version
from connections
where id = %(connection_id)s
for no key update

-- name: history
select version, body, origin, because, created_at, written, changed_by
from action_rule_versions
where (connection_id, rule_id) = (%(connection_id)s, %(id)s)
order by version

-- name: save
-- A rule that did not change keeps its version; another comment in it is a change.
insert into action_rules as r (connection_id, id, version, body, origin, written)
values (%(connection_id)s, %(id)s, 1, %(body)s, %(origin)s, %(written)s)
on conflict (connection_id, id) do update set
    version = r.version + 1, body = excluded.body, origin = excluded.origin, written = excluded.written,
    deleted_at = null, updated_at = now()
where r.body is distinct from excluded.body
    or r.origin <> excluded.origin
    or r.deleted_at is not null
    or r.written is distinct from coalesce(excluded.written, r.written)
returning version

-- name: save_version
insert into action_rule_versions (connection_id, rule_id, version, body, origin, because, written, changed_by)
values (
    %(connection_id)s, %(id)s, %(version)s, %(body)s, %(origin)s, %(because)s, %(written)s, %(changed_by)s
)

-- name: delete
update action_rules
set deleted_at = now(), version = version + 1, updated_at = now()
where (connection_id, id) = (%(connection_id)s, %(id)s) and deleted_at is null
returning version, origin

-- name: raise_version
-- And whether messages are watched from now on: since when, and how urgently. What was watched goes on being so.
update connections c
set rules_version = c.rules_version + 1,
    watches_since = case when watching.priority is not null then coalesce(c.watches_since, now()) end,
    watches_as = watching.priority
from watching_rules(%(connection_id)s) as watching(priority)
where c.id = %(connection_id)s

-- name: topology
select topology
from connections
where id = %(connection_id)s
