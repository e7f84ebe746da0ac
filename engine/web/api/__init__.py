"""The API: everything that the command line does, over HTTP, one file a resource."""
