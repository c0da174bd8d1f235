"""`python -m benchmarks [NAME ...] [--short] [--json]`: runs each benchmark and prints one table, figure against bar.

Each run is added to `benchmarks/history.jsonl` unless `--no-history`; the table shows the figure of the run before.
Exit code 1 when a bar is missed, 2 when a benchmark could not run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import time
import traceback
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

import benchmarks
from benchmarks.table import Row

HISTORY = Path(__file__).parent / "history.jsonl"
NOT_BENCHMARKS = {"__main__", "table"}


def main() -> int:
    """Run the benchmarks named on the command line, all of them without names; print the table."""
    wanted = _arguments()
    progress = Console(stderr=True)
    before = _figures_before()
    rows: dict[str, list[Row]] = {}
    failed = []
    for name in wanted.names or _names():
        progress.print(f"[dim]{name} ...[/dim]")
        try:
            rows[name] = importlib.import_module(f"benchmarks.{name}").run(wanted.short)
        except Exception:
            traceback.print_exc()
            failed.append(name)
    if wanted.json:
        print(json.dumps({name: [asdict(row) for row in found] for name, found in rows.items()}))
    else:
        Console().print(_table(rows, before))
    if not wanted.no_history:
        _remember(rows)
    for name in failed:
        progress.print(f"[red]{name} could not run; see above.[/red]")
    return 2 if failed else int(any(not row.met for found in rows.values() for row in found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help="run these alone")
    parser.add_argument("--short", action="store_true", help="fewer repetitions")
    parser.add_argument("--json", action="store_true", help="JSON alone on stdout")
    parser.add_argument("--no-history", action="store_true", help="do not add this run to the history")
    return parser.parse_args()


def _names() -> list[str]:
    """The modules beside this one that have a `run`."""
    return [each.name for each in pkgutil.iter_modules(benchmarks.__path__) if each.name not in NOT_BENCHMARKS]


def _table(rows: dict[str, list[Row]], before: dict[str, float]) -> Table:
    table = Table(title="What was measured")
    table.add_column("benchmark")
    for column in ("figure", "before", "bar"):
        table.add_column(column, justify="right")
    table.add_column("unit")
    table.add_column("")
    for name, found in rows.items():
        table.add_section()
        for row in found:
            earlier = before.get(f"{name}: {row.name}")
            table.add_row(
                f"{name}: {row.name}",
                f"{row.figure:.4g}",
                "" if earlier is None else f"{earlier:.4g}",
                "" if row.bar is None else f"{row.bar:.4g}",
                row.unit,
                "" if row.bar is None else "[green]met[/green]" if row.met else "[red]missed[/red]",
            )
    return table


def _figures_before() -> dict[str, float]:
    """The last figure of each row in the history."""
    figures: dict[str, float] = {}
    if HISTORY.exists():
        for line in HISTORY.read_text("utf-8").splitlines():
            figures.update(json.loads(line)["figures"])
    return figures


def _remember(rows: dict[str, list[Row]]) -> None:
    figures = {f"{name}: {row.name}": row.figure for name, found in rows.items() for row in found}
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps({"at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "figures": figures}) + "\n")


if __name__ == "__main__":
    sys.exit(main())
