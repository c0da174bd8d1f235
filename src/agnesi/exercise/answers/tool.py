"""First the tool, then its result: for questions where knowing what to use is half of the work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from agnesi.exercise.answer import Answer, Field, Judged, Reading, seeded
from agnesi.exercise.answers.base import RIGHT, UNDECIDED, in_part, wrong
from agnesi.exercise.answers.options import key_of, markdown_tex, mixed
from agnesi.maths import ReadingError

_NOTHING = Reading(None)


@dataclass(frozen=True, slots=True)
class ToolReading(Reading):
    """What was understood of both boxes: `value` is that of the second."""

    tool: str = ""
    rest: Reading = _NOTHING


@dataclass(frozen=True, slots=True)
class WithTool:
    """One of `tools` (key to Markdown) is to be chosen, then `then` answered by it.

    The text is the tool, a line break, the answer.
    """

    tools: Mapping[str, str]
    right: str
    then: Answer
    label: str = ""

    def __post_init__(self) -> None:
        if self.right not in self.tools:
            raise ValueError(f"the right tool {self.right!r} is none of {', '.join(self.tools)}")

    @property
    def field(self) -> Field:
        """The tools, and under them the box of what follows."""
        return Field("tool", options=mixed(self.tools, self.label), then=self.then.field)

    def read(self, text: str, symbols: Mapping[str, str]) -> ToolReading:
        """The tool and what follows it. Raises ReadingError where no tool is chosen or the rest cannot be read."""
        tool, rest, start = split(text)
        key = key_of(tool, self.tools, self.label)
        if key is None:
            raise ReadingError("Choose first what you would use.", 0, start)
        if not rest.strip():
            raise ReadingError("Now use it: type your answer.", len(text), len(text))
        reading = _shifted(self.then, rest, symbols, start)
        shown = rf"{markdown_tex(self.tools[key])}\colon\; {reading.tex}"
        return ToolReading(reading.value, shown, reading.notes, reading.node, tool=key, rest=reading)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Right where both are; half for one of them."""
        assert isinstance(reading, ToolReading)
        judged = self.then.judge(reading.rest, symbols, seed)
        if judged.verdict.outcome == "undecided":
            return replace(judged, message=UNDECIDED)
        if reading.tool == self.right:
            return judged if judged.verdict else replace(judged, message=f"The right tool. {judged.message}".strip())
        if judged.verdict:
            return in_part("The answer is right, but what you chose is not what gives it.")
        return wrong("Look again at what the question asks for, before you calculate.")

    def typed(self) -> str:
        """The tool's key, a line break, the answer."""
        return f"{self.right}\n{self.then.typed()}"

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The tool and the answer."""
        return rf"{markdown_tex(self.tools[self.right])}\colon\; {self.then.tex(symbols)}"

    def seeded(self, label: str) -> WithTool:
        """The same tools, mixed for the problem `label`."""
        return replace(self, label=label, then=seeded(self.then, label))


@dataclass(frozen=True, slots=True)
class Used:
    """A wrong road in a WithTool: the tool `key`, whatever came of it, or just the answer `then` where it is given.

    `sample` is typed for it where anything may have come of it; it must be readable as what the question asks for.
    """

    key: str
    then: Answer | None = None
    sample: str = "0"
    label: str = ""

    @property
    def field(self) -> Field:
        """The box of the question it belongs to."""
        return Field("tool")

    def read(self, text: str, symbols: Mapping[str, str]) -> ToolReading:
        """The tool, "" where it is another, and what follows it. Raises ReadingError where that cannot be read."""
        tool, rest, start = split(text)
        named = key_of(tool, {self.key: ""}, self.label) or ""
        return ToolReading(None, tool=named, rest=_shifted(self.then, rest, symbols, start) if self.then else _NOTHING)

    def judge(self, reading: Reading, symbols: Mapping[str, str], seed: str) -> Judged:
        """Whether tool and answer are these, as far as they are named."""
        assert isinstance(reading, ToolReading)
        if reading.tool != self.key:
            return wrong()
        return self.then.judge(reading.rest, symbols, seed) if self.then else RIGHT

    def typed(self) -> str:
        """The tool, a line break, the answer, or the sample where any will do."""
        return f"{self.key}\n{self.then.typed() if self.then else self.sample}"

    def tex(self, symbols: Mapping[str, str] | None = None) -> str:
        """The tool and the answer."""
        return rf"{markdown_tex(self.key)}\colon\; {self.then.tex(symbols) if self.then else ''}"

    def seeded(self, label: str) -> Used:
        """The same in the problem `label`."""
        return replace(self, label=label, then=self.then and seeded(self.then, label))


def split(text: str) -> tuple[str, str, int]:
    """The tool, the rest, and where the rest begins."""
    tool, _, rest = text.partition("\n")
    return tool, rest, len(text) - len(rest)


def _shifted(answer: Answer, rest: str, symbols: Mapping[str, str], start: int) -> Reading:
    try:
        return answer.read(rest, symbols)
    except ReadingError as error:
        raise ReadingError(error.message, error.start + start, error.end + start, "") from None
