"""A guess before a lesson: kept, never graded; the first one stands."""

from __future__ import annotations

from agnesi.content.course import Course
from agnesi.study.ports import Log, Moment

NO_IDEA = "no-idea"


def guess(course: Course, log: Log, now: Moment, *, id: str, guess: str, choice: str) -> str:
    """Keep `choice` for the guess "slug/name" and give back the choice that stands. Raises LookupError, ValueError."""
    slug, _, name = guess.partition("/")
    try:
        asked = course.concept(slug).guesses[name]
    except KeyError:
        raise LookupError(f"The course has no guess {guess}.") from None
    if choice != NO_IDEA and choice not in asked.options:
        raise ValueError(f"{choice} is none of the options of {guess}.")
    log.append(id, "guessed", {"guess": guess, "choice": choice}, now)
    return log.state().guesses[guess]
