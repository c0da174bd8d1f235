"""Each rule is broken by one sample, which that rule alone finds out; the sound sample passes them all."""

import shutil
import tomllib
from pathlib import Path

import pytest

from agnesi.content import check
from agnesi.content.course import Course

SAMPLE = Path(__file__).parents[2] / "sample_course"
BROKEN = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((SAMPLE / "broken").glob("*.toml"))}
RULES = {check.rule_name(rule) for rule in (*check.CONCEPT_RULES, *check.COURSE_RULES)}


def course_in(folder: Path, broken: dict = {}, *, before: bool = False) -> Course:  # noqa: B006 - never written to
    """The sample course in `folder` with the changes of a broken sample, its problems recorded `before` them."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("broken", "__pycache__"))
    if before:
        check.run(Course.load(folder), ["doubles"], seeds=1, record=True, browser=False)
    for copy in broken.get("copy", ()):
        shutil.copytree(folder / copy["from"], folder / copy["to"])
    for change in broken.get("change", ()):
        path = folder / change["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        assert change["old"] in text, f"{change['file']} has no {change['old']}"
        path.write_text(text.replace(change["old"], change["new"], 1) if text else change["new"], "utf-8")
    return Course.load(folder)


@pytest.mark.parametrize("name", [name for name in BROKEN if name != "figures"])
def test_a_broken_concept_is_found_by_its_rule_and_by_no_other(name, tmp_path):
    course = course_in(tmp_path / "course", BROKEN[name], before=name == "editions")
    whole = name in ("plan", "labs")
    report = check.run(
        course,
        None if whole else ["doubles"],
        seeds=3,
        record=name != "editions",
        closed=name == "closed",
        alike=name == "alike",
        browser=False,
        fresh=True,
    )
    assert {fault.rule for fault in report.faults} == {name}, [str(fault) for fault in report.faults]
    assert any(BROKEN[name]["says"] in str(fault) for fault in report.faults), [str(fault) for fault in report.faults]


def test_the_sound_concept_has_no_fault(tmp_path):
    course = course_in(tmp_path / "course")
    report = check.run(course, seeds=5, record=True, alike=True, browser=False, fresh=True)
    assert report.faults == ()
    assert (report.concepts, report.exercises) == (1, 6)
    assert report.problems == 6 * 5 + 1
    assert report.counts.decided == report.counts.lines > 0
    assert report.skipped == ("figures: not asked for",)


def test_what_passed_is_not_looked_at_again_until_it_changes(tmp_path):
    course = course_in(tmp_path / "course")
    first = check.run(course, seeds=1, record=True, browser=False, fresh=True)
    again = check.run(Course.load(course.folder), seeds=1, browser=False)
    assert (first.kept, again.kept) == (0, 1)
    assert again.counts == first.counts
    lesson = course.concept("doubles").folder / "lesson.md"
    lesson.write_text(lesson.read_text("utf-8").replace("Add a few", "Just add a few"), "utf-8")
    changed = check.run(Course.load(course.folder), seeds=1, browser=False)
    assert changed.kept == 0
    assert [str(fault) for fault in changed.faults] == ['doubles: line 21: says "Just"']


def test_skipped_rules_are_faults_where_all_are_required(tmp_path):
    course = course_in(tmp_path / "course")
    report = check.run(course, [], browser=False, require_all=True)
    assert [fault.rule for fault in report.faults] == ["skipped"]


@pytest.mark.browser
def test_figures_are_tried_in_a_browser(tmp_path):
    sound = check.run(course_in(tmp_path / "sound"), seeds=0, record=True, fresh=True)
    assert [fault for fault in sound.faults if fault.rule == "figures"] == []
    report = check.run(course_in(tmp_path / "broken", BROKEN["figures"]), seeds=0, record=True, fresh=True)
    assert [str(fault) for fault in report.faults] == ["doubles: the figure line: its goal is reached at the start"]


def test_every_rule_has_a_sentence_a_broken_sample_and_a_heading():
    assert set(BROKEN) == RULES
    rules = (Path(__file__).parents[3] / "docs" / "rules.md").read_text("utf-8")
    for rule in (*check.CONCEPT_RULES, *check.COURSE_RULES):
        assert f"## {check.rule_name(rule)}\n\n{rule.RULE}" in rules
