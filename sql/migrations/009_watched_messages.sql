-- Rules about messages that nobody reacted to.

-- How urgent the most urgent enabled rule about messages is; null where there is none.
create function watching_rules(connection integer) returns queue_priority
language sql stable strict
return (
    select min(coalesce((body->>'priority')::queue_priority, 'normal'))
    from action_rules
    where connection_id = connection
        and deleted_at is null
        and body->'when'->>'message' is not null
        and coalesce((body->>'enabled')::boolean, true)
);

-- Since when a connection has such rules, and how urgent they are; null: a message costs it nothing. Intake reads it
-- in the statement that stores messages, so that a change of the rules holds at once and for every process.
alter table connections
    add column watches_since timestamptz,
    add column watches_as queue_priority,
    add check ((watches_since is null) = (watches_as is null));
update connections
set watches_since = now(), watches_as = watching_rules(id)
where watching_rules(id) is not null;

-- A message as such has a state too: a row of nobody's reaction, with no emoji that anybody could type.
alter table whatsapp_message_reactions add check ((address = '') = (emoji is not distinct from ''));
