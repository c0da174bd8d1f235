"""A lesson is read into blocks with lines and anchors, and says where it cannot be read."""

import pytest

from agnesi.content import lesson
from agnesi.content.blocks import (
    CodeBlock,
    ExampleBlock,
    FigureBlock,
    GuessBlock,
    KeepBlock,
    PracticeBlock,
    Prose,
    Statement,
    TrapBlock,
)

FRONT = "---\nidea: One.\nminutes: 12\n---\n"


def read(body: str) -> lesson.Lesson:
    return lesson.read(FRONT + body)


def test_prose_and_blocks_come_in_order_with_their_lines():
    blocks = read("\nFirst $x$.\n\n- a\n- b\n\n:::{guess} which\n:::\nLast.\n").blocks
    assert [(type(block), block.line) for block in blocks] == [
        (Prose, 6),
        (GuessBlock, 11),
        (Prose, 13),
        (KeepBlock, 14),
    ]
    assert blocks[0].text == "First $x$.\n\n- a\n- b"


def test_options_stand_before_the_body():
    block = read(":::{definition} Dot product\n:label: dot\nFor all $a$.\n\nAnd $b$.\n:::\n").blocks[0]
    assert block == Statement("definition", "Dot product", "For all $a$.\n\nAnd $b$.", "dot", line=5, anchor="dot")


def test_each_block_is_what_the_contract_says():
    blocks = read(
        ":::{example} compute\n:seed: -3\n:::\n:::{practice} compute\n:given: 2\n:::\n"
        ":::{figure} ofB\n:predict: Where?\nDrag it.\n:::\n:::{trap} It is 5.\nNo.\n:::\n:::{keep}\n:::\n"
    ).blocks
    assert [type(block) for block in blocks] == [ExampleBlock, PracticeBlock, FigureBlock, TrapBlock, KeepBlock]
    assert (blocks[0].seed, blocks[1].given, blocks[2].predict, blocks[3].belief) == (-3, 2, "Where?", "It is 5.")


def test_a_second_block_of_a_name_has_an_anchor_of_its_own():
    blocks = read(":::{practice} compute\n:given: 1\n:::\n:::{practice} compute\n:::\n").blocks
    assert [block.anchor for block in blocks] == ["practice-compute", "practice-compute-2", "keep"]


def test_a_cell_says_what_it_prints_and_what_to_change():
    cell = read(
        "```{python}\n:predict: what?\n:change: a\n:result: 7\n:by: 1 => 2\n"
        "print(1)\n# -> 1\n#  -> not this\n# ->\n```\n"
    ).blocks[0]
    assert isinstance(cell, CodeBlock)
    assert (cell.predict, cell.change, cell.result, cell.by) == ("what?", "a", "7", "1 => 2")
    assert cell.expected == ("1", "")
    assert cell.code == "print(1)\n#  -> not this"


def test_an_ordinary_fence_stays_prose():
    blocks = read("Look:\n\n```python\nx = 1\n```\n").blocks
    assert isinstance(blocks[0], Prose)
    assert "x = 1" in blocks[0].text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (":::{practise} compute\n:::\n", "line 5: there is no block practise"),
        ("\n\n:::{practice} compute\n", "line 7: this block is not closed"),
        (":::{practice}\n:::\n", "practice wants the name of an exercise"),
        (":::{practice} compute\n:givn: 1\n:::\n", "practice knows no :givn:; it knows :given:"),
        (":::{practice} compute\n:given: one\n:::\n", ":given: wants a whole number"),
        (":::{example} compute\n:seed: 3\n:::\n", "the seed of an example is negative"),
        (":::{guess} which\nWhy?\n:::\n", "guess takes no body"),
        (":::{definition} Dot\n:::\n", "definition has no body"),
        (":::practice\n:::\n", "a block begins with three colons and its name in braces"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(body, says):
    with pytest.raises(lesson.LessonError) as error:
        read(body)
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hello", "begins with its front matter"),
        ("---\nidea: x\n", "is not closed"),
        ("---\nidea: a: b\n---\n", "is not YAML"),
        ("---\nides: x\n---\n", "knows no ides"),
        ("---\nkeep: one\n---\n", "keep wants a list"),
        ("---\nminutes: ten\n---\n", "minutes wants a whole number"),
        ("---\n- x\n---\n", "wants lines such as"),
        ("---\nsymbols: [x]\n---\n", "symbols wants lines"),
        ("---\nidea: 3\n---\n", "idea wants one text"),
    ],
)
def test_a_front_that_cannot_be_read_is_explained(text, says):
    with pytest.raises(lesson.LessonError, match=says):
        lesson.read(text)
