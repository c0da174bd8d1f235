"""Where the built files are: entries of Vite's manifest as addresses with their hashes in them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent / "static"
BUILT = STATIC / "built"
HASHED = r"^/static/built/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$"


_last = 0


class NotBuiltError(RuntimeError):
    """The front end has not been built, or without this entry."""


def address(entry: str) -> str:
    """The address of an entry (`app`, `style`, `figures`, ...). Raises NotBuiltError where there is none."""
    return "/static/built/" + str(_entry(entry)["file"])


def preloads(entry: str) -> list[str]:
    """The scripts that an entry imports at once, to be fetched beside it."""
    manifest = _manifest(_stamp())
    found: dict[str, None] = {}

    def follow(key: str) -> None:
        for part in manifest[key].get("imports", []):
            if part not in found:
                found[part] = None
                follow(part)

    follow(_key(entry))
    return ["/static/built/" + str(manifest[part]["file"]) for part in found]


def font(name: str) -> str:
    """The address of a font file by the name it had in its package; empty where it is not in the build."""
    return next(
        (
            "/static/built/" + str(part["file"])
            for key, part in _manifest(_stamp()).items()
            if key.endswith(f"/{name}.woff2")
        ),
        "",
    )


def _entry(entry: str) -> dict[str, Any]:
    return _manifest(_stamp())[_key(entry)]


def _key(entry: str) -> str:
    for key, part in _manifest(_stamp()).items():
        if part.get("isEntry") and (part.get("name") == entry or Path(key).stem == entry):
            return key
    raise NotBuiltError(f"the front end has no entry {entry}: run `make setup`")


def _stamp() -> int:
    """The state of the manifest; the last one while a build is putting a new one in its place."""
    global _last
    try:
        _last = (BUILT / "manifest.json").stat().st_mtime_ns
    except FileNotFoundError:
        if not _last:
            raise NotBuiltError("the front end is not built: run `make setup`") from None
    return _last


@lru_cache(maxsize=2)
def _manifest(stamp: int) -> dict[str, dict[str, Any]]:
    manifest: dict[str, dict[str, Any]] = json.loads((BUILT / "manifest.json").read_text("utf-8"))
    return manifest
