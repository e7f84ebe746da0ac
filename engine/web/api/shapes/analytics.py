"""What statistics look like."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class AnalysisNamed(BaseModel):
    """Statistics there are."""

    name: str
    about: str


class Analyses(BaseModel):
    """The statistics there are."""

    analytics: list[AnalysisNamed]


class Analysis(BaseModel):
    """The rows of statistics."""

    name: str
    rows: list[dict[str, Any]]
