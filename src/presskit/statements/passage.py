"""What the rules read: one block of the page in the spelling-blind view, with the lexicon's words in it.

`Passage` answers the small questions that rules ask: which words of the lexicon stand here, is this inside a
quotation, what follows this cue, does a name begin here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from presskit.lexicon import Hit, Lexicon
from presskit.statements.cast import Cast
from presskit.text.sentences import Quotes, sentences

_PEOPLE_WINDOW = 400


class After(Enum):
    """What follows a cue."""

    COLON = "colon"
    QUOTE = "quote"
    THAT = "that"
    COMMA = "comma"
    AND = "and"
    END = "end"
    WORDS = "words"


_AFTER = re.compile(
    r"(?P<COLON> ?(?:که|چنین|این ?گونه|این ?طور|نیز)? ?:(?!//))"
    r'|(?P<QUOTE> ?،? ?(?:که ?)?["«])'
    r"|(?P<THAT> ?،? که\b،? ?)"
    r"|(?P<COMMA> ?[،؛] ?)"
    r"|(?P<AND> و(?= ))"
    r"|(?P<END> ?[.!؟…)»\"]|\s*$)"
)


class Hits:
    """The words of the lexicon in a text, in order, with the places to find them by."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._all = hits
        self._starts = [hit.start for hit in hits]
        self._ends = [hit.end for hit in hits]

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie in ``text[start:end]``."""
        first = bisect_left(self._starts, start)
        return self._all[first : bisect_right(self._ends, end, first)]

    def at(self, offset: int) -> Hit | None:
        """The hit that begins at ``offset``."""
        number = bisect_left(self._starts, offset)
        return self._all[number] if number < len(self._starts) and self._starts[number] == offset else None


@dataclass(slots=True)
class Passage:
    """A block: ``text[start:end]`` of the whole view, its ``hits`` in order, its quotations and sentences."""

    text: str
    start: int
    end: int
    hits: Hits
    lexicon: Lexicon
    cast: Cast
    quotes: Quotes = field(init=False)
    sentences: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.quotes = Quotes(self.text, self.start, self.end)
        self.sentences = sentences(self.text, self.start, self.end, self.quotes)

    def after_offset(self, start: int) -> Passage:
        """The same passage from ``start`` on."""
        return Passage(self.text, start, self.end, self.hits, self.lexicon, self.cast)

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie in ``text[start:end]``."""
        return self.hits.within(start, end)

    def hit_at(self, offset: int) -> Hit | None:
        """The hit that begins at ``offset``."""
        return self.hits.at(offset)

    def quoted(self, offset: int) -> bool:
        """Whether the word at ``offset`` stands in a quotation that is closed, or that its own sentence opened."""
        quote = self.quotes.around(offset)
        if quote is None:
            return False
        return quote.closed or self.sentence_of(offset) == self.sentence_of(quote.start)

    def sentence_of(self, offset: int) -> int:
        """Where the sentence begins that ``offset`` lies in."""
        number = bisect_left(self.sentences, (offset + 1,)) - 1
        return self.sentences[max(number, 0)][0]

    def after(self, hit: Hit, end: int) -> tuple[After, int]:
        """What follows a cue before ``end``, and where it is over."""
        match = _AFTER.match(self.text, hit.end, end)
        if match is None:
            return After.WORDS, hit.end
        kind = After[match.lastgroup or "END"]
        return kind, (match.end() - 1 if kind is After.QUOTE else match.end())

    def people(self, start: int, end: int) -> list[Hit]:
        """The words in ``text[start:end]`` that people are named by."""
        return self.lexicon.people(self.text, start, min(end, start + _PEOPLE_WINDOW))

    def starts(self, words: Sequence[str], offset: int) -> int:
        """Where the first of ``words`` (longest first) that begins at ``offset`` ends, or 0."""
        for word in words:
            if self.text.startswith(word, offset):
                end = offset + len(word)
                if end >= self.end or not self.text[end].isalnum():
                    return end
        return 0

    def strip(self, start: int, end: int) -> tuple[int, int]:
        """``start:end`` without spaces and commas at its edges."""
        text = self.text
        while start < end and text[start] in " ،؛:-":
            start += 1
        while end > start and text[end - 1] in " ،؛-":
            end -= 1
        return start, end
