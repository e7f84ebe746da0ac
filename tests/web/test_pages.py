"""The pages: what they are made of, in which language, and that nothing in them can run but our own scripts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import psycopg
import pytest

from demo.evolution import FakeEvolution
from engine import connections
from engine.config import Settings
from engine.gateways.authentication import ConnectionSecrets
from engine.vault import open_vault
from engine.web.words import LANGUAGES, catalogue, read
from tests.web.served import Web, eventually, frames

ROOM = Path(__file__).parents[2] / "engine" / "web"
STATIC = ROOM / "static"
VENDOR = STATIC / "vendor"
SCRIPTS = sorted(script for script in STATIC.rglob("*.js") if script.parent != VENDOR)


@pytest.fixture
def phone() -> Iterator[FakeEvolution]:
    with FakeEvolution.running(history=True) as fake:
        yield fake


@pytest.fixture
def demo(db: psycopg.Connection, settings: Settings, phone: FakeEvolution, web: Web) -> Web:
    """Return a web process with the demo's connection."""
    connections.add(
        db, open_vault(settings), gateway="evolution", instance=connections.DEMO_INSTANCE,
        secrets_=ConnectionSecrets(webhook_token="t"),
        base_url=phone.url, zone="America/Mexico_City", region="MX", language="es",
    )  # fmt: skip
    return web


def test_the_first_page_is_the_phone_where_the_demos_phone_answers(demo: Web) -> None:
    assert 'id="messages"' in demo.client.get("/").text
    assert 'id="feed"' in demo.client.get("/live").text


def test_without_the_demo_the_first_page_is_the_live_one_and_names_no_phone(web: Web) -> None:
    page = web.client.get("/").text
    assert 'id="feed"' in page
    places = ["/live", "/inbox", "/items", "/rules", "/queue", "/analytics", "/people", "/settings", "/audit"]
    assert re.findall(r'href="([^"]+)" data-go', page) == places
    assert web.client.get("/demo/chats").status_code == 404
    assert web.client.get("/demo/stream").status_code == 404


def test_without_a_database_the_live_page_is_there_all_the_same(
    nowhere: Settings, start: Callable[[Settings], Web]
) -> None:
    page = start(nowhere).client.get("/")
    assert (page.status_code, 'id="feed"' in page.text) == (200, True)


@pytest.mark.parametrize("path", ["/", "/live"])
def test_a_page_allows_only_its_own_files(demo: Web, path: str) -> None:
    page = demo.client.get(path)
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    # What scripts stand inside the page are data, which no browser runs.
    inside = re.findall(r"<script(?![^>]*src=)[^>]*>", page.text)
    assert all(re.fullmatch(r'<script type="application/json" id="\w+">', script) for script in inside)
    outside = re.sub(r"<script type=\"application/json\".*?</script>", "", page.text, flags=re.DOTALL)
    assert not re.search(r"\son\w+=|style=|https?://", outside)


@pytest.mark.parametrize("path", ["/", "/live"])
def test_everything_that_a_page_and_its_scripts_name_is_there(demo: Web, path: str) -> None:
    page = demo.client.get(path).text
    named = set(re.findall(r'(?:href|src)="(/[^"]*)"', page))
    scripts = [name for name in named if ".js?" in name]
    assert len(scripts) == 2
    for script in SCRIPTS:
        inside = re.findall(r'(?:from|import) "(\.\.?/[^"]+)"', script.read_text())
        named |= {f"/static/{(script.parent / name).resolve().relative_to(STATIC)}" for name in inside}
    for sheet in STATIC.glob("*.css"):
        named |= {f"/static/{name}" for name in re.findall(r'url\("([^"]+)"\)', sheet.read_text())}
    assert {path: demo.client.get(path).status_code for path in named} == dict.fromkeys(named, 200)


def test_the_empty_page_says_the_next_step_with_the_demos_port(
    settings: Settings, start: Callable[[Settings], Web]
) -> None:
    page = start(settings.model_copy(update={"demo_port": 18765})).client.get("/").text
    assert "curl -s localhost:18765/phone/try" in page


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_no_script_makes_markup_of_a_text(script: Path) -> None:
    text = script.read_text()
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setHTML"):
        assert way not in text


