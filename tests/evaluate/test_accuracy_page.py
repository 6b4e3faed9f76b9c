"""docs/accuracy.md: its example, counted, and a line for every measure there is."""

from __future__ import annotations

from pathlib import Path

from made_records import Record, said, speaker

from presskit.evaluate import Count, score
from presskit.evaluate.page import FIELDS
from presskit.evaluate.report import slug

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
TEXT = "بقائی: مذاکره ادامه دارد\nبقائی گفت: راه باز است. وی افزود: کار می‌کنیم."


def located(words: str | None, after: int = 0, **more: str) -> Record | None:
    if words is None:
        return None
    start = TEXT.index(words, after)
    return {"text": words, "span": {"start": start, "end": start + len(words)}, **more}


def made(number: int, cue: str | None, mention: str, content: str, after: int = 0) -> Record:
    return {
        "id": f"q{number}", "speaker": "s1", "cue": located(cue), "mention": located(mention, after), "topic": None,
        "question": None, "continues": None, "content": [located(content, form="direct")],
    }  # fmt: skip


FIRST = made(1, None, "بقائی", "مذاکره ادامه دارد")
GOLD = said(
    FIRST, made(2, "گفت", "بقائی", "راه باز است.", 10), made(3, "افزود", "وی", "کار می‌کنیم."),
    speakers=[speaker(1, "بقائی")],
)  # fmt: skip
FOUND = said(FIRST, made(2, "گفت", "بقائی", "راه باز است. وی افزود: کار می‌کنیم.", 10), speakers=[speaker(1, "بقائی")])


def test_its_example() -> None:
    held = score(GOLD, FOUND)
    counted = {
        "cue": Count(1, 1, 2), "mention": Count(2, 2, 3), "content, exact": Count(1, 2, 3),
        "content, overlap 0.3": Count(2, 2, 3), "content, overlap 0.8": Count(1, 2, 3),
        "content, characters": Count(41, 52, 41), "content, characters by statement": Count(29, 52, 41),
        "speaker": Count(2, 2, 2), "speaker, by name": Count(2, 2, 2),
        "cue, content and speaker": Count(1, 2, 3), "all parts": Count(1, 2, 3),
    }  # fmt: skip
    assert {name: held.measures[name] for name in counted} == counted


def test_it_defines_every_measure() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = {slug(name).removesuffix("-0.3").removesuffix("-0.8") for name in score(GOLD, FOUND).measures}
    named |= {slug(name) for name in ("lines", *FIELDS)}
    left_out = {"kicker", "headline", "subheadline", "lead", "byline"}  # in "`place`, …, `end-mark`"
    assert not [name for name in named - left_out if f"`{name}" not in page]
