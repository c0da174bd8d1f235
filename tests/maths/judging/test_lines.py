"""Lines of JSON in, lines of JSON out, in order, whatever stands in them."""

import io
import json

from agnesi.maths.comparing import compare_lines


def judged(*rows):
    out = io.StringIO()
    faults = compare_lines(
        io.StringIO("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)), out, worker=None
    )
    return [json.loads(line) for line in out.getvalue().splitlines()], faults


def test_each_line_gets_its_verdict_in_order():
    replies, faults = judged(
        {"id": 1, "test": "equivalent", "answer": "x(x+1)", "key": "x^2+x"},
        {"id": 2, "test": "factored", "answer": "x^2+x", "key": "x^2+x"},
        {"id": 3, "test": "read", "answer": "2x", "key": None},
        {"id": 4, "test": "derivation", "answer": ["x^2=x", "x=1"], "key": None},
        {"id": 5, "test": "expanded", "answer": "(x+1)^2", "key": None, "options": {"variable": "x"}},
    )
    assert [reply["id"] for reply in replies] == [1, 2, 3, 4, 5]
    assert [reply["verdict"] for reply in replies] == ["equal", "different", "read", "different", "different"]
    assert all(reply["ms"] >= 0 for reply in replies)
    assert faults == 0


def test_what_cannot_be_read_is_said_and_counted_only_when_the_line_itself_is_wrong():
    replies, faults = judged(
        {"id": "a", "test": "equivalent", "answer": "((x", "key": "x"},
        {"id": "b", "test": "no-such-test", "answer": "x", "key": "x"},
        "this is no JSON",
        {"id": "c", "test": "equivalent", "answer": None, "key": "x"},
    )
    assert [reply["verdict"] for reply in replies[:3]] == ["unreadable"] * 3
    assert all(reply["message"] for reply in replies[:3])
    assert replies[3]["verdict"] in ("undecided", "different", "unreadable")
    assert faults >= 2
