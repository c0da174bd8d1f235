"""The course, the log and the day of one request, put together: what every page asks `study` with."""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest

from agnesi import home, store
from agnesi.content.concept import Concept
from agnesi.content.course import Course
from agnesi.exercise.runner import Runner
from agnesi.learner import mastery, memory
from agnesi.learner.state import State
from agnesi.study import problem_for
from agnesi.study.ports import Log, Moment
from agnesi.study.standing import standing_word
from agnesi.web import clock
from agnesi.web.sheet import Sheet, sheet

WARM_UP_BELOW = 0.7
_lock = threading.Lock()
_course: tuple[tuple[int, Path | None], Course] | None = None


def course() -> Course:
    """The course of this process, loaded once; anew after each change while an author previews."""
    global _course
    which = (home.changes(), home.settings().course)
    with _lock:
        if _course is None or _course[0] != which:
            _course = (which, Course.load(home.settings().course))
        return _course[1]


def runner() -> Runner | None:
    """Who runs code answers; None where cells are switched off."""
    if not home.settings().cells:
        return None
    from agnesi import kernel

    runner: Runner = kernel.LocalRunner()
    return runner


class Here:
    """One request's view of the world; each part is read once, when first asked for."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def course(self) -> Course:
        """The course."""
        return course()

    @cached_property
    def log(self) -> Log:
        """The log of whoever sent the request."""
        return store.open_log(self.request.learner)  # type: ignore[attr-defined]

    @cached_property
    def now(self) -> Moment:
        """Now, and the learner's day."""
        return clock.moment(self.request)

    @cached_property
    def state(self) -> State:
        """The learner's state when first asked for: what a page shows."""
        return self.log.state()

    @property
    def state_now(self) -> State:
        """The state after what this request wrote."""
        return self.log.state()

    @property
    def liked(self) -> dict[str, Any]:
        """The learner's preferences."""
        liked: dict[str, Any] = self.request.liked  # type: ignore[attr-defined]
        return liked

    @property
    def minutes(self) -> int:
        """The minutes a day that the learner chose."""
        return int(self.liked.get("minutes", 20))

    def concept(self, slug: str) -> Concept:
        """The concept of this slug, or 404."""
        try:
            return self.course.concept(slug)
        except KeyError:
            raise Http404 from None

    def sheet(
        self, concept: Concept, exercise: str, *, nth: int = 0, state: State | None = None, **shown: Any
    ) -> Sheet:
        """The sheet of the learner's next problem of an exercise; `nth` counts its places on one page from 0."""
        fresh = problem_for(self.course, state or self.state, f"{concept.id}/{exercise}", nth)
        return sheet(concept, fresh.exercise, fresh.seed, problem_id=fresh.id, hints_shown=fresh.hints, **shown)

    def place(self, id: str) -> dict[str, str]:
        """A concept as a link with its state: known, learned, fading, ready, ahead or planned."""
        return {
            "id": id,
            "title": self.course.concept(id).title,
            "state": standing_word(self.course, self.state, id, self.now.day),
        }

    def warm_ups(self, concept: Concept) -> list[Sheet]:
        """At most two exercises on what the lesson uses and memory may have lost; none once the lesson was begun."""
        day = self.now.day.toordinal()
        if self.state[concept.id].answered_on is not None:
            return []
        faded = [
            id
            for id in concept.prerequisites
            if mastery.is_learned(self.state[id]) and memory.recall(self.state[id], day) < WARM_UP_BELOW
        ]
        faded.sort(key=lambda id: memory.recall(self.state[id], day))
        written = [one for one in map(self.course.concept, faded) if one.written and one.exercises]
        return [self.sheet(one, _shortest(one), name=one.title, where="lesson") for one in written[:2]]


def _shortest(concept: Concept) -> str:
    return min(concept.exercises.values(), key=lambda one: (one.kind == "recall", one.seconds)).name
