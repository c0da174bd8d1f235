"""How simulated learners remember: traces that fade by a power of time, faster when laid down while still fresh.

Not the tutor's memory model: the declarative memory of ACT-R with the spacing rule of Pavlik & Anderson (2005).
Practice of an exercise leaves a trace with its own concept, and a weaker one, by the true transfer, with what it uses.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

SCALE, OFFSET = 0.217, 0.14
NOISE = 0.3
SHORTEST_DAYS = 0.25


@dataclass(slots=True)
class Memory:
    """One concept in one head: traces (day, strength, decay); at the activation `threshold` recall is one half."""

    threshold: float
    traces: list[tuple[float, float, float]] = field(default_factory=list)

    def recall(self, day: float) -> float:
        """The chance of recall on `day`; 0 before anything was learned."""
        if not self.traces:
            return 0.0
        return 1 / (1 + math.exp(-(self._activation(day) - self.threshold) / NOISE))

    def practise(self, day: float, strength: float) -> None:
        """Lay down a trace; what is still active decays faster this time, so massed practice gains little."""
        if strength <= 0:
            return
        decay = OFFSET + (SCALE * math.exp(min(self._activation(day), 1.5)) if self.traces else 0.1)
        self.traces.append((day, strength, min(decay, 0.9)))

    def _activation(self, day: float) -> float:
        total = sum(w * max(day - when, SHORTEST_DAYS) ** -decay for when, w, decay in self.traces)
        return math.log(max(total, 1e-9))
