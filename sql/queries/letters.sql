-- name: find
-- Dead letters with what became of their reaction last; every filter that is null lets everything through. Discarded
-- ones are listed in the same way, when they are asked for.
select q.connection_id, q.id, q.event_type, q.event_data, kind_of_work(q.event_type, q.event_data) as kind, q.last_error,
    q.attempts, q.created_at, q.finished_at, q.first_failed_at, coalesce(q.last_failed_at, q.finished_at) as last_failed_at,
    q.discarded_because, r.chat, r.address, r.emoji, coalesce(q.event_data->>'message_id', i.message_id) as message_id,
    i.title, l.outcome,
    case when %(explained)s then l.explanation end as explanation, case when %(explained)s then b.rules end as book
from action_queue q
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address)
        = (q.connection_id, q.event_data->>'message_id', q.event_data->>'address')
-- Of a reminder, which names its item.
left join items i on (i.connection_id, i.id) = (q.connection_id, (q.event_data->>'item')::bigint)
left join lateral (
    select newest.outcome, newest.explanation
    from action_execution_log newest
    where (newest.connection_id, newest.message_id, newest.address) = (r.connection_id, r.message_id, r.address)
    order by newest.revision desc
    limit 1
) l on true
left join rule_books b
    on (b.connection_id, b.digest) = (q.connection_id, l.explanation->>'book')
where case when %(discarded)s then q.discarded_because is not null else q.status = 'failed' end
    and (%(ids)s::bigint[] is null or q.id = any(%(ids)s))
    and (%(connections)s::integer[] is null or q.connection_id = any(%(connections)s))
    and (%(chats)s::text[] is null or r.chat = any(%(chats)s))
    and (%(error)s::text is null or strpos(lower(q.last_error), lower(%(error)s)) > 0)
    and (%(kind)s::text is null or kind_of_work(q.event_type, q.event_data) = %(kind)s)
    and (%(older)s::float8 is null or q.finished_at < now() - make_interval(secs => %(older)s))
    and (%(until)s::timestamptz is null or q.finished_at <= %(until)s)
    -- The rule of an item that the reaction made, or one that fired when it was settled last.
    and (%(rule)s::text is null
        or exists (
            select
            from items i
            where (i.connection_id, i.message_id, i.address) = (r.connection_id, r.message_id, r.address)
                and i.rule_id = %(rule)s
        )
        or l.explanation->'rules' @> jsonb_build_array(jsonb_build_object('id', %(rule)s::text, 'fired', true)))
    -- The next part, after the last row of the one before.
    and (%(before)s::timestamptz is null or (q.finished_at, q.id) < (%(before)s, %(before_id)s::bigint))
order by q.finished_at desc, q.id desc
limit %(n)s

-- name: count
-- The same letters, how many of each kind and of each number.
select q.connection_id, kind_of_work(q.event_type, q.event_data) as kind, count(*) as letters
from action_queue q
left join whatsapp_message_reactions r
    on (r.connection_id, r.message_id, r.address)
        = (q.connection_id, q.event_data->>'message_id', q.event_data->>'address')
where case when %(discarded)s then q.discarded_because is not null else q.status = 'failed' end
    and (%(ids)s::bigint[] is null or q.id = any(%(ids)s))
    and (%(connections)s::integer[] is null or q.connection_id = any(%(connections)s))
    and (%(chats)s::text[] is null or r.chat = any(%(chats)s))
    and (%(error)s::text is null or strpos(lower(q.last_error), lower(%(error)s)) > 0)
    and (%(kind)s::text is null or kind_of_work(q.event_type, q.event_data) = %(kind)s)
    and (%(older)s::float8 is null or q.finished_at < now() - make_interval(secs => %(older)s))
    and (%(until)s::timestamptz is null or q.finished_at <= %(until)s)
    and (%(rule)s::text is null
        or exists (
            select
            from items i
            where (i.connection_id, i.message_id, i.address) = (r.connection_id, r.message_id, r.address)
                and i.rule_id = %(rule)s
        )
        or (
            select newest.explanation->'rules' @> jsonb_build_array(jsonb_build_object('id', %(rule)s::text, 'fired', true))
            from action_execution_log newest
            where (newest.connection_id, newest.message_id, newest.address) = (r.connection_id, r.message_id, r.address)
            order by newest.revision desc
            limit 1
        ))
group by 1, 2
order by 1, 2

