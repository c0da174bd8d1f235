"""What is shown as plain text or LaTeX reads back as the same tree."""

import pytest
from hypothesis import given, settings

from agnesi.maths import read, show
from agnesi.maths.tree import Node
from maths.showing.trees import trees


@pytest.mark.parametrize("way", ["plain", "latex"])
@given(tree=trees)
@settings(max_examples=100, deadline=None)
def test_what_is_shown_reads_back(way: str, tree: Node):
    assert read(show(tree, way)) == tree


@given(tree=trees)
@settings(max_examples=60, deadline=None)
def test_every_tree_has_words_and_numpy_or_says_that_it_has_none(tree: Node):
    assert show(tree, "words")
    assert show(tree, "numpy")
