"""What a lesson asks without counting it: guesses, pairs to sort, and the open lines of a proof."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agnesi import study
from agnesi.content.concept import Concept
from agnesi.exercise import grade_open, open_problem
from agnesi.exercise.lesson_parts import Open
from agnesi.web import tutor
from agnesi.web.lesson import contrasts, guesses, proofs
from agnesi.web.talk import Refused, Said

GONE = "This question is not in the lesson any more. Reload the page."


@require_POST
def guess(request: HttpRequest) -> HttpResponse:
    """Note a guess; the first one made counts.

    The reply holds the guess as made and its answer for the end of the page.
    """
    said = Said(request)
    concept, name = _named(said.text("guess"), "guesses")
    choice = guesses.key(concept, name, said.text("choice"))
    if choice is None:
        raise Refused("Choose one of the options.")
    here = tutor.Here(request)
    study.guess(here.course, here.log, here.now, id=said.key(), guess=f"{concept.id}/{name}", choice=choice)
    guessed = here.state_now.guesses
    answer = guesses.answered(concept, name, guesses.answer_text(concept, name), guessed)
    return JsonResponse(
        {
            "html": render_to_string("parts/guessed.html", {"block": guesses.shown(concept, name, guessed)}),
            "answer": render_to_string("parts/answered.html", {"block": answer}),
        }
    )


@require_POST
def contrast(request: HttpRequest) -> HttpResponse:
    """Sort one pair: told at once, with the next pair, or with what all of them share."""
    said = Said(request)
    concept, name = _named(said.text("contrast"), "contrasts")
    number, count = said.whole("pair"), len(concept.contrasts[name].pairs)
    if not 1 <= number <= count:
        raise Refused(GONE)
    told = contrasts.sort(concept, name, number, said.text("side"), said.text("heap"))
    done = number == count
    if done:
        following = render_to_string("parts/shared.html", {"block": {"text": contrasts.shared(concept, name)}})
    else:
        following = render_to_string("parts/pair.html", {"pair": contrasts.pair(concept, name, number + 1)})
    return JsonResponse(
        {"html": render_to_string("parts/sorted.html", {"pair": told}), "next": following, "done": done}
    )


@require_POST
def proof(request: HttpRequest) -> HttpResponse:
    """Judge one open line of a proof, or show it; once it stands, the lines as far as the next open one follow."""
    said = Said(request)
    concept, name = _named(said.text("proof"), "proofs")
    number, lines = said.whole("line"), concept.proofs[name].lines
    if not 0 <= number < len(lines) or not isinstance(lines[number], Open):
        raise Refused(GONE)
    if not said.yes("show"):
        graded = grade_open(concept.proofs[name], number, said.text("text"))
        if graded.verdict != "right":
            hints = open_problem(concept.proofs[name], number).hints
            why = " ".join([graded.message, *(hints if said.whole("tries", 0) else ())])
            told = {"verdict": graded.verdict, "says": _("Not yet."), "why": why, "reading": graded.reading_tex}
            return JsonResponse({"right": False, "html": render_to_string("verdict.html", told), "done": False})
    following = [proofs.told(concept, name, number), *proofs.upto_open(concept, name, number + 1)]
    html = "".join(render_to_string("parts/proof_line.html", {"line": line}) for line in following)
    return JsonResponse(
        {"right": True, "html": html, "done": not any(isinstance(line, Open) for line in lines[number + 1 :])}
    )


def _named(label: str, kind: str) -> tuple[Concept, str]:
    slug, _slash, name = label.partition("/")
    try:
        concept = tutor.course().concept(slug)
    except KeyError:
        raise Refused(GONE) from None
    if name not in getattr(concept, kind):
        raise Refused(GONE)
    return concept, name
