"""A package, which other tests are not: what it shares ends with its last test (`scope="package"`)."""
