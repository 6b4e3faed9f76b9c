"""Questions and answers: the turns of an interview, whose paragraphs open with who speaks and a colon.

``سوال: …`` / ``پاسخ: …``, ``س: …`` / ``ج: …``, ``خبرنگار: …`` or ``فارس: …`` / ``مشایی: …``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from presskit.layout.page import Page
from presskit.lexicon import Hit

_LABEL = re.compile(r"[\s*\-•●■▪♦️🔹🔸🔴🔵]*([^:؟!«»\"،.]{1,40}?)[\s*]*:(?!/)[\s*]*(?=\S)")
_FEWEST_QUESTIONS = 2
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
        return
    for index in range(asking[0], end):
        block = page.blocks[index]
        if index in asking:
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
