"""What an Evolution server tells before and after it is connected, and how to mend what is amiss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from engine.gateways import wire
from engine.gateways.evolution_client import EVENTS, EvolutionClient
from engine.gateways.evolution_keys import address
from engine.gateways.setup import Examined, Finding, Setup
from executors.destinations import NotNow, Permanent

Row = Mapping[str, object]

KEEPS = Finding("good", "Evolution keeps messages, so one that Toque never heard can be looked up", about="storage")
DOES_NOT_KEEP = Finding(
    "warning",
    "Evolution keeps no messages: a reaction to one from before now cannot be looked up",
    "set DATABASE_SAVE_DATA_NEW_MESSAGE=true in Evolution's environment and restart it",
    "storage",
)
_UNSEEN = Finding(
    "warning",
    "Evolution has no message of this instance yet: it is new, or message storage is off",
    "DATABASE_SAVE_DATA_NEW_MESSAGE=true in Evolution's environment switches storage on",
    "storage",
)
_KEY = "the key is AUTHENTICATION_API_KEY of Evolution's environment, or the instance's token in its manager"


def examine(base_url: str, api_key: str, instance: str) -> Examined:
    """Look at a server and one of its instances, changing nothing."""
    base = base_url.rstrip("/")
    try:
        client = EvolutionClient(base, api_key, instance)
    except Permanent as fault:
        about = "key" if "key" in str(fault) else "gateway"
        return Examined((Finding("fault", str(fault), "toque connect --help shows how both look", about),))
    try:
        return _examine(client, base, instance)
    except NotNow as fault:
        fix = f"this should greet you with its version: curl -s {base}/"
        return Examined((Finding("fault", str(fault), fix, "gateway"),))
    except Permanent as fault:
        if "key" in str(fault):
            return Examined((Finding("fault", str(fault), _KEY, "key"),))
        return Examined((Finding("fault", str(fault), f"try: curl -s {base}/", "gateway"),))
    finally:
        client.close()


def _examine(client: EvolutionClient, base: str, instance: str) -> Examined:
    try:
        greeting: Row = client.greeting()
    except Permanent:
        greeting = {}  # behind a proxy only the API itself may be reachable
    try:
        mine = [one for one in client.instances(named=True) if one.get("name") == instance]
    except Permanent:
        mine = []  # asked again below: where the key fits, it is the instance that is missing
    version = wire.text(greeting.get("version"), 20) or "of an unknown version"
    if not mine:
        return Examined((_missing(client, base, instance),))
    good = Finding("good", f"Evolution {version} answers at {base}, and the key fits", about="gateway")
    owner = address(mine[0].get("ownerJid"))
    manager = wire.text(greeting.get("manager"), 200) or f"{base}/manager"
    state = client.connection_state()
    findings = (good, _line(state, owner, instance, manager), *_habits(client, mine[0], manager))
    return Examined(findings, owner, state)


def _missing(client: EvolutionClient, base: str, instance: str) -> Finding:
    names = sorted(name for one in client.instances() if (name := wire.text(one.get("name"), 100)))
    near = get_close_matches(instance, names, 1)
    says = f"Evolution at {base} has no instance {instance!r}"
    if near:
        return Finding("fault", f"{says}; did you mean {near[0]!r}?", f"type it with --instance {near[0]}", "instance")
    if names:
        return Finding("fault", f"{says}; it has {', '.join(names[:10])}", "choose one with --instance", "instance")
    return Finding("fault", f"{says}, nor any other that this key may see", f"make one at {base}/manager", "instance")


def _line(state: str, owner: str | None, instance: str, manager: str) -> Finding:
    scan = f"scan its QR code: {manager}, instance {instance} (on the phone: WhatsApp, Linked devices)"
    if owner is None:
        return Finding("warning", f"no phone is linked to {instance!r} yet", scan, "line")
    number = owner.partition("@")[0]
    if state == "open":
        says = f"{instance!r} is linked to +{number}, and its line to WhatsApp is open"
        return Finding("good", says, about="line")
    return Finding("warning", f"{instance!r} belongs to +{number}, but its line to WhatsApp is {state}", scan, "line")


def _habits(client: EvolutionClient, row: Row, manager: str) -> Iterator[Finding]:
    stored = wire.at(row, "_count", "Message")
    if isinstance(stored, int):
        yield replace(KEEPS, says=f"{KEEPS.says} ({stored} so far)") if stored else _UNSEEN
    try:
        ignores_groups = client.settings().get("groupsIgnore") is True
    except Permanent:
        return  # a release without that address
    if ignores_groups:
        fix = f'switch "Ignore groups" off: {manager}, the instance\'s settings'
        yield Finding("warning", "Evolution ignores groups here: what happens in them is never heard", fix, "groups")


def differences(told: Row, url: str, headers: Mapping[str, str]) -> tuple[str, ...]:
    """Return in what the webhook's settings differ from ours; `url` may be only the end of the address."""
    if not told.get("url"):
        return ("no webhook is set",)
    given = {name.lower(): value for name, value in wire.mapping(told.get("headers")).items()}
    events = told.get("events")
    # No list, or an empty one, stands for all there are.
    missing = set(EVENTS) - set(events) if isinstance(events, list) and events else set()
    found = [
        (not told.get("enabled"), "it is switched off"),
        (not str(told["url"]).rstrip("/").endswith(url), "it posts to another address"),
        (any(given.get(name.lower()) != value for name, value in headers.items()), "its secret header is another"),
        (bool(missing), f"it leaves out {', '.join(sorted(missing))}"),
        (told.get("webhookBase64") is True, "it carries media inside (base64), which makes it slow"),
    ]
    return tuple(says for wrong, says in found if wrong)


EVOLUTION = Setup(EvolutionClient, examine, differences, KEEPS, DOES_NOT_KEEP)
