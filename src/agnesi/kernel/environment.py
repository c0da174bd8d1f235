"""What a process that runs a learner's code is given.

A list of allowed variables, an empty folder, their own Python.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

ALLOWED = (
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "LANG",
    "LANGUAGE",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "VIRTUAL_ENV",
    "LD_LIBRARY_PATH",
    "SYSTEMROOT",
    "SYSTEMDRIVE",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "PROGRAMDATA",
    "COMSPEC",
    "PATHEXT",
    "NUMBER_OF_PROCESSORS",
)
"""Names that may pass, and every `LC_...`. Tokens, keys and proxies of the surrounding shell do not."""


def environment(given: Mapping[str, str], **more: str) -> dict[str, str]:
    """The allowed part of `given`, with `more` added; output is UTF-8, and linear algebra uses few threads."""
    kept = {name: value for name, value in given.items() if name in ALLOWED or name.startswith("LC_")}
    fixed = {"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "2"}
    return kept | fixed | more


def python(script: str, *arguments: str) -> list[str]:
    """The command that runs one of our scripts in the learner's Python, without our folder on its path."""
    return [sys.executable, "-P", str(Path(__file__).parent / script), *arguments]
