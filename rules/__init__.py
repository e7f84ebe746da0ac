"""Whether a reaction means anything: the rules, read from a file or the database and held against the facts."""
