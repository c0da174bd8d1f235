"""`agnesi verify`: whether everything that was ever written is still there, as it was."""

from __future__ import annotations

from dataclasses import asdict

from agnesi.cli.saying import AsJson, aside, console, found_wrong, say_json


def verify(json: AsJson = False) -> None:
    """Check that everything ever written is still there, as it was.

    Looks at the structure of the database, the chain of the log, and whether the state equals a replay.

    Exit code 0: sound. 1: damaged, each fault a sentence. 2: there is no database, or a newer Agnesi wrote it.
    """
    from agnesi.cli.database import existing

    existing()
    from agnesi import store

    with aside().status("Reading everything ..."):
        found = store.verify()
    if json:
        say_json(asdict(found) | {"sound": not found.faults})
    elif found.faults:
        for fault in found.faults:
            console().print(fault)
        console().print("`agnesi restore` brings back the last sound backup, and keeps the damaged file.")
    else:
        console().print(
            f"Sound: {found.events} events of {found.learners} learner(s), checked in {found.seconds:.1f} s."
        )
    if found.faults:
        found_wrong()
