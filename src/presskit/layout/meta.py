"""Meta lines: what carries date, code, category, reporter, place or outlet, and nothing of the story."""

from __future__ import annotations

import re

from presskit.lexicon import Lexicon

_LONGEST_META = 160

# Labels of meta lines: "کد خبر", "تاریخ انتشار", "دسته‌بندی", with and without a colon.
_LABEL = re.compile(
    r"(?:کد ?(?:خبر|مطلب|خبری)|شناسه ?(?:خبر|مطلب)|شماره خبر|تاریخ(?: انتشار| مخابره| خبر)?|زمان انتشار|انتشار|"
    r"ساعت|دسته ?بندی|گروه(?: خبری)?|سرویس|حوزه|"
    r"بخش|منبع|منبع خبر|خبرنگار|نویسنده|گزارشگر|دبیر|تهیه ?کننده|تنظیم|"
    r"مترجم|شناسنامه|بازدید|تعداد بازدید|نظرات|چاپ)(?= ?:| \d| ?[-|/])"
)
_LABELLED_VALUE = re.compile(r" ?: ?[^:|\-–/]{1,40}")
_DATE = re.compile(
    r"\b\d{2,4} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{4,}\b"
)  # fmt: skip
_WORD = re.compile(r"\w+")
_MOST_WORDS_LEFT = 3


def is_meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line, in its spelling-blind form, is a meta line: little is left of it without dates, codes and labels.

    >>> from presskit.lexicon import default
    >>> is_meta("1401/06/28 - 11:36 - کد خبر: 75316", default())
    True
    """
    if not text or len(text) > _LONGEST_META:
        return False
    bare = text.strip(" :*-")
    if bare in lexicon.outlets:
        return True
    rest, dated = _without_dates(text, lexicon)
    rest, labelled = _without_labels(rest)
    if not (dated or labelled):
        return False
    words = [word for word in _WORD.findall(_without_outlets(rest, lexicon)) if not word.isdigit()]
    left = [word for word in words if word not in lexicon.places]
    return len(left) <= (_MOST_WORDS_LEFT if dated or labelled else 0) and not rest.rstrip().endswith(".")


def _without_dates(text: str, lexicon: Lexicon) -> tuple[str, bool]:
    rest = _DATE.sub(" ", text)
    found = rest != text
    for calendar in ("jalali", "gregorian", "hijri"):
        for month in lexicon.months.get(calendar, ()):
            if month in rest:
                without = re.sub(
                    rf"(?:\b\d{{1,2}} ?[/\-]? ?)\b{re.escape(month)}(?: ?ماه)?\b(?: ?[/\-]? ?\d{{4}})?", " ", rest
                )
                found |= without != rest
                rest = without
    for day in lexicon.months.get("weekday", ()):
        rest = re.sub(rf"\b{day}\b", " ", rest) if found else rest
    return rest, found


def _without_labels(text: str) -> tuple[str, bool]:
    rest, found, position = [], False, 0
    for match in _LABEL.finditer(text):
        if match.start() < position or (match.start() > 0 and text[match.start() - 1].isalnum()):
            continue
        rest.append(text[position : match.start()])
        value = _LABELLED_VALUE.match(text, match.end())
        position = value.end() if value else match.end()
        found = True
    rest.append(text[position:])
    return " ".join(rest), found


def _without_outlets(text: str, lexicon: Lexicon) -> str:
    parts = (part.strip() for part in re.split(r"[-|/،:]", text))
    return " ".join(part for part in parts if part not in lexicon.outlets)
