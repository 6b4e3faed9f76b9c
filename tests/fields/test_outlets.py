"""Who published a page and from where: the story's opening, and what is known of outlet and place."""

from __future__ import annotations

import pytest

from presskit import parse


def _story(opening: str) -> str:
    return f"ذخیره سدها بیشتر شد\n{opening}\nوی افزود: مصرف آب در شهرهای بزرگ کمتر شده است.\n"


# What stands before the comma of "…، رضا کریمی گفت:"; the outlet's words in the page, and its usual name.
REPORTS: list[tuple[str, str | None, str | None]] = [
    ("به گزارش ایسنا", "ایسنا", "ایسنا"),
    ("به گزارش خبرنگار مهر", "مهر", "مهر"),
    ("به گزارش خبرنگار ایرنا", "ایرنا", "ایرنا"),
    ("به گزارش خبرنگار مهر از یزد", "مهر", "مهر"),
    ("به گزارش خبرنگار گروه اجتماعی ایسنا", "ایسنا", "ایسنا"),
    ("به گزارش گروه سیاسی باشگاه خبرنگاران جوان", "باشگاه خبرنگاران جوان", "باشگاه خبرنگاران جوان"),
    ("به گزارش خبرنگار سیاسی خبرگزاری تسنیم", "خبرگزاری تسنیم", "تسنیم"),
    ("به گزارش خبرنگار حوزه سلامت ایسنا", "ایسنا", "ایسنا"),
    ("به گزارش روز دوشنبه خبرنگار اقتصادی ایرنا", "ایرنا", "ایرنا"),
    # Nobody whom the lexicon knows, and no outlet.
    ("به گزارش خبرنگار ما", None, None),
    ("به گزارش خبرنگار مهر و ماه", None, None),
    ("به گزارش خبرنگار اعزامی به یزد", None, None),
    ("به گزارش روابط عمومی وزارت نیرو", None, None),
]


@pytest.mark.parametrize(("opening", "words", "name"), REPORTS)
def test_outlet_of_a_report(opening: str, words: str | None, name: str | None) -> None:
    outlet = parse(_story(f"{opening}، رضا کریمی مدیرعامل شرکت آب گفت: آب داریم.")).outlet
    assert (outlet and outlet.text, outlet and outlet.name) == (words, name)


def test_a_name_ends_near_where_it_begins() -> None:
    """Nor is its end looked for farther on: these would be tens of millions of letters to look at."""
    assert parse(f"ذخیره سدها بیشتر شد\n{'به گزارش ' * 8_000}").outlet is None
