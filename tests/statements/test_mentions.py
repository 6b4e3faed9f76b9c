"""Mentions taken apart: name, roles, pronouns, in every spelling. The parts are as docs/fields.md has them.

A case says what is right. ``known`` says which parts the parser gives otherwise, and how, in all spellings or in those
of ``known_in``; when that changes, the case fails, so that a fix takes the mark away.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from presskit.lexicon import Scan
from presskit.lexicon.load import default
from presskit.statements.mentions import Mention, read_mention
from presskit.text.view import ZWNJ, key

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("mentions.json").read_text(encoding="utf-8"))
SPELLINGS = {"kept": ZWNJ, "lost": "", "spaces": " "}
_PARTS = {"kind", "name", "roles", "anaphoric", "plural"}


def _read(phrase: str) -> tuple[Mention, str]:
    """The mention that is all of ``phrase``, before a cue as in a text, and that text."""
    text = key(f"{phrase} گفت: باران می‌بارد.")
    return read_mention(Scan.of(text, default()), 0, len(key(phrase))), text


def _parts(phrase: str) -> dict[str, Any]:
    mention, text = _read(phrase)
    return {
        "kind": mention.kind,
        "name": _plain(text[slice(*mention.name)]) if mention.name else None,
        "roles": [_plain(text[slice(*role)]) for role in mention.roles],
        "anaphoric": mention.anaphoric,
        "plural": mention.plural,
    }


def _plain(words: str) -> str:
    """The same for all spellings."""
    return key(words).replace(" ", "")


def _wanted(case: dict[str, Any]) -> dict[str, Any]:
    """What a case says of the parts; roles that it does not speak of are held to nothing, unless it is a name."""
    wanted = {"anaphoric": False, "plural": False} | {part: case[part] for part in _PARTS & case.keys()}
    if case["kind"] == "name":
        wanted.setdefault("roles", [])
    return {part: _plain_part(value) for part, value in wanted.items()}


def _plain_part(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(role) for role in value]
    return _plain(value) if isinstance(value, str) else value


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_mention(case: dict[str, Any], spelling: str) -> None:
    wanted, parts = _wanted(case), _parts(case["phrase"].replace(ZWNJ, SPELLINGS[spelling]))
    found = {part: parts[part] for part in wanted}
    if "known" in case and spelling in case.get("known_in", SPELLINGS):
        assert found != wanted, "right now: take the mark away"
        instead = {part: value for part, value in found.items() if value != wanted[part]}
        assert instead == {part: _plain_part(value) for part, value in case["known"].items()}
    else:
        assert found == wanted


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in CASES]
    assert sorted(set(labels)) == sorted(labels)
