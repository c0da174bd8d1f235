"""Practice over HTTP: reading, answering, second tries, hints, solutions, appeals, and the same key sent twice."""

import re

import pytest

from agnesi import store
from agnesi.content.course import Course
from web.conftest import key, problem_on


def lesson_problem(visitor, exercise):
    return problem_on(visitor.get("/learn/adding"), exercise)


def right_answer(problem):
    from web.conftest import COURSE

    name, _at, seed = problem.partition("@")
    slug, _slash, exercise = name.partition("/")
    return Course.load(COURSE).concept(slug).exercises[exercise].problem(int(seed.partition(":")[2])).answer.typed()


def option(visitor, exercise, text):
    """The opaque value under which the page shows the option `text`."""
    page = visitor.get("/learn/adding").content.decode()
    sheet = page.split(f'data-problem="{exercise}@', 1)[1].split("</section>", 1)[0]
    return re.search(rf'value="(o[0-9a-f]+)"[^>]*><span class="prose">{text}', sheet)[1]


def test_what_is_typed_is_read_back_before_it_counts(visitor):
    problem = lesson_problem(visitor, "adding/add")
    read = visitor.post("/read", {"problem": problem, "text": "3/4"}).json()
    assert "katex" in read["html"]
    assert store.open_log().events() == []


def test_what_cannot_be_read_is_told_with_its_place(visitor):
    problem = lesson_problem(visitor, "adding/add")
    read = visitor.post("/read", {"problem": problem, "text": "2*(3+4"}).json()
    assert read["error"]
    assert 0 <= read["start"] <= read["end"] <= 6
    assert "suggestion" in read


def test_a_right_answer_is_told_kept_and_ticks_its_outcome(visitor):
    problem = lesson_problem(visitor, "adding/add")
    reply = visitor.answer(problem, right_answer(problem)).json()
    assert (reply["verdict"], reply["done"], reply["outcomes"]) == ("right", True, [1])
    assert "Right." in reply["html"]
    assert [event.kind for event in store.open_log().events()] == ["asked", "answered"]
    assert "proved" in visitor.get("/learn/adding").content.decode()


def test_a_named_mistake_is_told_back_without_the_answer(visitor):
    problem = lesson_problem(visitor, "adding/add")
    a, b = re.findall(
        r"\d{12}",
        Course.load(store.open_log() and _course()).concept("adding").exercises["add"].problem(_seed(problem)).ask,
    )
    reply = visitor.answer(problem, str(int(a) - int(b))).json()
    assert reply["verdict"] == "wrong"
    assert "You took away" in reply["html"]
    assert right_answer(problem) not in reply["html"]
    assert reply["solution_allowed"] is False


def test_the_solution_comes_after_a_second_try_and_not_before(visitor):
    problem, begun = lesson_problem(visitor, "adding/add"), key()
    asked = {"problem": problem, "problem_id": begun}
    visitor.answer(problem, "1", problem_id=begun)
    early = visitor.post("/solution", asked | {"id": key()})
    assert early.status_code == 400
    assert "second time" in early.json()["sorry"]
    assert visitor.answer(problem, "2", problem_id=begun).json()["solution_allowed"]
    seen = visitor.post("/solution", asked | {"id": key()}).json()
    assert "carry-canary" in seen["html"]


def test_hints_come_one_by_one(visitor):
    problem, begun = lesson_problem(visitor, "adding/add"), key()
    asked = {"problem": problem, "problem_id": begun}
    first = visitor.post("/hint", asked | {"id": key(), "hint": 1}).json()
    second = visitor.post("/hint", asked | {"id": key(), "hint": 2}).json()
    assert ("Digit by digit" in first["html"], first["more"]) == (True, True)
    assert ("Carry." in second["html"], second["more"]) == (True, False)
    assert "Digit by digit" in visitor.get("/learn/adding").content.decode()


def test_not_knowing_is_not_wrong_and_is_kept(visitor):
    problem = lesson_problem(visitor, "adding/pick")
    reply = visitor.answer(problem, "", unknown=True).json()
    assert reply["verdict"] == "unknown"
    assert "appeal" not in reply["html"]
    assert store.open_log().events(["answered"])[0].body["verdict"] == "unknown"


