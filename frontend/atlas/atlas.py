"""Draws the map of the course: `python frontend/atlas/atlas.py` reads plan.yaml, writes positions.json beside it.

Run it when concepts were added or their prerequisites changed much; the file is course data, and is committed. Each
area is a country with a place on the map (`COUNTRIES`). Graphviz orders its concepts in layers; then springs along the
prerequisites, a push between neighbours and the pull of the country settle all of them together, and pairs change seats
where fewer roads then cross. Coasts are drawn round what results. Nothing here is random; it takes a minute or two.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

Array = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "src" / "agnesi_course" / "plan.yaml"
POSITIONS = ROOT / "src" / "agnesi_course" / "positions.json"


SIZE = (1500.0, 1000.0)
"""Width and height of the map, in its own units. Here y grows upwards, away from the shore; in the file, downwards."""

COUNTRIES: dict[str, tuple[float, float, float, float]] = {
    "foundations": (110, 30, 1390, 190),
    "linear-algebra": (30, 260, 470, 680),
    "calculus": (545, 235, 920, 395),
    "multivariable-calculus": (545, 425, 880, 545),
    "optimization": (600, 575, 860, 650),
    "probability": (985, 250, 1460, 510),
    "statistics": (1080, 560, 1470, 740),
    "information-theory": (930, 560, 1040, 690),
    "machine-learning": (420, 710, 1060, 970),
}
"""The box of each area: left, bottom, right, top."""

NEAREST = np.array([54.0, 33.0])
"""Two places are nowhere closer than this, across and up: a name must find room between them."""


def main() -> None:
    """Lay out the plan and write the file."""
    plan = yaml.load(PLAN.read_text("utf-8"), Loader=yaml.CSafeLoader)
    concepts = plan["concepts"]
    places = settle(concepts, exchange(concepts, settle(concepts, start(concepts))), rounds=120)
    ranks = importance(concepts, places)
    names = {area["id"]: area["title"] for area in plan["areas"]}
    atlas = {
        "size": [int(side) for side in SIZE],
        "places": {c["id"]: [*near(down(at)), rank] for c, at, rank in zip(concepts, places, ranks, strict=True)},
        "countries": countries(concepts, places, names),
    }
    POSITIONS.write_text(written(atlas))
    print(f"{len(concepts)} places, {crossings(concepts, places)} crossings of roads")


def near(place: Array) -> list[float]:
    """A place to a tenth of a unit."""
    return [round(float(value), 1) for value in place]


def written(value: object) -> str:
    """JSON, one place and one country a line."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace('],"', '],\n"').replace('{"area"', '\n{"area"') + "\n"


def start(concepts: list[dict]) -> Array:
    """Graphviz's layers of each area, stretched over its box; shape (n, 2)."""
    index = {c["id"]: i for i, c in enumerate(concepts)}
    places = np.zeros((len(concepts), 2))
    for area, (left, bottom, right, top) in COUNTRIES.items():
        own = [c["id"] for c in concepts if c["area"] == area]
        roads = [f'"{q}" -> "{c["id"]}"' for c in concepts if c["area"] == area for q in c["prerequisites"] if q in own]
        dot = "digraph { rankdir=BT; nodesep=0.3; " + "; ".join([f'"{name}"' for name in own] + roads) + " }"
        command = ["node", str(Path(__file__).with_name("graphviz.mjs"))]
        drawn = json.loads(
            subprocess.run(command, input=dot, capture_output=True, text=True, check=True, cwd=ROOT / "frontend").stdout
        )
        flat = np.array([drawn[name] for name in own])
        order = np.argsort(np.argsort(flat + np.arange(len(own))[:, None] * 1e-6, axis=0), axis=0) / max(
            len(own) - 1, 1
        )
        spread = 0.5 * order + 0.5 * (flat - flat.min(0)) / np.maximum(np.ptp(flat, axis=0), 1)
        places[[index[name] for name in own]] = [left, bottom] + spread * [right - left, top - bottom]
    return places


