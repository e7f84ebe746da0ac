"""Writes `schema.json`, which lets editors complete and check rule files: `python -m rules.schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from rules.language import FileWritten

FILE = Path(__file__).with_name("schema.json")


class _Draft7(GenerateJsonSchema):
    """Editors understand drafts up to 7, and titles made from names help nobody."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - the signature is pydantic's
        return False

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Let names that look otherwise be wrong, where it is said how they look."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made


def schema() -> dict[str, Any]:
    """Make the JSON schema of rule files from the types that read them."""
    made = FileWritten.model_json_schema(schema_generator=_Draft7, ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://toque.local/schema/rules.v1.json",
        **made,
        "title": "Toque rules",
        "definitions": definitions,
    }


def text() -> str:
    """Return the schema as it stands in the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
