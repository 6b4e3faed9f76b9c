"""Questions and answers: the turns of an interview, whose paragraphs open with who speaks and a colon.

``سوال: …`` / ``پاسخ: …``, ``س: …`` / ``ج: …``, ``خبرنگار: …`` or ``فارس: …`` / ``مشایی: …``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presskit.layout.page import Page
from presskit.lexicon import Lexicon

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
    blocks, lexicon = page.blocks, page.lexicon
    turns = [turn(page.texts[index]) for index in range(end)]
    asking = [
        index
        for index, found in enumerate(turns)
        if found and index and _is_question(page.texts[index], found, lexicon)
    ]
    if len(asking) < _FEWEST_QUESTIONS:
        return
    for index in range(asking[0], end):
        found, block = turns[index], blocks[index]
        if index in asking:
            block.rule = QUESTION
        elif blocks[index - 1].rule == QUESTION or (found and not _has_cue(page, index, found)):
            block.rule = ANSWER


def _has_cue(page: Page, index: int, found: Turn) -> bool:
    """``وی گفت:`` opens a frame of its own, and is no label."""
    start = page.places[index]
    return bool(page.scan.frames.within(start, start + found.over))


def _is_question(text: str, found: Turn, lexicon: Lexicon) -> bool:
    """Whether one who asks speaks: ``سوال``, ``خبرنگار ایسنا``; an outlet, which opens leads too, asks with a mark."""
    label = text[found.start : found.end]
    return label.split(" ")[0] in lexicon.askers or (label in lexicon.outlets and "؟" in text[found.over :])
