"""Date and time of publication, from the meta lines.

Jalali dates are read in every order that outlets write (``1401/06/28``, ``۲۴-۰۲-۱۴۰۴``, ``18 ارديبهشت 1400``); where
a page carries a Gregorian date alone, the Jalali one follows from it. The calendar is jdatetime's, the offset
tzdata's: Tehran kept summer time until 2022, so the offset is that of the very day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presskit.lexicon import Lexicon

_NUMERIC = re.compile(
    r"(?<!\d)(\d{4}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2}) ?([/.\-]) ?(\d{1,2}) ?\6 ?(\d{4})(?!\d)"
)
_TIME = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_WRITTEN = re.compile(
    r"(?<!\d)(\d{1,2})(?: ام)? ?[/\-]? ?(?:of )?([^\W\d]+(?: [^\W\d]+)?)(?: ?ماه)? ?[/\-،]? ?(\d{4})(?!\d)"
)
_WRITTEN_ENGLISH = re.compile(r"([A-Za-z]{3,9}) (\d{1,2})،? (\d{4})")
_JALALI_YEARS = range(1200, 1600)
_GREGORIAN_YEARS = range(1800, 2200)


class Stamp(NamedTuple):
    """A date, with its time where one stands in the same line; ``start:end`` spans both, in the line's offsets."""

    start: int
    end: int
    jalali: str
    gregorian: str
    time: str | None
    at: str | None


class Doubt(NamedTuple):
    """What is wrong with a date: a code of docs/codes.md, and words for it."""

    start: int
    end: int
    code: str
    message: str


class _Date(NamedTuple):
    start: int
    end: int
    calendar: str
    year: int
    month: int
    day: int


def stamp(text: str, lexicon: Lexicon) -> tuple[Stamp | None, list[Doubt]]:
    """The date of a meta line in its spelling-blind form, and what is doubtful about it.

    >>> from presskit.lexicon import default
    >>> stamp("1401/06/28 - 11:36", default())[0].at
    '2022-09-19T11:36:00+04:30'
    """
    doubts: list[Doubt] = []
    dates = sorted(_dates(text, lexicon), key=lambda date: (date.calendar != "jalali", date.start))
    for found in dates:
        days = _days(found)
        if days is None:
            written = text[found.start : found.end]
            doubts.append(Doubt(found.start, found.end, "date-impossible", f"there is no such day: {written}"))
            continue
        jalali, gregorian = days
        doubts.extend(_disagreements(text, found, gregorian, dates, lexicon))
        time = _TIME.search(text)
        if time is None:
            return Stamp(found.start, found.end, jalali, gregorian, None, None), doubts
        hour, minute, second = int(time.group(1)), time.group(2), time.group(3)
        clock = f"{hour:02}:{minute}" + (f":{second}" if second else "")
        start, end = min(found.start, time.start()), max(found.end, time.end())
        return Stamp(start, end, jalali, gregorian, clock, _at(gregorian, clock)), doubts
    return None, doubts


def _dates(text: str, lexicon: Lexicon) -> Iterator[_Date]:
    for match in _NUMERIC.finditer(text):
        if match.group(1):
            year, month, day = int(match.group(1)), int(match.group(3)), int(match.group(4))
        else:
            year, month, day = int(match.group(8)), int(match.group(7)), int(match.group(5))
        calendar = _calendar(year)
        if calendar:
            yield _Date(match.start(), match.end(), calendar, year, month, day)
    for match in _WRITTEN.finditer(text):
        found = _month(match.group(2), lexicon)
        if found and _calendar(int(match.group(3))) == found[0]:
            yield _Date(match.start(), match.end(), *found[:1], int(match.group(3)), found[1], int(match.group(1)))
    for match in _WRITTEN_ENGLISH.finditer(text):
        found = _month(match.group(1), lexicon)
        if found and found[0] == "gregorian":
            yield _Date(match.start(), match.end(), "gregorian", int(match.group(3)), found[1], int(match.group(2)))


def _calendar(year: int) -> str | None:
    return "jalali" if year in _JALALI_YEARS else "gregorian" if year in _GREGORIAN_YEARS else None


def _month(words: str, lexicon: Lexicon) -> tuple[str, int] | None:
    for name in (words, words.removesuffix(" ماه"), words.removesuffix("ماه"), words.capitalize(), words.lower()):
        for calendar in ("jalali", "gregorian"):
            number = lexicon.months.get(calendar, {}).get(name.strip())
            if number:
                return calendar, number
    return None


def _days(found: _Date) -> tuple[str, str] | None:
    """The day in both calendars, ISO-like; None where there is no such day."""
    import datetime

    import jdatetime

    try:
        if found.calendar == "jalali":
            jalali = jdatetime.date(found.year, found.month, found.day)
            return jalali.isoformat(), jalali.togregorian().isoformat()
        gregorian = datetime.date(found.year, found.month, found.day)
        return jdatetime.date.fromgregorian(date=gregorian).isoformat(), gregorian.isoformat()
    except ValueError:
        return None


def _disagreements(
    text: str, found: _Date, gregorian: str, dates: Sequence[_Date], lexicon: Lexicon
) -> Iterator[Doubt]:
    """A second date that is another day, a stated weekday that is not that of the date."""
    for other in dates:
        days = _days(other)
        if other.calendar != found.calendar and days and days[1] != gregorian:
            yield Doubt(
                other.start, other.end, "dates-disagree", f"{days[1]} is not {gregorian}, the other date of the line"
            )
    import datetime

    weekday = (datetime.date.fromisoformat(gregorian).weekday() + 2) % 7  # Saturday is 0
    names = lexicon.months.get("weekday", {})
    for match in re.finditer(r"(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه|جمعه", text):
        stated = names.get(match.group())
        if stated is not None and stated != weekday:
            yield Doubt(match.start(), match.end(), "weekday-mismatch", f"{gregorian} is not a {match.group()}")


def _at(gregorian: str, clock: str) -> str:
    import datetime
    from zoneinfo import ZoneInfo

    moment = datetime.datetime.fromisoformat(f"{gregorian}T{clock}").replace(tzinfo=ZoneInfo("Asia/Tehran"))
    return moment.isoformat()
