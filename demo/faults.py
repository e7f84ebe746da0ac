"""How the pretended gateway may misbehave, when asked to."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Final

from demo.world import NotPossible

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "send_text": ("ok", "error", "hang_up", "hang_up_after", "slow", "not_on_whatsapp"),
    "find_messages": ("ok", "error", "empty"),
    "find_group": ("ok", "error", "unknown"),
    "addressing": ("phone", "lid_only", "lid_swap"),
}


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong now; the defaults are a gateway in good health."""

    duplicate: int = 1
    """Each webhook is posted so many times."""
    reorder: int = 0
    """So many webhooks are collected, shuffled and posted one after the other; 0 is as they come."""
    seed: int = 0
    """Of the shuffle: the same seed gives the same order."""
    late: bool = False
    """Webhooks are held back until they are released."""
    lose: int = 0
    """The next so many webhooks are never posted; -1 is all of them."""
    send_text: str = "ok"
    """`error` answers `send_text_status`; `hang_up` closes the line before, `hang_up_after` after sending;
    `slow` answers after `slow_seconds`; `not_on_whatsapp` is Evolution's 400 with `exists: false`."""
    send_text_status: int = 500
    send_text_times: int = 0
    """The fault of `send_text` ends after so many requests; 0 is when told."""
    slow_seconds: float = 5.0
    find_messages: str = "ok"
    """`empty` is a gateway that stores no messages; `error` answers 500."""
    find_group: str = "ok"
    """`unknown` is a gateway that is not in the group; `error` answers 500."""
    addressing: str = "phone"
    """`lid_only` gives no contact's phone anywhere; `lid_swap` is how 2.3.7 mixes phone and LID."""
    bare_removal: bool = False
    """A reaction taken back has no `text` at all instead of an empty one."""

    def changed(self, wanted: dict[str, Any]) -> Faults:
        """Return these with the wanted ones changed; an unknown name or value is refused with a sentence."""
        known = {field.name: field for field in fields(self)}
        for name, value in wanted.items():
            if name not in known:
                raise NotPossible(f"There is no fault {name!r}. Known: {', '.join(known)}.")
            if name in CHOICES and value not in CHOICES[name]:
                raise NotPossible(f"{name} is one of {', '.join(CHOICES[name])}, not {value!r}.")
            now = getattr(self, name)
            fits = isinstance(value, bool) == isinstance(now, bool) and isinstance(value, type(now) | int)
            if not fits or (isinstance(now, str) and not isinstance(value, str)):
                raise NotPossible(f"{name} is something like {now!r}, not {value!r}.")
        return replace(self, **wanted)

    def as_json(self) -> dict[str, Any]:
        """Return all of them by name."""
        return asdict(self)
