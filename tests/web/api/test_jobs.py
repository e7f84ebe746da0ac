"""Long work over the API: begun, watched, read, cancelled; bounded, and told of when it is lost."""

from __future__ import annotations

import json
import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing import forkserver
from typing import Any

import httpx2
import psycopg
import pytest

from engine import jobs
from engine.access import MACHINE
from engine.aside import Aside, Died
from engine.config import Settings
from engine.deadline import TooSlow
from tests.engine.stage import Stage, react, seen
from tests.web.api.test_rules import FILE, YAML
from tests.web.api.who import Doorman
from tests.web.served import Web, frames

Made = dict[str, int]


def finished(api: httpx2.Client, begun: httpx2.Response) -> dict[str, Any]:
    """Watch a job to its end, and return it."""
    assert begun.status_code == 202, begun.text
    address = begun.headers["location"]
    with api.stream("GET", f"{address}/stream", timeout=60) as answer:
        told = [frame for frame in frames(answer.iter_lines()) if frame.data]
    assert told[-1].event == "finished"
    assert {frame.event for frame in told[:-1]} <= {"progress"}
    return api.get(address).json()  # type: ignore[no-any-return] # as JSON is


@pytest.mark.usefixtures("made")
def test_rules_are_tried_on_the_past_as_a_job_that_tells_how_far_it_is(api: httpx2.Client, stage: Stage) -> None:
    begun = api.post("/api/rules/backtest", json={"days": 3660})
    assert begun.json()["state"] in {"waiting", "running"}
    job = finished(api, begun)
    assert (job["state"], job["done"], job["total"], job["error"]) == ("done", 4, 4, None)
    assert {(row["rule"], row["same"]) for row in job["answer"]["rules"] if row["matches"]} == {
        ("task", 1), ("event", 1), ("bill", 1), ("note", 1),
    }  # fmt: skip
    assert [(one["id"], one["answer"]) for one in api.get("/api/jobs").json()["jobs"]] == [(job["id"], None)]
    assert len(stage.items()) == 4, "nothing was changed"


@pytest.mark.usefixtures("made")
def test_rules_that_are_sent_are_tried_and_one_of_them_told_of(api: httpx2.Client) -> None:
    file = FILE.replace("🏠", "💳")
    job = finished(api, api.post("/api/rules/backtest", json={"days": 3660, "rules": file, "rule": "rent"}))
    assert [(row["rule"], row["matches"]) for row in job["answer"]["rules"]] == [("rent", 1)]
    assert [item["rule"] for item in job["answer"]["items"]] == ["rent"]
    assert api.post("/api/rules/backtest", json={"rule": "nothing"}).status_code == 404
    faulty = api.post("/api/rules/backtest", json={"rules": file.replace("create_bill", "create_bil")})
    assert (faulty.status_code, "create_bill" in faulty.json()["errors"][0]["suggestion"]) == (422, True)


@pytest.mark.usefixtures("made")
def test_what_messages_say_is_not_told_to_a_key_that_only_sees_rules(doorman: Doorman) -> None:
    asked = {"days": 3660, "rule": "note"}
    for scopes, titles in ((["rules:read"], [None]), (["rules:read", "items:read"], ["la clave del wifi es 1234"])):
        key = doorman.key(scopes)
        found = finished(key, key.post("/api/rules/backtest", json=asked))["answer"]["items"]
        assert [one["draft"] and one["draft"]["title"] for one in found] == titles


@pytest.mark.usefixtures("made")
def test_a_plan_counts_what_each_change_would_have_made_of_the_past(api: httpx2.Client) -> None:
    begun = api.post("/api/rules/plan?days=3660", content=FILE.replace("🏠", "💳"), headers=YAML)
    (step,) = finished(api, begun)["answer"]["steps"]
    assert (step["id"], step["back_test"]["now"]["matches"], step["back_test"]["planned"]["matches"]) == ("rent", 0, 1)


def test_a_job_is_seen_by_whoever_asked_for_it_and_by_who_looks_after_everything(
    doorman: Doorman, stage: Stage
) -> None:
    ana, bob = doorman.account("ana", "owner"), doorman.account("bob", "operator", [stage.id])
    begun = bob.session.post("/api/rules/backtest", json={})
    address = begun.headers["location"]
    assert begun.json()["caller"] == f"account:{bob.account.id}"
    for one in (bob.session, ana.session, ana.key):
        assert one.get(address).status_code == 200
        assert [job["id"] for job in one.get("/api/jobs").json()["jobs"]] == [begun.json()["id"]]
    for other in (doorman.account("eva", "operator", [stage.id]).session, bob.key):
        assert other.get(address).status_code == 404
        assert other.get(f"{address}/stream").status_code == 404
        assert other.post(f"{address}/cancel").status_code == 404
        assert other.get("/api/jobs").json()["jobs"] == []
    assert ana.key.post(f"{address}/cancel").status_code in {200, 409}


@pytest.fixture
def left(stage: Stage) -> str:
    """A job that nobody works on: the process that did so ended a moment ago."""
    return f"/api/jobs/{jobs.add(stage.db, MACHINE.actor, stage.id, 'backtest').id}"


