-- What people call a connection; the instance's name is the gateway's.

alter table connections add column name text check (name <> '');
