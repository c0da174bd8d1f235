"""Every command from outside: what it prints, its exit code, and what it says when it cannot."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from agnesi.cli import items
from agnesi.cli.app import app
from agnesi.learner.events import Event
from agnesi.version import __version__

COMMANDS = ("start", "path", "check", "new", "preview", "items", "backup", "restore", "verify", "erase", "compare")
COURSE = Path(__file__).parents[2] / "src" / "agnesi_course"


def test_the_version_and_the_help_are_quick_and_worth_reading(agnesi):
    assert agnesi("--version").stdout == f"agnesi {__version__}\n"
    said = agnesi("--help").stdout
    for command in COMMANDS:
        assert f" {command} " in said
    assert "Exit codes" in said


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command):
    said = CliRunner().invoke(app, [command, "--help"])
    assert said.exit_code == 0
    assert len(said.stdout) > 200


@pytest.mark.parametrize(
    "command", [("nonsense",), ("start", "--port", "99999999"), ("path",), ("start", "--prot", "1")]
)
def test_what_is_not_understood_is_exit_code_2(agnesi, command):
    said = agnesi(*command)
    assert said.returncode == 2
    assert said.stdout == ""


def test_a_path_is_the_same_in_words_and_in_json(agnesi):
    found = json.loads(agnesi("path", "understand-pca", "--json").stdout)
    assert found["goal"] == "understand-pca"
    ids = [one["id"] for one in found["concepts"]]
    assert "dot-product" in ids
    assert {"id", "title", "written"} <= found["concepts"][0].keys()
    for place, one in enumerate(found["concepts"]):
        assert set(one["prerequisites"]) <= set(ids[:place])
    low, high = found["hours"]
    assert 0 < low < high
    words = agnesi("path", "understand-pca").stdout
    assert f"{len(ids)} concepts, {low:g} to {high:g} hours." in words
    assert not agnesi.home.exists()


def test_an_unknown_goal_is_met_with_what_was_meant(agnesi):
    said = agnesi("path", "understand-pcb")
    assert (said.returncode, said.stdout) == (2, "")
    assert "Did you mean understand-pca" in said.stderr


def test_commands_that_need_a_database_say_that_there_is_none(agnesi):
    for command in (("backup",), ("path", "understand-pca", "--mine")):
        said = agnesi(*command)
        assert (said.returncode, said.stdout) == (2, "")
        assert "There is no database" in said.stderr


def test_a_check_of_what_is_no_concept_says_so(agnesi):
    said = agnesi("check", "dot-prodct")
    assert said.returncode == 2
    assert "Did you mean dot-product" in said.stderr
    assert agnesi("check", "--course", str(agnesi.home)).returncode == 2


def test_a_new_concept_lacks_only_what_its_author_is_to_write(agnesi, tmp_path):
    course = tmp_path / "course"
    course.mkdir()
    for name in ("plan.yaml", "notation.toml"):
        shutil.copy(COURSE / name, course)
    made = agnesi("new", "linear_algebra", "outer-product", "--course", str(course))
    folder = course / "linear_algebra" / "outer_product"
    assert (made.returncode, sorted(path.name for path in folder.iterdir())) == (
        0,
        ["exercises.py", "figure.js", "lesson.md"],
    )
    checked = agnesi("check", str(folder), "--no-browser", "--json")
    assert checked.returncode == 1
    faults = json.loads(checked.stdout)["faults"]
    to_write = (
        "missing",
        "there is no",
        "there are 0",
        "is empty",
        "is one of",
        "minutes is",
        "wanted",
        "has no",
        "no exercise",
        "not recorded",
    )
    assert [fault for fault in faults if not any(words in fault for words in to_write)] == []
    assert [fault for fault in faults if "/compute" in fault and "not recorded" not in fault] == []
    again = agnesi("new", "linear-algebra", "outer-product", "--course", str(course))
    assert "is there already" in again.stderr
    assert "agnesi new linear-algebra outer-product" in agnesi("new", "calculus", "outer-product").stderr
    assert "Did you mean" in agnesi("new", "linear-algebra", "outer-prodct").stderr


def test_answers_are_judged_line_by_line(agnesi):
    lines = [
        {"id": 1, "answer": "(x+1)^2", "key": "x^2+2x+1"},
        {"id": "b", "answer": "(x+1", "key": "x"},
        {"id": 3, "answer": "2", "key": "3", "test": "equivalent"},
    ]
    said = agnesi("compare", stdin="".join(json.dumps(line) + "\n" for line in lines))
    assert said.returncode == 0
    told = [json.loads(line) for line in said.stdout.splitlines()]
    assert [(one["id"], one["verdict"]) for one in told] == [(1, "equal"), ("b", "unreadable"), (3, "different")]
    assert agnesi("compare", stdin="no json\n").returncode == 1


def _answered(exercise: str, verdict: str, first: bool = True) -> Event:
    return _event("answered", {"exercise": exercise, "verdict": verdict, "first": first})


def _event(kind, body) -> Event:
    return Event("id", "me", 1, "2026-03-01T12:00:00+00:00", date(2026, 3, 1), kind, body)


def test_items_are_those_outside_the_band_by_first_tries_alone():
    log = [_answered("a/hard", "right" if n < 2 else "wrong") for n in range(10)]
    log += [_answered("a/easy", "right") for _ in range(10)]
    log += [_answered("a/good", "right" if n < 8 else "wrong") for n in range(10)]
    log += [_answered("a/good", "wrong", first=False) for n in range(20)]
    log += [_answered("a/rare", "wrong")]
    found = items.exercises_that_stand_out(log, least=5)
    assert [(one.name, one.rate, one.why) for one in found] == [
        ("a/hard", 0.2, "too hard"),
        ("a/easy", 1.0, "too easy"),
    ]


def test_a_guess_that_all_get_right_surprises_nobody():
    class Course:
        def __contains__(self, slug: str) -> bool:
            return slug == "vectors"

        def concept(self, slug: str):
            return SimpleNamespace(guesses={"song": SimpleNamespace(truth="zero"), "step": SimpleNamespace(truth="b")})

    log = [_event("guessed", {"guess": "vectors/song", "choice": "zero"}) for _ in range(6)]
    log += [_event("guessed", {"guess": "vectors/step", "choice": "ab"[n % 2]}) for n in range(6)]
    log += [_event("guessed", {"guess": "gone/step", "choice": "a"}) for _ in range(6)]
    assert [one.name for one in items.guesses_without_surprise(log, Course(), least=5)] == ["vectors/song"]


def test_backing_up_restoring_verifying_and_erasing_from_a_terminal(agnesi, tmp_path):
    server = agnesi.begin("start", "--no-browser")
    server.stdout.readline()
    server.terminate()
    server.communicate()
    made = json.loads(agnesi("backup", "--json").stdout)
    assert made["events"] == 0
    assert "Backed up and verified" in agnesi("backup", str(tmp_path / "mine.sqlite3")).stdout
    assert json.loads(agnesi("verify", "--json").stdout)["sound"]
    assert "Restored" in agnesi("restore", str(tmp_path / "mine.sqlite3")).stdout
    assert agnesi("restore", str(tmp_path / "nothing")).returncode == 2
    assert "Nothing was erased" in agnesi("erase", stdin="no\n").stderr
    assert agnesi("erase", stdin="erase\n").returncode == 0
    assert not list(agnesi.home.glob("*.sqlite3*"))
    assert not (agnesi.home / "backups").exists()


def test_the_tutor_goes_on_trial_from_a_terminal(agnesi):
    said = agnesi("simulate", "tracing", "--learners", "2", "--json")
    report = json.loads(said.stdout)
    assert (said.returncode, report["kind"], report["learners"]) == (0, "tracing", 2)
    refused = agnesi("simulate", "weather")
    assert refused.returncode == 2
    assert "There is no trial called weather" in refused.stderr
