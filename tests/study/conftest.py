"""A course of four small concepts in a folder, a log in a list, and moments on the days after 2026-03-01."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from agnesi import study
from agnesi.content.course import Course
from agnesi.exercise.grading import Graded
from agnesi.learner.events import Event
from agnesi.learner.fold import fold, refold
from agnesi.learner.state import State
from agnesi.study.ports import Moment

FIRST = date(2026, 3, 1)

PLAN = """
version: 1
areas: [{id: sums, title: Sums}]
concepts:
  - {id: numbers, title: Numbers, area: sums, level: 1, prerequisites: [], outcomes: [You can count.]}
  - {id: adding, title: Adding, area: sums, level: 1, prerequisites: [numbers], outcomes: [You can add.]}
  - {id: taking, title: Taking away, area: sums, level: 1, prerequisites: [numbers], outcomes: [You can take away.]}
  - {id: times, title: Multiplying, area: sums, level: 2, prerequisites: [adding, taking], outcomes: [You multiply.]}
  - {id: powers, title: Powers, area: sums, level: 3, prerequisites: [times], outcomes: [You can raise.]}
goals:
  - {id: reckon, title: Reckon by hand, concepts: [times]}
  - {id: everything, title: Everything, concepts: [powers]}
"""

EXERCISES = '''
"""Exercises for tests."""

from agnesi.authoring import Guess, Problem, Rng, Step, exercise
from agnesi.authoring.answers import Number

which = Guess("which", "Which?", {{"a": "One", "b": "Two"}}, believes="a", truth="b")


def problem(rng):
    a, b = rng.integer(0, 60), rng.integer(0, 60)
    return Problem(
        ask=f"${{a}} + {{b}}$? {{rng.case}}",
        answer=Number(a + b),
        hints=("Count on.", "Count further."),
        solution=(Step(f"{{a}} + {{b}}", because="add"), Step(f"{{a + b}}", because="done")),
    )


@exercise("easy", kind="procedure", tests=(1,), difficulty=0.3, seconds=30, uses={uses}, cases=("one", "zero", "big"))
def easy(rng: Rng) -> Problem:
    return problem(rng)


@exercise("why", kind="concept", tests=(1,), difficulty=0.5, seconds=40)
def why(rng: Rng) -> Problem:
    return problem(rng)


@exercise("shop", kind="transfer", tests=(1,), difficulty=0.6, seconds=60, uses={uses})
def shop(rng: Rng) -> Problem:
    return problem(rng)
'''

USES = {"numbers": {}, "adding": {"numbers": 0.6}, "taking": {"numbers": 0.6}, "times": {"adding": 0.8}}


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    (folder / "plan.yaml").write_text(PLAN)
    for slug, uses in USES.items():
        place = folder / "sums" / slug
        place.mkdir(parents=True)
        (place / "lesson.md").write_text(f"---\nidea: {slug}\nconfused_with: [taking]\n---\n\nText.\n")
        (place / "exercises.py").write_text(EXERCISES.format(uses=uses))
    return Course.load(folder)


@pytest.fixture(autouse=True)
def graded_as_integers(monkeypatch):
    """Grading is tested where it lives; here an answer is right when its digits are."""

    def grade(exercise, seed, text, *, runner=None):
        if "(" in text:
            return Graded("unreadable", 0.0, "A bracket is left open.")
        right = text == exercise.problem(seed).answer.typed()
        return Graded("right", 1.0, "Right.") if right else Graded("wrong", 0.0, "Not yet.")

    monkeypatch.setattr("agnesi.exercise.grade", grade)


class ListLog:
    """The port `Log`, kept in a list."""

    learner = "ada"

    def __init__(self):
        self.kept, self.now = [], State(learner="ada")

    def append(self, id, kind, body, now):
        before = self.event(id)
        if before is not None:
            return before, False
        day = max(now.day, self.kept[-1].day) if self.kept else now.day
        event = Event(id, self.learner, len(self.kept) + 1, now.at, day, kind, dict(body))
        self.kept.append(event)
        self.now = fold(self.now, event)
        if self.now.stale:
            self.now = refold(self.kept)
        return event, True

    @contextmanager
    def writing(self):
        yield

    def state(self):
        return self.now

    def event(self, id):
        return next((event for event in self.kept if event.id == id), None)

    def events(self, kinds=(), exercise="", last=0):
        found = [e for e in self.kept if (not kinds or e.kind in kinds) and exercise in ("", e.body.get("exercise"))]
        return found[-last:]


@pytest.fixture
def log():
    return ListLog()


def on(day):
    when = FIRST + timedelta(days=day)
    return Moment(f"{when.isoformat()}T12:00:00.000+00:00", when)


class Desk:
    """A learner at work: answers the next problem of an exercise, right or wrong."""

    def __init__(self, course, log):
        self.course, self.log = course, log

    def answer(self, exercise, right=True, day=0, **more):
        fresh = study.problem_for(self.course, self.log.state(), exercise)
        text = fresh.problem.answer.typed() if right else "-17"
        count = len(self.log.kept)
        given = {"problem": fresh.name, "problem_id": fresh.id or f"p{count}", "text": text, "ms": 20_000} | more
        return study.answer(self.course, self.log, on(day), id=f"a{count}", **given)

    def learn(self, concept, day=0):
        for name in ("easy", "why", "shop", "easy", "why"):
            self.answer(f"{concept}/{name}", day=day)

    @property
    def state(self):
        return self.log.state()


@pytest.fixture
def desk(course, log):
    return Desk(course, log)
