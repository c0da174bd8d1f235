"""The triggers that make the log append-only, and the index that finds the events of an exercise."""

from __future__ import annotations

NAMES = ("event_is_kept", "event_is_not_changed", "event_is_the_next")

CREATE = (
    """CREATE TRIGGER event_is_kept BEFORE DELETE ON store_event
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: no event is deleted'); END""",
    """CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON store_event
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: no event is changed'); END""",
    """CREATE TRIGGER event_is_the_next BEFORE INSERT ON store_event
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM store_event WHERE learner = NEW.learner)
      OR EXISTS (SELECT 1 FROM store_event WHERE learner = NEW.learner AND id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only: this is not its next event'); END""",
)
DROP = tuple(f"DROP TRIGGER {name}" for name in NAMES)

EXERCISE = "json_extract(body, '$.exercise')"
CREATE_INDEX = f"CREATE INDEX events_by_exercise ON store_event (learner, {EXERCISE}, seq)"
DROP_INDEX = "DROP INDEX events_by_exercise"
