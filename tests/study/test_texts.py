"""The texts of the course hold what may be found, and no answers; their stamp follows the files."""

from __future__ import annotations

import shutil
from pathlib import Path

from agnesi.content.course import Course
from agnesi.study import texts

SAMPLE = Path(__file__).parents[1] / "web" / "canaries"


def test_every_concept_and_symbol_of_the_course_is_a_text():
    course = Course.load()
    made = list(texts.texts(course))
    assert {one.id for one in made if one.kind == "concept"} == set(course.graph.order)
    assert any(one.kind == "symbol" and one.title.startswith("an eigenvalue") for one in made)


def test_a_lesson_is_its_prose_without_marks():
    course = Course.load()
    body = next(one.body for one in texts.texts(course) if one.id == "dot-product")
    assert body
    assert not any(mark in body for mark in (":::", "$", "**", "idea:"))


def test_the_stamp_changes_when_a_lesson_does(tmp_path):
    shutil.copytree(SAMPLE, tmp_path / "course")
    before = texts.stamp(Course.load(tmp_path / "course"))
    assert texts.stamp(Course.load(tmp_path / "course")) == before
    lesson = next((tmp_path / "course").rglob("lesson.md"))
    lesson.write_text(lesson.read_text() + "\nOne more sentence.\n")
    assert texts.stamp(Course.load(tmp_path / "course")) != before
