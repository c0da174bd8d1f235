import random
import time
from dataclasses import replace

from agnesi.learner import mastery, memory
from agnesi.learner.fold import fold, refold
from agnesi.learner.state import State
from learner.logs import FIRST, Writer

DAY = FIRST.toordinal()


def one_by_one(events):
    state = State()
    for event in events:
        state = fold(state, event)
    return state


def busy_log(size, seed=1, concepts=30):
    chance, log, day = random.Random(seed), Writer(), 0
    while len(log.events) < size:
        day += chance.random() < 0.1
        concept = f"c{chance.randrange(concepts)}"
        used = chance.sample(range(concepts), 2)
        uses = {f"c{used[0]}": 0.5, f"c{used[1]}": 0.3}
        kind = chance.choice(["concept", "procedure", "transfer"])
        log.answer(concept, chance.random() < 0.8, day, name=kind, kind=kind, weights=uses, ms=chance.randrange(90_000))
    return log


def test_folding_one_by_one_and_refolding_agree_byte_for_byte():
    events = busy_log(400).events
    assert one_by_one(events).to_json() == refold(events).to_json()


def test_a_state_survives_being_kept():
    log = busy_log(60)
    log.add("placed", 9, id="p", step="begun", goal=["c1", "c2"], level=2, seed=7)
    log.answer("c1", True, 9, placement="p")
    log.add("guessed", 9, guess="c1/which", choice="a")
    state = refold(log.events)
    assert State.from_json(state.to_json()) == state


def test_an_answer_counts_for_mastery_and_begins_a_memory():
    log = Writer()
    log.answer()
    state = refold(log.events)
    standing = state["dot-product"]
    assert standing.right == 1
    assert standing.stability > 1
    assert standing.reviewed == DAY
    assert state.practice("dot-product/compute").asked == 1
    assert memory.recall(standing, DAY) == 1
    assert mastery.p_correct(standing, state.ability) > mastery.p_correct(State()["dot-product"], 0.0)


def test_unreadable_and_undecided_and_unknown_answers_count_for_nothing():
    for verdict in ("unreadable", "undecided", "unavailable", "form", "unknown"):
        log = Writer()
        log.answer(verdict=verdict)
        assert refold(log.events)["dot-product"] == State()["dot-product"]


def test_after_the_solution_an_answer_weighs_nothing():
    log = Writer()
    log.answer(solved=True)
    standing = refold(log.events)["dot-product"]
    assert standing.right == 0
    assert standing.stability is None


def test_only_one_review_a_day_is_graded():
    log = Writer()
    log.answer(day=0)
    log.answer(day=5)
    once = refold(log.events)["dot-product"]
    log.answer(day=5, name="other")
    log.answer(day=5, right=False, name="third")
    assert refold(log.events)["dot-product"].stability == once.stability


def test_a_retracted_answer_leaves_no_trace_but_its_day():
    log = Writer()
    log.answer("a")
    before = refold(log.events)
    wrong = log.answer("a", right=False, name="other")
    log.add("retracted", event=wrong.id)
    after = refold(log.events)
    assert after["a"] == before["a"]
    folded = one_by_one(log.events)
    assert folded.stale
    log.add("retracted", event=log.events[-1].id)
    assert refold(log.events)["a"] != before["a"]


def test_appealed_and_withdrawn_answers_are_set_aside():
    for kind, body in (("appealed", {"answer": "x"}), ("withdrawn", {"exercise": "a/compute", "edition": 1})):
        log = Writer()
        log.answer("a", right=False, id="x")
        log.add(kind, **body)
        assert one_by_one(log.events).stale
        assert refold(log.events)["a"] == State()["a"]
        log.answer("a", day=1)
        assert refold(log.events)["a"].right == 1
        assert fold(refold(log.events[:-1]), log.events[-1]).to_json() == refold(log.events).to_json()


