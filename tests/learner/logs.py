"""Small logs for the tests: one line an event, days from 2026-03-01 on."""

from datetime import date, timedelta

from agnesi.learner.events import Event

FIRST = date(2026, 3, 1)


class Writer:
    def __init__(self, learner="ada"):
        self.learner, self.events = learner, []

    def add(self, event_kind, day=0, /, *, id=None, at=None, format=1, **body):
        seq = len(self.events) + 1
        on = FIRST + timedelta(days=day)
        stamp = at or f"{on.isoformat()}T12:00:00+00:00"
        event = Event(id or f"e{seq}", self.learner, seq, stamp, on, event_kind, body, format)
        self.events.append(event)
        return event

    def answer(self, concept="dot-product", right=True, day=0, *, name="compute", kind="procedure", ask=True, **body):
        exercise = f"{concept}/{name}"
        if ask:
            problem = self.add("asked", day, exercise=exercise, edition=1, seed=len(self.events)).id
        else:
            problem = body.pop("problem")
        base = {
            "problem": problem,
            "exercise": exercise,
            "edition": 1,
            "seed": 0,
            "concept": concept,
            "kind": kind,
            "text": "5",
            "verdict": "right" if right else "wrong",
            "difficulty": 0.5,
            "seconds": 40,
            "ms": 30_000,
            "hints": 0,
            "solved": False,
            "first": True,
            "guess": 0.02,
            "weights": {},
            "tests": [1],
        }
        return self.add("answered", day, **base | body)
