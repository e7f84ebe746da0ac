-- A rule's history says where each version came from, and why.
alter table action_rule_versions add column origin text check (origin in ('file', 'ui'));
-- E.g. "applied rules.yaml", "rolled back to v3".
alter table action_rule_versions add column because text;

-- What a person said of a reading in doubt. What waits is in the log: a failure that asks for a review, of a revision
-- that still stands, without a row here.
create table reviews (
    connection_id integer not null references connections on delete cascade,
    message_id text not null,
    address text not null,
    revision integer not null,
    rule_id text not null,
    outcome text not null check (outcome in ('accepted', 'rejected')),
    decided_at timestamptz not null default now(),
    primary key (connection_id, message_id, address, revision, rule_id)
);
create index action_execution_log_failed on action_execution_log (connection_id, id) where error is not null;