def test_the_same_key_sent_twice_counts_once_and_gets_the_same_reply(visitor):
    problem, id, begun = lesson_problem(visitor, "adding/pick"), key(), key()
    value = option(visitor, "adding/pick", "Never")
    first = visitor.answer(problem, value, id=id, problem_id=begun).json()
    again = visitor.answer(problem, value, id=id, problem_id=begun).json()
    assert len(store.open_log().events(["answered"])) == 1
    assert (first["verdict"], first["html"]) == (again["verdict"], again["html"])


def test_choices_are_sent_under_values_that_say_nothing(visitor):
    page = visitor.get("/learn/adding").content.decode()
    assert "key-canary" not in page
    value = option(visitor, "adding/pick", "Never")
    assert visitor.answer(lesson_problem(visitor, "adding/pick"), value).json()["verdict"] == "right"


def test_an_appeal_sets_the_answer_aside_and_gives_a_text_to_send(visitor):
    problem = lesson_problem(visitor, "adding/pick")
    html = visitor.answer(problem, option(visitor, "adding/pick", "Always")).json()["html"]
    answer = re.search(r'data-answer="([^"]+)"', html)[1]
    reply = visitor.post("/appeal", {"id": key(), "answer": answer}).json()
    assert "adding/pick" in reply["text"]
    assert "does not count" in reply["html"]
    assert visitor.post("/appeal", {"id": key(), "answer": key()}).status_code == 404


def test_a_fresh_problem_follows_without_a_reload(visitor):
    problem = lesson_problem(visitor, "adding/add")
    visitor.answer(problem, right_answer(problem))
    page = visitor.get("/problem/adding/add")
    assert page.status_code == 200
    assert problem_on(page, "adding/add") != problem
    assert "<html" not in page.content.decode()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '"x"',
        '{"problem": 7}',
        '{"problem": "adding/add@1:-1", "text": "1"}',
        '{"problem": "x/y@1:1", "text": "1"}',
    ],
)
@pytest.mark.parametrize(
    "address", ["/answer", "/hint", "/solution", "/read", "/guess", "/contrast", "/proof", "/appeal"]
)
def test_what_cannot_be_used_is_refused_in_a_sentence(visitor, address, body):
    visitor.get("/settings")
    from django.conf import settings

    headers = {"origin": visitor.origin, "sec-fetch-site": "same-origin", "accept": "application/json"}
    headers["x-csrftoken"] = visitor.client.cookies[settings.CSRF_COOKIE_NAME].value
    reply = visitor.client.post(address, body, content_type="application/json", headers=headers)
    if address == "/read" and ":-1" in body:
        return
    assert 400 <= reply.status_code < 500
    assert reply.json()["sorry"].endswith(".")
    assert store.open_log().events() == []


def test_a_worked_example_is_never_answered(visitor):
    assert visitor.answer("adding/add@1:-1", "1").status_code == 400


def test_a_problem_of_an_older_edition_is_replaced_and_not_counted(visitor):
    reply = visitor.answer("adding/add@9:5", "1")
    assert reply.status_code == 409
    assert "nothing was counted" in reply.json()["sorry"]


def test_an_answer_too_long_to_be_one_is_refused(visitor):
    assert visitor.answer(lesson_problem(visitor, "adding/add"), "1" * 30_000).status_code == 400


def test_a_disk_that_takes_no_more_is_said_and_nothing_is_acknowledged(visitor, monkeypatch):
    from agnesi.store.log import DatabaseLog

    def full(*_args: object) -> None:
        raise store.NotSavedError("The disk is full: make room, then send the answer again.")

    monkeypatch.setattr(DatabaseLog, "append", full)
    reply = visitor.answer(lesson_problem(visitor, "adding/pick"), "", unknown=True)
    assert reply.status_code == 503
    assert "make room" in reply.json()["sorry"]


def _seed(problem):
    return int(problem.rpartition(":")[2])


def _course():
    from web.conftest import COURSE

    return COURSE
