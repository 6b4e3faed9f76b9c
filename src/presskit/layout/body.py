"""The body of the page: which of its blocks are headings."""

from __future__ import annotations

import re

from presskit.layout.blocks import Kind
from presskit.layout.dialogue import asks
from presskit.layout.page import SENTENCE_END, Page, Rule, count_words, has_frame, opens_as_report

_LONGEST_HEADING = 120
_MOST_HEADING_WORDS = 18
_STARRED = re.compile(r"\*\* ?(?=\w)")
_BULLET = re.compile(r"[*•●■▪♦️🔹🔸🔴🔵\-\s]+")


def heading_line(page: Page, index: int) -> bool:
    """A short line that ends as no sentence does, has no frame, and titles the paragraph that follows."""
    text = _BULLET.sub("", page.texts[index], count=1) if _BULLET.match(page.texts[index]) else page.texts[index]
    if not text or len(text) > _LONGEST_HEADING or count_words(text) > _MOST_HEADING_WORDS:
        return False
    if text.rstrip("* ").endswith((".", "،", ":", "!", "…", "»", '"')) or text[0] in '«"' or opens_as_report(text):
        return False
    if not _titles_something(page, index) or _is_item(page, index):
        return False
    return not (page.opens_with_pronoun(index) or has_frame(page, index) or asks(page, index))


def _is_item(page: Page, index: int) -> bool:
    """Whether a line was announced by a colon, and does not bear two stars as an agency's headings do."""
    announced = index > 0 and page.texts[index - 1].rstrip("* ").endswith(":")
    return announced and not _STARRED.match(page.raw(index))


def _titles_something(page: Page, index: int) -> bool:
    """A longer paragraph follows at once."""
    following = index + 1
    while following < len(page.blocks) and page.blocks[following].kind == "boilerplate":
        following += 1
    if following >= len(page.blocks) or page.blocks[following].kind != "paragraph":
        return False
    return len(page.texts[following]) > len(page.texts[index]) or bool(SENTENCE_END.search(page.texts[following]))


BODY: tuple[tuple[Kind, Rule], ...] = (("heading", heading_line),)
