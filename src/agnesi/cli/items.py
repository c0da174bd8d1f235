"""`agnesi items`: which exercises and guesses do not do their work, as the log shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from agnesi.cli.saying import AsJson, console, say_json

if TYPE_CHECKING:
    from agnesi.content.course import Course
    from agnesi.learner.events import Event

LOW, HIGH = 0.6, 0.95
"""Between these lies the share of first tries that should be right: below it discourages, above it teaches nothing."""
Least = Annotated[int, typer.Option(help="Leave out what was answered less often.", min=1)]


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise or a guess, how often it was answered, the share that was right, and what is unusual."""

    name: str
    answers: int
    rate: float
    why: str


def items(least: Least = 5, json: AsJson = False) -> None:
    """List the exercises and guesses of your log that are too hard or too easy.

    An exercise stands out when its rate of right first tries leaves 0.6 to 0.95; a guess when nearly all get it right.
    """
    from agnesi.cli.course import loaded
    from agnesi.cli.database import existing

    existing()
    from agnesi import store

    events = store.open_log().events(("answered", "guessed"))
    exercises, guesses = exercises_that_stand_out(events, least), guesses_without_surprise(events, loaded(), least)
    if json:
        say_json({"exercises": [asdict(one) for one in exercises], "guesses": [asdict(one) for one in guesses]})
        return
    out = console()
    for one in (*exercises, *guesses):
        out.print(f"{one.name}: {one.rate:.0%} of {one.answers} right, {one.why}", markup=False)
    if not exercises and not guesses:
        out.print(f"Nothing stands out among what was answered {least} times or more.")


def exercises_that_stand_out(events: Iterable[Event], least: int) -> list[Item]:
    """Exercises whose rate of right first tries leaves the band, the hardest first."""
    tries: dict[str, list[bool]] = defaultdict(list)
    for event in events:
        if event.kind == "answered" and event.body.get("first") and event.body.get("exercise"):
            tries[event.body["exercise"]].append(event.body.get("verdict") == "right")
    found = []
    for name, right in tries.items():
        rate = sum(right) / len(right)
        if len(right) >= least and not LOW <= rate <= HIGH:
            found.append(Item(name, len(right), rate, "too hard" if rate < LOW else "too easy"))
    return sorted(found, key=lambda one: (one.rate, one.name))


def guesses_without_surprise(events: Iterable[Event], course: Course, least: int) -> list[Item]:
    """Guesses that nearly all get right: they surprise nobody."""
    choices: dict[str, list[bool]] = defaultdict(list)
    for event in events:
        if event.kind == "guessed":
            slug, _, name = str(event.body.get("guess", "")).partition("/")
            guess = course.concept(slug).guesses.get(name) if slug in course else None
            if guess is not None:
                choices[f"{slug}/{name}"].append(event.body.get("choice") == guess.truth)
    rates = {name: sum(right) / len(right) for name, right in choices.items() if len(right) >= least}
    return [Item(name, len(choices[name]), rate, "no surprise") for name, rate in sorted(rates.items()) if rate > HIGH]
