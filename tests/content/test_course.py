"""A course is its plan and its folders: concepts by any name, paths to goals, exercises opened when first asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import agnesi
from agnesi.content.course import Course
from agnesi.content.declarations import DeclarationError
from agnesi.content.plan import PlanError

SAMPLE = Path(__file__).parents[1] / "sample_course"


@pytest.fixture
def sample() -> Course:
    return Course.load(SAMPLE)


def test_a_concept_is_written_when_its_folder_is(sample):
    assert [(concept.id, concept.written) for concept in sample.concepts] == [
        ("sums", False),
        ("doubles", True),
        ("halves", False),
    ]
    assert sample.concept("sums").lesson.blocks == ()
    assert sample.concept("sums").exercises == {}


def test_a_renamed_concept_is_found_by_its_old_name(sample):
    assert sample.concept("twice") is sample.concept("doubles")
    assert ("twice" in sample, "doubles" in sample, "thrice" in sample) == (True, True, False)
    with pytest.raises(KeyError):
        sample.concept("thrice")


def test_a_path_takes_a_goal_a_concept_a_set_or_nothing(sample):
    assert sample.path("arithmetic") == ("sums", "doubles")
    assert sample.path("halves", {"sums"}) == ("doubles", "halves")
    assert sample.path({"sums"}) == ("sums",)
    assert sample.path(None) == ("sums", "doubles", "halves")
    with pytest.raises(KeyError):
        sample.path("nowhere")


def test_exercises_know_whose_they_are(sample):
    concept = sample.concept("doubles")
    assert {exercise.concept for exercise in concept.exercises.values()} == {"doubles"}
    assert (list(concept.guesses), list(concept.contrasts), list(concept.proofs)) == (["colder"], ["grows"], ["halves"])


def test_reloading_reads_one_concept_anew(sample):
    concept = sample.concept("doubles")
    lesson = concept.lesson
    fresh = sample.reload("twice")
    assert fresh.concept("doubles").lesson is not lesson
    assert fresh.concept("sums") is sample.concept("sums")


def test_only_figures_and_pictures_have_an_address(sample, tmp_path):
    concept = sample.concept("doubles")
    assert concept.asset("figure.js") == concept.folder / "figure.js"
    assert [
        concept.asset(name) for name in ("exercises.py", "lesson.md", "../../plan.yaml", "../doubles/figure.js", "")
    ] == [None] * 5


def test_two_exercises_of_one_name_are_refused(tmp_path):
    from agnesi.content import declarations

    path = tmp_path / "exercises.py"
    path.write_text(
        "from agnesi.authoring import Guess\n"
        "a = Guess('g', '?', {'x': '', 'y': ''}, 'x', 'y')\nb = Guess('g', '!', {'x': '', 'y': ''}, 'x', 'y')\n"
    )
    with pytest.raises(DeclarationError, match="two of kind guess are called g"):
        declarations.read(path, "any")


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (None, "holds no plan.yaml"),
        ("areas: [", "is not YAML"),
        ("", "is empty"),
        ("areas: []\nconcepts: [{title: X}]", "a concept has no id"),
        (
            "areas: []\nconcepts: [{id: x, title: X, area: a, prerequisites: [y], outcomes: []}]",
            "x needs y, which is no concept",
        ),
        (
            "areas: []\nconcepts:\n"
            "- {id: x, title: X, area: a, prerequisites: [y], outcomes: []}\n"
            "- {id: y, title: Y, area: a, prerequisites: [x], outcomes: []}",
            "go round in a circle",
        ),
    ],
)
def test_a_plan_that_cannot_be_used_is_explained(plan, says, tmp_path):
    if plan is not None:
        (tmp_path / "plan.yaml").write_text(plan)
    with pytest.raises(PlanError, match=says):
        Course.load(tmp_path)


def test_the_course_that_is_installed_is_found():
    course = agnesi.Course.load()
    assert len(course.concepts) > 300
    assert course.concept("dot-product").written
    assert {goal.id for goal in course.goals} >= {"understand-backpropagation", "understand-pca"}


def test_authoring_loads_neither_the_web_nor_the_heavy_rooms():
    code = (
        "import sys, agnesi.authoring; "
        "heavy = {'django', 'scipy', 'matplotlib', 'sklearn', 'sympy', 'markdown_it', 'py_mini_racer', 'networkx'}; "
        "print(*heavy & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_the_library_says_what_it_has():
    assert {"Course", "Placement", "compare", "read"} <= set(dir(agnesi))
    with pytest.raises(AttributeError, match="agnesi has no Lessons; it has Course"):
        _ = agnesi.Lessons
