"""What the answers look like, for the description of the API: a file a resource."""
