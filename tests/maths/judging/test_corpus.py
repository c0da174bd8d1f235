"""The corpus: every pair gets the verdict that a mathematician signed, and none takes long."""

import json
from pathlib import Path

import pytest

from agnesi.maths import read
from agnesi.maths.comparing import compare

CORPUS = Path(__file__).parent.parent / "corpus"
AREAS = sorted(CORPUS.glob("*.jsonl"))


def rows(area):
    return [json.loads(line) for line in area.read_text().splitlines()]


def fault(row):
    try:
        got = compare(
            row["answer"],
            row["key"],
            row["symbols"],
            test=row["test"],
            options=row["options"],
            seed=row["id"],
            worker=None,
        )
    except Exception as error:
        return f"{row['id']}: {row['answer']} | {row['key']}: raised {error!r}"
    if got.outcome != row["verdict"]:
        asked = f"{row['id']}: {row['answer']} | {row['key']}: {row['verdict']} expected"
        return f"{asked}, got {got.outcome} {got.condition}{got.message}"
    return None


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.stem)
def test_every_pair_gets_its_verdict(area):
    faults = [one for one in map(fault, rows(area)) if one]
    assert not faults, "\n".join(faults)


def test_the_corpus_is_large_and_a_third_of_it_is_different():
    everything = [row for area in AREAS for row in rows(area)]
    derivations = [row for row in everything if row["test"] == "derivation"]
    pairs = len(everything) - len(derivations)
    assert pairs >= 1000
    assert len(derivations) >= 150
    assert sum(row["verdict"] == "different" for row in everything) * 3 >= len(everything)
    assert len({row["id"] for row in everything}) == len(everything)


def test_no_message_holds_the_key():
    for area in AREAS:
        for row in rows(area):
            key = row["key"]
            if (
                not isinstance(key, str)
                or not any(c.isalpha() for c in key)
                or len(key) < 5
                or row["verdict"] != "different"
            ):
                continue
            got = compare(
                row["answer"],
                key,
                row["symbols"],
                test=row["test"],
                options=row["options"],
                seed=row["id"],
                worker=None,
            )
            assert key.replace(" ", "") not in got.message.replace(" ", ""), row["id"]


def test_the_readers_of_the_corpus_read_every_answer():
    for area in AREAS:
        for row in rows(area):
            for text in [row["answer"]] if isinstance(row["answer"], str) else row["answer"]:
                read(text, row["symbols"])
