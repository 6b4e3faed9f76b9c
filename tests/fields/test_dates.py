"""Dates of meta lines: text, the Jalali day and time, and what is doubted about them."""

from __future__ import annotations

import pytest

from presskit import parse

# Lines of a page; the words of the date, its Jalali day and its time; the codes of what is doubted.
CASES: list[tuple[str, tuple[str, str, str | None] | None, list[str]]] = [
    ("1401/06/28 - 11:36", ("1401/06/28 - 11:36", "1401-06-28", "11:36"), []),
    ("۱۳:۴۲ - ۲۴-۰۲-۱۴۰۴", ("۱۳:۴۲ - ۲۴-۰۲-۱۴۰۴", "1404-02-24", "13:42"), []),
    ("14:28 - 18 ارديبهشت 1400", ("14:28 - 18 ارديبهشت 1400", "1400-02-18", "14:28"), []),
    ("سه‌شنبه / ۲۹ شهریور ۱۴۰۱ / ۱۲:۳۴", ("۲۹ شهریور ۱۴۰۱ / ۱۲:۳۴", "1401-06-29", "12:34"), []),
    ("۱۹ سپتامبر ۲۰۲۲", ("۱۹ سپتامبر ۲۰۲۲", "1401-06-28", None), []),
    ("September 19, 2022", ("September 19, 2022", "1401-06-28", None), []),
    ("1401/06/28 - 2022/09/19", ("1401/06/28", "1401-06-28", None), []),
    ("1401/06/28 - 2022/09/20", ("1401/06/28", "1401-06-28", None), ["dates-disagree"]),
    ("یکشنبه 1401/06/28", ("1401/06/28", "1401-06-28", None), ["weekday-mismatch"]),
    ("آدینه 1401/06/28", ("1401/06/28", "1401-06-28", None), ["weekday-mismatch"]),
    ("تاریخ: 1401/13/28", None, ["date-impossible"]),
    # A Hijri date beside another is no other date of publication, and gives no doubt; its year is known by it.
    ("1401/06/28 - 1444/02/22", ("1401/06/28", "1401-06-28", None), []),
    ("1444/02/22 - 1401/06/28", ("1401/06/28", "1401-06-28", None), []),
    ("22/02/1444 - 28/06/1401 - 11:36", ("28/06/1401 - 11:36", "1401-06-28", "11:36"), []),
    ("1444/02/22\n1401/06/28", ("1401/06/28", "1401-06-28", None), []),
    ("۲۲ صفر ۱۴۴۴ - ۲۸ شهریور ۱۴۰۱", ("۲۸ شهریور ۱۴۰۱", "1401-06-28", None), []),
    ("۲۸ شهریور ۱۴۰۱ | ۱۹ سپتامبر ۲۰۲۲ | ۲۲ صفر ۱۴۴۴", ("۲۸ شهریور ۱۴۰۱", "1401-06-28", None), []),
    ("دوشنبه ۲۸ شهریور ۱۴۰۱ - ۲۲ صفر ۱۴۴۴", ("۲۸ شهریور ۱۴۰۱", "1401-06-28", None), []),
    ("1423/07/15 - 22 September 2002", ("22 September 2002", "1381-06-31", None), []),
    ("1423/07/15 - 6 October 2044", ("1423/07/15", "1423-07-15", None), []),
    ("1444/02/22 - 2022/09/19", ("2022/09/19", "1401-06-28", None), []),
    ("1444/02/22 - 2065/05/11", ("1444/02/22", "1444-02-22", None), []),
    # A Hijri date alone names a day of no other calendar for sure, unless with its weekday.
    ("تاریخ: 1444/02/22", None, []),
    ("1444/02/22 - 11:36", None, []),
    ("۲۲ صفر ۱۴۴۴", None, []),
    ("دوشنبه 1444/02/22 - 11:36", ("1444/02/22 - 11:36", "1401-06-28", "11:36"), []),
    ("دوشنبه ۲۲ صفر ۱۴۴۴", ("۲۲ صفر ۱۴۴۴", "1401-06-28", None), []),
    ("سه‌شنبه ۲۲ صفر ۱۴۴۴", ("۲۲ صفر ۱۴۴۴", "1401-06-29", None), []),
    ("جمعه ۲۲ صفر ۱۴۴۴", None, []),
    ("دوشنبه ۲۲ صفر ۱۴۴۴\n1401/06/28", ("1401/06/28", "1401-06-28", None), []),
    # A year that may be of both calendars is Jalali, until 1440; so is a day that the other does not have.
    ("1412/02/22", ("1412/02/22", "1412-02-22", None), []),
    ("1444/02/31", ("1444/02/31", "1444-02-31", None), []),
    ("تاریخ: 1444/13/22", None, ["date-impossible"]),
]


@pytest.mark.parametrize(("lines", "wanted", "doubts"), CASES)
def test_date(lines: str, wanted: tuple[str, str, str | None] | None, doubts: list[str]) -> None:
    record = parse(f"ذخیره سدها بیشتر شده است\n{lines}\nوزیر نیرو گفت: باران خوبی بارید.\n")
    assert [part.text for part in record.meta] == lines.split("\n")
    found = record.published
    assert (found and (found.text, found.jalali, found.time)) == wanted
    assert [issue.code for issue in record.issues] == doubts


# Dates of the story, and numbers that are no dates.
NO_DATES = ["وزیر نیرو گفت: در ۲۸ شهریور ۱۴۰۱ باران بارید.", "ماده ۱۴۰۱/۶ قانون", "کد خبر: 1401062819999", "ساعت ۲۵:۷۰"]


@pytest.mark.parametrize("line", NO_DATES)
def test_no_date(line: str) -> None:
    record = parse(f"ذخیره سدها بیشتر شده است\n{line}\nوزیر نیرو گفت: باران خوبی بارید.\n")
    assert record.published is None
