"""A pretended WhatsApp: a phone with a few chats behind a fake Evolution API, and a scripted conversation on it."""
