-- name: lead
-- Whoever gets this lock does the upkeep; the others have nothing to do.
select pg_try_advisory_xact_lock(7683920115)

-- name: drop_texts
-- The capture policy: after so many hours a text is kept only of a message that was reacted to. Each is looked at once.
update whatsapp_messages m
set text = case when old.reacted then m.text end,
    text_kept = old.reacted,
    text_dropped_at = case when not old.reacted then now() end
from (
    select connection_id, id, exists (
            select from whatsapp_message_reactions r
            where (r.connection_id, r.message_id) = (old.connection_id, old.id)
        ) as reacted
    from whatsapp_messages old
    where old.text is not null
        and not old.text_kept
        and old.stored_at < now() - make_interval(hours => %(hours)s)
    order by old.stored_at
    limit %(n)s
    for update skip locked
) old
where (m.connection_id, m.id) = (old.connection_id, old.id)

-- name: drop_edited_texts
-- The same for the texts of edits.
update whatsapp_message_changes c
set text = case when old.reacted then c.text end, text_kept = old.reacted
from (
    select connection_id, message_id, kind, by_address, exists (
            select from whatsapp_message_reactions r
            where (r.connection_id, r.message_id) = (old.connection_id, old.message_id)
        ) as reacted
    from whatsapp_message_changes old
    where old.text is not null
        and not old.text_kept
        and old.heard_at < now() - make_interval(hours => %(hours)s)
    order by old.heard_at
    limit %(n)s
    for update skip locked
) old
where (c.connection_id, c.message_id, c.kind, c.by_address)
    = (old.connection_id, old.message_id, old.kind, old.by_address)
