"""What each rule for statements must find, and must leave: cases as data, each in the three spellings of half-spaces.

A case of ``cases/*.json`` is a text and its statements, as docs/fields.md has them and an editor reads them:

* ``rule``: the rule that it is about, which decides one of its statements, or none of them where it is ``negative``;
* ``text``: paragraphs under a neutral headline, or, with ``page``, a page with its own; ``wrap`` breaks its lines;
* ``statements``: in the order of the text. A statement names what is compared, so that a case is about one thing:
  ``mention``, ``cue``, ``topic``, ``question``, ``asker``, ``continues``, ``rule``; ``speaker`` by name, or by all
  roles where there is no name, or null; ``content`` as pairs of form and text. Their number is compared always;
* ``spellings``: those that it holds in, where one makes a doubtful text of it;
* ``why``: what it is to show.

``cases/known.json`` has what the parser still reads otherwise than it should, with what it ``found``. A case there
that comes out right moves to the others.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from presskit import PressBriefing, parse
from presskit.record import Located, Statement
from presskit.text.view import ZWNJ

Case = dict[str, Any]
CASES = Path(__file__).with_name("cases")
RULES_PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
HEADLINE = "گزارش کوتاه روز"  # that says nothing, and names nobody
SPELLINGS = {"kept": ZWNJ, "lost": "", "spaces": " "}
KEYS = {"rule", "negative", "text", "page", "wrap", "statements", "spellings", "why", "found"}
COMPARED = {"speaker", "mention", "cue", "content", "topic", "question", "asker", "continues", "rule"}


def _read(path: Path) -> list[Case]:
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return cases


GROUPS = {path.stem: _read(path) for path in sorted(CASES.glob("*.json"))}
KNOWN = GROUPS.pop("known")
RIGHT = [case for cases in GROUPS.values() for case in cases]


def _spelt(cases: list[Case], label: str) -> Iterator[Any]:
    """Each case in each spelling that it has and holds in, as parameters with a name."""
    for number, case in enumerate(cases, start=1):
        for spelling in case.get("spellings", SPELLINGS if ZWNJ in case["text"] else ["kept"]):
            yield pytest.param(case, spelling, id=f"{label}-{number}-{case['rule']}-{spelling}")


def _source(case: Case) -> str:
    text: str = case["text"] if case.get("page") else f"{HEADLINE}\n{case['text']}"
    if width := case.get("wrap"):
        return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))
    return text


def _respelt(node: Any, spelling: str) -> Any:
    """What a case says, with its half-spaces in another spelling."""
    if isinstance(node, dict):
        return {name: value if name == "rule" else _respelt(value, spelling) for name, value in node.items()}
    if isinstance(node, list):
        return [_respelt(item, spelling) for item in node]
    return node.replace(ZWNJ, SPELLINGS[spelling]) if isinstance(node, str) else node


def _words(part: Located | None) -> str | None:
    """A part's words, whatever line they stand on."""
    return " ".join(part.text.split()) if part else None


def _told(statement: Statement, record: PressBriefing) -> dict[str, Any]:
    """A statement of a record, as a case would tell it."""
    speaker = next((one for one in record.speakers if one.id == statement.speaker), None)
    return {
        "speaker": speaker and (speaker.name or list(speaker.roles)),
        "mention": _words(statement.mention),
        "cue": _words(statement.cue),
        "content": [[part.form, _words(part)] for part in statement.content],
        "topic": _words(statement.topic),
        "question": _words(statement.question),
        "asker": _words(statement.question.asker) if statement.question else None,
        "continues": statement.continues,
        "rule": statement.rule,
    }


def _found(case: Case, spelling: str) -> list[dict[str, Any]]:
    record = parse(_respelt(_source(case), spelling))
    return [_told(statement, record) for statement in record.statements]


def _as_compared(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was found, without what the case does not name. A statement that no case has stays whole."""
    kept = [{name: one[name] for name in named} for one, named in zip(found, wanted, strict=False)]
    return kept + found[len(wanted) :]


def _is_right(case: Case, spelling: str) -> bool:
    found, wanted = _found(case, spelling), _respelt(case["statements"], spelling)
    decided = case["rule"] in [one["rule"] for one in found]
    return _as_compared(found, wanted) == wanted and decided is not case.get("negative", False)


@pytest.mark.parametrize(
    ("case", "spelling"), [param for group, cases in GROUPS.items() for param in _spelt(cases, group)]
)
def test_case(case: Case, spelling: str) -> None:
    found, wanted = _found(case, spelling), _respelt(case["statements"], spelling)
    assert _as_compared(found, wanted) == wanted, case["why"]
    assert (case["rule"] in [one["rule"] for one in found]) is not case.get("negative", False), case["why"]


@pytest.mark.parametrize(("case", "spelling"), list(_spelt(KNOWN, "known")))
def test_known_is_still_wrong(case: Case, spelling: str) -> None:
    assert not _is_right(case, spelling), "a step forward: the case moves to the others, without its 'found'"


def _documented() -> list[str]:
    """The rules that docs/rules.md lists for statements: the first cells of the tables in that chapter."""
    chapter = RULES_PAGE.read_text(encoding="utf-8").partition("\n## Statements\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", chapter, re.MULTILINE)


def test_every_rule_has_its_cases() -> None:
    finding = Counter(case["rule"] for case in RIGHT if not case.get("negative"))
    leaving = Counter(case["rule"] for case in RIGHT if case.get("negative"))
    rules = _documented()
    assert len(rules) > 15
    assert {rule: finding[rule] for rule in rules if finding[rule] < 3} == {}, "at least three positive cases"
    assert {rule: leaving[rule] for rule in rules if leaving[rule] < 2} == {}, "at least two negative cases"


def test_cases_are_well_made() -> None:
    rules = _documented()
    for case in RIGHT + KNOWN:
        assert case["why"] and case["rule"] in rules, case
        assert case.keys() <= KEYS, case
        assert ("found" in case) is (case in KNOWN), case
        assert set(case.get("spellings", ["kept"])) <= SPELLINGS.keys(), case
        for statement in case["statements"]:
            assert statement.keys() <= COMPARED, case
            parts = [statement.get(name) for name in ("mention", "cue", "topic", "question", "asker")]
            parts += [text for _, text in statement.get("content", [])]
            assert [part for part in parts if part and part not in case["text"]] == [], "not in the text"


def test_no_text_stands_twice() -> None:
    counted = Counter((case["text"], case.get("wrap")) for case in RIGHT if not case.get("page"))
    assert [text for text, times in counted.items() if times > 1] == []
