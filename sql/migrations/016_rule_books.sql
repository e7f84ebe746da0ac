-- What a book of rules says of a reaction that is about none of them: once a book, and not in each explanation. A line
-- of the execution log names its book by the digest (explanation->>'book'); those without one hold every verdict.
create table rule_books (
    connection_id integer not null references connections on delete cascade,
    digest text not null check (digest <> ''),
    -- Of each rule in order: id, version, name, and the reason for which it does not fire.
    rules jsonb not null check (jsonb_typeof(rules) = 'array'),
    created_at timestamptz not null default now(),
    primary key (connection_id, digest)
);
