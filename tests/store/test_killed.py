"""A process that is killed while it writes: what it acknowledged is there, once."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from agnesi import store
from agnesi.store import states
from store.shapes import changed

WRITER = """
import os, sys
from pathlib import Path
import django
from agnesi import home
home.use(home.read({}, home=Path(sys.argv[1])))
os.environ["DJANGO_SETTINGS_MODULE"] = "agnesi.web.settings"
django.setup()
from agnesi import store
from store.shapes import answered, moment
store.prepare()
log = store.open_log()
for number in range(100_000):
    id = f"{sys.argv[2]}-{number}"
    log.append(id, "answered", answered(seed=number), moment())
    print(id, flush=True)
"""


def test_what_a_killed_process_acknowledged_is_there_once(place):
    rng, acknowledged = random.Random(3), []
    root = Path(__file__).parents[2]
    for turn in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(place.home), str(turn)],
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": f"{root / 'src'}:{root / 'tests'}", "PATH": ""},
        )
        acknowledged += [writer.stdout.readline().strip() for _ in range(rng.randint(1, 60))]
        writer.kill()
        acknowledged += writer.stdout.read().split("\n")[:-1]
        writer.wait()
        writer.stdout.close()
    changed(place)
    store.prepare()
    states._last.clear()
    kept = [event.id for event in store.open_log().events()]
    assert len(kept) == len(set(kept))
    assert set(acknowledged) <= set(kept)
    assert len(kept) - len(acknowledged) <= 3
    assert store.verify().faults == ()
