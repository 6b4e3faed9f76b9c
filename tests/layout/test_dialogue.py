"""Questions and answers: which pages are interviews, and what only looks like a turn."""

from __future__ import annotations

import pytest

from presskit import PressBriefing, parse

HEADLINE = "ذخیره سدها بیشتر شد\n"


def _said(record: PressBriefing) -> list[tuple[str | None, str | None]]:
    return [
        (statement.mention and statement.mention.text, statement.cue and statement.cue.text)
        for statement in record.statements
    ]


def test_frames_of_the_newsroom_make_no_interview() -> None:
    record = parse(
        HEADLINE
        + "ایرنا: رضا کریمی، سخنگوی آب، به پرسش‌ها پاسخ داد.\nخبرنگار ایرنا پرسید: آب کافی است؟\nکریمی پاسخ داد: بله.\n"
        + "خبرنگار دیگری پرسید: برق چطور؟\nوی گفت: برق هم داریم.\n"
    )
    assert not any(statement.rule == "answer" for statement in record.statements)
    assert ("کریمی", "پاسخ داد") in _said(record)
    assert ("وی", "گفت") in _said(record)
    assert {"کریمی پاسخ داد", "وی گفت"}.isdisjoint(speaker.name for speaker in record.speakers)


def test_a_frame_within_an_interview_is_no_turn() -> None:
    record = parse(
        HEADLINE
        + "سوال: آب کافی است؟\nرضا کریمی سخنگوی آب گفت: بله، آب کافی است.\n"
        + "سوال: برق چطور؟\nکریمی: برق هم داریم.\n"
    )
    assert _said(record) == [("رضا کریمی سخنگوی آب", "گفت"), ("کریمی", None)]


def test_one_question_makes_neither_interview_nor_heading() -> None:
    record = parse(
        HEADLINE
        + "به گزارش ایسنا، مسعود ستایشی سخنگوی قوه قضائیه گفت: پرونده در مرحله صدور حکم است.\n"
        + "خبرنگار ایلنا: آیا متهم بازداشت است؟\nستایشی: بله، متهم اصلی در بازداشت است.\n"
    )
    assert [section.heading for section in record.sections] == [None]
    assert len(record.sections[0].paragraphs) == 3


QUESTIONS = ("کی تمرین را شروع می‌کنید؟", "از داوری راضی هستید؟", "شما سال بعد هم می‌مانید؟")
ANSWERS = ("از شنبه.", "بله.\nداورها خوب بودند.", "بله، می‌مانم.")


def _interview(mark: str) -> PressBriefing:
    turns = "\n".join(f"{mark}{question}\n{answer}" for question, answer in zip(QUESTIONS, ANSWERS, strict=True))
    return parse(f"گفت‌وگو با یونس کارآمد سرمربی تیم شاهین\nتیم شاهین دیروز قهرمان شد.\n{turns}\n")


@pytest.mark.parametrize("mark", ["*", "- ", ""])
def test_questions_without_labels(mark: str) -> None:
    record = _interview(mark)
    answers = [statement for statement in record.statements if statement.rule == "answer"]
    assert [one.content[0].text for one in answers] == [answer.split("\n")[0] for answer in ANSWERS]
    assert [one.question and one.question.text for one in answers] == [one.rstrip("؟") + "؟" for one in QUESTIONS]
    assert {speaker.name for speaker in record.speakers} == {"یونس کارآمد"}
    assert [statement.content[0].text for statement in record.statements if statement.continues] == [
        "داورها خوب بودند."
    ]


def test_questions_of_the_newsroom_make_no_interview() -> None:
    questions = "\n".join(f"{question}\nاین پرسش هنوز پاسخی ندارد." for question in QUESTIONS)
    assert parse(f"{HEADLINE}نادر بهروش دیروز به تهران رفت.\n{questions}\n").statements == ()
    lines = "آیا صدرنشین عوض می‌شود؟\nبازی‌های مهمی در پیش است.\nشاهین - طوفان؛ چه کسی می‌برد؟\nهر دو خوب‌اند.\n"
    record = parse(f"{HEADLINE}هفته بیستم لیگ برگزار می‌شود.\n{lines}چه کسی می‌ماند؟\nهیچ‌کس نمی‌داند.\n")
    assert record.statements == ()
