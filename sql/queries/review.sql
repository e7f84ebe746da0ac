-- name: waiting
-- Readings in doubt that a person is to look at, the newest first. One whose reaction or text changed waits no more:
-- it was read again.
select l.connection_id, l.id, l.message_id, l.address, l.revision, l.emoji, l.heard_at, m.text,
    failure->>'rule_id' as rule_id,
    coalesce((
        select (rule->>'version')::integer
        from jsonb_array_elements(l.explanation->'rules') rule
        where rule->>'id' = failure->>'rule_id'
    ), 0) as rule_version,
    failure->'partial' as read
from action_execution_log l
cross join lateral jsonb_array_elements(l.explanation->'failures') failure
join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address, r.revision)
        = (l.connection_id, l.message_id, l.address, l.revision)
left join current_messages m
    on (m.connection_id, m.id) = (l.connection_id, l.message_id)
left join reviews d
    on (d.connection_id, d.message_id, d.address, d.revision, d.rule_id)
        = (l.connection_id, l.message_id, l.address, l.revision, failure->>'rule_id')
where l.error is not null
    and (failure->>'review')::boolean
    and r.emoji is not null
    and d.rule_id is null
    and (%(connections)s::integer[] is null or l.connection_id = any(%(connections)s))
    and (%(before)s::bigint is null or l.id < %(before)s)
    and (%(id)s::bigint is null or l.id = %(id)s)
order by l.id desc
limit %(n)s

-- name: decide
-- Nothing comes back where somebody was quicker.
insert into reviews (connection_id, message_id, address, revision, rule_id, outcome)
values (%(connection_id)s, %(message_id)s, %(address)s, %(revision)s, %(rule_id)s, %(outcome)s)
on conflict do nothing
returning outcome
