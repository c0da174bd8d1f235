"""A learner's own choices, such as the minutes a day or the theme: names with JSON values."""

from __future__ import annotations

import json
from typing import Any

from agnesi.store import chain
from agnesi.store.models import Preference
from agnesi.store.writing import told, writing


def read(learner: str) -> dict[str, Any]:
    """Every preference that this learner has chosen."""
    with told():
        rows = Preference.objects.filter(learner=learner).values_list("name", "value")
        return {name: json.loads(value) for name, value in rows}


def write(learner: str, name: str, value: Any) -> None:
    """Keep `value`, which JSON must know, under `name`; None forgets it."""
    with writing():
        Preference.objects.filter(learner=learner, name=name).delete()
        if value is not None:
            text = chain.canonical(value)
            Preference.objects.create(learner=learner, name=name, value=text, seal=chain.seal(learner, name, text))