def settle(concepts: list[dict], places: Array, rounds: int = 500) -> Array:
    """Springs, pushes and borders, until everything has its room; shape (n, 2)."""
    index = {c["id"]: i for i, c in enumerate(concepts)}
    roads = np.array([(index[q], index[c["id"]]) for c in concepts for q in c["prerequisites"]])
    boxes = np.array([COUNTRIES[c["area"]] for c in concepts])
    inside = np.array([concepts[a]["area"] == concepts[b]["area"] for a, b in roads])
    strength = np.where(inside, 0.02, 0.0035)
    for turn in range(rounds):
        cooling = 1 - turn / rounds
        force = np.zeros_like(places)
        along = places[roads[:, 1]] - places[roads[:, 0]]
        pull = along * strength[:, None]
        pull[:, 1] -= np.where(inside, 0.02 * 40, 0)
        np.add.at(force, roads[:, 0], pull)
        np.add.at(force, roads[:, 1], -pull)
        force += 0.2 * (np.clip(places, boxes[:, :2], boxes[:, 2:]) - places)
        places = places + np.clip(force * (0.35 + 0.65 * cooling), -12, 12)
        places = apart(places, 2 if turn < rounds - 60 else 8)
    return 45 + (places - places.min(0)) / np.ptp(places, axis=0) * (np.array(SIZE) - 90)


def exchange(concepts: list[dict], places: Array, passes: int = 3) -> Array:
    """Two places of one country change seats where fewer roads then cross, or run down to the shore; shape (n, 2)."""
    index = {c["id"]: i for i, c in enumerate(concepts)}
    roads = np.array([(index[q], index[c["id"]]) for c in concepts for q in c["prerequisites"]])
    areas = [c["area"] for c in concepts]
    at = [np.flatnonzero((roads == i).any(1)) for i in range(len(concepts))]
    seats = places.copy()

    def cost(mine: Array) -> float:
        a, b = seats[roads[mine, 0]], seats[roads[mine, 1]]
        down = np.array([areas[p] == areas[q] for p, q in roads[mine]]) & (a[:, 1] > b[:, 1])
        length = np.hypot(*(b - a).T).sum()
        return crossed(a, b, seats[roads[:, 0]], seats[roads[:, 1]]).sum() + 5.0 * down.sum() + 0.012 * length

    for _ in range(passes):
        for i in range(len(concepts)):
            for j in range(i + 1, len(concepts)):
                if areas[i] != areas[j] or np.hypot(*(seats[i] - seats[j])) > 260:
                    continue
                both = np.union1d(at[i], at[j])
                before = cost(both)
                seats[[i, j]] = seats[[j, i]]
                if cost(both) >= before - 1e-9:
                    seats[[i, j]] = seats[[j, i]]
    return seats


def crossed(a1: Array, b1: Array, a2: Array, b2: Array) -> NDArray[np.bool_]:
    """Which of the roads a1-b1 cross which of a2-b2; roads that meet at an end do not."""

    def side(p: Array, q: Array, r: Array) -> Array:
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])

    a, b, c, d = a1[:, None], b1[:, None], a2[None], b2[None]
    found: NDArray[np.bool_] = (side(a, b, c) * side(a, b, d) < -1e-6) & (side(c, d, a) * side(c, d, b) < -1e-6)
    return found


def apart(places: Array, times: int) -> Array:
    """Neighbours that are too close push each other away, across as much as up."""
    for _ in range(times):
        gap = (places[:, None, :] - places[None, :, :]) / NEAREST
        far = np.hypot(gap[..., 0], gap[..., 1])
        np.fill_diagonal(far, 9.0)
        close = far < 1.0
        if not close.any():
            return places
        way = np.where(far[..., None] < 1e-6, [1.0, 0.3], gap / np.maximum(far, 1e-6)[..., None])
        push = np.where(close[..., None], way * (1 - np.minimum(far, 1))[..., None] * 0.5, 0.0)
        places = places + push.sum(1) * NEAREST
    return places


def importance(concepts: list[dict], places: Array) -> list[int]:
    """1 for towns, named early, then 2 and 3 as there is room: by how much of the course rests on a concept."""
    index = {c["id"]: i for i, c in enumerate(concepts)}
    weight = np.zeros(len(concepts))
    for c in concepts:
        for q in c["prerequisites"]:
            weight[index[q]] += 1.0 if concepts[index[q]]["area"] == c["area"] else 1.6
        weight[index[c["id"]]] += 0.3 * len(c["prerequisites"])
    ranks = [3] * len(concepts)
    for rank, room in ((1, np.array([135.0, 62.0])), (2, np.array([78.0, 34.0]))):
        for i in np.argsort(-weight, kind="stable"):
            taken = [j for j, r in enumerate(ranks) if r <= rank]
            if ranks[i] == 3 and all((np.abs(places[i] - places[j]) / room).max() > 1 for j in taken):
                ranks[i] = rank
    return ranks


