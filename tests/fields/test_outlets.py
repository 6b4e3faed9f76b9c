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
    ("به گزارش ''ورزش سه'' و به نقل از میزان", "ورزش سه", "ورزش سه"),
    ('به گزارش"ورزش سه"', "ورزش سه", "ورزش سه"),
    ("به نقل از فارس", "فارس", "فارس"),
    ("به نقل از سخنگوی آب", None, None),
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


SAYS = "مدیرعامل شرکت آب گفت: ذخیره سدهای کشور امسال بیشتر شده است."
# What a paragraph opens with; place and outlet.
DATELINES: list[tuple[str, str, str | None]] = [
    ("تهران - ایرنا - ", "تهران", "ایرنا"),
    ("تهران (ایسنا) - ", "تهران", "ایسنا"),
    ("تهران(ایسنا)- ", "تهران", "ایسنا"),
    ("تهران (ایسنا): ", "تهران", "ایسنا"),
    ("مشهد – ایرنا – ", "مشهد", "ایرنا"),
    ("مشهد – ", "مشهد", None),
    ("مشهد - ", "مشهد", None),
    ("بندر عباس- ", "بندر عباس", None),
    ("مشهد: ", "مشهد", None),
    ("ایسنا/خراسان رضوی ", "خراسان رضوی", "ایسنا"),
    ("ایسنا / یزد ", "یزد", "ایسنا"),
]


@pytest.mark.parametrize(("opening", "place", "outlet"), DATELINES)
def test_dateline(opening: str, place: str, outlet: str | None) -> None:
    record = parse(_story(f"{opening}{SAYS}"))
    assert record.place and record.place.text == place
    assert (record.outlet and record.outlet.name) == outlet
    said = next(statement for statement in record.statements if statement.where != "headline")
    assert said.mention and said.mention.text == "مدیرعامل شرکت آب"
    assert said.content[0].text == "ذخیره سدهای کشور امسال بیشتر شده است."


# Two places, a weekday, a country, a line that is over at once, and one who speaks in a place.
NO_DATELINES = [
    "تهران - مشهد راهی پررفت‌وآمد است که هر روز از آن می‌گذرند.",
    "عراق - ایران بازی مهمی بود که هفته گذشته برگزار شد.",
    "ایران - عراق بازی مهمی بود که هفته گذشته برگزار شد.",
    "دوشنبه - باران همه شهرهای کشور را فرا گرفت و تمام شد.",
    "تهران - هوای پاک",
    "تهران - وزیر نیرو: آب داریم.",
    "تهران: شهری که همیشه بیدار است و هر روز بزرگ‌تر می‌شود.",
    "ایران/تهران در نقشه جهان جای خود را دارد و خواهد داشت.",
]


@pytest.mark.parametrize("line", NO_DATELINES)
def test_no_dateline(line: str) -> None:
    record = parse(_story(line))
    assert (record.place, record.outlet) == (None, None)


def test_a_report_of_a_bureau_names_its_place() -> None:
    record = parse(_story("به گزارش ایسنا – منطقه یزد، رضا کریمی مدیرعامل شرکت آب گفت: آب داریم."))
    assert record.place and record.place.text == "یزد"
    assert record.outlet and record.outlet.name == "ایسنا"