@pytest.mark.parametrize(("template", "scripts"), [("live", ["live"]), ("phone", ["phone"])])
def test_every_element_that_the_scripts_ask_for_is_in_the_page(template: str, scripts: list[str]) -> None:
    page = "".join((ROOM / "templates" / f"{name}.html").read_text() for name in ("base", template))
    files = [
        file for name in scripts for file in ([STATIC / name] if name.endswith(".js") else (STATIC / name).glob("*"))
    ]
    asked = {found for file in files for found in re.findall(r'\$\("([\w-]+)"\)', file.read_text())}
    assert asked
    assert asked <= set(re.findall(r'id="([\w-]+)"', page))


# --- languages ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_with_the_same_blanks(language: str) -> None:
    mine, english = read(language), read("en")
    for part in ("words", "emoji"):
        assert list(mine[part]) == list(english[part])
    for key, words in mine["words"].items():
        assert words.strip(), key
        blanks = [sorted(re.findall(r"\{(\w+)\}", one)) for one in (words, english["words"][key])]
        assert blanks[0] == blanks[1], key


def test_every_word_that_is_asked_for_is_in_the_catalogues_and_none_is_there_for_nothing() -> None:
    known = set(catalogue("en")["words"])
    sources = [*SCRIPTS, *(ROOM / "templates").glob("*.html"), *ROOM.glob("*.py")]
    text = "\n".join(source.read_text() for source in sources)
    asked = set(re.findall(r"\bt\(\"([\w.]+)\"[,)]", text))
    assert asked <= known
    # Keys may be put together: `kind.${kind}`, "title." + page, or chosen: t(fine ? "a" : "b").
    composed = set(re.findall(r"`([\w.]+\.)\$\{", text)) | set(re.findall(r"\"([\w.]+\.)\" \+", text))
    quoted = set(re.findall(r"\"([\w.]+)\"", text))
    # What is said of one thing goes with what is said of several.
    asked |= quoted | {f"{key}.one" for key in quoted & known}
    assert {key for key in known if key not in asked and not key.startswith(tuple(composed))} == set()


def test_the_words_are_asked_for_once_and_then_only_whether_they_are_the_same(web: Web) -> None:
    first = web.client.get("/words/pt.json")
    assert first.json()["words"] == catalogue("pt")["words"]
    assert list(first.json()["emoji"]) == list(catalogue("pt")["emoji"])  # the order of the menu
    again = web.client.get("/words/pt.json", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert web.client.get("/words/xx.json").status_code == 404


@pytest.mark.parametrize("path", ["/words/es.json", "/static/vendor/preact.js", "/static/live.css"])
def test_what_belongs_to_nobody_goes_out_compressed(web: Web, path: str) -> None:
    assert web.client.get(path).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in web.client.get(path, headers={"Accept-Encoding": "identity"}).headers


def test_what_is_somebodys_goes_out_as_it_is_for_its_length_would_tell_of_it(web: Web) -> None:
    assert "content-encoding" not in web.client.get("/live").headers
    assert "content-encoding" not in web.client.get("/api/me").headers


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt"),
        ("fr,es-MX;q=0.7,en;q=0.3", "es"),
        ("en;q=0.1,es;q=0.9", "es"),
        ("es;q=0,pt;q=0.2", "pt"),
        ("fr-CA", "en"),
        ("", "en"),
        ("es;q=much,*;q=0.1," + "x" * 5000, "en"),
    ],
)
def test_the_language_is_the_browsers(web: Web, accepted: str, language: str) -> None:
    page = web.client.get("/live", headers={"accept-language": accepted})
    assert f'<html lang="{language}"' in page.text
    assert "Accept-Language" in page.headers["vary"]


def test_a_chosen_language_stays_and_a_strange_one_is_no_choice(web: Web) -> None:
    chosen = web.client.get("/live?lang=pt")
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/live")
    assert '<html lang="pt"' in web.client.get("/live", headers={"accept-language": "es"}).text
    strange = web.client.get("/live?lang=xx&x=<script>")
    assert '<html lang="pt"' in strange.text
    web.client.cookies.set("toque_language", "../en")
    assert '<html lang="' in web.client.get("/live").text


@pytest.mark.parametrize(("theme", "written"), [("dark", True), ("light", True), ('"><script>', False)])
def test_a_chosen_theme_is_in_the_page_from_the_start(web: Web, theme: str, *, written: bool) -> None:
    page = web.client.get("/live", headers={"cookie": f"toque_theme={theme}"}).text
    assert ("data-theme=" in page) is written


# --- the phone behind the page --------------------------------------------------------------------------------------


