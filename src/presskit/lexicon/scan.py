"""The lexicon's words in a text, found once for all who ask: `Scan`, and `Phrases` for words that open a stretch."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from presskit.lexicon.model import Hit, Lexicon


class Hits:
    """The words of the lexicon in a text, in order, with the places to find them by."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._all = hits
        self._starts = [hit.start for hit in hits]
        self._ends = [hit.end for hit in hits]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._all)

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie in ``text[start:end]``."""
        first = bisect_left(self._starts, start)
        return self._all[first : bisect_right(self._ends, end, first)]

    def at(self, offset: int) -> Hit | None:
        """The hit that begins at ``offset``."""
        number = bisect_left(self._starts, offset)
        return self._all[number] if number < len(self._starts) and self._starts[number] == offset else None


class Scan(NamedTuple):
    """A text in its spelling-blind form, with the words that make frames and those that name people in it."""

    text: str
    lexicon: Lexicon
    frames: Hits
    people: Hits

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Scan:
        """Scan a text. Linear in its length."""
        return cls(text, lexicon, Hits(lexicon.frames(text)), Hits(lexicon.people(text)))


def longest_words(text: str, start: int, has: Callable[[str], bool]) -> int:
    """Where the longest of one to three words that begin at ``start`` ends which a list has; 0 where it has none.

    >>> longest_words("در نشست خبری امروز گفت", 3, {"نشست", "نشست خبری"}.__contains__)
    12
    """
    ends = [start + word.end() for word in _WORD.finditer(text[start : start + _LONGEST])][:_MOST]
    return next((end for end in reversed(ends) if has(text[start:end])), 0)


_WORD = re.compile(r"\w+")
_LONGEST = 40  # letters
_MOST = 3  # words
