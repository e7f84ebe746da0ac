-- name: now
-- Where the feed stands at this moment: the place of a reader who wants only what comes from now on.
select pg_current_snapshot()::text as snapshot, s.system_identifier::text as epoch
from pg_control_system() s

-- name: since
-- What became visible since the snapshot `seen`, each row exactly once however late its transaction committed;
-- one row of nulls where nothing did, so that the new snapshot always comes back.
select here.snapshot::text as snapshot, f.connection_id, f.id, f.xid::text::bigint as xid, f.event, f.body,
    f.created_at
-- Of the statement's own snapshot, the one that decides which rows it sees.
from (select pg_current_snapshot() as snapshot) here
left join lateral (
    select connection_id, id, xid, event, body, created_at
    from live_feed
    -- Two ranges of the index instead of pg_visible_in_snapshot() over every row: begun after it, or running at it.
    where (xid >= pg_snapshot_xmax(%(seen)s::pg_snapshot)
            or xid = any(array(select pg_snapshot_xip(%(seen)s::pg_snapshot))))
        and event <> 'purged'
    order by xid, id
    limit %(n)s
) f on true
order by f.xid, f.id

-- name: after
-- Everything visible from the transaction `place` on, for a reader that resumes; `lost` says that it cannot.
select here.snapshot::text as snapshot, here.epoch, here.lost, f.connection_id, f.id, f.xid::text::bigint as xid,
    f.event, f.body, f.created_at
from (
    select pg_current_snapshot() as snapshot, s.system_identifier::text as epoch,
        -- Rows of that time are gone; or the place lies ahead, as after a restore to an earlier moment.
        exists (select from live_feed where event = 'purged' and xid >= %(place)s::text::xid8)
            or %(place)s::text::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as lost
    from pg_control_system() s
) here
left join lateral (
    select connection_id, id, xid, event, body, created_at
    from live_feed
    where xid >= %(place)s::text::xid8 and event <> 'purged'
    order by xid, id
    limit %(n)s
) f on true
order by f.xid, f.id

-- name: last
-- The newest rows, for a page that has just been opened.
select here.snapshot::text as snapshot, here.epoch, false as lost, f.connection_id, f.id,
    f.xid::text::bigint as xid, f.event, f.body, f.created_at
from (
    select pg_current_snapshot() as snapshot, s.system_identifier::text as epoch
    from pg_control_system() s
) here
left join lateral (
    select connection_id, id, xid, event, body, created_at
    from live_feed
    where event = 'settled' and (%(connections)s::integer[] is null or connection_id = any(%(connections)s))
    order by xid desc, id desc
    limit %(n)s
) f on true
order by f.xid, f.id

-- name: purge
-- What is older than anybody may resume from goes; of each connection the newest such row stays, emptied, as the mark
-- below which rows are gone. The mark lives in the feed itself, so that a backup leaves both out together.
with old as (
    select connection_id, id, event, row_number() over (partition by connection_id order by xid desc, id desc) as place
    from (
        select connection_id, id, event, xid
        from live_feed
        where created_at < now() - make_interval(hours => %(hours)s)
        order by created_at
        -- The marks are among the oldest: without room for them a full round would delete less than `n`.
        limit %(n)s + (select count(*) from connections)
        for update skip locked
    ) oldest
), marked as (
    update live_feed f
    set event = 'purged', body = '{}'
    from old
    where old.place = 1 and old.event <> 'purged' and (f.connection_id, f.id) = (old.connection_id, old.id)
)
delete from live_feed f
using old
where old.place > 1 and (f.connection_id, f.id) = (old.connection_id, old.id)

-- name: context
-- What the messages say that rows of the feed are about, by whom and where; it is read when the row is shown, so that
-- what was erased is shown to nobody.
select m.connection_id, m.id as message_id, left(m.text, 160) as snippet, m.by_us as ours,
    ch.name as place, known_as(m.connection_id, m.chat, m.author) as who,
    exists (
        select
        from addresses a
        join people p on (p.connection_id, p.id) = (a.connection_id, a.person_id)
        where (a.connection_id, a.address) = (m.connection_id, m.author) and p.is_owner
    ) as own
from jsonb_to_recordset(%(rows)s) as about(connection_id integer, message_id text)
-- One by one, by the key: nobody tells the planner how few they are.
cross join lateral (
    select *
    from current_messages one
    where (one.connection_id, one.id) = (about.connection_id, about.message_id)
    limit 1
) m
left join chats ch on (ch.connection_id, ch.address) = (m.connection_id, m.chat)
