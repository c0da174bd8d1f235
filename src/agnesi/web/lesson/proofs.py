"""A proof with lines left to the learner.

Shown as far as the first open line, then line by line as they are supplied.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agnesi.content.concept import Concept
from agnesi.exercise import open_problem
from agnesi.exercise.lesson_parts import Open, Proof
from agnesi.web.sheet import Line
from agnesi.web.sheet import shown as tex_of


def shown(concept: Concept, name: str, text: str, everything: bool = False) -> dict[str, Any]:
    """The proof as its template wants it."""
    proof = concept.proofs[name]
    count = len(proof.open)
    return {
        "proof": f"{concept.id}/{name}",
        "claim": proof.claim,
        "text": text,
        "open_count": ngettext("one line is yours", "%(n)d lines are yours", count) % {"n": count}
        if count
        else _("read along"),
        "lines": [_told(proof, line) for line in proof.lines] if everything else upto_open(concept, name, 0),
    }


def upto_open(concept: Concept, name: str, start: int) -> list[Any]:
    """The lines from `start`, from 0, as far as the next open one, which stands as a form."""
    proof = concept.proofs[name]
    shown_lines: list[Any] = []
    for number in range(start, len(proof.lines)):
        line = proof.lines[number]
        if isinstance(line, Open):
            return [*shown_lines, _form(concept, proof, number, line)]
        shown_lines.append(_told(proof, line))
    return shown_lines


def told(concept: Concept, name: str, number: int) -> Line:
    """Line `number` as it stands once supplied."""
    proof = concept.proofs[name]
    return _told(proof, proof.lines[number])


def _told(proof: Proof, line: Any) -> Line:
    return Line(line.show or tex_of(line.line, proof.symbols), line.because)


def _form(concept: Concept, proof: Proof, number: int, line: Open) -> dict[str, Any]:
    options = open_problem(proof, number).answer.field.options if line.instead else ()
    return {
        "open": True,
        "number": number,
        "id": f"proof-{concept.id}-{proof.name}-{number}",
        "tex": (line.show or tex_of(line.line, proof.symbols)) if line.instead else "",
        "because": "" if line.instead else line.because,
        "options": options,
    }
