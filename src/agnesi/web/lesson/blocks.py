"""Each block of a lesson with what its template shows; what is not to be known yet is left out here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from agnesi.content import markdown
from agnesi.content.blocks import (
    AnswerBlock,
    AsideBlock,
    Block,
    CodeBlock,
    ContrastBlock,
    ExampleBlock,
    FigureBlock,
    GuessBlock,
    KeepBlock,
    PracticeBlock,
    ProofBlock,
    Prose,
    Statement,
    TrapBlock,
)
from agnesi.content.concept import Concept
from agnesi.web.lesson import contrasts, guesses, proofs
from agnesi.web.sheet import Sheet, lines

Shown = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """What a lesson needs of its reader: their guesses ("slug/name" to key), and the sheet of an exercise.

    `sheet(exercise, anchor, given, intro, nth)` makes the sheet for the `nth` place (from 0) of one exercise on the
    page; `everything` shows what is otherwise hidden until the reader has committed.
    """

    concept: Concept
    guessed: Mapping[str, str]
    sheet: Callable[[str, str, int, str, int], Sheet]
    everything: bool = False


def shown_blocks(place: Place) -> list[Shown]:
    """The lesson's blocks in order, each a mapping with its `template` and what that shows."""
    shown: list[Shown] = []
    seen: dict[str, int] = {}
    for number, block in enumerate(place.concept.lesson.blocks, 1):
        named = block if block.anchor else replace(block, anchor=f"b{number}")
        if isinstance(named, Prose):
            shown += _prose(named)
        elif isinstance(named, PracticeBlock):
            nth = seen.get(named.exercise, 0)
            seen[named.exercise] = nth + 1
            sheet = place.sheet(named.exercise, named.anchor, named.given, named.text, nth)
            shown.append({"template": "blocks/practice.html", "sheet": sheet})
        else:
            shown.append(_one(named, place))
    return shown


_HEADING = re.compile(r"<h2(?:\s[^>]*)?>(.*?)</h2>", re.DOTALL)


def _prose(block: Prose) -> Iterator[Shown]:
    """Prose, cut at its headings, which stand by themselves so that the line at the left finds them."""
    for number, piece in enumerate(_pieces(block.text)):
        if not piece.strip():
            continue
        if number % 2:
            anchor = re.sub(r"[^a-z0-9]+", "-", re.sub(r"<[^>]*>", "", piece).lower()).strip("-") or block.anchor
            yield {"template": "blocks/heading.html", "html": mark_safe(piece), "anchor": anchor}
        else:
            yield {"template": "blocks/prose.html", "html": mark_safe(piece)}


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(_HEADING.split(markdown.html(text)))


def _one(block: Block, place: Place) -> Shown:
    concept = place.concept
    match block:
        case GuessBlock(name=name):
            shown = {"template": "blocks/guess.html"} | guesses.shown(concept, name, place.guessed)
        case AnswerBlock(name=name, text=text):
            shown = {"template": "blocks/answer.html"} | guesses.answered(
                concept, name, text, place.guessed, place.everything
            )
        case ContrastBlock(name=name, text=text):
            shown = {"template": "blocks/contrast.html"} | contrasts.shown(concept, name, text, place.everything)
        case Statement():
            shown = {"template": "blocks/statement.html", "name": _STATEMENTS[block.kind](), "kind": block.kind}
            shown |= {"title": block.title, "text": block.text}
        case ProofBlock(name=name, text=text):
            shown = {"template": "blocks/proof.html"} | proofs.shown(concept, name, text, place.everything)
        case ExampleBlock():
            problem = concept.exercises[block.exercise].problem(block.seed)
            shown = {
                "template": "blocks/example.html",
                "ask": problem.ask,
                "lines": lines(problem.solution, problem.symbols),
                "text": block.text,
            }
        case FigureBlock():
            props = {"url": f"/course/{concept.id}/figure.js", "name": block.name}
            shown = {"template": "blocks/figure.html", "text": block.text, "predict": block.predict, "props": props}
        case CodeBlock():
            cell = {"lesson": concept.id, "code": block.code, "result": block.result}
            shown = {"template": "blocks/code.html", "code": block.code, "props": cell}
            shown |= {"predict": block.predict, "change": block.change}
        case TrapBlock():
            shown = {"template": "blocks/trap.html", "belief": block.belief, "text": block.text}
        case AsideBlock(text=text):
            shown = {"template": "blocks/aside.html", "text": text}
        case KeepBlock():
            shown = {"template": "blocks/keep.html", "sentences": concept.lesson.front.keep}
        case _:
            raise TypeError(f"no template for {type(block).__name__}")
    return {"anchor": block.anchor} | shown


_STATEMENTS = {
    "definition": lambda: _("Definition"),
    "theorem": lambda: _("Theorem"),
    "lemma": lambda: _("Lemma"),
    "corollary": lambda: _("Corollary"),
    "remark": lambda: _("Remark"),
}
