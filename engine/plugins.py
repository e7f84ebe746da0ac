"""Take in parsers of strangers: a package that offers one as an entry point of the group `toque.parsers`."""

from __future__ import annotations

from importlib.metadata import entry_points

import structlog

from parsers import PARSERS

GROUP = "toque.parsers"
log = structlog.get_logger()


def load_parsers() -> None:
    """Let each plug-in take the place of the parser whose name it has: `task`, `calendar`, `bill` or `note`."""
    for point in entry_points(group=GROUP):
        if point.name not in PARSERS:
            log.warning("a plug-in is left out: no parser has its name", plugin=point.name, known=sorted(PARSERS))
            continue
        try:
            PARSERS[point.name] = point.load()
        except Exception:
            # Whatever a stranger's package does when it is loaded, the parser of ours goes on.
            log.exception("a plug-in cannot be loaded", plugin=point.name)
        else:
            log.info("a plug-in reads", plugin=point.name, where=point.value)
