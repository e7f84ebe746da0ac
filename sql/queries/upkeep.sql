-- name: ensure
-- One item for all of Toque, with the oldest connection; it is put back after every run, so there is always one.
insert into action_queue (connection_id, event_type, event_data, max_attempts)
select min(id), 'upkeep', '{}', 2147483647
from connections
where not exists (select from action_queue where event_type = 'upkeep' and status in ('pending', 'processing'))
having count(*) > 0
on conflict do nothing

-- name: hold
-- The fence of each batch: whoever lost the upkeep to another worker does no more of it.
update action_queue
set lease_until = now() + make_interval(secs => %(lease)s)
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'processing' and attempts = %(attempts)s
returning id

-- name: drop_finished
-- Completed items of the queue; what a person discarded stays as long as the log does. Materialized, here and below: a
-- plan that goes through the list once for each row of the table would take a new batch each time.
with old as materialized (
    select connection_id, id
    from action_queue
    where status = 'completed'
        and finished_at < now() - make_interval(hours => %(finished_hours)s)
        and (discarded_because is null or finished_at < now() - make_interval(days => %(log_days)s))
    order by finished_at
    limit %(n)s
    for update skip locked
)
delete from action_queue q
using old
where (q.connection_id, q.id) = (old.connection_id, old.id)

-- name: drop_log
-- The execution log. Of a message with an item stay the rows that changed one, and the newest row of each reaction.
-- Each row is looked at once; what comes back is how many were.
with old as (
    select l.connection_id, l.id, exists (
            select from items i where (i.connection_id, i.message_id) = (l.connection_id, l.message_id)
        ) and (
            coalesce(jsonb_array_length(l.explanation->'changes'), 0) > 0
            or not exists (
                select
                from action_execution_log newer
                where (newer.connection_id, newer.message_id, newer.address)
                        = (l.connection_id, l.message_id, l.address)
                    and newer.revision > l.revision
            )
        ) as needed
    from action_execution_log l
    where not l.kept and l.created_at < now() - make_interval(days => %(log_days)s)
    order by l.created_at
    limit %(n)s
    for update of l skip locked
), stays as (
    update action_execution_log l
    set kept = true
    from old
    where old.needed and (l.connection_id, l.id) = (old.connection_id, old.id)
), goes as (
    delete from action_execution_log l
    using old
    where not old.needed and (l.connection_id, l.id) = (old.connection_id, old.id)
)
select count(*) from old

-- name: drop_readings
-- What the parsers made of each text: for statistics alone, nothing needs it.
with old as materialized (
    select connection_id, id
    from nlp_processing_log
    where created_at < now() - make_interval(days => %(readings_days)s)
    order by created_at
    limit %(n)s
    for update skip locked
)
delete from nlp_processing_log l
using old
where (l.connection_id, l.id) = (old.connection_id, old.id)

-- name: drop_deliveries
-- What became of deliveries; while the queue may try one again, whether its sending had begun must be known.
with old as materialized (
    select connection_id, queue_id
    from deliveries past
    where at < now() - make_interval(days => %(sent_days)s)
        and not exists (
            select
            from action_queue q
            where (q.connection_id, q.id) = (past.connection_id, past.queue_id) and q.status <> 'completed'
        )
    order by at
    limit %(n)s
    for update skip locked
)
delete from deliveries d
using old
where (d.connection_id, d.queue_id) = (old.connection_id, old.queue_id)

-- name: drop_sent
-- The list of what we sent, where the message itself is here and says that it is ours: without either, a reaction to
-- an old answer of ours would make an item of it. Each row is looked at once; what comes back is how many were.
with old as (
    select s.connection_id, s.message_id, exists (
            select from whatsapp_messages m
            where (m.connection_id, m.id) = (s.connection_id, s.message_id) and m.by_us
        ) as known
    from sent_messages s
    where not s.kept and s.sent_at < now() - make_interval(days => %(sent_days)s)
    order by s.sent_at
    limit %(n)s
    for update of s skip locked
), stays as (
    update sent_messages s
    set kept = true
    from old
    where not old.known and (s.connection_id, s.message_id) = (old.connection_id, old.message_id)
), goes as (
    delete from sent_messages s
    using old
    where old.known and (s.connection_id, s.message_id) = (old.connection_id, old.message_id)
)
select count(*) from old

