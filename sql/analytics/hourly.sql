-- When people react: by day of the week (1 is Monday) and hour, in the zone that was asked for.
with binned as (
    -- By quarters of an hour first, of which there are few: every zone is a number of those from UTC.
    select date_bin('15 minutes', l.heard_at, 'epoch') as at, count(*) as reactions
    from action_execution_log l
    where l.connection_id = any ((select asked_connections())::integer[])
        and l.heard_at >= asked_since() and l.heard_at < asked_until()
        and l.emoji <> ''
    group by 1
)
select extract(isodow from b.at at time zone (select asked_zone()))::integer as weekday,
    extract(hour from b.at at time zone (select asked_zone()))::integer as hour,
    sum(b.reactions)::bigint as reactions
from binned b
group by 1, 2
order by 1, 2
