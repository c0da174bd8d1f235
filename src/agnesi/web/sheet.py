"""A problem as its sheet shows it: the question, the box, what was seen of it already; never anything of the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agnesi import maths
from agnesi.content.concept import Concept
from agnesi.exercise.answer import Field
from agnesi.exercise.problem import Exercise, Problem, Step
from agnesi.maths import ReadingError

READ_KINDS = ("maths", "point", "grid", "tool")
"""The boxes under which "I read this as ..." stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a solution or a proof: LaTeX, and its reason as Markdown; a line in words has no LaTeX."""

    tex: str
    because: str


@dataclass(frozen=True, slots=True)
class Box:
    """An answer's box as its template wants it."""

    kind: str
    options: tuple[tuple[str, str], ...] = ()
    shape: tuple[int, int] | None = None
    starter: str = ""
    placeholder: str = ""
    then: Box | None = None
    starter_tex: str = ""

    @property
    def template(self) -> str:
        """The template of this kind of box."""
        return f"fields/{self.kind}.html"

    @property
    def cells(self) -> list[tuple[int, int]]:
        """(row, column) of each box of a grid, from 1, row by row."""
        rows, columns = self.shape or (0, 0)
        return [(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that `sheet.html` shows. `problem` is `slug/name@edition:seed`; `where` says which page it is on."""

    problem: str
    id: str
    ask: str
    field: Box
    given: str = ""
    name: str = ""
    length: str = ""
    intro: str = ""
    given_lines: tuple[Line, ...] = ()
    hints: bool = False
    problem_id: str = ""
    anchor: str = ""
    stop: str = ""
    where: str = ""
    to: str = ""
    placement: str = ""
    hints_seen: str = ""

    @property
    def field_template(self) -> str:
        """The template of the box."""
        return self.field.template

    @property
    def echoes(self) -> bool:
        """Whether the reading of what is typed is shown under the box."""
        return self.field.kind in READ_KINDS

    @property
    def missing(self) -> str:
        """What is said when the box is checked while empty."""
        match self.field.kind:
            case "choice":
                return _("Choose one first.")
            case "grid":
                return _("Fill every box first.")
            case "tool":
                return _("Choose first, then answer.")
            case _:
                return _("Type your answer first.")


def sheet(
    concept: Concept,
    exercise: Exercise,
    seed: int,
    *,
    given: int = 0,
    hints_shown: int = 0,
    problem_id: str = "",
    anchor: str = "",
    where: str = "",
    intro: str = "",
    name: str = "",
    placement: str = "",
    to: str = "",
) -> Sheet:
    """The sheet of the problem `seed`, with the first `given` lines of its solution and the hints shown before."""
    problem = exercise.problem(seed)
    return Sheet(
        problem=exercise.label(seed),
        id=f"box-{concept.id}-{exercise.name}-{seed}-{given}",
        ask=problem.ask,
        field=box(problem.answer.field, problem.symbols),
        given=problem.given,
        name=name or kind_name(exercise.kind),
        length=about(exercise.seconds),
        intro=intro,
        given_lines=lines(problem.solution[:given], problem.symbols),
        hints=len(problem.hints) > hints_shown and not placement,
        problem_id=problem_id,
        anchor=anchor,
        stop=kind_name(exercise.kind),
        where=where,
        to=to,
        placement=placement,
        hints_seen="".join(hint_html(problem, number) for number in range(1, hints_shown + 1)),
    )


def box(wanted: Field, symbols: Mapping[str, str]) -> Box:
    """A box for the field that an answer wants; `symbols` are the letters of its problem."""
    then = box(wanted.then, symbols) if wanted.then else None
    start = shown(wanted.starter, symbols) if wanted.kind == "derivation" else ""
    return Box(wanted.kind, wanted.options, wanted.shape, wanted.starter, wanted.placeholder, then, start)


def lines(steps: Sequence[Step], symbols: Mapping[str, str]) -> tuple[Line, ...]:
    """The steps of a solution as lines to show, read with the letters of their problem."""
    return tuple(Line(step.show or shown(step.line, symbols), step.because) for step in steps)


def shown(line: str, symbols: Mapping[str, str]) -> str:
    """A typed line as LaTeX, a dot between vectors staying a dot; one that cannot be read stands as text."""
    if not line.strip():
        return ""
    continued = line.lstrip().startswith("=")
    text = line.lstrip()[1:] if continued else line
    for letters in (symbols, None):
        try:
            tex = maths.show(maths.read(text, letters), "latex")
        except ReadingError:
            continue
        return f"= {tex}" if continued else tex
    return r"\text{" + escape(line) + "}"


def hint_html(problem: Problem, number: int) -> str:
    """Hint `number`, from 1, as HTML."""
    return render_to_string("hint.html", {"number": number, "hint": problem.hints[number - 1]})


def kind_name(kind: str) -> str:
    """What a kind of exercise is called above its sheet."""
    return {
        "concept": _("Think"),
        "procedure": _("Work it out"),
        "construct": _("Build one"),
        "derivation": _("Derive"),
        "code": _("Write the code"),
        "transfer": _("Use it"),
        "recall": _("From memory"),
    }.get(kind, _("Practice"))


def about(seconds: int) -> str:
    """How long a problem takes, in words."""
    if seconds < 75:
        return _("about a minute") if seconds >= 45 else _("under a minute")
    minutes = round(seconds / 60)
    return ngettext("about %(n)d minute", "about %(n)d minutes", minutes) % {"n": minutes}