-- name: stats_due
-- Whether the statistics are older than so many seconds; when they were renewed is kept with the item.
select id
from action_queue
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'processing' and attempts = %(attempts)s
    and coalesce((event_data->>'stats_at')::timestamptz, '-infinity') < now() - make_interval(secs => %(every)s)

-- name: note_stats
update action_queue
set event_data = event_data || jsonb_build_object('stats_at', now())
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'processing' and attempts = %(attempts)s

-- name: refresh_stats
-- Beside its readers.
refresh materialized view concurrently daily_action_stats

-- name: drop_texts
-- The capture policy: after so many hours a text is kept only of a message that was reacted to, or of which a rule
-- about messages made something. Each is looked at once.
with old as materialized (
    select connection_id, id, exists (
            select from whatsapp_message_reactions r
            where (r.connection_id, r.message_id) = (old.connection_id, old.id)
                and (r.address <> '' or exists (
                    select from items i
                    where (i.connection_id, i.message_id, i.address) = (r.connection_id, r.message_id, r.address)
                ))
        ) as reacted
    from whatsapp_messages old
    where old.text is not null
        and not old.text_kept
        and old.stored_at < now() - make_interval(hours => %(text_hours)s)
    order by old.stored_at
    limit %(n)s
    for update skip locked
)
update whatsapp_messages m
set text = case when old.reacted then m.text end,
    text_kept = old.reacted,
    text_dropped_at = case when not old.reacted then now() end
from old
where (m.connection_id, m.id) = (old.connection_id, old.id)

-- name: drop_edited_texts
-- The same for the texts of edits.
with old as materialized (
    select connection_id, message_id, kind, by_address, exists (
            select from whatsapp_message_reactions r
            where (r.connection_id, r.message_id) = (old.connection_id, old.message_id)
                and (r.address <> '' or exists (
                    select from items i
                    where (i.connection_id, i.message_id, i.address) = (r.connection_id, r.message_id, r.address)
                ))
        ) as reacted
    from whatsapp_message_changes old
    where old.text is not null
        and not old.text_kept
        and old.heard_at < now() - make_interval(hours => %(text_hours)s)
    order by old.heard_at
    limit %(n)s
    for update skip locked
)
update whatsapp_message_changes c
set text = case when old.reacted then c.text end, text_kept = old.reacted
from old
where (c.connection_id, c.message_id, c.kind, c.by_address)
    = (old.connection_id, old.message_id, old.kind, old.by_address)

-- name: drop_doubts
-- What waited for a person and was read again since, or is gone: it is looked at no more to find what waits.
with over as materialized (
    select l.connection_id, l.id
    from action_execution_log l
    left join whatsapp_message_reactions r
        on (r.connection_id, r.message_id, r.address, r.revision)
            = (l.connection_id, l.message_id, l.address, l.revision)
    where l.waits and r.emoji is null
    order by l.id
    limit %(n)s
    for update of l skip locked
)
update action_execution_log l
set waits = false
from over
where (l.connection_id, l.id) = (over.connection_id, over.id)

-- name: drop_groups
-- Who belongs to groups that no rule has asked about for a week: what was told counts for a day.
with old as materialized (
    select connection_id, chat
    from whatsapp_groups
    where greatest(fetched_at, asked_at) < now() - interval '7 days'
    order by connection_id, chat
    limit %(n)s
    for update skip locked
)
delete from whatsapp_groups g
using old
where (g.connection_id, g.chat) = (old.connection_id, old.chat)

-- name: drop_notices
-- Whom Toque told something of its own accord: after a day they are told anew.
with old as materialized (
    select connection_id, address, kind
    from notices
    where told_at < now() - interval '1 day'
    order by connection_id, address, kind
    limit %(n)s
    for update skip locked
)
delete from notices n
using old
where (n.connection_id, n.address, n.kind) = (old.connection_id, old.address, old.kind)
