"""Why something of the queue failed, as a code: what people read of it, and the next step, stands in the catalogues."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SAYS: Mapping[str, str] = {
    # What a text does to whoever reads it (engine/deadline.py, engine/supervisor.py).
    "too_slow": r"reading it took more than [\d.]+ s\b|its worker was ended after",
    "too_large": r"more than \d+ MB",
    "crashed": r"its worker was ended by|with it in hand",
    "worker_gone": r"its worker did not come back",
    # What rules call (engine/errands.py, executors/destinations/calling.py).
    "nobody_took_it": r"^Nobody took it in time",
    "not_allowed": r"TOQUE_CALL_HOSTS|is an address that rules do not call",
    "lacks": r"^There is no (secret|channel)|secret to sign with",
    "rule_gone": r"^The rule .* (cannot be read|cannot be written)|^The text of the rule",
    # What the gateway says (engine/gateways/evolution_client.py).
    "gateway_key": r"API key",
    "gateway_address": r"base URL|no instance|another address|is not Evolution|address of its gateway",
    "nobody_there": r"is not on WhatsApp",
    "line_down": r"line to WhatsApp is down",
    "gateway_away": r"^(Evolution (cannot be reached|is busy|failed)|The line to Evolution|This Evolution server)",
    "gateway_refuses": r"^Evolution does not accept",
    # Of any other host.
    "host_away": r"cannot be reached|did not answer within| answered (408|425|429|5\d\d)\b",
    "host_refuses": r" answered \d{3}\b|leads elsewhere|is no address",
    # A fault of the database: its name, the code and the constraint.
    "database": r"^[A-Z]\w+ [0-9A-Z]{5}( \w+)?$",
}
_KNOWN = {code: re.compile(says) for code, says in _SAYS.items()}

OTHER = "fault"
"""A fault of ours, named by its type."""

CODES = (*_SAYS, OTHER)


def of(error: str) -> str:
    """Return the code of a reason that was written down."""
    return next((code for code, says in _KNOWN.items() if says.search(error)), OTHER)
