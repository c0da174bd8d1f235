"""A cell that prints something else than the page says is the quickest way to lose a reader's trust."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.blocks import CodeBlock
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "Each code cell prints what the lesson says, and so does the change it asks for; 15 lines at most."

LONGEST = 15
ALLOWED = ("numpy", "matplotlib", "math", "sklearn")
"""What a cell may import; scikit-learn for its data sets."""


def faults(subject: Subject) -> Iterator[Fault]:
    """Cells too long, cells that raise, and the first line of each cell that is not what was said."""
    cells = list(subject.lesson.of(CodeBlock))
    if not cells:
        return
    subject.bench.fresh()
    for cell in cells:
        for sentence in (_length(cell), _imports(cell), _said(cell), _printed(subject, cell), _changed(subject, cell)):
            if sentence:
                yield subject.fault(sentence, line=cell.line)
                break


def _length(cell: CodeBlock) -> str:
    lines = [line for line in cell.code.splitlines() if line.strip()]
    return f"the cell has {len(lines)} lines; {LONGEST} is the most" if len(lines) > LONGEST else ""


def _imports(cell: CodeBlock) -> str:
    for line in cell.code.splitlines():
        words = line.split()
        if words[:1] in (["import"], ["from"]) and len(words) > 1 and words[1].split(".")[0] not in ALLOWED:
            return f"the cell imports {words[1]}; cells use {', '.join(ALLOWED)}"
    return ""


def _said(cell: CodeBlock) -> str:
    draws = "plt." in cell.code
    return "" if cell.expected or draws else "the cell does not say what it prints: add lines `# -> ...`"


def _printed(subject: Subject, cell: CodeBlock) -> str:
    printed = subject.bench.cell(cell.code)
    return f"the cell stops with {printed.error}" if printed.error else _differs(printed.lines, cell.expected)


def _differs(printed: tuple[str, ...], expected: tuple[str, ...]) -> str:
    printed, expected = tuple(map(str.strip, printed)), tuple(map(str.strip, expected))
    for at, (prints, says) in enumerate(zip(printed, expected, strict=False), 1):
        if prints != says:
            return f"the cell prints {prints!r} as line {at}, and the lesson says {says!r}"
    if len(printed) != len(expected):
        return f"the cell prints {len(printed)} lines, and the lesson says {len(expected)}"
    return ""


def _changed(subject: Subject, cell: CodeBlock) -> str:
    """What is wrong with the change that a cell asks for, tried where the cells before it have run."""
    if not cell.change:
        return "the cell has a result and no change" if cell.result or cell.by else ""
    if not cell.result:
        return "the change has no result: say :result: and what it then prints"
    old, arrow, new = (part.strip() for part in cell.by.partition("=>"))
    if not arrow or not old:
        return "the change is not shown to be possible: say :by: old => new"
    if cell.code.count(old) < 1:
        return f":by: changes {old!r}, which is not in the cell"
    printed = subject.bench.cell(cell.code.replace(old, new, 1))
    again = subject.bench.cell(cell.code)  # leave the names as the cells below expect them
    if printed.error or again.error:
        return f"the changed cell stops with {printed.error or again.error}"
    if cell.result not in map(str.strip, printed.lines):
        return f"changed, the cell prints {' / '.join(printed.lines)}, and the lesson says {cell.result!r}"
    return ""
