"""Servers of their own, since the tests here kill them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.failover import pair as pairs
from tests.failover.pair import Pair


@pytest.fixture
def pair() -> Iterator[Pair]:
    above = Path(tempfile.mkdtemp(prefix="toque-failover-"))
    above.chmod(0o711)  # When root runs the tests, the servers are another account's.
    pair = pairs.make(above / "postgres")
    yield pair
    pair.stop()
    shutil.rmtree(pair.primary.home)
    shutil.rmtree(above, ignore_errors=True)
