"""Fourteen releases against their true records (tests/gold/README.md): all that is wrong is known, and listed.

``gold_known.json`` has every disagreement of the parser with the gold. One that is not in it is a step back; one that
is in it and no longer found is a step forward, and leaves the list. ``pytest --regenerate tests/test_gold.py`` writes
the list anew, for ``git diff`` to be read; the gold itself is never written by what the parser says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from presskit import parse
from presskit.evaluate import Score, score

GOLD = Path(__file__).parent / "gold"
RELEASES = sorted(GOLD.glob("g*.txt"))
_KNOWN = GOLD.parent / "gold_known.json"
Told = dict[str, str | None]


def _gold(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return record


def _score(path: Path) -> Score:
    found = json.loads(parse(path.read_bytes(), uri=path.name).model_dump_json())
    return score(_gold(path), found, path.stem)


def _told(held: Score) -> list[Told]:
    """The disagreements in the order of the text."""
    found = sorted(held.disagreements, key=lambda one: (one.offset, one.what))
    return [{"document": one.document, "what": one.what, "gold": one.gold, "found": one.found} for one in found]


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {path.stem: _score(path) for path in RELEASES}


@pytest.fixture(scope="module")
def known(scores: dict[str, Score], request: pytest.FixtureRequest) -> list[Told]:
    if request.config.getoption("--regenerate"):
        told = [one for held in scores.values() for one in _told(held)]
        lines = ",\n".join(f" {json.dumps(one, ensure_ascii=False)}" for one in told)
        _KNOWN.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    listed: list[Told] = json.loads(_KNOWN.read_text(encoding="utf-8"))
    return listed


@pytest.mark.parametrize("name", [path.stem for path in RELEASES])
def test_only_known_disagreements(name: str, scores: dict[str, Score], known: list[Told]) -> None:
    found, listed = _told(scores[name]), [one for one in known if one["document"] == name]
    assert [one for one in found if one not in listed] == [], "new: a step back, unless the gold is wrong"
    assert [one for one in listed if one not in found] == [], "gone: a step forward; take it out with --regenerate"
    assert found == listed


def test_the_list_is_not_regenerated(request: pytest.FixtureRequest) -> None:
    """Else every step back would pass: with the flag, this test fails, so no check of a change can use it."""
    assert not request.config.getoption("--regenerate")


def test_no_other_document_is_listed(known: list[Told]) -> None:
    assert {one["document"] for one in known} <= {path.stem for path in RELEASES}


@pytest.mark.parametrize("name", [path.stem for path in RELEASES])
def test_every_line_is_of_its_kind(name: str, scores: dict[str, Score]) -> None:
    lines = scores[name].measures["lines"]
    assert lines.right == lines.found == lines.wanted > 10


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_gold_is_verbatim(path: Path) -> None:
    text = path.read_bytes().decode()
    located = list(_located(_gold(path)))
    assert [part["text"] for part in located] == [text[slice(*part["span"].values())] for part in located]


def _located(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and "span" in node:
        yield node
    if isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _located(child)
