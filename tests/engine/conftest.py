from __future__ import annotations

import psycopg
import pytest

from tests.engine.stage import Stage


@pytest.fixture
def stage(db: psycopg.Connection, database_url: str) -> Stage:
    return Stage(db, database_url)
