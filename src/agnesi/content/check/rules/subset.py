"""Page, reader and book take the same formulas only as long as all keep to one subset of LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi.content import markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import all_texts
from agnesi.content.subset import COMMANDS, ENVIRONMENTS

RULE = "Formulas keep to the commands of docs/formulas.md."

_COMMAND = re.compile(r"\\([a-zA-Z]+|.)", re.DOTALL)
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\s*\{([^}]*)\}")


def faults(subject: Subject) -> Iterator[Fault]:
    """Each command and environment outside, at the first place where it stands."""
    seen: set[str] = set()
    for text in all_texts(subject):
        for tex, _ in markdown.maths(text.markdown):
            for name in outside(tex):
                if name not in seen:
                    seen.add(name)
                    yield text.fault(subject, f"{name} in {tex[:60]} is not in the subset of docs/formulas.md")


def outside(tex: str) -> list[str]:
    """The commands and environments of a formula that are not in the subset."""
    commands = [f"\\{name}" for name in _COMMAND.findall(tex) if name not in COMMANDS]
    return commands + [name for name in _ENVIRONMENT.findall(tex) if name not in ENVIRONMENTS]
