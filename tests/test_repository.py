"""What the repository promises about itself: locked without addresses, licensed, and small enough to read."""

from __future__ import annotations

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_locked_requirements_have_hashes_and_no_address() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        lines = file.read_text().splitlines()
        assert not [
            line for line in lines if re.match(r"--?(index|extra|find|i\b|f\b)", line) or "://" in line or " @ " in line
        ], file
        pins = [i for i, line in enumerate(lines) if re.match(r"^[A-Za-z0-9]", line)]
        assert pins
        assert all("--hash=sha256:" in lines[i + 1] for i in pins), file


def test_the_lock_covers_every_requirement() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
    ]
    locked = {_name(line) for line in (ROOT / "requirements/all.txt").read_text().splitlines() if "==" in line}
    assert {_name(line) for line in wanted} <= locked
    built = {_name(line) for line in (ROOT / "requirements/build.txt").read_text().splitlines() if "==" in line}
    assert {_name(line) for line in project["build-system"]["requires"]} <= built


def test_what_running_needs_is_a_part_of_all_that_is_locked() -> None:
    every, running = (
        set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / name).read_text(), flags=re.MULTILINE))
        for name in ("all.txt", "run.txt")
    )
    assert running < every
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert {_name(line) for line in project["dependencies"]} <= {_name(line) for line in running}


def test_npm_packages_are_locked_by_integrity_and_no_address() -> None:
    assert "omit-lockfile-registry-resolved=true" in (ROOT / "frontend/.npmrc").read_text()
    packages = json.loads((ROOT / "frontend/package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name and not package.get("link"))


def test_the_licences_are_the_ones_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == "MIT AND CC-BY-SA-4.0"
    assert {"MIT.txt", "CC-BY-SA-4.0.txt"} <= {file.name for file in (ROOT / "LICENSES").iterdir()}


def test_ci_runs_the_command_of_the_readme() -> None:
    assert "make test" in (ROOT / ".ci/run").read_text()
    assert "make test" in (ROOT / "README.md").read_text()
    assert "make start" in (ROOT / "README.md").read_text()


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()
