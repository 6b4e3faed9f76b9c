"""What holds for any text at all: parsing never raises, spans slice to their text, no line is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from presskit import PressBriefing, parse
from presskit.check import check, load
from presskit.errors import DecodeError
from presskit.record import Located

# What nobody sees: a line of nothing else is blank.
_INK = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_CHARACTERS = st.characters(codec="utf-8")

# What pages are made of, so that texts of these go through most rules and not only past them.
_WORDS = (
    "گفت", "گفت:", "افزود:", "وی", "وی گفت:", "او", "ایشان", "کنعانی", "ناصر کنعانی", "سخنگوی وزارت امور خارجه",
    "وزیر", "رئیس جمهور", "دکتر", "علی", "محمدی", "محمدی:", "تصریح کرد:", "اظهار داشت", "خبر داد", "خاطرنشان",
    "کرد", "کرد:", "با بیان اینکه", "با اشاره به", "با تأکید بر", "درباره", "در پاسخ به سوالی درباره",
    "در پاسخ به این پرسش که", "در نشست خبری", "در گفت‌وگو با", "به گزارش", "به نقل از", "به گفته", "ایسنا", "فارس،",
    "نصر:", "تهران - ایرنا -", "کد خبر: ۷۵۳۱۶", "1401/06/28", "۲۸ شهریور ۱۴۰۱", "- 11:36 -", "سه‌شنبه",
    "31 اردیبهشت 1399", "99/99/99", "انتهای پیام/", "پایان پیام/ت", "متن پیام", "به شرح زیر است:", "که", "را", "از",
    "بر", "به", "دانست", "دانست.", "و", "و گفت:", "اما", "این مقام مسئول", "خبرنگار", "می‌گوید", "می گوید:",
    "میگوید", "گفته است", "نیست", "ایران", "مذاکرات", "ابهامی وجود ندارد.", "«", "»", '"', "“", "”", "«ایران»", ":",
    "،", "؛", ".", "؟", "!", "...", "…", "(", ")", "[", "](http://a.ir)", "![](x)", "**", "__", "* * *", "---", "#",
    "> ", "- ", "* ", "|", "<b>", "&nbsp;", "۱۲", "١٢", "12", "۳٫۱۴", "\u200c", "\u200f", "\u202b", "\u0640",
    "\u064e", "ي", "ك", "ۀ", "\ufeff", "\u00a0", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\t", "\x00", "\x1b[31m",
    "\U0001f600", "e\u0301",
)  # fmt: skip
_GLUE = st.sampled_from(["", " ", " ", " ", " ", "\u200c", "\n", "\n", "\n\n", "\r\n", "\r", "  \n", "\n \n"])


def _joined(parts: list[tuple[str, str]]) -> str:
    return "".join(word + glue for word, glue in parts)


_PAGES = st.lists(st.tuples(st.sampled_from(_WORDS), _GLUE), max_size=60).map(_joined)
_TEXTS = st.one_of(_PAGES, _PAGES, st.text(_CHARACTERS), st.text(st.sampled_from("گفت: «»\n\r\u200c .،*_>#\"'")))


def _located(node: object) -> Iterator[Located]:
    if isinstance(node, Located):
        yield node
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _located(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from _located(item)


def _blocks(record: PressBriefing) -> list[Located]:
    alone = (record.kicker, record.headline, record.subheadline, record.lead, record.end_mark)
    body = (part for section in record.sections for part in (section.heading, *section.paragraphs))
    return [block for block in (*alone, *record.meta, *body, *record.boilerplate) if block is not None]


def assert_sound(text: str) -> PressBriefing:
    """Parse ``text``, and hold its record to everything that any record must be."""
    record = parse(text)
    for part in _located(record):
        assert text[part.span.start : part.span.end] == part.text
    # No character that shows is in no block, and none is in two.
    seen = [False] * len(text)
    for block in _blocks(record):
        for at in range(block.span.start, block.span.end):
            assert not seen[at], f"in two blocks: {text[at]!r} at {at}"
            seen[at] = True
    lost = "".join(character for character, kept in zip(text, seen, strict=True) if not kept)
    assert not _INK.search(lost), f"in no block: {lost!r}"
    wire = record.model_dump_json()
    assert load(wire) == record
    assert load(wire).model_dump_json() == wire
    assert parse(text).model_dump_json() == wire
    assert [issue for issue in check(record, text) if issue not in record.issues] == []
    return record


@settings(max_examples=3 * settings().max_examples, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_any_text_gives_a_sound_record(text: str) -> None:
    assert_sound(text)


# What the property found, and what a page may be of: kept as cases.
@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\ufeff",
        "\u202b",
        "\u00ad\n\u2066",
        "گفت",
        "گفت:",
        "گفت\nگفت:\nگفت\nگفت",
        "گفت\nگفتو گفت:\nگفت\nگفت",
        "کنعانی:\nتهران - ایرنا -",
        "تصریح‌کرد:*\n11:36",
        "ی با بیان اینکه می‌گوید",
        "با بیان اینکه وی گفت",
        "در پاسخ به این پرسش که گفت: ف",
        "ر در پاسخ به این پرسش که گفت«",
        "ا\nخبرنگار: ۸\n،\nخبرنگار: ن",
        "ه\nسوال: ؟\nسوال: ؟\n\u064e",
        "تیتر\nگفت«\nتهران - ایرنا -",
        "به گزارش نصر، گفت:\rنصر:",
        "ن\nرئیس اظهار داشت ابر باریده است و باران می‌بارد\nا",
        "تیتر\x85وزیر گفت: بله.\u2028او افزود: خیر.",
        "«" * 50,
        "گفت: " * 50,
        "«گفت: «گفت: «گفت:",
        "**تیتر**\n> وزیر گفت: «بله»  \n* * *\n![](a.png)\n",
        '"… «می‌گوید«»',
        "(الف): د",
    ],
)
def test_these_texts_give_sound_records(text: str) -> None:
    assert_sound(text)


def test_the_seed_gives_a_sound_record(seed_text: str) -> None:
    record = assert_sound(seed_text)
    assert len(record.statements) > 10


def test_bytes_and_text_are_one_page(seed_text: str) -> None:
    assert parse(seed_text, uri="a") == parse(seed_text.encode(), uri="a", encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"+2AA-", "utf-7", "lone-surrogate"),
        (rb"\u06af\ud83d", "unicode_escape", "lone-surrogate"),
        (b"\xd8", None, "encoding-broken"),
        (b"\x00\x01", None, "binary-input"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, encoding: str | None, code: str) -> None:
    with pytest.raises(DecodeError) as caught:
        parse(data, encoding=encoding)
    assert caught.value.code == code


def test_a_lone_surrogate_is_no_text() -> None:
    with pytest.raises(DecodeError, match="character 1"):
        parse("گ\ud83d")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-input"),
        (" \n\u200c\n", "empty-input"),
        ("— * —", "empty-input"),
        ("The minister said: yes. گفت", "not-persian"),
        ("<html><body>وزیر گفت: بله</body></html>", "html-input"),
        ("\n <!DOCTYPE html><p>وزیر گفت", "html-input"),
    ],
)
def test_a_text_that_is_no_release_has_an_error(text: str, code: str) -> None:
    first = parse(text).issues[0]
    assert (first.code, first.severity, first.path) == (code, "error", "$")


@pytest.mark.parametrize("text", ["وزیر گفت: <b>بله</b>", "گفت (said) و رفت به خانه", "۱۲۳ گفت"])
def test_a_release_has_no_error(text: str) -> None:
    assert [issue for issue in parse(text).issues if issue.severity == "error"] == []
