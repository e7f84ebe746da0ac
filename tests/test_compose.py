from __future__ import annotations

import importlib
import json
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import click
import pytest
import yaml

from engine.config import Settings

ROOT = Path(__file__).parents[1]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "toque"}
DOCKERFILE = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text())
BUILD, FINAL = re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[1:]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def known_variables() -> set[str]:
    """Return each variable that Settings reads."""
    names = {f"TOQUE_{name}".upper() for name, field in Settings.model_fields.items() if field.validation_alias is None}
    return names | {"DATABASE_URL"}


def said(instruction: str, stage: str) -> list[str]:
    return re.findall(rf"^{instruction} (.+)$", stage, re.MULTILINE)


def check_command(words: list[str]) -> None:
    """Fail unless `toque` has this subcommand with these options."""
    program, subcommand, *options = words
    assert program in PROJECT["project"]["scripts"]
    module, _, function = PROJECT["project"]["scripts"][program].partition(":")
    main = getattr(importlib.import_module(module), function)
    assert isinstance(main, click.Group)
    known = [name for parameter in main.commands[subcommand].params for name in parameter.opts]
    assert [option for option in options if option.startswith("-") and option not in known] == []


@pytest.mark.parametrize("name", OURS)
def test_each_service_runs_a_command_that_toque_has(name: str) -> None:
    check_command(OURS[name]["command"])


def test_the_image_alone_runs_a_command_that_toque_has() -> None:
    check_command(json.loads(said("CMD", FINAL)[-1]))


def test_the_services_are_the_database_the_migration_the_web_and_several_workers() -> None:
    assert set(SERVICES) == {"postgres", "migrate", "web", "worker", "answers"}
    assert SERVICES["worker"]["deploy"]["replicas"] > 1


@pytest.mark.parametrize("name", OURS)
def test_each_variable_is_a_setting(name: str) -> None:
    assert set(OURS[name]["environment"]) <= known_variables()


def test_each_variable_of_the_image_is_a_setting_or_belongs_to_python() -> None:
    names = re.findall(r"(\w+)=", " ".join(said("ENV", FINAL)))
    assert set(names) - {"PATH", "PYTHONUNBUFFERED"} <= known_variables()


def test_each_variable_that_a_person_may_set_is_a_setting_or_the_password() -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text()))
    assert asked <= known_variables() | {"POSTGRES_PASSWORD"}


def test_no_secret_has_a_value_that_everybody_knows() -> None:
    for secret in re.findall(r"\$\{(?:\w*PASSWORD|\w*KEY)[^}]*\}", (ROOT / "compose.yaml").read_text()):
        assert ":?" in secret


def test_every_mention_of_the_port_is_the_one_that_toque_listens_on() -> None:
    port = Settings.model_fields["port"].default
    (published,) = SERVICES["web"]["ports"]
    assert published == f"127.0.0.1:${{TOQUE_PORT:-{port}}}:{port}"
    assert said("EXPOSE", FINAL) == [str(port)]
    probes = [str(SERVICES["web"]["healthcheck"]["test"]), *said("HEALTHCHECK", FINAL)]
    assert [re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", probe) for probe in probes] == [[(str(port), "/readyz")]] * 2


def test_what_the_health_check_asks_for_is_an_address_of_the_web_process() -> None:
    texts = [file.read_text() for file in (ROOT / "engine/web").glob("*.py")]
    assert any(re.search(r"""Route\(\s*["']/readyz["']""", text) for text in texts)


def test_the_database_keeps_its_volume_where_the_image_of_18_wants_it() -> None:
    assert SERVICES["postgres"]["image"] == "postgres:18"
    (volume,) = SERVICES["postgres"]["volumes"]
    name, _, where = volume.partition(":")
    assert where == "/var/lib/postgresql"
    assert name in COMPOSE["volumes"]


@pytest.mark.parametrize("name", OURS)
def test_each_service_finds_the_database_of_the_compose_file(name: str) -> None:
    database = SERVICES["postgres"]["environment"]
    url = OURS[name]["environment"]["DATABASE_URL"]
    assert re.sub(r"\$\{.*?\}", "…", url) == f"postgresql://{database['POSTGRES_USER']}:…@postgres:5432/toque"
    assert database["POSTGRES_DB"] == "toque"


@pytest.mark.parametrize("name", SERVICES)
def test_each_service_waits_for_services_that_exist_and_is_started_again(name: str) -> None:
    assert set(SERVICES[name].get("depends_on", {})) <= set(SERVICES)
    assert SERVICES[name]["restart"] == ("on-failure" if name == "migrate" else "unless-stopped")


def test_the_image_holds_every_package_and_no_path_that_is_missing_or_ignored() -> None:
    copied = [word for line in said("COPY", BUILD) for word in line.split()[:-1]]
    ignored = (ROOT / ".dockerignore").read_text().split("\n")
    assert "*" in ignored
    for path in copied:
        assert (ROOT / path).exists()
        assert any(fnmatch(path, line[1:]) for line in ignored if line.startswith("!"))
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) <= set(copied)


def test_what_one_stage_takes_from_the_other_is_where_that_one_made_it() -> None:
    (taken,) = said("COPY --from=build", FINAL)
    assert taken.split()[0] == f"{said('WORKDIR', BUILD)[0]}/.venv"
    assert f"{taken.split()[1]}/bin" in said("ENV", FINAL)[0]


def test_the_image_is_built_with_the_uv_of_the_makefile_and_a_python_that_toque_supports() -> None:
    (version,) = re.findall(r"^UV_VERSION := (\S+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert re.findall(r"uv==(\S+)", BUILD) == [version]
    images = re.findall(r"^FROM python:(3\.\d+)-slim", DOCKERFILE, re.MULTILINE)
    assert len(images) == 2
    assert {f"Programming Language :: Python :: {image}" for image in images} <= set(PROJECT["project"]["classifiers"])


def test_the_image_runs_as_nobody_special_and_holds_no_build_tools() -> None:
    assert said("USER", FINAL) == ["toque"]
    assert "useradd" in FINAL
    for tool in ("apt-get", "gcc", "pip install", "uv "):
        assert tool not in FINAL
