"""The days of Hijri dates, which stand beside Jalali ones or instead of them: ``1444/02/22``, ``۲۲ صفر ۱۴۴۴``."""

from __future__ import annotations

import datetime

_BEFORE_THE_FIRST = 227_014  # the ordinal of 18 July 622 in the Gregorian calendar, the day before 1 Muharram of year 1


def days(year: int, month: int, day: int) -> tuple[datetime.date, ...]:
    """The days that a Hijri date may be: by the calendar's arithmetic, then the days before and after; none: no date.

    Months begin when the moon is seen, so that the arithmetic, which gives 30 and 29 days in turn and 11 leap days in
    30 years, may be a day off.

    >>> days(1444, 2, 22)[0].isoformat()
    '2022-09-19'
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        return ()
    months = (59 * (month - 1) + 1) // 2
    likely = _BEFORE_THE_FIRST + 354 * (year - 1) + (11 * year + 3) // 30 + months + day
    return tuple(map(datetime.date.fromordinal, (likely, likely - 1, likely + 1)))
