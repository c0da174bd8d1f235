"""Where Agnesi keeps what is yours, and the settings of the program: flags > environment > file > default.

`docs/settings.md` has a heading for each setting. A learner's preferences are not here: they are rows in the database.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs


class SettingError(ValueError):
    """A setting that cannot be used; one sentence that says which, where it came from, and what it may be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this process.

    Each can stand in `settings.toml` and in the environment (`AGNESI_` and its name in capitals), but for two:
    `token` and `preview` belong to one run of `agnesi start` or `agnesi preview`, which sets them.
    """

    home: Path
    port: int = 0
    browser: bool = True
    course: Path | None = None
    cells: bool = True
    cell_seconds: int = 60
    cell_memory_mb: int = 2048
    cell_idle_minutes: int = 15
    backups: int = 10
    token: str = field(default="", repr=False, metadata={"run": True})
    preview: bool = field(default=False, metadata={"run": True})

    @property
    def database(self) -> Path:
        """The one file with everything that a learner did."""
        return self.home / "agnesi.sqlite3"

    @property
    def backup_folder(self) -> Path:
        """Where backups lie that were given no place of their own."""
        return self.home / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again: rendered formulas, Matplotlib's fonts."""
        return self.home / "cache"

    @property
    def kernel_folder(self) -> Path:
        """Connection files and working folders of the kernels that run code."""
        return self.home / "kernels"

    @property
    def server_log(self) -> Path:
        """The server's own log."""
        return self.home / "server.log"

    @property
    def lock(self) -> Path:
        """Held while a process works on this home."""
        return self.home / "lock"

    @property
    def running(self) -> Path:
        """The address of the server that runs, its token included; readable by its owner alone."""
        return self.home / "running.json"

    @property
    def file(self) -> Path:
        """The file that settings are read from."""
        return self.home / "settings.toml"


NAMES = tuple(each.name for each in fields(Settings) if not each.metadata.get("run"))
"""The settings that file and environment can set; `home` only the environment."""

_current: Settings | None = None
_changes = 0


def settings() -> Settings:
    """The settings in use: those given to `use`, otherwise read from environment and file.

    Raises SettingError where one cannot be used.
    """
    global _current
    if _current is None:
        _current = read()
    return _current


def use(chosen: Settings) -> Settings:
    """Make these the settings of this process."""
    global _current
    _current = chosen
    return chosen


def changes() -> int:
    """How often the course changed on disk since `agnesi preview` began; a page that sees it rise loads itself anew."""
    return _changes


def changed() -> None:
    """Note that the course changed on disk."""
    global _changes
    _changes += 1


def read(environment: Mapping[str, str] = os.environ, **flags: Any) -> Settings:
    """Settings from flags (those that are not None), environment, file and defaults, the first that speaks wins.

    Raises SettingError where one cannot be used.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    place = environment.get("AGNESI_HOME") or platformdirs.user_data_path("agnesi", appauthor=False)
    home = Path(given.pop("home", place)).expanduser().absolute()
    chosen = Settings(home)
    for source, values in (
        (str(chosen.file), _from_file(chosen.file)),
        ("the environment", _from_environment(environment)),
        ("the command line", given),
    ):
        chosen = replace(chosen, **{name: _checked(name, value, source) for name, value in values.items()})
    return chosen


def _from_file(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingError(f"{file} cannot be read as settings ({error}); mend it or move it away.") from error
    for name in values:
        if name not in NAMES or name == "home":
            known = ", ".join(each for each in NAMES if each != "home")
            raise SettingError(f"{file} has no setting called {name!r}; it may hold {known}.")
    return values


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    keys = {name: f"AGNESI_{name.upper()}" for name in NAMES if name != "home"}
    return {name: environment[key] for name, key in keys.items() if environment.get(key)}


def _checked(name: str, value: Any, source: str) -> Any:
    """`value` in the type of the setting, from text or from what TOML holds."""
    kind = next(each.type for each in fields(Settings) if each.name == name)
    if kind == "bool":
        words = {
            "true": True,
            "yes": True,
            "1": True,
            "on": True,
            "false": False,
            "no": False,
            "0": False,
            "off": False,
        }
        truth = value if isinstance(value, bool) else words.get(str(value).lower())
        if truth is None:
            raise SettingError(f"The setting {name!r} from {source} is {value!r}; it may be true or false.")
        return truth
    if kind == "int":
        low, high = (0, 65535) if name == "port" else (1, 1_000_000)
        try:
            number = int(str(value))
        except ValueError:
            number = -1
        if isinstance(value, bool) or not low <= number <= high:
            raise SettingError(f"The setting {name!r} from {source} is {value!r}; it may be {low} to {high}.")
        return number
    return Path(str(value)).expanduser().absolute() if "Path" in str(kind) else value
