-- Whom a mention means is asked of few rows, however many messages a chat has and however often somebody reacted.

drop index whatsapp_messages_names;
create index whatsapp_messages_names on whatsapp_messages (connection_id, chat, author, sent_at desc)
    where author_name is not null;
drop index whatsapp_message_reactions_of_address;
create index whatsapp_message_reactions_of_address on whatsapp_message_reactions (connection_id, address, chat);
