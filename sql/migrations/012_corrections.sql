-- What a person put right in a reading that waited.
alter table reviews
    drop constraint reviews_outcome_check,
    add constraint reviews_outcome_check check (outcome in ('accepted', 'corrected', 'rejected'));

-- A rule may say `priority: critical`.
alter table items
    drop constraint items_priority_check,
    add constraint items_priority_check check (priority in ('critical', 'high', 'medium', 'low'));
