"""Long work that was asked for over the API is seen and cancelled at the terminal."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from engine import jobs
from engine.cli import main
from tests.engine.stage import Stage


def toque(stage: Stage, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATABASE_URL": stage.url, "NO_COLOR": "1"})


def test_jobs_are_listed_shown_and_cancelled_whoever_asked_for_them(stage: Stage) -> None:
    assert "Nothing." in toque(stage, "jobs").output
    id_ = str(jobs.add(stage.db, "account:3", stage.id, "backtest").id)
    assert "account:3" in toque(stage, "jobs", "ls").output
    assert json.loads(toque(stage, "jobs", "show", id_).output)["state"] == "waiting"
    assert "it is cancelled" in toque(stage, "jobs", "cancel", id_).output
    assert "cancelled already" in toque(stage, "jobs", "cancel", id_).output
    missing = toque(stage, "jobs", "show", "0192d0a0-0000-7000-8000-000000000000")
    assert (missing.exit_code, "Type: toque jobs" in missing.output) == (1, True)
