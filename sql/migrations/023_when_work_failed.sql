-- When something of the queue failed first and last, whatever becomes of it; what was given up can be brought back.
alter table action_queue
    add column first_failed_at timestamptz,
    add column last_failed_at timestamptz;
create index action_queue_discarded on action_queue (connection_id, finished_at) where discarded_because is not null;

-- What an item of the queue is for, as people tell them apart: a reminder and a webhook are both `deliver`.
create function kind_of_work(event_type text, event_data jsonb) returns text
language sql immutable parallel safe
return case when event_data ? 'before' then 'reminder' else coalesce(event_data->>'action', event_type) end;
