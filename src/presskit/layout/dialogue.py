"""Questions and answers: the turns of an interview, whose paragraphs open with who speaks and a colon.

``سوال: …`` / ``پاسخ: …``, ``س: …`` / ``ج: …``, ``خبرنگار: …`` or ``فارس: …`` / ``مشایی: …``. Some interviews have no
labels: their questions stand in lines of their own, starred or addressed to *you*, and all between them answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from presskit.layout.page import Page
from presskit.lexicon import Hit

_LABEL = re.compile(r"[\s*\-•●■▪♦️🔹🔸🔴🔵]*([^:؟!«»\"،.]{1,40}?)[\s*]*:(?!/)[\s*]*(?=\S)")
_FEWEST_QUESTIONS = 2
_FEWEST_BARE = 3  # questions without labels
_LONGEST_BARE = 300
_TOP = 5  # blocks
_INTERVIEW = re.compile(r"گفت ?و ?گو|گفتگو|مصاحبه|(?:پرسش|سوال|سیوال) ?(?:ها|ات)")
_STARRED = re.compile(r"^[*\-•●■▪] ?\w")
_YOU = re.compile(
    r"(?:^|[ ،*\-])(?:شما|تو|خودتان|نظرتان)(?=[ ،؟])"
    r"|(?:دارید|هستید|کنید|کردید|شدید|دانید|بینید|گویید|گیرید|دهید|خواهید|بودید)(?=[ ،؟])"
)
_MOST_NAME_WORDS = 5
QUESTION = "question-turn"
ANSWER = "answer-turn"
TURNS = frozenset({QUESTION, ANSWER})


class Turn(NamedTuple):
    """A paragraph of a dialogue: in its text the label is ``text[start:end]``, and the words follow at ``over``."""

    start: int
    end: int
    over: int


def turn(text: str) -> Turn | None:
    """The label that a paragraph opens with, where it does."""
    match = _LABEL.match(text)
    if match is None or match.group(1).count(" ") >= _MOST_NAME_WORDS:
        return None
    return Turn(*match.span(1), match.end())


def mark_turns(page: Page, end: int) -> None:
    """Mark the turns of a page that has some: its questions and their answers."""
    asking = [index for index in range(1, end) if asks(page, index)]
    if len(asking) < _FEWEST_QUESTIONS:
        asking = _bare_questions(page, end)
    if not asking:
        return
    questions = frozenset(asking)
    for index in range(asking[0], end):
        block = page.blocks[index]
        if index in questions:
            block.rule = QUESTION
        elif _answers(page, index):
            block.rule = ANSWER


def asks(page: Page, index: int) -> bool:
    """Whether one who asks opens a block: ``سوال``, ``خبرنگار ایسنا``; an outlet, which opens leads too, has a mark."""
    text, lexicon = page.texts[index], page.lexicon
    found = turn(text)
    if found is None or _tells(page, index, found):
        return False
    label = text[found.start : found.end]
    return label.split(" ")[0] in lexicon.askers or (label in lexicon.outlets and "؟" in text[found.over :])


def _bare_questions(page: Page, end: int) -> list[int]:
    """The questions of an interview without labels: starred lines, or, where there are none, lines that say *you*.

    The top of the page must tell that it is one.
    """
    if not any(_INTERVIEW.search(text) for text in page.texts[:_TOP]):
        return []
    lines = [index for index in range(1, end - 1) if _may_ask(page, index)]
    for sign in (_STARRED, _YOU):
        found = [index for index in lines if sign.search(page.texts[index])]
        questions = frozenset(found)
        if sum(index + 1 not in questions for index in found) >= _FEWEST_BARE:
            return found
    return []


def _may_ask(page: Page, index: int) -> bool:
    """A short line that ends as a question, and tells of nobody who asked it."""
    text = page.texts[index]
    if len(text) > _LONGEST_BARE or not text.rstrip(' *»"').endswith("؟"):
        return False
    return not any(hit.kind == "cue" and hit.verb and not hit.verb.weak for hit in page.frames(index))


def _answers(page: Page, index: int) -> bool:
    """What follows a question, or opens with a label; ``وی گفت:`` does not even there: it opens a frame of its own."""
    found = turn(page.texts[index])
    if page.blocks[index - 1].rule == QUESTION:
        return found is None or not _tells(page, index, found)
    return found is not None and not _of_label(page, index, found)


def _tells(page: Page, index: int, found: Turn) -> bool:
    """``کریمی پاسخ داد:`` is no label: it says in the newsroom's words that somebody spoke."""
    return any(hit.kind == "cue" for hit in _of_label(page, index, found))


def _of_label(page: Page, index: int, found: Turn) -> Sequence[Hit]:
    """The words of a label that make frames elsewhere: ``سوال``, ``وی``."""
    start = page.places[index]
    return page.scan.frames.within(start, start + found.over)
