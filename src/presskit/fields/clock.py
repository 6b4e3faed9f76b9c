"""The time of day in a meta line: ``11:36``, ``۰۹:۰۷ ب.ظ``, ``9:07 PM``."""

from __future__ import annotations

import re
from typing import NamedTuple

from presskit.lexicon import Lexicon

# What is surer comes first: "17 مهر 1402 - 13 : 25", "ساعت 8 و 30 دقیقه".
_WRITTEN = (
    re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])"),
    re.compile(r"(?:^|(?<=[-|/،:] )|(?<=\bساعت ))([01]?\d|2[0-3]) : ([0-5]\d)()(?! ?[\d:])"),
    re.compile(r"(?<=\bساعت )([01]?\d|2[0-3]) و ([0-5]?\d) دقیقه()(?!\w)"),
)
_MORNING, _AFTERNOON, _NIGHT = range(3)  # the parts of the day as the lexicon numbers them
_FIRST_NIGHT_HOUR = 5  # "4:30 شب" is after midnight, "8:30 شب" before it


class Time(NamedTuple):
    """A time of day, ``text[start:end]`` with the part of the day after it; ``clock`` is ``HH:MM`` or ``HH:MM:SS``."""

    start: int
    end: int
    clock: str


def read(text: str, lexicon: Lexicon) -> Time | None:
    """The first time of a line in its spelling-blind form.

    >>> from presskit.lexicon import default
    >>> read("9:07 PM", default()).clock
    '21:07'
    """
    match = next(filter(None, (written.search(text) for written in _WRITTEN)), None)
    if match is None:
        return None
    end, part = _part_of_day(text, match.end(), lexicon)
    hour, minute, second = _of_24(int(match.group(1)), part), int(match.group(2)), match.group(3)
    return Time(match.start(), end, f"{hour:02}:{minute:02}" + (f":{int(second):02}" if second else ""))


def alone(text: str, lexicon: Lexicon) -> Time | None:
    """The time of a line that has nothing else but its label: ``ساعت: 17:45``.

    >>> from presskit.lexicon import default
    >>> alone("ساعت: 17:45", default()).clock, alone("کد خبر: 12 - 17:45", default())
    ('17:45', None)
    """
    time = read(text, lexicon)
    if time is None:
        return None
    rest = f"{text[: time.start]} {text[time.end :]}"
    labels = [label for label in lexicon.labels(rest) if label.field == "date"]
    for label in reversed(labels):
        rest = rest[: label.start] + rest[label.end :]
    return None if any(map(str.isalnum, rest)) else time


def _part_of_day(text: str, end: int, lexicon: Lexicon) -> tuple[int, int | None]:
    """Where the part of the day that a time ends with is over, and which it is."""
    start = end + text.startswith(" ", end)
    for word, part in lexicon.months["day_part"].items():
        stop = start + len(word)
        if text[start:stop].lower() == word.lower() and not text[stop : stop + 1].isalnum():
            return stop, part
    return end, None


def _of_24(hour: int, part: int | None) -> int:
    """An hour of a clock of twelve as one of 24; an hour of 24 already, and one without a part of the day, stays."""
    if part is None or hour > 12:
        return hour
    if part == _AFTERNOON:
        return hour % 12 + 12
    return hour % 12 + (12 if part == _NIGHT and _FIRST_NIGHT_HOUR <= hour < 12 else 0)
