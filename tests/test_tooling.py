from __future__ import annotations

import os
import re
import signal
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
"""The environment without what the `make` above these tests put there for a `make` below it."""


def make(directory: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words], cwd=directory, env=PLAIN | variables, capture_output=True, text=True, check=False
    )


@cache
def locked() -> dict[tuple[str, str], dict[str, list[dict[str, str]]]]:
    packages = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    return {(package["name"], package["version"]): package for package in packages}


def installed(python: str) -> Iterator[tuple[str, str]]:
    """Yield what uv.lock installs on Linux with one release of Python, the tests' packages too."""
    environment = {
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "os_name": "posix",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "python_version": python,
        "python_full_version": f"{python}.1",
        "extra": "",
    }
    versions: dict[str, list[str]] = {}
    for name, version in locked():
        versions.setdefault(name, []).append(version)
    root = next(key for key in locked() if key[0] == "toque")
    seen, waiting = {root}, [(root, frozenset[str](("dev",)))]
    while waiting:
        key, extras = waiting.pop()
        package = locked()[key]
        wanted = [*package.get("dependencies", [])]
        for group in ("optional-dependencies", "dev-dependencies"):
            wanted += [one for name, some in dict(package.get(group, {})).items() if name in extras for one in some]
        for one in wanted:
            if "marker" in one and not Marker(one["marker"]).evaluate(environment):
                continue
            found = (one["name"], one.get("version") or versions[one["name"]][0])
            if found not in seen or one.get("extra"):
                if found not in seen:
                    yield found
                seen.add(found)
                waiting.append((found, frozenset(one.get("extra", []))))


def fits(tag: Tag, python: str, machine: str) -> bool:
    minor = int(python.split(".")[1])
    if tag.platform != "any" and not re.fullmatch(rf"manylinux.*_{machine}", tag.platform):
        return False
    if tag.interpreter in ("py3", "py2.py3"):
        return True
    found = re.fullmatch(r"cp3(\d+)", tag.interpreter)
    if found is None:
        return False
    return int(found[1]) == minor if tag.abi != "abi3" else int(found[1]) <= minor


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize("python", PYTHONS)
def test_nothing_has_to_be_compiled(python: str, machine: str) -> None:
    lacking = []
    for name, version in installed(python):
        wheels = [wheel["url"].rsplit("/", 1)[1] for wheel in locked()[name, version].get("wheels", [])]
        if not any(fits(tag, python, machine) for wheel in wheels for tag in parse_wheel_filename(wheel)[3]):
            lacking.append(f"{name} {version}")
    assert not lacking


def test_the_lock_covers_more_than_a_handful_of_packages() -> None:
    assert len(list(installed("3.11"))) > 60
    assert ("lingua-language-detector", "2.1.1") in installed("3.11")
    assert ("lingua-language-detector", "2.1.1") not in installed("3.12")


def test_every_python_that_the_package_names_is_one_that_the_lock_is_checked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = [line.rsplit(" ", 1)[1] for line in project["classifiers"] if "Python :: 3." in line]
    assert named == list(PYTHONS)


def test_make_help_lists_every_target_that_a_person_types() -> None:
    makefile = (ROOT / "Makefile").read_text()
    listed = set(re.findall(r"^make (\S+)", make(ROOT, "help").stdout, re.MULTILINE))
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    assert listed == set(phony) - {"browser"}


def test_ci_runs_every_suite() -> None:
    steps = re.findall(r"^step (\S+)$", (ROOT / ".ci/run").read_text(), re.MULTILINE)
    assert set(steps) == {"setup", "check", "test", "demo", "faults", "test-postgres15"}
    assert os.access(ROOT / ".ci/run", os.X_OK)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a directory that make believes to be set up, with a `toque` that only knows when it is stopped."""
    (tmp_path / "Makefile").write_text((ROOT / "Makefile").read_text())
    for made in ("pyproject.toml", "uv.lock", ".uv/bin/uv", ".venv/.set-up", ".venv/bin/toque"):
        (tmp_path / made).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / made).touch()
    toque = tmp_path / ".venv/bin/toque"
    toque.write_text("#!/bin/sh\ntrap 'echo stopped >&2; exit 0' INT\necho \"$@\"\nwhile :; do sleep 0.05; done\n")
    toque.chmod(0o755)
    return tmp_path


def test_ctrl_c_reaches_what_make_run_started(checkout: Path) -> None:
    with subprocess.Popen(
        # Whoever runs the tests in the background has shells that ignore Ctrl-C, and their children with them.
        ["env", "--default-signal=INT", "make", "run"],
        cwd=checkout,
        env=PLAIN,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "up\n"
        os.killpg(running.pid, signal.SIGINT)  # what a terminal does
        try:
            assert "stopped" in running.communicate(timeout=10)[1]
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGKILL)


def test_a_machine_without_a_python_of_the_right_age_is_told_so(checkout: Path) -> None:
    (checkout / ".uv/bin/uv").unlink()
    (checkout / ".venv/.set-up").unlink()
    done = make(checkout, "setup", "PYTHON=")
    assert done.returncode != 0
    assert "Toque needs Python 3.11 or later" in done.stderr


def test_a_second_make_setup_does_nothing(checkout: Path) -> None:
    assert make(checkout, "setup").stdout.startswith("Toque is set up")


def test_test_postgres15_says_so_where_that_release_is_not_installed(checkout: Path) -> None:
    done = make(checkout, "test-postgres15", "POSTGRES15=/nowhere", CI="")
    assert done.returncode == 0
    assert "PostgreSQL 15 is not installed" in done.stdout
