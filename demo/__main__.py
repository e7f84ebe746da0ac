"""Serve the pretended WhatsApp: `python -m demo --port 8081 --webhook-url URL --webhook-token TOKEN`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from demo import server
from demo.evolution import OWNER_JID, FakeEvolution
from demo.world import NotPossible


def arguments() -> argparse.ArgumentParser:
    """Return what can be said on the command line."""
    parser = argparse.ArgumentParser(prog="python -m demo", description="A fake Evolution API with a phone behind it.")
    parser.add_argument("--host", default=server.HOST, help="address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8081, help="0 is any free port; which one is printed")
    parser.add_argument("--webhook-url", help="where webhooks go; POST /webhook/set changes it")
    parser.add_argument(
        "--webhook-token",
        default=os.environ.get("TOQUE_DEMO_WEBHOOK_TOKEN"),
        help="sent with each webhook as the header X-Toque-Token (or: TOQUE_DEMO_WEBHOOK_TOKEN in the environment)",
    )
    parser.add_argument("--jwt-key", help="sign webhooks with a JWT made from this key")
    parser.add_argument("--by-events", action="store_true", help="append the event's name to the webhook's address")
    parser.add_argument(
        "--api-key",
        default=os.environ.get("TOQUE_DEMO_API_KEY") or "demo-key",
        help="what the product must send as the header apikey (or: TOQUE_DEMO_API_KEY in the environment)",
    )
    parser.add_argument("--instance", default="demo", help="name of the instance")
    parser.add_argument("--owner", default=OWNER_JID, help="address of the phone's owner")
    parser.add_argument("--base-delay", type=float, default=5.0, help="seconds before the first retry of a webhook")
    parser.add_argument("--empty", action="store_true", help="start without the messages that people wrote before")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until told to stop; print one line of JSON when ready."""
    said = arguments().parse_args(argv)
    try:
        fake = FakeEvolution(
            webhook_url=said.webhook_url,
            webhook_token=said.webhook_token,
            headers={"jwt_key": said.jwt_key} if said.jwt_key else None,
            by_events=said.by_events,
            api_key=said.api_key,
            instance=said.instance,
            owner=said.owner,
            base_delay=said.base_delay,
            history=not said.empty,
        )
        server.until_told(fake, host=said.host, port=said.port, when_ready=_print_port)
    except (NotPossible, OSError) as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


def _print_port(port: int) -> None:
    sys.stdout.write(json.dumps({"port": port}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
