-- A reminder is a delivery with a moment ahead: one of each, however often an item's day moves to and fro.
create unique index action_queue_one_reminder on action_queue
    (connection_id, ((event_data->>'item')::bigint), (event_data->>'before'), (event_data->>'at'))
    where event_data ? 'before';
