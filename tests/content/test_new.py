"""A new folder's faults say what to write next, and its models have none."""

import shutil
from pathlib import Path

import pytest

from agnesi.content import check, new
from agnesi.content.course import Course

SAMPLE = Path(__file__).parents[1] / "sample_course"

TO_WRITE = {"front", "parts", "kinds", "outcomes", "editions"}


@pytest.fixture
def course(tmp_path) -> Course:
    shutil.copytree(SAMPLE, tmp_path / "course", ignore=shutil.ignore_patterns("broken", "__pycache__"))
    return Course.load(tmp_path / "course")


def test_the_faults_of_a_new_folder_are_what_to_write_next(course):
    folder = new.create(course, "arithmetic", "halves")
    assert sorted(path.name for path in folder.iterdir()) == ["exercises.py", "figure.js", "lesson.md"]
    report = check.run(Course.load(course.folder), ["halves"], seeds=5, browser=False)
    assert {fault.rule for fault in report.faults} <= TO_WRITE, [str(fault) for fault in report.faults]
    assert "halves: line 1: idea is missing: one sentence of at most 20 words, without a formula" in map(
        str, report.faults
    )


@pytest.mark.browser
def test_the_figure_of_a_new_folder_is_sound(course):
    new.create(course, "arithmetic", "halves")
    report = check.run(Course.load(course.folder), ["halves"], seeds=0)
    assert [str(fault) for fault in report.faults if fault.rule == "figures"] == []


@pytest.mark.parametrize(
    ("area", "slug", "says"),
    [
        ("arithmetic", "thirds", "The plan has no concept called thirds"),
        ("algebra", "halves", "The plan has halves in arithmetic"),
        ("arithmetic", "doubles", "is there already"),
    ],
)
def test_what_is_not_planned_or_already_there_is_not_made(area, slug, says, course):
    with pytest.raises(new.NewError, match=says):
        new.create(course, area, slug)
