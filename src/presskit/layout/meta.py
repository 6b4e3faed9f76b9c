"""Meta lines: what carries date, code, category, reporter, place or outlet, and nothing of the story."""

from __future__ import annotations

import re

from presskit.fields import clock, dates
from presskit.lexicon import Label, Lexicon

_LONGEST_META = 160

_AFTER_LABEL = re.compile(r" ?:| ?[-|/]")
_FIGURE = re.compile(r"\d")
_NUMBER = re.compile(r" \d")
_NUMBERED = frozenset({"code", "date", "other"})  # "کد خبر 75316", "ساعت 11"; "گروه 20" is no group of reporters
_LABELLED_VALUE = re.compile(r" ?: ?[^:|\-–/]{1,40}")
_DATE = re.compile(r"\b\d{2,4} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b")
_SIGN = re.compile(r"[\d:\-|/]")  # a date, a code and a label's value have one of these
_LONG_NUMBER = re.compile(r"\b\d{4,}\b")
_SEPARATOR = re.compile(r"[-|/،:]")
_WORD = re.compile(r"\w+")
_MOST_WORDS_LEFT = 3


def is_meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line, in its spelling-blind form, is a meta line.

    It names outlet and place alone, or little is left of it without dates, codes and labels.

    >>> from presskit.lexicon import default
    >>> is_meta("1401/06/28 - 11:36 - کد خبر: 75316", default())
    True
    """
    if not text or len(text) > _LONGEST_META:
        return False
    if text.strip(" :*-") in lexicon.outlets or _is_dateline(text, lexicon):
        return True
    if not _SIGN.search(text):
        return False
    rest, dated = _without_dates(text, lexicon)
    rest, labelled = _without_labels(rest, lexicon)
    if not (dated or labelled or _LONG_NUMBER.search(rest)):
        return False
    words = [word for word in _WORD.findall(_without_outlets(rest, lexicon)) if not word.isdigit()]
    left = [word for word in words if word not in lexicon.places]
    most = _MOST_WORDS_LEFT if dated or labelled else 0  # a number alone may be of people: "1000 دانشجو معتکف شدند"
    return len(left) <= most and not rest.rstrip().endswith((".", "»"))  # a letter's end


def _is_dateline(text: str, lexicon: Lexicon) -> bool:
    """``یزد - ایسنا``: a place and an outlet, and nothing else. ``ایران - عراق`` is a match."""
    parts = [part.strip() for part in _SEPARATOR.split(text.strip(" :*-/|"))]
    outlets = sum(part in lexicon.outlets and part not in lexicon.places for part in parts)
    return len(parts) == 2 and outlets == 1 and any(part in lexicon.places for part in parts)


def _without_dates(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    if not _FIGURE.search(text):
        return text, False
    rest = text
    for start, end in reversed(dates.places(text, lexicon)):
        rest = f"{rest[:start]} {rest[end:]}"
    time = clock.read(rest, lexicon)
    rest = _DATE.sub(" ", f"{rest[: time.start]} {rest[time.end :]}" if time else rest)
    found = rest != text
    for calendar in ("jalali", "gregorian", "hijri"):
        for month in lexicon.months.get(calendar, ()):
            if month in rest:
                without = re.sub(
                    rf"(?:\b\d{{1,2}} ?[/\-]? ?)\b{re.escape(month)}(?: ?ماه)?\b(?: ?[/\-]? ?\d{{4}})?", " ", rest
                )
                found |= without != rest
                rest = without
    for day in lexicon.months.get("weekday", ()) if found else ():
        if day in rest:
            rest = re.sub(rf"\b{day}\b", " ", rest)
    return rest, found


def _without_labels(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    rest, position = [], 0
    for label in lexicon.labels(text):
        if label.start >= position and _opens_value(text, label):
            rest.append(text[position : label.start])
            value = _LABELLED_VALUE.match(text, label.end)
            position = value.end() if value else label.end
    rest.append(text[position:])
    return " ".join(rest), len(rest) > 1


def _opens_value(text: str, label: Label) -> bool:
    numbered = label.field in _NUMBERED and bool(_NUMBER.match(text, label.end))
    return numbered or bool(_AFTER_LABEL.match(text, label.end))


def _without_outlets(text: str, lexicon: Lexicon) -> str:
    parts = (part.strip() for part in _SEPARATOR.split(text))
    return " ".join(part for part in parts if part not in lexicon.outlets)
