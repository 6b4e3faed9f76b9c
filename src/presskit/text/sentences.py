"""Quotation marks and sentences of a text in its spelling-blind form.

Both are linear in the length of the text and hold for any input: unclosed, unopened, nested and straight marks. A
sentence never ends inside guillemets, nor at the dot of a number or an initial.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r'[«»"]')
# The mark itself comes first, since the search for one is what makes it quick.
_END = re.compile(r"[.؟!…](?<![.؟!…][.؟!…])[.؟!…]*+(?:[»\")\]]*+(?=\s|$)|(?<=\.)(?=[^\W\d]{2}))")
_DEEPEST = 100
_LONGEST = 4_000  # no writer's sentence is longer; rules look back over a whole one for each of its cues
_INITIAL = re.compile(r"(?:^|[\s.(])[^\W\d]$")


class Quote(NamedTuple):
    """A quotation: ``text[start]`` opens it, and ``end`` is past its closing mark, or the text's end without one."""

    start: int
    end: int
    closed: bool


class Quotes:
    """The outermost quotations of ``text[start:end]``."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.all: list[Quote] = []
        depth, opened, straight = 0, -1, False
        for match in _MARK.finditer(text, start, end):
            mark, at = match.group(), match.start()
            if mark == '"' and not depth:
                depth, opened, straight = 1, at, True
            elif mark == "«" and not straight:
                depth, opened = depth + 1, opened if depth else at
                if depth > _DEEPEST:  # no quotation is nested so deep: the marks are only marks
                    break
            elif depth and (mark == '"' if straight else mark == "»"):
                depth -= 1
                if not depth:
                    self.all.append(Quote(opened, at + 1, True))
                    straight = False
        if depth:
            self.all.append(Quote(opened, end, False))
        self._starts = [quote.start for quote in self.all]

    def around(self, offset: int) -> Quote | None:
        """The quotation that the character at ``offset`` stands in, its marks included."""
        number = bisect_right(self._starts, offset) - 1
        return self.all[number] if number >= 0 and offset < self.all[number].end else None


def sentences(text: str, start: int, end: int, quotes: Quotes) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` in order, each up to and including what closes it."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        quote = quotes.around(match.start()) if quotes.all else None
        if quote is not None and quote.closed and match.end() < quote.end:
            continue
        if (
            match.group() in _ELLIPSES
            and text.endswith(_AND_SO_ON, begin, match.start())
            and _ON.match(text, match.end(), end)
        ):
            continue
        if match.group() == "." and _INITIAL.search(text, max(begin, match.start() - 3), match.start()):
            continue
        begin = _append(found, text, begin, match.end())
    _append(found, text, begin, end)
    return list(_cut(found, text)) if end - start > _LONGEST else found


_ELLIPSES = frozenset(("..", "...", "....", "…"))
_AND_SO_ON = (" و", " و ")  # "چین، آلمان و ... در"
# What a sentence goes on with after it: a preposition, or a verb.
_ON = re.compile(r" (?:در|به|از|با|را|بر|برای|که|هم|نیز|است|بود|ن?می|خبر|و)(?= )")


def _cut(found: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The same sentences, with what is no sentence any more cut at its spaces."""
    for start, end in found:
        while end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            cut = space if space > 0 else start + _LONGEST
            yield start, cut
            start = cut + (space > 0)
        if start < end:
            yield start, end


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        found.append((start, end))
    return end
