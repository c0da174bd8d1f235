"""Settings: flags before environment before file before default; and a sentence for what cannot be used."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from agnesi import home

DOCS = Path(__file__).parents[1] / "docs"


def test_flags_come_before_the_environment_the_file_and_the_default(tmp_path):
    (tmp_path / "settings.toml").write_text("port = 8001\nbackups = 4\ncells = false\n")
    given = {"AGNESI_HOME": str(tmp_path), "AGNESI_PORT": "8002", "AGNESI_BACKUPS": "5"}
    read = home.read(given, port=8003)
    assert (read.port, read.backups, read.cells, read.cell_seconds) == (8003, 5, False, 60)
    assert home.read(given, port=None).port == 8002
    assert read.database == tmp_path / "agnesi.sqlite3"


def test_without_anything_the_place_is_the_users_data_folder():
    assert home.read({}).home.name == "agnesi"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("port = 'x'", "0 to 65535"),
        ("cells = 3", "true or false"),
        ("backups = 0", "1 to"),
        ("prot = 1", "no setting called"),
        ("home = '/tmp'", "no setting called"),
        ("token = 'x'", "no setting called"),
        ("= 3", "cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path, text, said):
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(home.SettingError, match=said):
        home.read({"AGNESI_HOME": str(tmp_path)})


def test_the_token_is_never_printed(tmp_path):
    assert "secret" not in repr(home.Settings(tmp_path, token="secret"))


def test_every_setting_has_a_heading_in_the_docs():
    headings = {
        line.removeprefix("## ").strip("`")
        for line in (DOCS / "settings.md").read_text().splitlines()
        if line[:3] == "## "
    }
    assert set(home.NAMES) <= headings
    assert {each.name for each in fields(home.Settings)} == set(home.NAMES) | {"token", "preview"}


def test_every_command_has_a_heading_in_the_docs():
    from agnesi.cli.app import app

    headings = {
        line.removeprefix("## ").strip("`").split()[0]
        for line in (DOCS / "commands.md").read_text().splitlines()
        if line[:3] == "## "
    }
    assert {command.callback.__name__ for command in app.registered_commands} <= headings
