-- What a gateway told nobody is asked for: an item a connection, in a lane of its own, that is put back after each run.
alter table action_queue
    drop constraint action_queue_event_type_check,
    add constraint action_queue_event_type_check
        check (event_type in ('settle', 'deliver', 'ask', 'upkeep', 'repair'));
create unique index action_queue_one_repair on action_queue (connection_id)
    where event_type = 'repair' and status in ('pending', 'processing');

-- How far that has come, and whether a number is quiet that never is for so long.
create table gaps (
    connection_id integer not null references connections on delete cascade,
    -- Everything that the gateway keeps from before then is here; null: nobody has looked yet.
    complete_until timestamptz,
    silent_since timestamptz,
    primary key (connection_id)
);
