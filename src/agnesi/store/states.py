"""The kept state of a learner: one row, written with its events, made anew from the log whenever it does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from agnesi.learner.events import Event
from agnesi.learner.fold import fold, refold
from agnesi.learner.state import OutdatedError, State
from agnesi.store.errors import NotSavedError
from agnesi.store.models import State as Row
from agnesi.store.writing import before_commit, writing

Events = Callable[[], Iterable[Event]]

_last: dict[str, tuple[str, State]] = {}
"""The last state of each learner with the chain of its event: reading it again from the row costs milliseconds."""
_MOST = 1000


def advance(event: Event, previous: str, link: str, events: Events) -> None:
    """Fold `event`, whose chain is `link` and follows `previous`, into the kept state, within its transaction."""
    before = _kept(event.learner, event.seq - 1, previous) if event.seq > 1 else State(learner=event.learner)
    after = fold(before, event) if before is not None else None
    if after is None or after.stale:
        after = refold(events())
    _remember(event.learner, link, after)
    before_commit(event.learner, partial(_keep, event.learner, event.seq, link, after))


def at(learner: str, seq: int, link: str, events: Events) -> State:
    """The state as of event `seq` with chain `link`, the last of the log; refolded and kept if the row does not fit."""
    kept = _kept(learner, seq, link)
    if kept is not None:
        return kept
    state = refold(events())
    if state.seq == seq:
        try:
            with writing():
                if not Row.objects.filter(learner=learner, seq__gt=seq).exists():
                    _keep(learner, seq, link, state)
                    _remember(learner, link, state)
        except NotSavedError:
            pass  # a disk that may only be read can still be learned from; the next visit refolds again
    return state


def _kept(learner: str, seq: int, link: str) -> State | None:
    """The kept state, where it is of this event, of this version, and whole."""
    known = _last.get(learner)
    if known and known[0] == link:
        return known[1]
    row = Row.objects.filter(learner=learner, seq=seq, chain=link).first()
    if row is None:
        return None
    try:
        state = State.from_json(row.body)
    except (OutdatedError, KeyError, TypeError, ValueError):
        return None
    _remember(learner, link, state)
    return state


def _keep(learner: str, seq: int, link: str, state: State) -> None:
    row = Row(learner=learner, seq=seq, chain=link, body=state.to_json())
    Row.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["learner"], update_fields=["seq", "chain", "body"]
    )


def _remember(learner: str, link: str, state: State) -> None:
    if len(_last) > _MOST:
        _last.clear()
    _last[learner] = (link, state)
