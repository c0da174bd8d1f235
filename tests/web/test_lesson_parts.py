"""Guesses, pairs to sort and proofs: told only to whoever has committed."""

import re

from agnesi import store
from web.conftest import key


def lesson(visitor):
    return visitor.get("/learn/adding").content.decode()


def test_the_answer_to_a_guess_is_not_in_the_page_before_the_guess(visitor):
    page = lesson(visitor)
    assert "Guess-canary" not in page
    value = re.search(r'value="(o[0-9a-f]+)"[^>]*><span class="prose">Just one', page)[1]
    reply = visitor.post("/guess", {"id": key(), "guess": "adding/heaps", "choice": value}).json()
    assert "Just one" in reply["html"]
    assert "Guess-canary" in reply["answer"]
    assert "Guess-canary" in lesson(visitor)
    assert store.open_log().events(["guessed"])[0].body["choice"] == "one"


def test_no_idea_is_a_guess(visitor):
    reply = visitor.post("/guess", {"id": key(), "guess": "adding/heaps", "choice": "no-idea"})
    assert "Just one" in reply.json()["answer"]


def test_the_first_guess_stands(visitor):
    visitor.post("/guess", {"id": key(), "guess": "adding/heaps", "choice": "no-idea"})
    visitor.post("/guess", {"id": key(), "guess": "adding/heaps", "choice": "one"})
    assert store.open_log().state().guesses["adding/heaps"] == "no-idea"


def test_pairs_are_sorted_one_after_the_other_and_then_told(visitor):
    page = lesson(visitor)
    assert "Because-canary" not in page
    assert "Shared-canary" not in page
    first = sort(visitor, page, 1)
    assert ("Because-canary one" in first["html"], first["done"]) == (True, False)
    assert "Because-canary two" not in first["html"] + first["next"]
    second = sort(visitor, first["next"], 2)
    assert second["done"]
    assert "Shared-canary" in second["next"]


def test_the_sides_tell_right_from_wrong_only_after_sorting(visitor):
    replies = [sort(visitor, lesson(visitor), 1, side=side)["html"] for side in (0, 1)]
    assert sorted("Right." in html for html in replies) == [False, True]


def sort(visitor, html, number, side=0):
    """Put one side of a pair on the first heap."""
    pair = html.split(f'data-pair="{number}"', 1)[1]
    side_value = re.findall(r'data-side="([^"]+)"', pair)[side]
    heap = re.search(r'data-heap="([^"]+)"', pair)[1]
    body = {"contrast": "adding/one-or-two", "pair": number, "side": side_value, "heap": heap}
    return visitor.post("/contrast", body).json()


def test_a_proof_stops_at_its_first_open_line(visitor):
    page = lesson(visitor)
    assert "multiply out" in page
    assert "order-canary" not in page


def test_a_line_of_a_proof_is_judged_by_meaning_and_opens_what_follows(visitor):
    body = {"proof": "adding/swap", "line": 1, "tries": 0}
    wrong = visitor.post("/proof", body | {"text": "2*a + b"}).json()
    right = visitor.post("/proof", body | {"text": "2b + 2a"}).json()
    assert wrong["right"] is False
    assert right["right"] is True
    assert "order-canary" in right["html"]
    assert right["done"] is False


def test_a_reason_is_chosen_among_others(visitor):
    shown = visitor.post("/proof", {"proof": "adding/swap", "line": 1, "text": "", "show": True}).json()["html"]
    value = re.search(r'value="(o[0-9a-f]+)"[^>]*><span class="prose">order-canary', shown)[1]
    reply = visitor.post("/proof", {"proof": "adding/swap", "line": 2, "text": value}).json()
    assert (reply["right"], reply["done"]) == (True, True)


def test_everything_is_shown_to_whoever_reads_without_answering(visitor):
    page = visitor.get("/learn/adding?all").content.decode()
    assert all(word in page for word in ("Guess-canary", "Because-canary two", "Shared-canary", "order-canary"))
