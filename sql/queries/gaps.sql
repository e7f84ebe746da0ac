-- name: ensure
-- One item for each connection whose gateway can be asked; it is put back after every run.
with missing as (
    insert into action_queue (connection_id, event_type, event_data, lane, priority, max_attempts)
    select c.id, 'repair', '{}', 'repair', 'low', 2147483647
    from connections c
    where c.enabled
        and c.base_url is not null
        and not exists (
            select from action_queue q
            where q.connection_id = c.id and q.event_type = 'repair' and q.status in ('pending', 'processing')
        )
    order by c.id
    on conflict do nothing
    returning connection_id, lane
)
insert into lanes (connection_id, lane)
select connection_id, lane from missing
on conflict do nothing

-- name: hasten
-- The line is open again, or we are back: ask at once, of one connection or of all.
update action_queue
set run_at = now()
where status = 'pending'
    and lane = 'repair'
    and run_at > now()
    and (%(connection_id)s::integer is null or connection_id = %(connection_id)s)

-- name: since
-- From when on the gateway is asked: never from before the connection acts; a day back where nobody has looked yet;
-- else with an overlap, since a gateway stores a message a moment after WhatsApp's second of it.
select greatest(c.acts_since, coalesce(g.complete_until - interval '10 minutes', now() - interval '1 day')) as since,
    now() as now, g.silent_since
from connections c
left join gaps g on g.connection_id = c.id
where c.id = %(connection_id)s

-- name: unknown_messages
select new.id
from jsonb_to_recordset(%(rows)s) as new(id text)
where not exists (
        select from whatsapp_messages m where (m.connection_id, m.id) = (%(connection_id)s, new.id)
    )
    and not exists (
        select from sent_messages s where (s.connection_id, s.message_id) = (%(connection_id)s, new.id)
    )

-- name: unknown_reactions
-- What was never heard: not under another address of the same person either (stored rows may name the LID where the
-- webhook named the phone), nor overtaken by what was heard since, nor sent by us.
select new.outer_id
from jsonb_to_recordset(%(rows)s) as new(message_id text, outer_id text, address text, server_second bigint)
where not exists (
        select from whatsapp_message_reactions r
        where (r.connection_id, r.message_id) = (%(connection_id)s, new.message_id)
            and (new.outer_id = any(r.outer_ids)
                or (r.server_second > new.server_second
                    and same_person(%(connection_id)s, r.address, new.address)))
    )
    and not exists (
        select from sent_messages s where (s.connection_id, s.message_id) = (%(connection_id)s, new.outer_id)
    )

-- name: go_on
-- The next page is for the next turn; only whoever still holds the item says so.
update action_queue
set event_data = %(event_data)s
where (connection_id, id) = (%(connection_id)s, %(id)s) and status = 'processing' and attempts = %(attempts)s

-- name: completed
insert into gaps (connection_id, complete_until)
values (%(connection_id)s, %(until)s)
on conflict (connection_id) do update set complete_until = excluded.complete_until

-- name: last_heard
select extract(epoch from now() - max(stored_at))::float8 as seconds
from whatsapp_messages
where connection_id = %(connection_id)s

-- name: usual
-- How many messages two weeks brought, and the longest silence between two of them.
select count(*) as messages, coalesce(extract(epoch from max(pause)), 0)::float8 as longest
from (
    select stored_at - lag(stored_at) over (order by stored_at) as pause
    from whatsapp_messages
    where connection_id = %(connection_id)s and stored_at > now() - interval '14 days'
) pauses

-- name: note_silence
insert into gaps (connection_id, silent_since)
values (%(connection_id)s, case when %(silent)s then now() end)
on conflict (connection_id) do update set
    silent_since = case when %(silent)s then coalesce(gaps.silent_since, now()) end