def test_what_is_done_on_the_page_happens_on_the_phone(demo: Web, phone: FakeEvolution) -> None:
    said = demo.client.post("/demo/say", json={"chat": "sam", "from": "sam", "text": "Gas £61.20"})
    message_id = said.json()["message_id"]
    assert demo.client.post("/demo/react", json={"message_id": message_id, "emoji": "💳"}).is_success
    assert demo.client.post("/demo/edit", json={"message_id": message_id, "text": "Gas £62"}).is_success
    message = phone.world.message(message_id)
    assert (message.text, message.reactions["owner"].emoji) == ("Gas £62", "💳")
    assert demo.client.post("/demo/delete", json={"message_id": message_id}).is_success
    assert message.deleted
    chats = {chat["id"]: chat for chat in demo.client.get("/demo/chats").json()["chats"]}
    assert chats["sam"]["messages"][-1]["deleted"]


def test_only_what_the_page_needs_is_handed_on(demo: Web, phone: FakeEvolution) -> None:
    for what in ("faults", "release", "connection", "try", "chats"):
        assert demo.client.post(f"/demo/{what}", json={"duplicate": 3}).status_code == 404
    for what in ("sent", "webhooks", "faults", "..%2fwebhook%2ffind%2fdemo", "say"):
        assert demo.client.get(f"/demo/{what}").status_code == 404
    assert phone.faults.duplicate == 1
    assert demo.client.post("/demo/say", content=b"x" * 70_000).status_code == 413


def test_what_the_phone_refuses_comes_back_in_its_own_words(demo: Web) -> None:
    answer = demo.client.post("/demo/react", json={"message_id": "nobody's", "emoji": "✅"})
    assert (answer.status_code, "No message here" in answer.json()["error"]) == (400, True)


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"x-forwarded-for": "203.0.113.9"}])
def test_nobody_else_reaches_the_phone(demo: Web, phone: FakeEvolution, headers: dict[str, str]) -> None:
    before = len(phone.world.messages)
    assert demo.client.post("/demo/say", json={"text": "x"}, headers=headers).status_code == 403
    assert len(phone.world.messages) == before


def test_the_page_hears_of_every_change_and_the_phone_of_nobodys_absence(demo: Web, phone: FakeEvolution) -> None:
    with demo.client.stream("GET", "/demo/stream") as answer:
        heard = (frame for frame in frames(answer.iter_lines()) if frame.event == "changed")
        first = next(heard).data["change"]
        phone.say("hola")
        assert next(heard).data["change"] > first
    assert eventually(lambda: not phone.news._waiting)


def test_a_phone_that_is_gone_is_said_so(demo: Web, db: psycopg.Connection) -> None:
    db.execute("update connections set base_url = 'http://127.0.0.1:9'")
    answer = demo.client.get("/demo/chats")
    assert (answer.status_code, "does not answer" in answer.json()["detail"]) == (502, True)
    assert 'id="feed"' in demo.client.get("/").text
    with demo.client.stream("GET", "/demo/stream") as stream:
        assert list(frames(stream.iter_lines()))[-1].event == "message"


def test_an_open_stream_of_the_phone_does_not_hold_up_the_end(demo: Web) -> None:
    client = httpx2.Client(base_url=demo.client.base_url, trust_env=False)
    with client.stream("GET", "/demo/stream") as answer:
        next(frames(answer.iter_lines()))
        assert demo.stop() < 5


# --- what others wrote ----------------------------------------------------------------------------------------------


def test_what_others_wrote_is_as_they_published_it_but_for_where_its_parts_are() -> None:
    written = json.loads((VENDOR / "vendored.json").read_text())
    for one in written["files"]:
        ours = (VENDOR / one["file"]).read_bytes()
        theirs = ours.decode()
        for name, path in written["specifiers"].items():
            theirs = theirs.replace(f'from"{path}"', f'from"{name}"')
        assert hashlib.sha256(ours).hexdigest() == one["sha256"], one["file"]
        assert hashlib.sha256(theirs.encode()).hexdigest() == one["sha256_as_published"], one["file"]
        licence = one["package"].removeprefix("@").replace("/", "-")
        assert (VENDOR / f"LICENSE-{licence}.txt").is_file()
    there = {file.name for file in VENDOR.iterdir() if file.suffix in {".js", ".css"}}
    assert there == {one["file"] for one in written["files"]}
