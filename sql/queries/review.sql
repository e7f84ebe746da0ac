-- name: waiting
-- Readings in doubt that a person is to look at, the newest first. One whose reaction or text changed waits no more:
-- it was read again.
select l.connection_id, l.id, l.message_id, l.address, l.revision, l.emoji, l.heard_at, m.text, m.sent_at,
    r.chat, coalesce(ch.name, grp.subject) as place, m.author, known_as(l.connection_id, r.chat, m.author) as who,
    known_as(l.connection_id, r.chat, nullif(l.address, '')) as reactor,
    exists (
        select
        from addresses a
        join people p on (p.connection_id, p.id) = (a.connection_id, a.person_id)
        where (a.connection_id, a.address) = (l.connection_id, m.author) and p.is_owner
    ) as own,
    l.explanation->'locale'->>'zone' as zone, l.explanation->>'language' as language,
    failure->>'rule_id' as rule_id,
    coalesce((
        select (rule->>'version')::integer
        from jsonb_array_elements(l.explanation->'rules') rule
        where rule->>'id' = failure->>'rule_id'
    ), 0) as rule_version,
    failure->'partial' as read, failure->'spans' as spans,
    (
        select one
        from jsonb_array_elements(l.explanation->'doubtful') one
        where one->>'rule' = failure->>'rule_id'
    ) as doubtful
from action_execution_log l
cross join lateral jsonb_array_elements(l.explanation->'failures') failure
join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address, r.revision)
        = (l.connection_id, l.message_id, l.address, l.revision)
left join current_messages m
    on (m.connection_id, m.id) = (l.connection_id, l.message_id)
left join chats ch
    on (ch.connection_id, ch.address) = (r.connection_id, r.chat)
left join whatsapp_groups grp
    on (grp.connection_id, grp.chat) = (r.connection_id, r.chat)
left join reviews d
    on (d.connection_id, d.message_id, d.address, d.revision, d.rule_id)
        = (l.connection_id, l.message_id, l.address, l.revision, failure->>'rule_id')
where l.waits
    and (failure->>'review')::boolean
    and r.emoji is not null
    and d.rule_id is null
    and (%(connections)s::integer[] is null or l.connection_id = any(%(connections)s))
    -- The next page begins after this reading; of several rules under one id some may stand on either.
    and (%(before)s::bigint is null or l.id <= %(before)s)
    and (%(before)s::bigint is null or l.id < %(before)s or failure->>'rule_id' > %(before_rule)s::text)
    and (%(id)s::bigint is null or l.id = %(id)s)
    and (%(rule)s::text is null or failure->>'rule_id' = %(rule)s)
order by l.id desc, failure->>'rule_id'
limit %(n)s

-- name: count
-- How many readings wait, as above; no further than `most`. One by one, by the keys, since they are few of many.
select count(*)::integer
from (
    select
    from action_execution_log l
    cross join lateral (
        select
        from whatsapp_message_reactions r
        where (r.connection_id, r.message_id, r.address, r.revision)
                = (l.connection_id, l.message_id, l.address, l.revision)
            and r.emoji is not null
        limit 1
    ) stands
    cross join lateral (
        select
        from jsonb_array_elements(l.explanation->'failures') failure
        where (failure->>'review')::boolean
            and not exists (
                select
                from reviews d
                where (d.connection_id, d.message_id, d.address, d.revision, d.rule_id)
                    = (l.connection_id, l.message_id, l.address, l.revision, failure->>'rule_id')
            )
        offset 0
    ) doubtful
    where l.waits
        and (%(connections)s::integer[] is null or l.connection_id = any(%(connections)s))
    limit %(most)s
) waiting

-- name: decided
-- What was said of the readings of an action, and whether they still stand as they were then.
select d.connection_id, d.message_id, d.address, d.revision, d.rule_id, d.outcome, d.by_whom, d.decided_at,
    coalesce(r.revision = d.revision and r.emoji is not null, false) as stands
from action_execution_log l
join reviews d
    on (d.connection_id, d.message_id, d.address, d.revision)
        = (l.connection_id, l.message_id, l.address, l.revision)
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address) = (l.connection_id, l.message_id, l.address)
where l.id = %(id)s
    and (%(connections)s::integer[] is null or l.connection_id = any(%(connections)s))
    and (%(rule)s::text is null or d.rule_id = %(rule)s)
order by d.rule_id

-- name: decide
-- Nothing comes back where somebody was quicker.
insert into reviews (connection_id, message_id, address, revision, rule_id, outcome, by_whom)
values (%(connection_id)s, %(message_id)s, %(address)s, %(revision)s, %(rule_id)s, %(outcome)s, %(by)s)
on conflict do nothing
returning outcome

-- name: look_again
-- Whether a reading of it still waits.
update action_execution_log l
set waits = exists (
    select
    from jsonb_array_elements(l.explanation->'failures') failure
    where (failure->>'review')::boolean
        and not exists (
            select
            from reviews d
            where (d.connection_id, d.message_id, d.address, d.revision, d.rule_id)
                = (l.connection_id, l.message_id, l.address, l.revision, failure->>'rule_id')
        )
)
where (connection_id, message_id, address, revision)
    = (%(connection_id)s, %(message_id)s, %(address)s, %(revision)s)

-- name: believed
-- What was asked for is there now: statistics count it as done.
update action_execution_log
set outcome = 'accepted'
where (connection_id, id) = (%(connection_id)s, %(id)s) and outcome = 'failed'

-- name: doubted
-- No reading of it is believed any more.
update action_execution_log l
set outcome = 'failed'
where (l.connection_id, l.id) = (%(connection_id)s, %(id)s)
    and l.outcome = 'accepted'
    and not exists (
        select
        from reviews r
        where (r.connection_id, r.message_id, r.address, r.revision)
                = (l.connection_id, l.message_id, l.address, l.revision)
            and r.outcome <> 'rejected'
    )

-- name: take_back
-- It waits again. Nothing comes back where somebody took it back before.
delete from reviews
where (connection_id, message_id, address, revision, rule_id)
    = (%(connection_id)s, %(message_id)s, %(address)s, %(revision)s, %(rule_id)s)
returning outcome

-- name: made
-- What came of a reading that was accepted, the newest first.
select id, status::text
from items
where (connection_id, message_id, address, rule_id, revision)
    = (%(connection_id)s, %(message_id)s, %(address)s, %(rule_id)s, %(revision)s)
order by id desc

-- name: unsay
-- What a person had put right goes with it: accepted again, it is what was read.
update items
set edits = '{}', undone_at_revision = null
where connection_id = %(connection_id)s and id = any(%(ids)s)
