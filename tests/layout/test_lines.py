"""Lines that are no prose, and lines that only look like them: what presskit's own words decide, and a user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import parse
from presskit.layout.meta import is_meta
from presskit.lexicon import default, load
from presskit.text.view import key

META = [
    "کد خبر: ۷۵۳۱۶",
    "کدخبر: 2357065",
    "کد خبر ۱۰۵۹۹۱۷",
    "شناسه‌خبر : ۱۲",
    "News ID: 75",
    "دسته بندی: سیاست",
    "دسته‌بندی : سیاست",
    "گروه خبری: جامعه",
    "گزارش از: مریم صادقی",
    "نویسنده: مریم صادقی",
    "منبع: ایسنا",
    "شناسه: ۴۵۶",
    "ID: 8456",
    "زمان مطالعه: ۲ دقیقه",
    "بیست و هفتم مهر ۱۴۰۲",
    "تعداد بازدید: ۱۲۰ | نظرات: ۳",
    "ساعت ۱۱",
    "9038 سیاسی 1400/02/19 - 18:16",
    "یزد - ایسنا",
    "یزد – ایسنا –",
    "ایسنا/ یزد",
    "شیراز - خبرگزاری فارس",
    "خبرگزاری فارس:",
]
NO_META = [
    "گروه ۲۰ تشکیل جلسه داد",
    "بخش ۳ سد پر شد",
    "گزارش از ۱۵ شهر",
    "ساعت کار ادارات تغییر کرد",
    "منبعی آگاه: سد پر شد",
    "خبرنگاران: راه باز نیست و باید همین حالا باز شود",
    "ایران - عراق",
    "تهران - یزد",
    "یزد - ایسنا - سدها پر شد",
    "یزد",
    "چاپ کتاب‌های درسی",
    "دوم آبان ۱۳۹۹»",
    "",
]


@pytest.mark.parametrize("line", META)
def test_meta_line(line: str) -> None:
    assert is_meta(key(line), default())


@pytest.mark.parametrize("line", NO_META)
def test_no_meta_line(line: str) -> None:
    assert not is_meta(key(line), default())


FURNITURE = [
    "بیشتر بخوانید",
    "• بیشتر بخوانید: سدهای تهران",
    "برچسب‌ها: آب، سد",
    "برچسب ها آب",
    "کلیدواژه ها: آب",
    "عکس: رضا کریمی",
    "عکس : رضا کریمی",
    "تمامی حقوق محفوظ است",
]
PROSE = ["عکس رضا کریمی برنده شد", "نظراتی که گفتیم", "فیلم سدهای تهران را ببینید", "تلفن تماسی در کار نبود"]


def _boilerplate(line: str) -> bool:
    record = parse(f"ذخیره سدها بیشتر شده است\nوزیر نیرو گفت: باران خوبی بارید.\n{line}\nوی افزود: سدها پر شد.\n")
    return [part.text for part in record.boilerplate] == [line]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert _boilerplate(line)


@pytest.mark.parametrize("line", PROSE)
def test_no_furniture(line: str) -> None:
    assert not _boilerplate(line)


def test_words_of_ones_own_mark_lines(tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text(
        """
        [label]
        "نشانه‌خبر" = { field = "code", example = "نشانه خبر: 12" }
        "به کوشش" = { field = "byline", example = "به کوشش: مریم صادقی" }
        [furniture]
        "پیشنهاد ما" = "پیشنهاد ما: سدهای تهران"
        [end_mark]
        "تمام‌شد" = "تمام شد/"
        [occasion_end]
        "سحرگاه" = "در نشست شورا سحرگاه گفت"
        """,
        encoding="utf-8",
    )
    page = """ذخیره سدها بیشتر شده است
نشانه خبر: ۸۱
به کوشش: مریم صادقی
وزیر نیرو در نشست شورا سحرگاه گفت: باران خوبی بارید.
پیشنهاد ما: سدهای تهران
وی افزود: سدها پر شد.
تمام شد/
"""
    record = parse(page, lexicon=load(words))
    assert record.news_code and record.news_code.value == "81"
    assert record.byline and record.byline.text == "مریم صادقی"
    assert record.occasion and record.occasion.text == "نشست شورا"
    assert [part.text for part in record.boilerplate] == ["پیشنهاد ما: سدهای تهران"]
    assert record.end_mark and record.end_mark.text == "تمام شد/"
    plain = parse(page)
    assert (plain.news_code, plain.byline, plain.end_mark) == (None, None, None)


def test_a_dateline_alone_is_no_subheadline() -> None:
    record = parse("ذخیره سدها بیشتر شده است\nیزد - ایسنا\nوزیر نیرو گفت: باران خوبی بارید.\n")
    assert [part.text for part in record.meta] == ["یزد - ایسنا"]
    assert (record.subheadline, record.issues) == (None, ())
    assert record.place is not None
    assert record.outlet is not None
    assert (record.place.text, record.outlet.name) == ("یزد", "ایسنا")


INTERVIEW = "سوال: سدها پر شده است؟\nکریمی: نیمی از آن‌ها.\nسوال: جیره‌بندی خواهیم داشت؟\nکریمی: نه.\n"


@pytest.mark.parametrize(
    ("over", "headline"),
    [
        ("گفت‌وگو با رضا کریمی:", "گفت‌وگو با رضا کریمی:"),
        ("گفت‌وگو با رضا کریمی درباره سدها", "گفت‌وگو با رضا کریمی درباره سدها"),
        ("رضا کریمی:\nسدها پر شد", "سدها پر شد"),
        ("رضا کریمی درباره آب و سدها سخن گفت.", None),
    ],
)
@pytest.mark.parametrize("after", ["", "مصرف آب کمتر شد\nوزیر نیرو هم دیروز گفت: باران خوبی بارید و سدها پر شد.\n"])
def test_an_interview_has_its_headline_over_the_first_question(over: str, headline: str | None, after: str) -> None:
    found = parse(f"{over}\n{INTERVIEW}{after}").headline
    assert (found and found.text) == headline


@pytest.mark.parametrize("line", ["اخبار سیاسی", "سیاسی", "بین‌الملل"])
def test_a_desk_is_meta_at_the_head_alone(line: str) -> None:
    story = "وزیر نیرو گفت: باران خوبی بارید.\n"
    under = parse(f"ذخیره سدها بیشتر شده است\n۱۷ مهر ۱۴۰۲\n{line}\n{story}")
    assert [part.text for part in under.meta] == ["۱۷ مهر ۱۴۰۲", line]
    over = parse(f"{line}\nذخیره سدها بیشتر شده است\n{story}")
    assert [part.text for part in over.meta] == [line]
    within = parse(f"ذخیره سدها بیشتر شده است\n{story}{line}\n{story}")
    heading = within.sections[-1].heading
    assert (within.meta, heading and heading.text) == ((), line)


def test_a_starred_line_is_a_heading_after_a_colon_too() -> None:
    opening = "ذخیره سدها بیشتر شد\nرضا کریمی به پرسش‌ها پاسخ داد که در زیر می‌آید:"
    page = f"{opening}\n** مصرف آب کمتر شد\nوی گفت: مصرف آب امسال کمتر شده است.\n"
    record = parse(page)
    assert [section.heading.text for section in record.sections if section.heading] == ["** مصرف آب کمتر شد"]
    assert not [section for section in parse(page.replace("** ", "")).sections if section.heading]
