-- What became of the reactions of each day (UTC), from a table that is renewed every hour: any span is quick.
select d.day, sum(d.actions)::bigint as settled,
    coalesce(sum(d.actions) filter (where counts_as(d.outcome) = 'done'), 0)::bigint as done,
    coalesce(sum(d.actions) filter (where counts_as(d.outcome) = 'undone'), 0)::bigint as undone,
    coalesce(sum(d.actions) filter (where counts_as(d.outcome) = 'failed'), 0)::bigint as failed,
    round((sum(d.actions * d.mean_ms) / sum(d.actions))::numeric, 2)::float8 as mean_ms
from daily_action_stats d
where d.connection_id = any ((select asked_connections())::integer[])
    and d.day >= (asked_since() at time zone 'UTC')::date
    and d.day <= (asked_until() at time zone 'UTC')::date
group by d.day
order by d.day
