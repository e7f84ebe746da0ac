"""Every setting of Toque, read from the environment (`TOQUE_…`) or from a file `.env`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict


def _channels(said: object) -> object:
    """Read `name=address` pairs, parted by spaces."""
    if not isinstance(said, str):
        return said
    pairs = [pair.partition("=") for pair in said.split()]
    if wrong := next((name for name, _, address in pairs if not (name and address)), None):
        raise ValueError(f"{wrong!r} is no channel: one looks like oncall=https://ntfy.sh/topic")
    return {name: address for name, _, address in pairs}


class Settings(BaseSettings):
    """What an operator can set; each is described in docs/settings.md (a test compares the two)."""

    model_config = SettingsConfigDict(env_prefix="TOQUE_", env_file=".env", extra="ignore", populate_by_name=True)

    database_url: Annotated[
        str | None,
        Field(
            description="PostgreSQL 15 or later, e.g. `postgresql://toque@db/toque`. Unset: the embedded server.",
            validation_alias=AliasChoices("DATABASE_URL", "TOQUE_DATABASE_URL", "database_url"),
        ),
    ] = None
    pooled: Annotated[
        bool, Field(description="Whether `DATABASE_URL` leads to a pooler in transaction mode, such as PgBouncer.")
    ] = False
    listen_url: Annotated[
        str | None,
        Field(description="With a pooler: the address of the database itself, to be notified over. Unset: polling."),
    ] = None
    data_dir: Annotated[Path, Field(description="Where the embedded database and the key file live.")] = Path("data")
    pg_bin: Annotated[
        Path | None, Field(description="Directory of other PostgreSQL binaries for the embedded server.")
    ] = None
    secret_key: Annotated[
        SecretStr | None,
        Field(description="Key (32 bytes, base64) that connections' secrets are encrypted with. Unset: a key file."),
    ] = None

    host: Annotated[str, Field(description="Address that the web process listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(description="Port of the web process.", ge=0, le=65535)] = 8080
    public_url: Annotated[
        str | None,
        Field(description="Address under which the gateway reaches the webhook, e.g. `https://toque.example.org`."),
    ] = None
    trusted_proxies: Annotated[
        str, Field(description="Addresses of reverse proxies whose word is taken for where a request came from.")
    ] = "127.0.0.1,::1"
    session_days: Annotated[int, Field(description="How long a login lasts at most.", ge=1)] = 30
    session_idle_hours: Annotated[
        int, Field(description="How long a login lasts when nothing is done with it.", ge=1)
    ] = 168
    max_body_mb: Annotated[int, Field(description="Largest webhook body, in MiB; more is answered 413.", ge=1)] = 32
    max_waiting: Annotated[
        int, Field(description="Webhooks that may be in hand at once; more are answered 503.", ge=1)
    ] = 2000
    max_waiting_mb: Annotated[
        int, Field(description="Memory that their bodies may take together, in MiB; more are answered 503.", ge=1)
    ] = 256
    body_seconds: Annotated[float, Field(description="How long the body of a webhook may take to arrive.", gt=0)] = 60.0
    requests_a_minute: Annotated[
        int, Field(description="Requests to the API that a person or a key may make in a minute; more get 429.", ge=1)
    ] = 100
    reactions_a_minute: Annotated[
        int, Field(description="What a person makes beyond that in a minute is settled after everything else.", ge=1)
    ] = 100

    workers: Annotated[int, Field(description="Worker processes that `toque up` starts.", ge=1, le=64)] = 2
    batch: Annotated[int, Field(description="Reactions that a worker settles in one transaction.", ge=1, le=1000)] = 100
    poll_seconds: Annotated[
        float, Field(description="How often an idle worker looks for work when no notification comes.", gt=0)
    ] = 0.5
    lease_seconds: Annotated[
        float, Field(description="How long a worker may hold a batch before another takes it over.", ge=1)
    ] = 30.0
    item_deadline_seconds: Annotated[
        float, Field(description="How long the reading of one message may take; shorter than the lease.", ge=0.1)
    ] = 5.0
    worker_memory_mb: Annotated[
        int, Field(description="Memory that one worker may have, in MiB; a message that needs more fails.", ge=256)
    ] = 512
    job_seconds: Annotated[
        float, Field(description="How long a back-test that was asked for over the API may take at most.", ge=1)
    ] = 600.0
    send_interval_seconds: Annotated[
        float, Field(description="Least time between two messages of ours on one connection.", ge=0)
    ] = 1.5
    send_jitter_seconds: Annotated[
        float, Field(description="Random extra time on top, so that sending does not look mechanical.", ge=0)
    ] = 1.0
    reply_expires_minutes: Annotated[
        int, Field(description="A confirmation that could not be sent for this long is dropped.", ge=1)
    ] = 60

    channels: Annotated[
        dict[str, str],
        NoDecode,
        BeforeValidator(_channels),
        Field(description="Where `notify` goes: `oncall=https://ntfy.sh/topic family=+5215512345678`, by spaces."),
    ] = {}
    call_hosts: Annotated[
        tuple[str, ...],
        NoDecode,
        BeforeValidator(lambda said: tuple(said.split()) if isinstance(said, str) else said),
        Field(description="Hosts that rules may call, such as `firefly.lan *.example.org`. Unset: any."),
    ] = ()

    keep_text_hours: Annotated[
        int, Field(description="How long message texts are kept; after that only of messages reacted to.", ge=1)
    ] = 72
    keep_feed_hours: Annotated[
        int, Field(description="How long a reader of the live feed can be away and still resume.", ge=1)
    ] = 24
    keep_finished_hours: Annotated[int, Field(description="How long the queue shows what it has done.", ge=1)] = 1
    keep_log_days: Annotated[
        int, Field(description="How long the explanations of reactions are kept that no item needs.", ge=1)
    ] = 365
    keep_readings_days: Annotated[
        int, Field(description="How long it is kept what the parsers made of each text, for statistics.", ge=1)
    ] = 90
    keep_sent_days: Annotated[int, Field(description="How long it is kept what became of each answer.", ge=1)] = 90

    zone: Annotated[str, Field(description="Time zone of new connections where the phone does not tell.")] = "UTC"
    language: Annotated[str, Field(description="Language of new connections: `es`, `en` or `pt`.")] = "en"
    log_level: Annotated[str, Field(description="`debug`, `info`, `warning` or `error`.")] = "info"
    log_format: Annotated[str, Field(description="`console` for people, `json` for machines.")] = "console"
    demo_port: Annotated[int, Field(description="Port of the demo's fake phone; 0 takes a free one.", ge=0)] = 8081


def secret(name: str) -> str | None:
    """Return the secret that rules call by this name: `TOQUE_SECRET_<NAME>`, as any setting."""
    key = f"TOQUE_SECRET_{name}"
    kept = DotEnvSettingsSource(Settings, case_sensitive=True).env_vars
    return os.environ.get(key) or kept.get(key) or None