def test_an_event_that_cannot_be_used_is_named_and_skipped():
    log = Writer()
    log.add("answered", verdict="right")
    log.add("danced", 0)
    log.add("goal", 0, format=9, goal="x")
    log.add("imported", 0, source="anki", concept="a", day="2026-03-01", grade="perfect")
    log.answer()
    state = one_by_one(log.events)
    assert state["dot-product"].right == 1
    assert state.seq == 6
    assert [note.split(" ", 3)[1] for note in state.skipped] == ["1", "2", "3", "4"]
    assert "format 9" in state.skipped[2]


def test_an_event_from_the_future_counts_as_the_last_known_day():
    log = Writer()
    log.answer("a", day=0)
    log.answer("b", day=1500)
    poisoned = log.answer("c", day=1500, at="2026-03-02T12:00:00+00:00", ask=False, problem="e1")
    assert one_by_one(log.events).stale
    state = refold(log.events)
    assert state["b"].reviewed == DAY
    assert state["c"].reviewed == DAY + 1
    assert state.day == DAY + 1
    assert not state.stale
    assert state.future == 2
    later = replace(poisoned, id="z", seq=9, at="2026-03-03T12:00:00+00:00", body={**poisoned.body, "concept": "d"})
    assert fold(state, later).to_json() == refold([*log.events, later]).to_json()
    assert fold(state, later).day == DAY + 2


def test_days_never_run_backwards():
    log = Writer()
    log.answer("a", day=3)
    log.answer("b", day=2)
    assert refold(log.events)["b"].reviewed == DAY + 3


def test_a_placement_fills_in_what_it_found_and_practice_outweighs_it():
    log = Writer()
    log.answer("practised")
    log.add("placed", id="p", step="begun", goal="pca", level=None, seed=3)
    log.answer("asked", placement="p")
    log.add("placed", step="ended", placement="p", known={"asked": 0.97, "far": 0.1, "practised": 0.05})
    state = refold(log.events)
    assert state.placement.answers == (("asked", "right", 0.02),)
    assert state.placement.step == "ended"
    assert mastery.is_learned(state["asked"])
    assert not mastery.is_learned(state["far"])
    assert state["asked"].stability > 30
    assert state["far"].stability is None
    assert state["practised"].placed == 0.05
    assert state["practised"].learned > 0.15
    log.add("challenged", concept="asked")
    assert refold(log.events)["asked"].challenged
    assert not mastery.is_learned(refold(log.events)["asked"])


def test_a_failure_probes_the_concept_that_the_mistake_blames_and_lowers_nothing_else():
    log = Writer()
    log.answer("a")
    log.answer("b", right=False, day=2, weights={"a": 0.5}, blames="a")
    state = refold(log.events)
    assert state.probes == {"a": "b"}
    assert state["a"] == refold(log.events[:2])["a"]
    log.answer("a", day=2)
    assert refold(log.events).probes == {}


def test_success_refreshes_what_the_exercise_used():
    log = Writer()
    log.answer("a")
    log.answer("b", day=2, weights={"a": 0.9, "never-seen": 0.9})
    state = refold(log.events)
    assert state["a"].reviewed == DAY + 2
    assert state["a"].tested == DAY
    assert "never-seen" not in state.concepts


def test_a_review_kept_elsewhere_is_taken_over():
    log = Writer()
    log.add("imported", 30, source="anki", concept="a", day="2026-03-11", grade="good")
    assert refold(log.events)["a"].reviewed == DAY + 10


def test_the_problem_that_was_begun_remembers_tries_hints_and_solution():
    log = Writer()
    log.add("asked", id="q", exercise="a/b", edition=2, seed=5)
    log.add("hinted", problem="q", hint=2)
    log.answer("a", right=False, ask=False, problem="q")
    log.add("solution-seen", problem="q")
    sheet = refold(log.events).sheet("q")
    assert (sheet.edition, sheet.hints, sheet.tries, sheet.solved, sheet.done) == (2, 2, 1, True, True)


def test_ten_thousand_events_are_refolded_in_well_under_a_second_of_work():
    events = busy_log(10_000, concepts=342).events
    begun = time.process_time()
    state = refold(events)
    assert time.process_time() - begun < 2, "0.4 on a quiet machine; two leave room for a busy one"
    assert state.seq == len(events)
