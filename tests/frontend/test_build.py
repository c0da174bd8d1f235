"""The build: what the package carries, what it owes to others, and that nothing is built twice."""

from __future__ import annotations

import importlib.util
import json
from types import ModuleType

import pytest
import yaml

from frontend.site import ROOT, gallery

FRONTEND = ROOT / "frontend"


@pytest.fixture
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", FRONTEND / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_lock_file_names_versions_and_hashes_but_no_address() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert all("resolved" not in package for package in packages)
    assert all(package.get("integrity") for package in packages)


def test_every_entry_is_built_under_a_hashed_name() -> None:
    manifest = json.loads((gallery.BUILT / "manifest.json").read_text("utf-8"))
    entries = {
        "src/app.ts",
        "src/cell/index.ts",
        "src/figures/index.ts",
        "src/map/index.ts",
        "src/mathfield/index.ts",
        "src/style.css",
    }
    assert entries <= set(manifest)
    assert all((gallery.BUILT / manifest[entry]["file"]).is_file() for entry in entries)


def test_katex_and_only_woff2_faces_are_there() -> None:
    assert (gallery.BUILT / "katex" / "katex.min.js").is_file()
    assert (gallery.BUILT / "katex" / "fonts" / "KaTeX_Main-Regular.woff2").is_file()
    assert not [path for path in gallery.BUILT.rglob("*") if path.suffix in {".ttf", ".woff"}]


def test_the_notices_name_everybody_whose_work_is_in_the_build() -> None:
    notices = (gallery.BUILT / "NOTICES.txt").read_text("utf-8")
    for name in ("jsxgraph", "katex", "mathlive", "cytoscape", "@codemirror/view", "@fontsource-variable/literata"):
        assert f"\n{name} " in notices
    assert "jsxgraph" in notices
    assert "GNU LESSER" not in notices.upper()


def test_the_first_script_is_small() -> None:
    import gzip

    manifest = json.loads((gallery.BUILT / "manifest.json").read_text("utf-8"))
    files, waiting = set(), ["src/app.ts"]
    while waiting:
        part = manifest[waiting.pop()]
        if part["file"] not in files:
            files.add(part["file"])
            waiting += part.get("imports", [])
    assert sum(len(gzip.compress((gallery.BUILT / file).read_bytes())) for file in files) <= 40 * 1024


def test_a_second_build_has_nothing_to_do(hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    def never(*_: object) -> None:
        raise AssertionError("something was run")

    monkeypatch.setattr(hook, "run", never)
    monkeypatch.setattr(hook, "fingerprint", lambda: "same")
    monkeypatch.setattr(hook, "BUILT", tmp_path)
    monkeypatch.setattr(hook, "STAMP", tmp_path / ".inputs")  # type: ignore[operator]
    (tmp_path / ".inputs").write_text("same")  # type: ignore[operator]
    (tmp_path / "manifest.json").write_text("{}")  # type: ignore[operator]
    assert hook.build() is False


def test_the_fingerprint_follows_what_a_file_says_not_when_it_was_written(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    for name in ("package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"):
        (tmp_path / name).write_text(name)  # type: ignore[operator]
    source = tmp_path / "src" / "app.ts"  # type: ignore[operator]
    source.parent.mkdir()
    source.write_text("one\n")
    monkeypatch.setattr(hook, "FRONTEND", tmp_path)
    first = hook.fingerprint()
    source.write_bytes(b"one\r\n")
    assert hook.fingerprint() == first
    source.write_text("two\n")
    assert hook.fingerprint() != first


def test_every_concept_has_its_place_on_the_map() -> None:
    plan = yaml.load((ROOT / "src/agnesi_course/plan.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    atlas = json.loads((ROOT / "src/agnesi_course/positions.json").read_text("utf-8"))
    missing = {concept["id"] for concept in plan["concepts"]} - set(atlas["places"])
    assert not missing, "run python frontend/atlas/atlas.py"
    assert {country["area"] for country in atlas["countries"]} == {area["id"] for area in plan["areas"]}
    width, height = atlas["size"]
    assert all(0 <= x <= width and 0 <= y <= height and rank in {1, 2, 3} for x, y, rank in atlas["places"].values())
