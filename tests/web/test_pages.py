"""Each page answers, on an empty log and on one with answers, and says what it should."""

import json

import pytest

from web.conftest import key, problem_on


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/map",
        "/goals",
        "/goal/reckon",
        "/learn/adding",
        "/learn/powers",
        "/review",
        "/progress",
        "/settings",
        "/placement",
    ],
)
def test_each_page_answers_on_the_first_visit(visitor, address):
    page = visitor.get(address)
    assert page.status_code == 200
    assert "<h1" in page.content.decode()


def test_the_first_visit_shows_a_problem_that_can_be_solved_at_once(visitor):
    page = visitor.get("/").content.decode()
    assert "data-sheet" in page
    assert page.index("data-sheet") < page.index('id="goals"')


def test_choosing_a_goal_leads_to_its_path_and_asks_where_to_begin(visitor):
    reply = visitor.form("/goal", goal="reckon", id=key())
    assert (reply.status_code, reply["Location"]) == (302, "/goal/reckon?chosen")
    assert "Where do you begin?" in visitor.get("/goal/reckon?chosen").content.decode()
    today = visitor.get("/").content.decode()
    assert "next-step" in today
    assert "Reckon by hand" in today


def test_looking_around_first_needs_no_goal(visitor):
    assert visitor.form("/goal", goal="", id=key())["Location"] == "/"
    assert "No goal yet" in visitor.get("/").content.decode()


def test_an_unknown_goal_is_said_to_be_unknown(visitor):
    assert visitor.form("/goal", goal="nothing", id=key()).status_code == 404


def test_a_planned_concept_has_a_page_with_its_outcomes(visitor):
    page = visitor.get("/learn/powers").content.decode()
    assert "You can raise." in page
    assert "not written yet" in page


def test_a_name_that_a_concept_once_had_leads_to_the_one_it_has(visitor):
    assert visitor.get("/learn/sums")["Location"] == "/learn/adding"


def test_an_unknown_address_suggests_what_is_near(visitor):
    page = visitor.get("/learn/addin")
    assert page.status_code == 404
    assert "/learn/adding" in page.content.decode()


def test_the_map_is_there_as_data_and_as_a_list(visitor):
    data = visitor.get("/map.json").json()
    states = {one["id"]: one["state"] for one in data["concepts"]}
    assert states == {"counting": "planned", "adding": "ready", "taking-away": "ahead", "powers": "planned"}
    assert {"id", "title", "area", "level", "x", "y", "state", "written", "prerequisites"} <= data["concepts"][0].keys()
    page = visitor.get("/map").content.decode()
    assert all(f'href="/learn/{id}"' in page for id in states)


def test_a_lesson_shows_each_of_its_blocks(visitor):
    page = visitor.get("/learn/adding").content.decode()
    marks = ("data-guess", "data-contrast", "statement", "worked", "data-proof", "data-trap", "aside")
    islands = ('data-island="figure"', 'data-island="cell"')
    for piece in (*marks, *islands, "A sum is one number.", "You can say why.", "/learn/taking-away"):
        assert piece in page, piece
    assert page.count("data-sheet") == 9


def test_raw_html_in_a_lesson_is_shown_and_never_sent_as_html(visitor):
    page = visitor.get("/learn/adding").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_looking_writes_nothing(visitor):
    from agnesi import store

    for address in ("/", "/learn/adding", "/review", "/map.json", "/problem/adding/add"):
        visitor.get(address)
    assert store.open_log().events() == []


def test_a_reload_shows_the_same_problem(visitor):
    first, again = (problem_on(visitor.get("/learn/adding"), "adding/pick") for _ in range(2))
    assert first == again


def test_settings_are_kept_and_refused_where_they_are_none(visitor):
    assert visitor.form("/settings/minutes", minutes="45").status_code == 302
    assert 'value="45" checked' in visitor.get("/settings").content.decode()
    assert visitor.post("/settings/theme", {"theme": "dark"}).status_code == 200
    assert 'data-theme="dark"' in visitor.get("/settings").content.decode()
    assert visitor.post("/settings/theme", {"theme": "pink"}).status_code == 400
    assert visitor.post("/settings/colour", {"colour": "pink"}).status_code == 404


def test_the_pages_speak_german_to_whoever_likes(visitor):
    visitor.form("/settings/language", language="de")
    page = visitor.get("/settings").content.decode()
    assert '<html lang="de"' in page
    assert "Einstellungen" in page


def test_everything_can_be_taken_along(visitor):
    visitor.answer(problem_on(visitor.get("/learn/adding"), "adding/pick"), "", unknown=True)
    reply = visitor.get("/settings/everything.json")
    held = json.loads(b"".join(reply.streaming_content))
    assert "attachment" in reply["Content-Disposition"]
    assert [event["kind"] for event in held["events"]] == ["asked", "answered"]


def test_erasing_asks_for_the_word_and_then_erases(visitor):
    from agnesi import store

    visitor.answer(problem_on(visitor.get("/learn/adding"), "adding/pick"), "", unknown=True)
    assert visitor.form("/settings/erase", word="no").status_code == 400
    assert len(store.open_log().events()) == 2
    assert visitor.form("/settings/erase", word="erase").status_code == 302
    assert store.open_log().events() == []


def test_the_page_of_erasing_says_what_is_erased(visitor):
    page = visitor.get("/settings").content.decode()
    assert all(word in page for word in ("write-ahead log", "backups", "kernel files", "caches"))


def test_a_fault_of_ours_gives_a_number_and_writes_no_answer_down(visitor, monkeypatch):
    from agnesi import home
    from agnesi.web.pages import progress

    def broken(*_: object) -> None:
        raise RuntimeError("secret 123456789012")

    monkeypatch.setattr(progress.study, "progress", broken)
    page = visitor.get("/progress")
    log = (home.settings().home / "faults.log").read_text()
    number = log.split()[1]
    assert page.status_code == 500
    assert number in page.content.decode()
    assert "secret" not in page.content.decode() + log
    assert "RuntimeError" in log


def test_a_page_names_no_other_host(visitor):
    for address in ("/", "/learn/adding", "/map"):
        page = visitor.get(address).content.decode()
        bare = page.replace("http://www.w3.org/", "")
        assert "http://" not in bare
        assert "https://" not in bare
        assert "<base" not in page


def test_a_placement_asks_pauses_goes_on_and_tells_what_it_found(visitor):
    visitor.form("/goal", goal="reckon", id=key())
    assert visitor.form("/placement/begin", level="2", id=key())["Location"] == "/placement"
    page = visitor.get("/placement")
    assert "Question 1 of at most" in page.content.decode()
    name = page.content.decode().split('data-problem="')[1].split('"')[0]
    placement = page.content.decode().split('data-placement="')[1].split('"')[0]
    reply = visitor.answer(name, "", unknown=True, placement=placement).json()
    assert (reply["done"], reply["credit"]) == (True, 0.0)
    assert "Right" not in reply["html"]
    assert "Not yet" not in reply["html"]
    assert visitor.form("/placement/pause").status_code == 302
    assert "You paused here" in visitor.get("/placement").content.decode()
    visitor.form("/placement/resume")
    assert visitor.form("/placement/end").status_code == 302
    assert "What was found" in visitor.get("/placement").content.decode()
    assert visitor.form("/placement/challenge", concept="nothing").status_code == 409
    assert visitor.form("/placement/nothing").status_code == 404
