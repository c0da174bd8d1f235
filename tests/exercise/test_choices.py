"""Options are shown mixed and say nothing; picks are judged by their keys."""

import pytest

from agnesi.exercise.answers import Choice, Choices, Number, Ordering, Used, Vector, WithTool
from exercise.samples import problem, told

OPTIONS = {"twice": "$2x$", "half": "half of $x$", "same": "$x$"}


def shown(answer, label="a/b@1:0"):
    return problem(answer, label=label).answer.field.options


def test_a_choice_is_right_by_its_opaque_value_or_its_key():
    made = problem(Choice(OPTIONS, "half"))
    value = next(value for value, text in made.answer.field.options if text == "half of $x$")
    assert told(Choice(OPTIONS, "half"), value).verdict == "right"
    assert told(Choice(OPTIONS, "half"), "half").verdict == "right"
    assert told(Choice(OPTIONS, "half"), "same").verdict == "wrong"
    assert told(Choice(OPTIONS, "half"), "other").verdict == "unreadable"


def test_the_options_do_not_tell_the_right_one():
    texts = {label: [text for _, text in shown(Choice(OPTIONS, "half"), label)] for label in map(str, range(40))}
    assert {text.index("half of $x$") for text in texts.values()} == {0, 1, 2}
    assert not any(key in value for value, _ in shown(Choice(OPTIONS, "half")) for key in OPTIONS)
    assert shown(Choice(OPTIONS, "half")) == shown(Choice(OPTIONS, "same"))
    assert [text for _, text in shown(Choice(OPTIONS, "half", ordered=True))] == list(OPTIONS.values())


def test_a_mistake_may_be_tied_to_an_option():
    graded = told(Choice(OPTIONS, "half"), "twice", ("doubled", Choice.pick("twice"), "The other way round."))
    assert (graded.verdict, graded.mistake, graded.message) == ("wrong", "doubled", "The other way round.")
    value = next(value for value, text in shown(Choice(OPTIONS, "half"), "test/one@1:0") if text == "$2x$")
    assert told(Choice(OPTIONS, "half"), value, ("doubled", Choice.pick("twice"), "No.")).mistake == "doubled"
    assert told(Choice(OPTIONS, "half"), "same", ("doubled", Choice.pick("twice"), "No.")).mistake == ""


def test_several_choices_need_all_and_only_the_right_ones():
    answer = Choices(OPTIONS, ("half", "same"))
    assert told(answer, "same, half").verdict == "right"
    assert "There is more" in told(answer, "half").message
    assert "does not belong" in told(answer, "half twice same").message
    assert told(Choices(OPTIONS, ()), "none").verdict == "right"
    assert told(answer, "twice", ("only", Choices.pick("twice"), "Why?")).mistake == "only"


def test_an_ordering_says_how_much_of_the_start_is_right():
    answer = Ordering(OPTIONS)
    assert told(answer, "twice, half, same").verdict == "right"
    assert told(answer, "twice, same, half").message == "The first stands well."
    assert told(answer, "half, twice").verdict == "unreadable"
    assert (
        told(answer, "same, half, twice", ("back", Ordering.put("same", "half", "twice"), "Turned round.")).mistake
        == "back"
    )


def test_an_ordering_may_leave_some_pairs_open():
    answer = Ordering(OPTIONS, before=(("twice", "same"),))
    assert told(answer, "half, twice, same").verdict == "right"
    assert told(answer, "same, twice, half").verdict == "wrong"


def test_first_the_tool_then_its_result():
    tools = {"add": "add them", "times": "multiply them"}
    answer = WithTool(tools, "times", Number(6))
    assert told(answer, "times\n6").verdict == "right"
    assert told(answer, "times\n5").message == "The right tool."
    assert told(answer, "add\n6").verdict == "form"
    assert told(answer, "add\n5").verdict == "wrong"
    assert told(answer, "6").verdict == "unreadable"
    assert told(answer, "times").verdict == "unreadable"
    assert told(answer, "times\n(1, 2)", ("list", Used("times", Vector((1, 2))), "One number.")).mistake == "list"
    assert told(answer, "add\n5", ("added", Used("add"), "Why add?")).mistake == "added"
    field = problem(answer).answer.field
    assert (field.kind, len(field.options), field.then.kind) == ("tool", 2, "maths")


def test_a_key_that_is_no_option_is_an_error_of_the_author():
    with pytest.raises(ValueError, match="none of"):
        Choice(OPTIONS, "third")
    with pytest.raises(ValueError, match="none of"):
        Choices(OPTIONS, ("third",))
    with pytest.raises(ValueError, match="none of"):
        WithTool(OPTIONS, "third", Number(1))
