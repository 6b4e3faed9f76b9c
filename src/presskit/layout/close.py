"""What closes the page: its end mark, and all that follows it."""

from __future__ import annotations

import re

from presskit.layout.page import Page, mark

_AROUND_END_MARK = re.compile(r"[\s/*#|_.\-‫‬]*")
_LONGEST_END_MARK = 60
_DESK_CODE = re.compile(r"[\d*/ ]{5,20}")
_AFTER_END_MARK = "after-end-mark"
_SOURCE = re.compile(r" ?:.{1,60}")


def close_page(page: Page) -> int:
    """Mark the end mark and what follows it; the number of blocks before."""
    for index in range(len(page.blocks)):
        if end_mark_words(page, index) and not _followed_by_page(page, index):
            mark(page.blocks[index], "end_mark", end_mark_words)
            _drop_after(page, index)
            return index
    first = len(page.blocks)
    while first > 2 and desk_code(page, first - 1):
        first -= 1
    if first < len(page.blocks):
        mark(page.blocks[first], "end_mark", desk_code)
        _drop_after(page, first)
    return first


def _drop_after(page: Page, index: int) -> None:
    """Whatever follows the end mark is boilerplate, without being looked at."""
    for block in page.blocks[index + 1 :]:
        block.kind, block.rule = "boilerplate", _AFTER_END_MARK


def end_mark_words(page: Page, index: int) -> bool:
    """``انتهای پیام/``, ``پایان پیام/ت``, ``/انتهای پیام/۱۲۳`` alone on their line."""
    text = page.texts[index]
    if len(text) > _LONGEST_END_MARK:
        return False
    match = _AROUND_END_MARK.match(text)
    start = match.end() if match else 0
    for words in page.lexicon.end_marks:
        if text.startswith(words, start):
            rest = text[start + len(words) :]
            return not rest or (not rest[0].isalpha() and len(rest.split()) <= 4)
    return False


def _followed_by_page(page: Page, index: int) -> bool:
    """An end mark that stands before most of the text closes something else."""
    blocks = page.blocks
    before, after = blocks[index].start - blocks[0].start, blocks[-1].end - blocks[index].end
    return after > 4 * before + 400


def desk_code(page: Page, index: int) -> bool:
    """IRNA's ``9376**1771``, a bare ``265 33``, ``منبع: …`` as the last line."""
    text = page.texts[index]
    if _DESK_CODE.fullmatch(text):
        return True
    over = page.lexicon.label_words.end(text, 0, len(text))
    return bool(over) and page.lexicon.label_fields[text[:over]] == "outlet" and bool(_SOURCE.fullmatch(text, over))
