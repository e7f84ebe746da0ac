-- What failed is tried again by itself; upkeep is an item of the queue; what is old goes in batches.

-- Claimed by itself: it failed before, or was in the hands of a worker that ended. Its neighbours are not made to wait.
alter table action_queue add column alone boolean not null default false;
-- Why a person gave a dead letter up. The row stays, so that nothing goes silently.
alter table action_queue add column discarded_because text
    check (discarded_because is null or (status = 'completed' and discarded_because <> ''));

drop index action_queue_ready;
create index action_queue_ready on action_queue (event_type, priority, run_at, id)
    where status = 'pending' and not alone;
create index action_queue_alone on action_queue (event_type, run_at, id) where status = 'pending' and alone;

-- Upkeep waits in the queue like everything else: one item, claimed with a lease.
alter table action_queue
    drop constraint action_queue_event_type_check,
    add constraint action_queue_event_type_check check (event_type in ('settle', 'deliver', 'ask', 'upkeep')),
    drop constraint action_queue_check4,
    add constraint action_queue_lane_check check ((event_type in ('settle', 'upkeep')) = (lane is null));
create unique index action_queue_one_upkeep on action_queue (connection_id)
    where event_type = 'upkeep' and status in ('pending', 'processing');

-- What is looked through by age. `kept` marks what was looked at when its time was over, and is needed still.
alter table action_execution_log add column kept boolean not null default false;
alter table sent_messages add column kept boolean not null default false;
create index action_execution_log_age on action_execution_log (created_at) where not kept;
create index nlp_processing_log_age on nlp_processing_log (created_at);
create index deliveries_age on deliveries (at);
create index sent_messages_age on sent_messages (sent_at) where not kept;

-- What became of the reactions of each day (UTC), as far back as the execution log goes; renewed by the upkeep.
create materialized view daily_action_stats as
select connection_id, (heard_at at time zone 'UTC')::date as day, coalesce(emoji, '') as emoji, outcome,
    count(*) as actions, avg(took_ms)::real as mean_ms, max(took_ms) as longest_ms
from action_execution_log
group by connection_id, (heard_at at time zone 'UTC')::date, coalesce(emoji, ''), outcome;
-- Renewing it beside its readers needs a unique key.
create unique index daily_action_stats_key on daily_action_stats (connection_id, day, emoji, outcome);
