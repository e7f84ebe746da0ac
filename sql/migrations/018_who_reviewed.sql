-- Who decided a reading in doubt: whoever comes a moment later is told so.
alter table reviews add column by_whom text;
