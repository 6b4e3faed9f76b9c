"""The head of the page: what stands over the headline, and what under it is the lead."""

from __future__ import annotations

import pytest

from presskit import PressBriefing, parse

STORY = "به گزارش ایسنا، رضا کریمی مدیرعامل شرکت آب گفت: آب داریم.\nوی افزود: مصرف آب هم کمتر شده است.\n"


def _head(record: PressBriefing) -> dict[str, str | None]:
    parts = {kind: getattr(record, kind) for kind in ("kicker", "headline", "subheadline", "lead")}
    return {kind: part and part.text for kind, part in parts.items()}


OVER_THE_HEAD = [
    "استانها > خراسان رضوی",
    "استان‌ها>خراسان رضوی",
    "صفحه نخست » سیاسی",
    "صفحه نخست » سیاسی » دولت",
    "خانه / اخبار / ورزشی",
    "روابط عمومی شهرداری اصفهان",
    "روابط عمومی شرکت آب منطقه‌ای یزد",
    "وزارت نیرو",
    "وزارت بهداشت، درمان و آموزش پزشکی",
    "بانک مرکزی جمهوری اسلامی ایران",
    "شهرداری اصفهان",
    "استانداری یزد",
]


@pytest.mark.parametrize("line", OVER_THE_HEAD)
@pytest.mark.parametrize("kicker", [None, "وزیر نیرو:"])
def test_a_line_over_the_head_is_meta(line: str, kicker: str | None) -> None:
    over = f"{line}\n{kicker}\n" if kicker else f"{line}\n"
    record = parse(f"{over}ذخیره سدها بیشتر شد\n۱۷ مهر ۱۴۰۲\n{STORY}")
    assert _head(record) == {
        "kicker": kicker, "headline": "ذخیره سدها بیشتر شد", "subheadline": None, "lead": None,
    }  # fmt: skip
    assert [part.text for part in record.meta] == [line, "۱۷ مهر ۱۴۰۲"]


HEADLINES = [
    "استاندار یزد: آب داریم/ مصرف کمتر شد",
    "اخبار سدها/ آب داریم",
    "شهرداری اصفهان آب می‌خرد",
    "روابط عمومی سپاه: آب داریم",
    "روابط عمومی سپاه رزمایش تازه‌ای برگزار کرد",
    "وزارت نیرو زیر ذره‌بین مجلس",
    "«آب داریم» » وزیر نیرو",
    "خانه",
]


@pytest.mark.parametrize("line", HEADLINES)
def test_a_headline_stays_one(line: str) -> None:
    assert _head(parse(f"{line}\nذخیره سدها بیشتر شد\n{STORY}"))["headline"] == line


def test_an_issuer_over_no_headline_is_the_headline() -> None:
    assert _head(parse(f"وزارت نیرو\n{STORY}"))["headline"] == "وزارت نیرو"


def test_what_ends_with_a_colon_is_no_lead() -> None:
    record = parse(f"ذخیره سدها بیشتر شد\nوزیر نیرو:\n۱۷ مهر ۱۴۰۲\n{STORY}")
    assert _head(record)["lead"] is None


def test_the_story_over_its_meta_lines_is_no_lead() -> None:
    one, other = "وزیر نیرو در یزد از آبگیری سه سد خبر داد.", "وی افزود: مصرف آب هم کمتر شده است."
    assert _head(parse(f"ذخیره سدها بیشتر شد\n{one}\n۱۷ مهر ۱۴۰۲\n{other}"))["lead"] == one
    assert _head(parse(f"ذخیره سدها بیشتر شد\n{one}\n{other}\n۱۷ مهر ۱۴۰۲"))["lead"] is None
    assert _head(parse(f"ذخیره سدها بیشتر شد\n{one}\n۱۷ مهر ۱۴۰۲"))["lead"] is None
