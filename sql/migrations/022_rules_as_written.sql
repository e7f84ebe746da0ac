-- Rules as somebody wrote them, with their comments; null: nobody did, or it was something else that changed the rule.
alter table action_rules add column written text;
-- And who changed it, in words for people.
alter table action_rule_versions
    add column written text,
    add column changed_by text;
