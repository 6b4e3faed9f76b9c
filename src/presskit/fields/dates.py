"""Date and time of publication, from the meta lines.

Jalali dates are read in every order that outlets write (``1401/06/28``, ``۲۴-۰۲-۱۴۰۴``, ``18 ارديبهشت 1400``); where
a page carries a Gregorian date alone, the Jalali one follows from it. A Hijri date is read as none of these. The
calendar is jdatetime's, the offset tzdata's: Tehran kept summer time until 2022, so the offset is that of the very day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from presskit.fields import clock, hijri
from presskit.lexicon import Lexicon

_NUMERIC = re.compile(
    r"(?<!\d)(\d{4}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?!\d)|(?<!\d)(\d{1,2}) ?([/.\-]) ?(\d{1,2}) ?\6 ?(\d{4})(?!\d)"
)
_WRITTEN = re.compile(
    r"(?<!\d)(\d{1,2})(?: ام)? ?[/\-]? ?(?:of )?([^\W\d]+(?: [^\W\d]+)?)(?: ?ماه)? ?[/\-،]? ?"
    r"(\d{4}(?!\d)|0\d(?! ?[\d:]))"
)
# What a day in words stands before.
_MONTH_AND_YEAR = re.compile(r"(?<= )([^\W\d]+(?: ?ماه)?) ?[/\-،]? ?(\d{4})(?!\d)")
_WRITTEN_ENGLISH = re.compile(r"([A-Za-z]{3,9}) (\d{1,2})،? (\d{4})")
_FIGURE = re.compile(r"\d")
_WEEKDAY = re.compile(r"(?:(?:یک|دو|سه|چهار|پنج) ?)?شنبه|جمعه|آدینه")
_YEARS = {"jalali": range(1200, 1600), "gregorian": range(1800, 2200), "hijri": range(1300, 1600)}
# A year written in figures alone is Jalali, and from 1440 (2018 or, in Jalali, 2061) on Hijri, unless more is known.
_IN_EITHER = range(1411, 1600)
_FIRST_HIJRI = 1440


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
    dates = [date for date in _read(text, lexicon) if date.calendar != "hijri"]
    for found in sorted(dates, key=lambda date: (date.calendar != "jalali", date.start)):
        day = _day(found)
        if day is None:
            written = text[found.start : found.end]
            doubts.append(Doubt(found.start, found.end, "date-impossible", f"there is no such day: {written}"))
            continue
        doubts.extend(_disagreements(text, found, day, dates, lexicon))
        return _stamp(text, found, day, lexicon), doubts
    return None, doubts


def places(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where in a line dates stand, whether or not there are such days, in order."""
    return sorted((date.start, date.end) for date in _dates(text, lexicon)) if _FIGURE.search(text) else []


def timed(found: Stamp, line: str, lexicon: Lexicon) -> Stamp:
    """A date with the time of the line before or after it, where that is a time alone; its place stays the date's."""
    time = clock.alone(line, lexicon) if found.time is None else None
    return found._replace(time=time.clock, at=_at(found.gregorian, time.clock)) if time else found


def hijri_stamp(text: str, lexicon: Lexicon) -> Stamp | None:
    """The date of a meta line that has a Hijri date alone; its weekday says which day that is.

    >>> from presskit.lexicon import default
    >>> hijri_stamp("دوشنبه 22 صفر 1444", default()).jalali
    '1401-06-28'
    """
    stated = {number for _, _, number in _weekdays(text, lexicon)}
    for found in _read(text, lexicon):
        days = hijri.days(*found[3:]) if found.calendar == "hijri" else ()
        day = next((day for day in days if _weekday(day) in stated), None)
        if day:
            return _stamp(text, found, day, lexicon)
    return None


def _stamp(text: str, found: _Date, day: datetime.date, lexicon: Lexicon) -> Stamp:
    import jdatetime

    jalali, gregorian = jdatetime.date.fromgregorian(date=day).isoformat(), day.isoformat()
    time = clock.read(text, lexicon)
    if time is None:
        return Stamp(found.start, found.end, jalali, gregorian, None, None)
    start, end = min(found.start, time.start), max(found.end, time.end)
    return Stamp(start, end, jalali, gregorian, time.clock, _at(gregorian, time.clock))


def _read(text: str, lexicon: Lexicon) -> list[_Date]:
    """The dates of a line, each with its calendar."""
    dates = list(_dates(text, lexicon)) if _FIGURE.search(text) else []
    sure = {_day(date) for date in dates if date.calendar not in ("either", "hijri")}
    stated = {number for _, _, number in _weekdays(text, lexicon)}
    return [
        date._replace(calendar=_settled(date, sure, stated)) if date.calendar == "either" else date for date in dates
    ]


