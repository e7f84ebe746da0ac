-- name: ask
-- For this transaction only: what the functions asked_since() and so on give to the files of sql/analytics.
select set_config('toque.since', %(since)s, true), set_config('toque.until', %(until)s, true),
    set_config('toque.zone', %(zone)s, true), set_config('toque.connections', %(connections)s, true),
    -- Groups of a hundred thousand rows fit into memory then.
    set_config('work_mem', '32MB', true),
    -- Of what a query itself makes nothing is known beforehand, and sorting it to merge is taken for cheap.
    set_config('enable_mergejoin', 'off', true)