def test_a_job_is_cancelled_once_and_stays_so(api: httpx2.Client, stage: Stage, left: str) -> None:
    assert api.post(f"{left}/cancel").json()["state"] == "cancelled"
    assert api.post(f"{left}/cancel").json()["state"] == "cancelled"
    assert api.get(left).json()["answer"] is None
    done = finished(api, api.post("/api/rules/backtest", json={}))
    assert api.post(f"/api/jobs/{done['id']}/cancel").status_code == 409
    assert stage.rows("select count(*) from jobs where finished_at is null") == [{"count": 0}]


def test_whoever_works_on_a_cancelled_job_ends(stage: Stage, left: str) -> None:
    id_ = left.rpartition("/")[2]
    tell = jobs._teller(stage.db, id_)  # type: ignore[arg-type]
    tell(0, 2)
    stage.db.execute("update jobs set state = 'cancelled', finished_at = now()")
    with pytest.raises(jobs.Cancelled):
        tell(2, 2)


def test_a_job_whose_process_ended_is_told_to_be_lost(api: httpx2.Client, stage: Stage, left: str) -> None:
    assert api.get(left).json()["state"] == "waiting"
    stage.db.execute("update jobs set seen_at = now() - interval '31 seconds'")
    job = api.get(left).json()
    assert (job["state"], "ask for it again" in job["error"]) == ("failed", True)


def test_a_web_process_that_stops_says_so_of_its_jobs(web: Web, stage: Stage) -> None:
    for _ in range(2):
        assert web.client.post("/api/rules/backtest", json={}).status_code == 202
    web.stop()
    states = {row["state"] for row in stage.rows("select state from jobs")}
    assert states <= {"failed", "done"}, "none is left for ever"


def test_a_job_that_takes_too_long_is_ended(
    start: Callable[[Settings], Web], settings: Settings, stage: Stage, db: psycopg.Connection
) -> None:
    web = start(settings.model_copy(update={"job_seconds": 0.0}))
    stage.tell(seen(), react())
    id_ = jobs.add(db, MACHINE.actor, stage.id, "backtest").id
    web.server.app.state.site.jobs.begin(id_, hangs, {})
    with web.client.stream("GET", f"/api/jobs/{id_}/stream", timeout=60) as answer:
        *_, last = frames(answer.iter_lines())
    assert (last.data["state"], "TOQUE_JOB_SECONDS" in last.data["error"]) == ("failed", True)


def hangs(*_given: object) -> dict[str, Any]:
    """Stand for work that never ends."""
    while True:
        json.loads("[]")


def test_nobody_begins_more_than_a_few_jobs(api: httpx2.Client, stage: Stage) -> None:
    for _ in range(jobs.MOST_EACH):
        jobs.add(stage.db, MACHINE.actor, stage.id, "backtest")
    refused = api.post("/api/rules/backtest", json={})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
    assert "cancel" in refused.json()["detail"]
    for _ in range(jobs.MOST - jobs.MOST_EACH):
        stage.db.execute("insert into jobs (connection_id, caller, kind) values (%s, 'k', 'plan')", [stage.id])
    with pytest.raises(jobs.TooManyJobs):
        jobs.add(stage.db, "account:2", stage.id, "backtest")


def test_what_came_too_soon_may_come_again_with_the_same_idempotency_key(api: httpx2.Client, stage: Stage) -> None:
    for _ in range(jobs.MOST_EACH):
        jobs.add(stage.db, MACHINE.actor, stage.id, "backtest")
    once = {"Idempotency-Key": "one"}
    assert api.post("/api/rules/backtest", json={}, headers=once).status_code == 429
    stage.db.execute("delete from jobs")
    assert api.post("/api/rules/backtest", json={}, headers=once).status_code == 202


# --- what runs aside ------------------------------------------------------------------------------------------------


def dies(_seconds: float) -> None:
    """Stand for a text that ends whoever reads it."""
    import os  # noqa: PLC0415 - runs in a process of its own

    os._exit(1)


def says(_seconds: float, what: str) -> str:
    """Stand for a text that is read."""
    return what


def test_a_process_that_dies_is_told_at_once_and_the_next_text_is_read(settings: Settings) -> None:
    aside = Aside(settings)
    with pytest.raises(Died, match="memory"):
        aside.run(dies)
    assert aside.run(says, "read") == "read"
    aside.close()


def test_a_process_that_cannot_begin_is_not_begun_for_ever(settings: Settings) -> None:
    aside = Aside(settings.model_copy(update={"worker_memory_mb": 1}))
    for _ in range(2):
        with pytest.raises(Died):
            aside.run(says, "read")
    aside.close()


def test_a_process_that_could_not_begin_is_followed_by_one_that_can(settings: Settings) -> None:
    aside = Aside(settings)
    # The one that runs already, since another test, would begin processes without asking for the executable.
    forkserver._forkserver._stop()
    multiprocessing.set_executable("/bin/false")
    try:
        with pytest.raises(Died, match="did not begin"):
            aside.run(says, "read")
    finally:
        multiprocessing.set_executable(sys.executable)
        forkserver._forkserver._stop()
    assert aside.run(says, "read") == "read"
    aside.close()


def test_a_process_that_hangs_is_ended(settings: Settings) -> None:
    aside = Aside(settings.model_copy(update={"item_deadline_seconds": 0.1}))
    with pytest.raises(TooSlow):
        aside.run(hangs)
    aside.close()


def test_a_fault_that_is_raised_aside_is_raised_here(settings: Settings) -> None:
    aside = Aside(settings)
    with pytest.raises(TypeError):
        aside.run(says)
    aside.close()
