-- What each address reacted with in a span, read from the index alone: who reacts most is told from few rows of many.
create index action_execution_log_by_address on action_execution_log (connection_id, address, heard_at)
    include (emoji, outcome, error, confidence);