def _settled(found: _Date, sure: Collection[datetime.date | None], stated: Collection[int]) -> str:
    """Whether a date is Jalali or Hijri by the other dates of its line, its weekday, or its year alone."""
    jalali, lunar = _day(found._replace(calendar="jalali")), hijri.days(*found[3:])
    if jalali is None or not lunar:
        return "hijri" if lunar else "jalali"
    evidence = (
        (jalali in sure, any(day in sure for day in lunar)),
        (_weekday(jalali) in stated, any(_weekday(day) in stated for day in lunar)),
        (found.year < _FIRST_HIJRI, found.year >= _FIRST_HIJRI),
    )
    return next("jalali" if is_jalali else "hijri" for is_jalali, is_hijri in evidence if is_jalali != is_hijri)


def _dates(text: str, lexicon: Lexicon) -> Iterator[_Date]:
    for match in _NUMERIC.finditer(text):
        if match.group(1):
            year, month, day = int(match.group(1)), int(match.group(3)), int(match.group(4))
        else:
            year, month, day = int(match.group(8)), int(match.group(7)), int(match.group(5))
        calendars = [name for name in ("jalali", "gregorian") if year in _YEARS[name]]
        if calendars:
            calendar = "either" if year in _IN_EITHER else calendars[0]
            yield _Date(match.start(), match.end(), calendar, year, month, day)
    for match in _WRITTEN.finditer(text):
        yield from _written(match.span(), int(match.group(1)), match.group(2), match.group(3), lexicon)
    for match in _MONTH_AND_YEAR.finditer(text):
        start, day = _day_before(text, match.start() - 1, lexicon)
        if day:
            yield from _written((start, match.end()), day, match.group(1), match.group(2), lexicon)
    for match in _WRITTEN_ENGLISH.finditer(text):
        found = _month(match.group(1), lexicon)
        if found and found[0] == "gregorian":
            yield _Date(match.start(), match.end(), "gregorian", int(match.group(3)), found[1], int(match.group(2)))


def _written(span: tuple[int, int], day: int, month: str, year: str, lexicon: Lexicon) -> Iterator[_Date]:
    """A date whose month is a word; a Jalali year of two figures is of this century: ``17 مهر 02``."""
    found = _month(month, lexicon)
    if found and len(year) == 2 and found[0] == "jalali":
        year = f"14{year}"
    if found and int(year) in _YEARS[found[0]]:
        yield _Date(*span, found[0], int(year), found[1], day)


def _day_before(text: str, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Where the ordinal number that ends at ``end`` begins, the longest of ``بیست و یکم``, and its day; or 0."""
    starts = {
        end - len(word): number
        for word, number in lexicon.months["day"].items()
        if text.endswith(word, 0, end) and not text[: end - len(word)][-1:].isalnum()
    }
    return min(starts.items(), default=(end, 0))


def _month(words: str, lexicon: Lexicon) -> tuple[str, int] | None:
    for name in (words, words.removesuffix(" ماه"), words.removesuffix("ماه"), words.capitalize(), words.lower()):
        for calendar in _YEARS:
            number = lexicon.months.get(calendar, {}).get(name.strip())
            if number:
                return calendar, number
    return None


def _day(found: _Date) -> datetime.date | None:
    """The day of a Jalali or Gregorian date; None where there is no such day."""
    import jdatetime

    try:
        if found.calendar == "jalali":
            day: datetime.date = jdatetime.date(found.year, found.month, found.day).togregorian()
            return day
        return datetime.date(found.year, found.month, found.day)
    except ValueError:
        return None


def _disagreements(
    text: str, found: _Date, day: datetime.date, dates: Sequence[_Date], lexicon: Lexicon
) -> Iterator[Doubt]:
    """A second date that is another day, a stated weekday that is not that of the date."""
    for other in dates:
        another = _day(other) if other.calendar != found.calendar else None
        if another and another != day:
            message = f"{another.isoformat()} is not {day.isoformat()}, the other date of the line"
            yield Doubt(other.start, other.end, "dates-disagree", message)
    for start, end, number in _weekdays(text, lexicon):
        if number != _weekday(day):
            yield Doubt(start, end, "weekday-mismatch", f"{day.isoformat()} is not a {text[start:end]}")


def _weekday(day: datetime.date) -> int:
    return (day.weekday() + 2) % 7  # Saturday is 0


def _weekdays(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """The weekdays that a line names: where, and which."""
    for match in _WEEKDAY.finditer(text):
        number = lexicon.months["weekday"].get(match.group())
        if number is not None:
            yield *match.span(), number


def _at(gregorian: str, clock: str) -> str:
    from zoneinfo import ZoneInfo

    moment = datetime.datetime.fromisoformat(f"{gregorian}T{clock}").replace(tzinfo=ZoneInfo("Asia/Tehran"))
    return moment.isoformat()
