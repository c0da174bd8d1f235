import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agnesi.graph import CycleError, Graph, UnknownConceptError

SMALL = Graph({"d": ["b", "c"], "a": [], "b": ["a"], "c": ["a"], "e": ["d"], "f": []})


@st.composite
def graphs(draw):
    size = draw(st.integers(1, 12))
    return Graph({str(i): [str(j) for j in range(i) if draw(st.booleans())] for i in range(size)})


def test_order_puts_every_concept_after_what_it_needs():
    assert SMALL.order == ("a", "f", "b", "c", "d", "e")


def test_ancestors_and_descendants_leave_the_concepts_themselves_out():
    assert SMALL.ancestors("d") == {"a", "b", "c"}
    assert SMALL.descendants(["b"]) == {"d", "e"}
    assert SMALL.closure(["d", "f"]) == {"a", "b", "c", "d", "f"}


def test_a_path_brings_each_concept_just_before_what_needs_it():
    graph = Graph({"a": [], "b": [], "a2": ["a"], "b2": ["b"], "goal": ["a2", "b2"]})
    assert graph.path(["goal"]) == ("a", "a2", "b", "b2", "goal")


def test_a_path_leaves_out_the_known_and_what_only_the_known_needs():
    assert SMALL.path("e", known={"b"}) == ("a", "c", "d", "e")
    assert SMALL.path("e", known={"d"}) == ("e",)
    assert SMALL.path("e", known={"e"}) == ()


def test_a_circle_is_named():
    with pytest.raises(CycleError, match="needs"):
        Graph({"a": ["c"], "b": ["a"], "c": ["b"], "d": []})
    with pytest.raises(CycleError) as caught:
        Graph({"a": ["a"]})
    assert caught.value.concepts == ("a",)


def test_a_prerequisite_that_is_no_concept_is_named():
    with pytest.raises(UnknownConceptError, match="b needs x, which is no concept"):
        Graph({"a": [], "b": ["x"]})
    with pytest.raises(UnknownConceptError, match="nowhere is no concept"):
        SMALL.path("nowhere")


@given(graphs())
@settings(max_examples=50)
def test_learning_along_a_path_never_needs_what_is_not_there_yet(graph):
    known: set[str] = set()
    for concept in graph.path(graph.order):
        assert known.issuperset(graph.prerequisites(concept))
        assert concept in graph.frontier(known)
        known.add(concept)
    assert known == set(graph.order)


@given(graphs(), st.data())
@settings(max_examples=50)
def test_ancestors_and_descendants_mirror_each_other(graph, data):
    one, other = data.draw(st.sampled_from(graph.order)), data.draw(st.sampled_from(graph.order))
    assert (one in graph.ancestors(other)) == (other in graph.descendants(one))
