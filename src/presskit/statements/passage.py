"""What the rules read: one block of the page in the spelling-blind view, with the lexicon's words in it.

`Passage` answers the small questions that rules ask: which words of the lexicon stand here, is this inside a
quotation, what follows this cue, does a name begin here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from presskit.lexicon import Hit, Lexicon, Phrases, Scan
from presskit.statements.cast import Cast
from presskit.text.sentences import Quotes, sentences

_PEOPLE_WINDOW = 400
_THIS = "این "
_WORD = re.compile(r"\w")


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


@dataclass(slots=True)
class Passage:
    """A block: ``text[start:end]`` of the whole view, its quotations and sentences."""

    scan: Scan
    start: int
    end: int
    cast: Cast
    text: str = field(init=False)
    lexicon: Lexicon = field(init=False)
    quotes: Quotes = field(init=False)
    sentences: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.text, self.lexicon = self.scan.text, self.scan.lexicon
        self.quotes = Quotes(self.text, self.start, self.end)
        self.sentences = sentences(self.text, self.start, self.end, self.quotes)

    def after_offset(self, start: int) -> Passage:
        """The same passage from ``start`` on."""
        return Passage(self.scan, start, self.end, self.cast)

    def within(self, start: int, end: int) -> Sequence[Hit]:
        """The hits that lie in ``text[start:end]``."""
        return self.scan.frames.within(start, end)

    def hit_at(self, offset: int) -> Hit | None:
        """The hit that begins at ``offset``."""
        return self.scan.frames.at(offset)

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

    def sentence_end(self, offset: int) -> int:
        """Where the sentence ends that ``offset`` lies in."""
        number = bisect_left(self.sentences, (offset + 1,)) - 1
        return self.sentences[max(number, 0)][1]

    def after(self, hit: Hit, end: int) -> tuple[After, int]:
        """What follows a cue before ``end``, and where it is over."""
        match = _AFTER.match(self.text, hit.end, end)
        if match is None:
            return After.WORDS, hit.end
        kind = After[match.lastgroup or "END"]
        return kind, (match.end() - 1 if kind is After.QUOTE else match.end())

    def people(self, start: int, end: int) -> Sequence[Hit]:
        """The words in ``text[start:end]`` that people are named by."""
        return self.scan.people.within(start, min(end, start + _PEOPLE_WINDOW))

    def looks_like_speaker(self, start: int, end: int) -> bool:
        """Whether words can name somebody: a role, a title, a given name, a body, or somebody of the cast."""
        hit = self.hit_at(start)
        if (hit is not None and hit.kind == "pronoun") or self.cast.longest_at(self.text, start, end):
            return True
        if self.text.startswith(("این ", "آن "), start):
            return any(self.starts(self.lexicon.anaphors, start + offset) for offset in (4, 3))
        return any(hit.kind in {"role", "title", "given", "body", "outlet"} for hit in self.people(start, end))

    def this_one(self, offset: int) -> int:
        """Where ``این مسئول`` that begins at ``offset`` ends, or 0."""
        return self.starts(self.lexicon.anaphors, offset + len(_THIS)) if self.text.startswith(_THIS, offset) else 0

    def starts(self, phrases: Phrases, offset: int) -> int:
        """Where the longest of ``phrases`` that begins at ``offset`` ends, or 0."""
        return phrases.end(self.text, offset, self.end)

    def has_word(self, start: int, end: int) -> bool:
        """Whether a letter or a digit stands in ``text[start:end]``."""
        return _WORD.search(self.text, start, end) is not None

    def strip(self, start: int, end: int) -> tuple[int, int]:
        """``start:end`` without spaces, commas and dashes at its edges."""
        text = self.text
        while start < end and text[start] in " ،؛:-_":
            start += 1
        while end > start and text[end - 1] in " ،؛-_":
            end -= 1
        return start, end
