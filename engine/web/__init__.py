"""The web process: it takes webhooks in and shows what became of them."""
