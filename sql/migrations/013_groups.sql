-- Who belongs to a group, and what it calls itself: what the gateway told, kept so that no decision asks the network.

create table whatsapp_groups (
    connection_id integer not null references connections on delete cascade,
    chat text not null,
    subject text,
    -- Why the gateway tells nothing of it.
    fault text,
    -- The moment as of which the rest holds; null: nothing was told yet.
    fetched_at timestamptz,
    -- When a change was told of last: what is older than that counts no more.
    changed_at timestamptz,
    -- Since when the gateway is being asked; null: nobody asks.
    asked_at timestamptz,
    primary key (connection_id, chat)
);

-- Each address of each member, as the gateway told them; who is who stands in `addresses`.
create table whatsapp_group_members (
    connection_id integer not null,
    chat text not null,
    address text not null,
    is_admin boolean not null,
    primary key (connection_id, chat, address),
    foreign key (connection_id, chat) references whatsapp_groups on delete cascade
);

-- Since when a reaction waits to learn who belongs to its group.
alter table whatsapp_message_reactions add column group_asked_at timestamptz;
