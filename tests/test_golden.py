"""The seed against its golden record, field for field and span for span.

A golden record says what stands in the text; how sure we are of it, by which rule, and what is doubtful may change
without being wrong, so ``schema_version``, ``rule``, ``confidence``, ``issues``, ``reading``, ``repair`` and mentions
are left out.
``pytest --regenerate tests/test_golden.py`` writes the records anew, for ``git diff`` to be read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from presskit import parse
from presskit.check import check, load

SEEDS = Path(__file__).parents[1] / "seeds"
TEXTS = sorted(SEEDS.glob("*.txt"))
_LEFT_OUT = {
    "": {"schema_version", "issues", "reading", "repair"},
    "speakers": {"mentions"},
    "statements": {"rule", "confidence"},
}
_FIRST = ("source", "kicker", "meta")  # in the goldens' order, the rest follows


def golden(record: dict[str, Any]) -> dict[str, Any]:
    """A record as a golden one has it."""
    kept = {name: value for name, value in record.items() if name not in _LEFT_OUT[""]}
    for name in ("speakers", "statements"):
        kept[name] = [{k: v for k, v in part.items() if k not in _LEFT_OUT[name]} for part in kept[name]]
    return {name: kept[name] for name in (*_FIRST, *(name for name in kept if name not in _FIRST))}


def _parsed(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(parse(path.read_bytes(), uri=f"seeds/{path.name}").model_dump_json())
    return record


def _spelt(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1)


def test_goldens_are_not_regenerated(request: pytest.FixtureRequest) -> None:
    """Else every golden test would pass: with the flag, this one fails, so no check of a change can use it."""
    assert not request.config.getoption("--regenerate")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seed_equals_its_golden_record(path: Path, request: pytest.FixtureRequest) -> None:
    place = path.with_suffix(".json")
    found = golden(_parsed(path))
    if request.config.getoption("--regenerate"):
        place.write_text(_spelt(found), encoding="utf-8")
    wanted = json.loads(place.read_text(encoding="utf-8"))
    for name in wanted:  # one after the other, for a difference that can be read
        assert found[name] == wanted[name], name
    assert found == wanted


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_regenerating_changes_nothing(path: Path) -> None:
    """The golden file is as the flag would write it, so that a diff shows what the parser does otherwise."""
    text = path.with_suffix(".json").read_text(encoding="utf-8")
    assert _spelt(json.loads(text)) == text
    assert _spelt(golden(_parsed(path))) == text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_golden_record_is_sound(path: Path) -> None:
    """What is in the golden record itself is checked by the record's own rules, against the text."""
    record, wanted = _parsed(path), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for name in ("speakers", "statements"):
        wanted[name] = [known | part for known, part in zip(record[name], wanted[name], strict=True)]
    text = path.read_text(encoding="utf-8")
    issues = check(load(json.dumps(record | wanted)), text, wanted["source"]["sha256"])
    assert {issue.code for issue in issues} <= {"zwnj-lost"}  # which is so
