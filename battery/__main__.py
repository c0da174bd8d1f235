"""`python -m battery [--row NAME] [--short]`: runs the rows, prints figure against bar, keeps them in battery.json."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.table import Row
from rich.console import Console
from rich.table import Table

import battery

KEPT = Path(__file__).parents[1] / "benchmarks" / "battery.json"


def main() -> int:
    """Run the row named, or all of them; 1 when a bar is missed, 2 for a row that does not exist."""
    names = sorted(one.name for one in pkgutil.iter_modules(battery.__path__) if one.name != "__main__")
    parser = argparse.ArgumentParser(prog="battery", description=__doc__)
    parser.add_argument("--row", help="one of " + ", ".join(names))
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes, for each row")
    asked = parser.parse_args()
    if asked.row and asked.row not in names:
        print(f"There is no row {asked.row}; there are {', '.join(names)}.", file=sys.stderr)
        return 2
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    rows: list[Row] = []
    for name in [asked.row] if asked.row else names:
        found = importlib.import_module(f"battery.{name}").run(asked.short)
        rows += found
        kept[name] = {"short": asked.short, "rows": [asdict(row) for row in found]}
        KEPT.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
    _print(rows)
    return int(not all(row.met for row in rows))


def _print(rows: list[Row]) -> None:
    table = Table("row", "figure", "bar", "unit", "met")
    for row in rows:
        bar = "" if row.bar is None else f"{row.bar:g}"
        table.add_row(row.name, f"{row.figure:.4g}", bar, row.unit, "yes" if row.met else "NO")
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
