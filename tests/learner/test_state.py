import json

import pytest

from agnesi.learner.fold import refold
from agnesi.learner.state import OutdatedError, State
from learner.logs import Writer


def kept():
    log = Writer()
    log.answer()
    return refold(log.events).to_json()


def test_equal_states_are_kept_as_equal_text():
    assert kept() == kept()
    assert State.from_json(kept()).to_json() == kept()


def test_an_empty_state_can_be_kept():
    assert State.from_json(State().to_json()) == State()


def test_a_row_of_another_version_or_a_damaged_one_is_refused():
    row = json.loads(kept())
    for text in ("", "{}", json.dumps(row | {"version": 0}), kept().replace('"answers":1', '"answers":2')):
        with pytest.raises(OutdatedError):
            State.from_json(text)


def test_a_stale_state_is_refused_so_that_the_log_is_folded_anew():
    with pytest.raises(OutdatedError, match="set aside"):
        State.from_json(State(stale=True).to_json())
