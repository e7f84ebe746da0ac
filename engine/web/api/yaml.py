"""Rules in the body of a request: YAML or JSON."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from engine import rule_bodies
from engine.rule_bodies import Sent
from engine.web.access import Refused

YAML = ("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml")

_RULES: dict[str, Any] = {
    "type": "object",
    "description": "Rules as in a file; /schema/rules.v1.json says what may stand there.",
}
YAML_OR_JSON: dict[str, Any] = {
    "required": True,
    "content": {"application/json": {"schema": _RULES}, **{kind: {"schema": {"type": "string"}} for kind in YAML[:2]}},
}


async def document(request: Request) -> Sent:
    """Return the rules that were sent; raises 415 for what is neither YAML nor JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {*YAML, "application/json"}:
        raise Refused(415, "Send rules as `Content-Type: application/yaml` or `application/json`.")
    return rule_bodies.sent(await request.body(), is_json=kind == "application/json")
