"""A stranger's parser of bills that takes its time, as one that asks a model does."""

from __future__ import annotations

import time

from parsers import bill
from parsers.draft import Circumstances, Draft

SECONDS = 0.03


def parse(text: str, here: Circumstances) -> Draft:
    """Think for a while, then read the bills as Toque does."""
    time.sleep(SECONDS)
    return bill.parse(text, here)
