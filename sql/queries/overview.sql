-- name: minutes
-- The last hour by minutes: how many reactions were settled, and how long the slowest of them waited.
select floor(extract(epoch from now() - l.heard_at) / 60)::integer as ago, count(*) as reactions,
    max(extract(epoch from l.created_at - l.heard_at))::float8 as waited
from connections c
join action_execution_log l
    on l.connection_id = c.id
where (%(connections)s::integer[] is null or c.id = any(%(connections)s))
    and l.heard_at > now() - interval '60 minutes'
    and l.heard_at <= now()
group by 1

-- name: hours
-- The last day by hours: what did as it was asked, what failed, and what was read in doubt.
select floor(extract(epoch from now() - l.heard_at) / 3600)::integer as ago,
    count(*) filter (where counts_as(l.outcome) = 'done') as done,
    count(*) filter (where counts_as(l.outcome) = 'failed') as failed,
    count(*) filter (where l.error = 'unsure') as in_doubt,
    max(l.heard_at) as newest
from connections c
join action_execution_log l
    on l.connection_id = c.id
where (%(connections)s::integer[] is null or c.id = any(%(connections)s))
    and l.heard_at > now() - interval '24 hours'
    and l.heard_at <= now()
group by 1
