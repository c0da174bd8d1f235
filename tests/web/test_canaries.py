"""Crawl before answering: no page, no reply and no script holds an answer."""

from agnesi.content.course import Course
from web.conftest import COURSE, key, problem_on

EXERCISES = ("adding/add", "adding/grid", "adding/tool", "taking-away/take")
WORDS = ("key-canary", "order-canary", "Guess-canary", "Because-canary", "Shared-canary")


def answer_of(problem):
    name, _at, seed = problem.partition("@")
    slug, _slash, exercise = name.partition("/")
    return Course.load(COURSE).concept(slug).exercises[exercise].problem(int(seed.rpartition(":")[2])).answer.typed()


def test_no_page_holds_an_answer_before_it_is_given(visitor):
    addresses = [
        "/",
        "/map",
        "/map.json",
        "/goals",
        "/goal/reckon",
        "/review",
        "/progress",
        "/placement",
        "/learn/adding",
        "/learn/taking-away",
    ]
    addresses += [f"/problem/{exercise}" for exercise in EXERCISES]
    seen = "".join(visitor.get(address).content.decode() for address in addresses)
    for exercise in EXERCISES:
        problem = problem_on(visitor.get(f"/problem/{exercise}"), exercise)
        canary = max(
            (piece for piece in answer_of(problem).replace("[", " ").replace(",", " ").split() if piece.isdigit()),
            key=len,
        )
        assert len(canary) >= 11
        assert canary not in seen, exercise
    for word in WORDS:
        assert word not in seen, word


def test_neither_reading_nor_hints_nor_a_wrong_answer_hold_it(visitor):
    for exercise in ("adding/add", "taking-away/take"):
        problem, begun = problem_on(visitor.get(f"/problem/{exercise}"), exercise), key()
        replies = [
            visitor.post("/read", {"problem": problem, "text": "1"}),
            visitor.post("/hint", {"id": key(), "problem": problem, "problem_id": begun, "hint": 1}),
            visitor.answer(problem, "1", problem_id=begun),
            visitor.post("/solution", {"id": key(), "problem": problem, "problem_id": begun}),
        ]
        assert all(answer_of(problem) not in reply.content.decode() for reply in replies)


def test_nothing_tells_the_right_option_from_the_others(visitor):
    page = visitor.get("/learn/adding").content.decode()
    sheet = page.split('data-problem="adding/pick@', 1)[1].split("</section>", 1)[0]
    labels = [piece.split("</label>", 1)[0] for piece in sheet.split('<label class="choice">')[1:]]
    bare = {label.replace("Never", "_").replace("Always", "_").split('value="')[0] for label in labels}
    assert len(labels) == 2
    assert len(bare) == 1