-- name: retry
-- Back to work, each by itself; `rules_at` asks for the rules of the moment at which it came. Upkeep and the asking for
-- gaps stay: there is one of each at work already, made anew by itself.
update action_queue q
set status = 'pending', attempts = 0, finished_at = null, run_at = now(), alone = true,
    event_data = case
        when q.event_type <> 'settle' or not %(then)s then q.event_data - 'rules_at'
        else q.event_data || jsonb_build_object('rules_at', q.created_at)
    end,
    expires_at = case when q.event_type = 'settle' then q.expires_at else now() + interval '1 hour' end
from jsonb_to_recordset(%(rows)s) as one(connection_id integer, id bigint)
where (q.connection_id, q.id) = (one.connection_id, one.id)
    and q.status = 'failed'
    and q.event_type not in ('upkeep', 'repair')
returning q.connection_id, q.id

-- name: discard
-- Given up by a person: the row stays with the reason, and whoever watches the feed sees it.
with given_up as (
    update action_queue q
    set status = 'completed', finished_at = now(), discarded_because = %(reason)s,
        last_failed_at = coalesce(q.last_failed_at, q.finished_at)
    from jsonb_to_recordset(%(rows)s) as one(connection_id integer, id bigint)
    where (q.connection_id, q.id) = (one.connection_id, one.id) and q.status = 'failed'
    returning q.connection_id, q.id, q.event_type, q.event_data
), shown as (
    insert into live_feed (connection_id, event, body)
    select connection_id, 'settled', event_data || jsonb_build_object(
        'outcome', 'discarded', 'error', event_type, 'queue_id', id, 'items', '[]'::jsonb)
    from given_up
), counted as (
    insert into totals as t (connection_id, name, amount)
    select connection_id, 'discarded', count(*)
    from given_up
    group by connection_id
    order by connection_id
    on conflict (connection_id, name) do update set amount = t.amount + excluded.amount
)
select connection_id, id from given_up

-- name: restore
-- What was given up is a dead letter again, as old as it was, and whoever watches the feed sees it.
with back as (
    update action_queue q
    set status = 'failed', finished_at = coalesce(q.last_failed_at, q.finished_at), discarded_because = null
    from jsonb_to_recordset(%(rows)s) as one(connection_id integer, id bigint)
    where (q.connection_id, q.id) = (one.connection_id, one.id) and q.discarded_because is not null
    returning q.connection_id, q.id, q.event_type, q.event_data
), shown as (
    insert into live_feed (connection_id, event, body)
    select connection_id, 'settled', event_data || jsonb_build_object(
        'outcome', 'restored', 'error', event_type, 'queue_id', id, 'items', '[]'::jsonb)
    from back
)
select connection_id, id from back

-- name: stuck
-- What a worker holds though its lease is over for so long.
select q.connection_id, q.id, q.event_type, q.worker, q.attempts, q.max_attempts, q.lease_until
from action_queue q
where q.status = 'processing'
    and q.lease_until < now() - make_interval(secs => %(older)s)
order by q.lease_until

-- name: unstick
-- To be tried by itself; the fence keeps the former worker out should it come back. An answer's lane is free again.
with back as (
    update action_queue q
    set status = 'pending', lease_until = null, run_at = now(), alone = q.alone or q.event_type = 'settle',
        -- One that had its last attempt is tried once more: a person asked for it. `attempts` is the fence and stays.
        max_attempts = greatest(q.max_attempts, q.attempts + 1)
    from jsonb_to_recordset(%(rows)s) as one(connection_id integer, id bigint)
    where (q.connection_id, q.id) = (one.connection_id, one.id)
        and q.status = 'processing'
        and q.lease_until < now()
    returning q.connection_id, q.id, q.lane
), freed as (
    update lanes l
    set free_at = now()
    from back
    where (l.connection_id, l.lane) = (back.connection_id, back.lane)
)
select connection_id, id from back

-- name: left
-- What is to be done now, what is in hand, and what waits for a later moment; upkeep and the asking for gaps never end.
select count(*) filter (where status = 'pending' and run_at <= now()) as due,
    count(*) filter (where status = 'processing') as held,
    count(*) filter (where status = 'pending' and run_at > now()) as later,
    min(run_at) filter (where status = 'pending' and run_at <= now()) as due_since
from action_queue
where status in ('pending', 'processing')
    and event_type not in ('upkeep', 'repair')
    and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
