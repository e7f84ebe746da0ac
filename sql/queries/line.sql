-- name: by_key
-- For this transaction: a plan that was made while a table was small, and is kept, would read it whole when it is large.
select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)

-- name: without_waiting
-- This transaction's commit does not wait for the disk, nor for a replica: where it is lost, nothing is.
set local synchronous_commit = off
