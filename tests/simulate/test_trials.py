import numpy as np
import pytest

from agnesi import simulate
from agnesi.graph import Graph
from agnesi.simulate.knowledge import DEVELOPING, JUDGING, Ground
from agnesi.simulate.placing import placement
from agnesi.simulate.remembering import Memory
from agnesi.simulate.scheduling import drawn, half_a_year
from agnesi.simulate.tracing import figures, simulated_log

NAMES = [f"c{i}" for i in range(24)]
GRAPH = Graph({name: [NAMES[(i - 1) // 2]] if i else [] for i, name in enumerate(NAMES)})
GROUND = Ground(GRAPH, {n: "ab"[i % 2] for i, n in enumerate(NAMES)}, {n: 1 + i // 5 for i, n in enumerate(NAMES)})
CLOSED = ("orders", "down-sets", "slips")


@pytest.mark.parametrize("name", [*JUDGING, *DEVELOPING])
def test_every_generator_draws_learners_of_all_sizes_the_same_for_the_same_seed(name):
    generate = (JUDGING | DEVELOPING)[name]
    learners = [generate(GROUND, np.random.default_rng(seed)) for seed in range(12)]
    again = generate(GROUND, np.random.default_rng(3))
    assert (learners[3].known == again.known).all()
    assert len({int(learner.known.sum()) for learner in learners}) > 2


@pytest.mark.parametrize("name", CLOSED)
def test_learners_without_holes_know_all_that_comes_before_what_they_know(name):
    for seed in range(5):
        known = JUDGING[name](GROUND, np.random.default_rng(seed)).known
        assert all(known[list(GROUND.parents(place))].all() for place in np.nonzero(known)[0])


def test_a_placement_trial_reports_every_way_beside_the_others():
    report = placement(GROUND, 2, "orders")
    assert list(report["orders"]) == ["tutor", "independent", "one-ability", "reweighted"]
    for row in report["orders"].values():
        assert 0.5 <= row["at_30"] <= 1
    assert report["orders"]["tutor"]["at_30"] >= report["orders"]["one-ability"]["at_30"] - 0.1


def test_practice_keeps_memories_and_days_take_them():
    memory = Memory(0.2)
    assert memory.recall(1) == 0
    memory.practise(1, 2.0)
    early, late = memory.recall(2), memory.recall(40)
    assert early > late
    memory.practise(40, 1.0)
    assert memory.recall(60) > late


def test_reviewing_keeps_more_than_never_reviewing():
    world = drawn(GROUND, "none", np.random.default_rng(1))
    nothing, no_minutes = half_a_year(world, "no-review", 0.9, np.random.default_rng(2))
    reviewed, minutes = half_a_year(world, "fsrs+graph", 0.9, np.random.default_rng(2))
    assert no_minutes == 0 < minutes
    assert reviewed > nothing


def test_the_figures_of_tracing_are_those_of_the_textbook():
    perfect = figures([(0.9, True), (0.8, True), (0.2, False), (0.1, False)])
    assert perfect["auc"] == 1
    assert figures([(0.5, True), (0.5, False)])["auc"] == 0.5
    assert figures([(0.5, True), (0.5, False)])["calibration"] == pytest.approx(0)


def test_a_simulated_log_is_in_the_products_own_format():
    from agnesi.learner.fold import refold

    state = refold(simulated_log(1))
    assert state.answers == 150
    assert not state.skipped


def test_tracing_is_run_by_name_and_printed_as_a_table():
    report = simulate.run("tracing", 6)
    rows = report["results"]["simulated"]
    assert rows["tutor"]["auc"] > rows["mean"]["auc"]
    assert "item mean" in simulate.table(report)


def test_an_unknown_trial_or_generator_is_refused_by_name():
    for arguments in (("dancing",), ("placement", 30, "nobody"), ("tracing", 0)):
        with pytest.raises(simulate.UnknownTrialError):
            simulate.run(*arguments)
