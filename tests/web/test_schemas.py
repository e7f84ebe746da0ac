"""Editors fetch the schema of rule files, from wherever they are."""

from __future__ import annotations

from rules import schema
from tests.web.served import Web


def test_the_schema_is_served_to_everybody_as_it_is_shipped(web: Web) -> None:
    answer = web.client.get("/schema/rules.v1.json", headers={"Host": "toque.example", "X-Forwarded-For": "9.9.9.9"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.text == schema.text()
    assert answer.json()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_an_editor_that_has_it_fetches_nothing(web: Web) -> None:
    tag = web.client.get("/schema/rules.v1.json").headers["etag"]
    again = web.client.get("/schema/rules.v1.json", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
