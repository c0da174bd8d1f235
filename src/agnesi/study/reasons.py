"""Why something is recommended, in one or two short sentences; every number in them is the model's own."""

from __future__ import annotations

from collections.abc import Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def for_lesson(
    needed_by: str, learned: Sequence[str], assumed: Sequence[str], opens: int, begun_days: int | None
) -> str:
    """Why this lesson comes next: what needs it, and that all it needs is there. Titles in, Markdown-free text out."""
    if begun_days is not None:
        when = "today" if begun_days == 0 else f"{days_ago(begun_days)}"
        return f"You began it {when}; a few more problems and it is yours."
    cause = (
        f"{needed_by} needs it"
        if needed_by
        else f"It opens {_count(opens, 'concept')}"
        if opens
        else "It is a goal of its own"
    )
    return f"{cause}, and {_ready(learned, assumed)}."


def for_review(days: int, recall: float, also: Sequence[str]) -> str:
    """Why this review is due, and what else it refreshes."""
    if recall >= 0.85:
        reason = f"You last worked on it {days_ago(days)}; it begins to fade."
    else:
        reason = f"You last worked on it {days_ago(days)}; by now the chance to recall it is about {percent(recall)}."
    return reason + (f" It refreshes {listed(also)} as well." if also else "")


def for_probe(shown_by: str) -> str:
    """Why a prerequisite gets a short check."""
    return f"Your answer on {shown_by} points here: one short problem tells whether this is what was missing."


def for_check(challenged: bool, needed_by: str) -> str:
    """Why a concept that nobody is sure of gets one exercise."""
    if challenged:
        return "You doubted that you know it. One problem settles it."
    return f"{needed_by} needs it and we are not sure that you know it. One problem settles it."


def for_proof(missing: Sequence[str]) -> str:
    """Why a learned concept comes once more although nothing fades."""
    wanted = {"concept": "a question of understanding", "procedure": "a calculation", "transfer": "a new setting"}
    kinds = [wanted[kind] for kind in missing if kind in wanted]
    return (
        f"You learned it; {listed(kinds)} on a later day would show that it stays."
        if kinds
        else ("You learned it; one more success on a later day would show that it stays.")
    )


def for_nothing(goal: str, next_due_days: int | None) -> str:
    """What is said when there is nothing to do."""
    done = f"Everything written on the way to {goal} is learned" if goal else "Everything that is written is learned"
    if next_due_days is None:
        return f"{done}."
    return f"{done}, and nothing fades today. The next review comes {in_days(next_due_days)}."


def days_ago(days: int) -> str:
    """A number of days in the past, in words."""
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{spelled(days)} days ago" if days < 60 else f"{round(days / 30)} months ago"


def in_days(days: int) -> str:
    """A number of days ahead, in words."""
    return "today" if days <= 0 else "tomorrow" if days == 1 else f"in {spelled(days)} days"


def percent(chance: float) -> str:
    """A chance as a whole per cent, never 0 or 100: nothing here is that sure."""
    return f"{min(max(round(100 * chance), 1), 99)} %"


def spelled(number: int) -> str:
    """A small number as a word."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def listed(things: Sequence[str], most: int = 3) -> str:
    """`a`, `a and b`, `a, b and c`, or `a, b, c and two more`."""
    shown = list(things[:most])
    if len(things) > most:
        shown.append(f"{spelled(len(things) - most)} more")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]


def _ready(learned: Sequence[str], assumed: Sequence[str]) -> str:
    if not learned and not assumed:
        return "it needs nothing before it"
    if not assumed:
        if len(learned) == 1:
            return f"you have learned {learned[0]}, which it builds on"
        both = "both concepts" if len(learned) == 2 else f"all {spelled(len(learned))} concepts"
        return f"you have learned {both} that it builds on"
    one = len(assumed) == 1
    until = "is taken as known until its lesson is" if one else "are taken as known until their lessons are"
    taken = f"{listed(assumed)} {until} written"
    return f"you have learned {listed(learned)}; {taken}" if learned else taken


def _count(number: int, thing: str) -> str:
    return f"{spelled(number)} {thing}{'' if number == 1 else 's'}"
