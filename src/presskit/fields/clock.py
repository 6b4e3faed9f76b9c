"""The time of day in a meta line: ``11:36``, ``۰۹:۰۷ ب.ظ``, ``9:07 PM``."""

from __future__ import annotations

import re
from typing import NamedTuple

from presskit.lexicon import Lexicon

_FIGURES = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
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
    match = _FIGURES.search(text)
    if match is None:
        return None
    hour, minute, second = int(match.group(1)), match.group(2), match.group(3)
    end, part = _part_of_day(text, match.end(), lexicon)
    hour = _of_24(hour, part)
    return Time(match.start(), end, f"{hour:02}:{minute}" + (f":{second}" if second else ""))


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
