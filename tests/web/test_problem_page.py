"""What went wrong, to whoever sits before a browser: a page in their language, and as it is to every program."""

from __future__ import annotations

import pytest

from tests.web.served import Web

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "es"}


def test_a_browser_that_finds_nothing_gets_a_page_with_a_way_on_in_its_language(web: Web) -> None:
    answer = web.client.get("/nothing-here", headers=BROWSER)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<h1>Aquí no hay nada</h1>" in answer.text
    assert 'href="/live"' in answer.text
    assert 'href="/rules"' in answer.text, "the list of pages is there too"


@pytest.mark.parametrize(
    ("path", "headers"), [("/nothing-here", {"Accept": "application/json"}), ("/api/nothing-here", BROWSER)]
)
def test_a_program_is_told_as_programs_are(web: Web, path: str, headers: dict[str, str]) -> None:
    answer = web.client.get(path, headers=headers)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_stranger_with_a_browser_reads_why_it_is_shut_and_sees_no_pages(web: Web) -> None:
    answer = web.client.get("/rules", headers=BROWSER | {"Host": "somewhere.example"})
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("text/html")
    assert 'class="pages"' not in answer.text


def test_the_language_can_be_chosen_there_too(web: Web) -> None:
    answer = web.client.get("/nothing-here?lang=pt", headers=BROWSER)
    assert (answer.status_code, answer.headers["location"]) == (303, "/nothing-here")