def countries(concepts: list[dict], places: Array, names: dict[str, str]) -> list[dict]:
    """The coast of each area: every spot of land belongs to the nearest place, and land ends some way out to sea."""
    cell = 10.0
    xs, ys = np.arange(-60, SIZE[0] + 61, cell), np.arange(-60, SIZE[1] + 61, cell)
    spots = np.stack(np.meshgrid(xs, ys, indexing="ij"), -1)
    areas = list(COUNTRIES)
    reach = np.stack(
        [
            np.sqrt(((spots[:, :, None, :] - places[[c["area"] == area for c in concepts]]) ** 2).sum(-1)).min(-1)
            for area in areas
        ]
    )
    land = []
    for k, area in enumerate(areas):
        others = np.delete(reach, k, axis=0).min(0)
        height = smooth(np.minimum(52 - reach[k], (others - reach[k]) / 2 - 2.5))
        outlines = [soften(outline) for outline in rings(height, xs, ys) if len(outline) > 14]
        own = places[[c["area"] == area for c in concepts]]
        land.append(
            {
                "area": area,
                "name": names[area],
                "at": near(down(own.mean(0))),
                "outline": [[near(down(spot)) for spot in outline] for outline in outlines],
            }
        )
    return land


def down(place: Array) -> Array:
    """The place with y growing downwards, as pages have it."""
    return np.array([place[0], SIZE[1] - place[1]])


def smooth(field: Array) -> Array:
    """Each value the mean of its neighbourhood, three times over: a coast without corners."""
    for _ in range(3):
        padded = np.pad(field, 1, mode="edge")
        field = sum(padded[i : i + field.shape[0], j : j + field.shape[1]] for i in range(3) for j in range(3)) / 9
    return field


def rings(field: Array, xs: Array, ys: Array) -> list[list[tuple[float, float]]]:
    """The closed lines on which a field is zero, by marching squares."""
    steps: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
    points: dict[tuple[int, int, int], tuple[float, float]] = {}
    corners = ((0, 0), (1, 0), (1, 1), (0, 1))
    for i in range(field.shape[0] - 1):
        for j in range(field.shape[1] - 1):
            crossed = []
            for k in range(4):
                (a, b), (c, d) = corners[k], corners[(k + 1) % 4]
                first, second = field[i + a, j + b], field[i + c, j + d]
                if (first > 0) == (second > 0):
                    continue
                part = first / (first - second)
                key = (i + min(a, c), j + min(b, d), int(a == c))
                points[key] = (
                    xs[i + a] + part * (xs[i + c] - xs[i + a]),
                    ys[j + b] + part * (ys[j + d] - ys[j + b]),
                )
                crossed.append(key)
            for one, other in zip(crossed[::2], crossed[1::2], strict=True):
                steps.setdefault(one, []).append(other)
                steps.setdefault(other, []).append(one)
    found = []
    while steps:
        ring = [next(iter(steps))]
        while True:
            following = steps.pop(ring[-1], [])
            ahead = [key for key in following if key in steps]
            if not ahead:
                break
            ring.append(ahead[0])
        found.append([points[key] for key in ring])
    return found


def soften(ring: list[tuple[float, float]]) -> Array:
    """Every third point kept, corners cut once: a coast of few points that is round to the eye."""
    coast = np.array(ring[::3])
    after = np.roll(coast, -1, axis=0)
    return np.stack([0.75 * coast + 0.25 * after, 0.25 * coast + 0.75 * after], 1).reshape(-1, 2)


def crossings(concepts: list[dict], places: Array) -> int:
    """How many pairs of roads cross; the fewer the better."""
    index = {c["id"]: i for i, c in enumerate(concepts)}
    roads = np.array([(index[q], index[c["id"]]) for c in concepts for q in c["prerequisites"]])
    a, b = places[roads[:, 0]], places[roads[:, 1]]
    return int(crossed(a, b, a, b).sum() // 2)


if __name__ == "__main__":
    main()
