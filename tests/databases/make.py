"""Makes the database of this release, to be kept: run once, when a version is released, never again for it.

`PYTHONPATH=tests python -m databases.make` writes `tests/databases/VERSION.sqlite3`, and beside it what it must hold.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import django

from agnesi import home
from agnesi.version import __version__


def main() -> None:
    """Write both files, unless they are there."""
    here = Path(__file__).parent
    target = here / f"{__version__}.sqlite3"
    if target.exists():
        sys.exit(f"{target} is there already; a released database is never made anew.")
    with tempfile.TemporaryDirectory() as folder:
        home.use(home.read({}, home=Path(folder)))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agnesi.web.settings")
        django.setup()
        from agnesi import store

        store.prepare()
        fill(store.open_log())
        me = store.learner()
        store.notes.write(me, "vectors", "arrows, and lists")
        store.bookmarks.add(me, "dot-product")
        store.preferences.write(me, "minutes", 15)
        store.backup(target)
        found = store.verify()
        held = {"learner": me, "events": found.events, "digest": found.digest}
        target.with_suffix(".json").write_text(json.dumps(held, indent=1) + "\n")


def fill(log) -> None:
    """Events of every kind that a learner makes."""
    from store.shapes import answered, moment

    log.append("goal", "goal", {"goal": "understand-pca"}, moment(1))
    log.append("place", "placed", {"step": "begun", "goal": "understand-pca", "level": 2, "seed": 5}, moment(1))
    for number in range(60):
        day, concept = 1 + number // 6, ("vectors", "dot-product", "derivative")[number % 3]
        exercise = f"{concept}/compute"
        log.append(f"p{number}", "asked", {"exercise": exercise, "edition": 1, "seed": number}, moment(day))
        if number % 7 == 0:
            log.append(f"h{number}", "hinted", {"problem": f"p{number}", "hint": 1}, moment(day))
        body = answered(
            concept, float(number % 5 > 0), problem=f"p{number}", seed=number, text="½·λ", hints=int(number % 7 == 0)
        )
        log.append(f"a{number}", "answered", body, moment(day))
    log.append("guess", "guessed", {"guess": "dot-product/which-song", "choice": "list"}, moment(10))
    log.append("seen", "solution-seen", {"problem": "p3"}, moment(10))
    log.append("challenge", "challenged", {"concept": "vectors"}, moment(10))
    log.append(
        "appeal", "appealed", {"answer": "a5", "exercise": "derivative/compute", "edition": 1, "seed": 5}, moment(10)
    )
    log.append("undo", "retracted", {"event": "a0"}, moment(11))


if __name__ == "__main__":
    main()
