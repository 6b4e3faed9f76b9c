"""Who speaks, over small invented pages, in every spelling.

``who`` has one letter for each statement of the page, in its order; ``-`` where the text does not say. ``people`` are
the speakers in the order in which they first speak, each a name, or null, and the roles. A case says what is right.
``known`` says which of the two the parser gives otherwise, and how; when that changes, the case fails, so that a fix
takes the mark away.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

import pytest

from presskit import PressBriefing, parse
from presskit.text.view import ZWNJ, key

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("speakers.json").read_text(encoding="utf-8"))
SPELLINGS = {"kept": ZWNJ, "lost": "", "spaces": " "}
_HEADLINE = "گزارش نشست امروز"
# Three of these make a surname: no two surnames are alike, and none is the beginning or the end of another.
_SYLLABLES = ("باد", "تیر", "جوز", "خاس", "دیل", "روم", "شاک", "فیت", "گور", "نیس")


def _page(paragraphs: list[str], headline: str = _HEADLINE) -> str:
    return "\n".join(["کد خبر: 8431207", headline, *paragraphs]) + "\n"


def _told(record: PressBriefing) -> dict[str, Any]:
    """Who speaks in which statement, with letters in the order of the text, and who they are."""
    spoken = [statement.speaker for statement in record.statements]
    order = list(dict.fromkeys([*filter(None, spoken), *(speaker.id for speaker in record.speakers)]))
    letters: dict[str | None, str] = dict(zip(order, ascii_lowercase, strict=False)) | {None: "-"}
    people = {speaker.id: [_plain(speaker.name), *map(_plain, speaker.roles)] for speaker in record.speakers}
    return {"who": " ".join(letters[speaker] for speaker in spoken), "people": [people[one] for one in order]}


def _plain(words: str | None) -> str | None:
    """The same for all spellings."""
    return None if words is None else key(words).replace(" ", "")


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_speakers(case: dict[str, Any], spelling: str) -> None:
    page = _page(case["page"], case.get("headline", _HEADLINE)).replace(ZWNJ, SPELLINGS[spelling])
    found = _told(parse(page))
    wanted = _plain_parts({"who": case["who"], "people": case["people"]})
    if "known" in case:
        assert found != wanted, "right now: take the mark away"
        assert {part: value for part, value in found.items() if value != wanted[part]} == _plain_parts(case["known"])
    else:
        assert found == wanted


def _plain_parts(parts: dict[str, Any]) -> dict[str, Any]:
    if "people" not in parts:
        return parts
    return parts | {"people": [[_plain(words) for words in person] for person in parts["people"]]}


def test_mentions_are_told_by_kind() -> None:
    page = _page(
        [
            "سخنگوی شهرداری مشهد گفت: خط سه مترو باز می‌شود.",
            "دکتر مهناز رسته سخنگوی شهرداری مشهد افزود: بلیت گران نمی‌شود.",
            "وی تأکید کرد: ایستگاه‌ها آماده است.",
            "رسته یادآور شد: آزمایش‌ها تمام شده است.",
        ]
    )
    (speaker,) = parse(page).speakers
    assert [(mention.text, mention.kind) for mention in speaker.mentions] == [
        ("سخنگوی شهرداری مشهد", "role"),
        ("دکتر مهناز رسته سخنگوی شهرداری مشهد", "name"),
        ("وی", "pronoun"),
        ("رسته", "name"),
    ]
    assert all(page[mention.span.start : mention.span.end] == mention.text for mention in speaker.mentions)


def test_a_thousand_that_share_a_given_name_and_an_office_are_a_thousand() -> None:
    surnames = ["".join(syllables) for syllables in product(_SYLLABLES, repeat=3)]
    full = [f"نادر {surname} نماینده مجلس گفت: آب کم است." for surname in surnames]
    short = [f"{surname} افزود: برق هم کم است." for surname in surnames]
    record = parse(_page([*full, *short]))
    assert [speaker.name for speaker in record.speakers] == [f"نادر {surname}" for surname in surnames]
    spoken = [statement.speaker for statement in record.statements]
    assert spoken == [speaker.id for speaker in record.speakers] * 2


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in CASES]
    assert sorted(set(labels)) == sorted(labels)
