"""The seed against its golden record, field for field and span for span.

A golden record says what stands in the text; how sure we are of it, by which rule, and what is doubtful may change
without being wrong, so ``schema_version``, ``rule``, ``confidence``, ``issues``, ``reading``, ``repair`` and mentions
are left out. It is gold: the true record, not what the parser once made. Nothing writes it, so a step back cannot be
written over.
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


def golden(record: dict[str, Any]) -> dict[str, Any]:
    """A record as a golden one has it."""
    kept = {name: value for name, value in record.items() if name not in _LEFT_OUT[""]}
    for name in ("speakers", "statements"):
        kept[name] = [{k: v for k, v in part.items() if k not in _LEFT_OUT[name]} for part in kept[name]]
    return kept


def _parsed(path: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(parse(path.read_bytes(), uri=f"seeds/{path.name}").model_dump_json())
    return record


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_seed_equals_its_golden_record(path: Path) -> None:
    found, wanted = golden(_parsed(path)), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for name in wanted:  # one after the other, for a difference that can be read
        assert found[name] == wanted[name], name
    assert found == wanted


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_golden_record_is_sound(path: Path) -> None:
    """What is in the golden record itself is checked by the record's own rules, against the text."""
    record, wanted = _parsed(path), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for name in ("speakers", "statements"):
        wanted[name] = [known | part for known, part in zip(record[name], wanted[name], strict=True)]
    text = path.read_text(encoding="utf-8")
    issues = check(load(json.dumps(record | wanted)), text, wanted["source"]["sha256"])
    assert {issue.code for issue in issues} <= {"zwnj-lost"}  # which is so
