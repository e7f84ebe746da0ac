"""The running API answers as it says it does, whatever is sent: requests are made of its own description."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.generation import GenerationMode

from engine.web.api import declared
from engine.web.app import API
from tests.web.served import Web

SCHEMA = schemathesis.openapi.from_dict(declared.describe(API.api))
FEW = settings(max_examples=6, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
CHECKS = [
    checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_headers_conformance, checks.response_schema_conformance,
]  # fmt: skip


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.usefixtures("made")
def test_every_answer_is_one_that_was_declared(web: Web, mode: GenerationMode) -> None:
    faults: list[str] = []
    for found in SCHEMA.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @FEW
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate(base_url=str(web.client.base_url), checks=CHECKS)

        try:
            holds()
        except (schemathesis.errors.SchemathesisError, ExceptionGroup, AssertionError) as fault:
            told = [str(one) for one in getattr(fault, "exceptions", [fault])]
            faults.append(f"{operation.label}: {told}")
    assert not faults, "\n".join(faults)


def test_every_operation_is_described_with_its_scope_and_a_summary() -> None:
    for address, method, operation in declared.operations(declared.describe(API.api)):
        assert operation["summary"], (method, address)
        assert operation["x-scope"], (method, address)
