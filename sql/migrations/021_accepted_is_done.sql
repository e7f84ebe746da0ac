-- What a person accepts after the rules were in doubt was asked for, and is there: it is done, and not failed.
create or replace function counts_as(outcome text) returns text language sql immutable parallel safe
return case
    when outcome in ('created', 'converted', 'reopened', 'updated', 'accepted') then 'done'
    when outcome = 'cancelled' then 'undone'
    when outcome in ('failed', 'unknown_message') then 'failed'
    else 'nothing'
end;

update action_execution_log l
set outcome = 'accepted'
from reviews r
where (r.connection_id, r.message_id, r.address, r.revision) = (l.connection_id, l.message_id, l.address, l.revision)
    and r.outcome <> 'rejected'
    and l.outcome = 'failed';
