"""A guess and, later, its answer: options under values that say nothing, the truth only for those who have guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agnesi.content.blocks import AnswerBlock, GuessBlock
from agnesi.content.concept import Concept
from agnesi.exercise.answers.options import key_of, opaque

NO_IDEA = "no-idea"


def shown(concept: Concept, name: str, guessed: Mapping[str, str]) -> dict[str, Any]:
    """The guess as its template wants it; `choice` is empty until it was made."""
    guess, label = concept.guesses[name], f"{concept.id}/{name}"
    choice = guessed.get(label, "")
    return {
        "guess": label,
        "ask": guess.ask,
        "options": [(opaque(label, key), text) for key, text in guess.options.items()],
        "choice": choice,
        "chosen": guess.options.get(choice, ""),
        "anchor": _anchor(concept, name),
    }


def answered(
    concept: Concept, name: str, text: str, guessed: Mapping[str, str], everything: bool = False
) -> dict[str, Any]:
    """The answer to a guess; `shown` only where the guess was made, or everything is asked for."""
    label = f"{concept.id}/{name}"
    choice = guessed.get(label, "")
    told = {"guess": label, "guess_anchor": _anchor(concept, name), "shown": bool(choice) or everything}
    if not told["shown"]:
        return told
    guess = concept.guesses[name]
    right = choice == guess.truth
    return told | {
        "chosen": guess.options.get(choice, ""),
        "was_right": right,
        "truth": guess.options[guess.truth],
        "text": text,
    }


def key(concept: Concept, name: str, value: str) -> str | None:
    """The option that the page's `value` names, `no-idea` among them; None for none of them."""
    if value == NO_IDEA:
        return NO_IDEA
    return key_of(value, concept.guesses[name].options, f"{concept.id}/{name}")


def answer_text(concept: Concept, name: str) -> str:
    """The body of the lesson's answer to this guess."""
    return next((block.text for block in concept.lesson.of(AnswerBlock) if block.name == name), "")


def _anchor(concept: Concept, name: str) -> str:
    found = next((block.anchor for block in concept.lesson.of(GuessBlock) if block.name == name), "")
    return found or f"guess-{name}"
