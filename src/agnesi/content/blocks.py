"""The pieces a lesson is made of, in the order they stand; `web` has one small template for each, `export` one writer.

Every `text` is Markdown as the author wrote it; `content.markdown.html(text)` makes HTML of it, formulas rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a lesson. `line` is where it starts in lesson.md, from 1; `anchor` is its address within the page."""

    line: int = field(default=0, kw_only=True)
    anchor: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """Plain Markdown between blocks; headings, lists, tables, formulas and links to concepts (`[text](slug)`)."""

    text: str


@dataclass(frozen=True, slots=True)
class GuessBlock(Block):
    """`:::{guess} name` - a question answered before it can be known; recorded, never graded."""

    name: str


@dataclass(frozen=True, slots=True)
class AnswerBlock(Block):
    """`:::{answer} name` - the result of a guess beside the learner's own; the body says why."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ContrastBlock(Block):
    """`:::{contrast} name` - pairs to sort before the definition; the body, shown after, says what they share."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement(Block):
    """`:::{definition} Title`, `:::{theorem} Title` - boxed, linkable. `label` makes it a target: `[text](#label)`."""

    kind: str
    title: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class ProofBlock(Block):
    """`:::{proof} name` - a proof declared in exercises.py, its open lines the learner's; the body introduces it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ExampleBlock(Block):
    """`:::{example} exercise` with `:seed: -1` - a worked example: that problem with its full solution."""

    exercise: str
    seed: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class PracticeBlock(Block):
    """`:::{practice} exercise` - a problem to do here; with `:given: n` the first n lines of its solution stand."""

    exercise: str
    given: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class FigureBlock(Block):
    """`:::{figure} name` - a figure of figure.js, with `:predict:` a question first; the body is caption and task."""

    name: str
    predict: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock(Block):
    """A ```` ```{python} ```` cell. `expected` are the lines it prints, from `# ->` comments, which `code` leaves out.

    `predict` is a question asked first; `change` a task: change one thing so that a stated result appears, `result`
    what it then prints, `by` one change that does it, `old => new`, which is for the check and not for the page.
    """

    code: str
    expected: tuple[str, ...] = ()
    predict: str = ""
    change: str = ""
    result: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class TrapBlock(Block):
    """`:::{trap} the belief, in the reader's words` - the reader commits (true / not true), then the body is shown."""

    belief: str
    text: str


@dataclass(frozen=True, slots=True)
class AsideBlock(Block):
    """`:::{aside}` - a margin note."""

    text: str


@dataclass(frozen=True, slots=True)
class KeepBlock(Block):
    """`:::{keep}` - where the Keep sentences of the front matter stand; at the end where it is not placed."""
