"""A spelling-blind view of a text, and the way back to its offsets.

Rules must not care how a word is spelt: ``می‌گوید``, ``میگوید`` with its half-space lost, Arabic yeh and kaf, hamza
seats, diacritics, tatweel, Persian or Arabic digits, straight or curly quotation marks, Markdown stars, a line broken
in mid-sentence. `View.of` folds all of that away, once for a whole text, and remembers where each folded character
stood.

Two kinds of change are made. A *fold* puts one character for another and moves nothing. A *deletion* drops characters
that are no part of the words; only deletions need remembering, as a sorted list of places, so the way back is a
bisection.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

ZWNJ = "\u200c"

# One character for one, so offsets stand. A chain of str.replace is a hundred times faster than str.translate here.
_FOLDS: tuple[tuple[str, str], ...] = (
    ("ي", "ی"), ("ى", "ی"), ("ې", "ی"), ("ے", "ی"), ("ئ", "ی"),
    ("ك", "ک"), ("ڪ", "ک"), ("ة", "ه"), ("ۀ", "ه"), ("ہ", "ه"), ("ھ", "ه"), ("ە", "ه"),
    ("أ", "ا"), ("إ", "ا"), ("ٱ", "ا"), ("ؤ", "و"), ("ۆ", "و"),
    *((chr(0x06F0 + digit), str(digit)) for digit in range(10)),
    *((chr(0x0660 + digit), str(digit)) for digit in range(10)),
    ("\r", "\n"), ("\t", " "), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\u3000", " "), ("\ufeff", "\u200b"),
    ("\x0b", " "), ("\x0c", " "), ("\x85", "\n"), ("\u2028", "\n"), ("\u2029", "\n"),
    ("“", '"'), ("”", '"'), ("„", '"'), ("‟", '"'), ("″", '"'), ("≪", "«"), ("≫", "»"), ("《", "«"), ("》", "»"),
    ("：", ":"), ("﹕", ":"), ("٬", "،"), (",", "،"), (";", "؛"), ("?", "؟"),
    ("–", "-"), ("—", "-"), ("‐", "-"), ("‑", "-"), ("−", "-"),
)  # fmt: skip
_ASCII_FOLDS = tuple((old, new) for old, new in _FOLDS if old.isascii())

_FORMAT = r"\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed\ufe00-\ufe0f"
# What is no part of a word: half-spaces and other format characters, diacritics, tatweel, Markdown emphasis, the
# quote mark of Markdown at a line's start, and all of a whitespace run but its first character.
_NOISE = re.compile(rf"(?<=\n)>+ ?|(?<=\s)[\s{_FORMAT}]+|[{_FORMAT}]+|\*{{2,}}|_{{2,}}")
# The same and Markdown's links, of which the words alone are left: "[ایسنا](…)".
_NOISE_AND_LINKS = re.compile(rf"!?\[(?=(?:[^\[\]\n]|\n(?!\n)){{0,200}}\]\()|\]\([^()\s]*\)|{_NOISE.pattern}")
# The same, cheap to ask: many a line has none of these.
_MAYBE_NOISE = re.compile(rf"[{_FORMAT}*_>]|\s\s")


def fold(text: str) -> str:
    """Fold spelling without moving anything: the result is as long as ``text``.

    >>> fold("رئيس كميسيون ۱۴۰۱")
    'رییس کمیسیون 1401'
    """
    for old, new in _ASCII_FOLDS if text.isascii() else _FOLDS:
        text = text.replace(old, new)
    return text


def key(text: str) -> str:
    """The spelling-blind form of a word or phrase: folded, without noise, in single spaces.

    >>> key("می‌گوید") == key("ميگويد")
    True
    """
    return " ".join(_NOISE.sub("", fold(text)).split())


def keys(texts: Iterable[str]) -> list[str]:
    """`key` of each of many short texts without line breaks, at a fraction of the cost of one call each."""
    joined = "\n".join(texts)
    return _NOISE.sub("", fold(joined)).split("\n") if joined else []


@dataclass(slots=True)
class View:
    """Folded text of ``source``; `start` and `end` take offsets in it back to offsets in the source.

    ``text`` has no line breaks: a line end counts as a space, so that a frame broken over two lines reads as one.
    """

    text: str
    source: str
    _places: list[int] = field(default_factory=list)  # where in `text` something was deleted
    _ends: list[int] = field(default_factory=list)  # where in `source` that ended
    _shifts: list[int] = field(default_factory=lambda: [0])  # how much had been deleted up to there

    @classmethod
    def of(cls, source: str) -> View:
        """The view of a decoded source. Linear in its length."""
        folded = fold(source)
        noise = _NOISE_AND_LINKS if "](" in folded else _NOISE
        if noise is _NOISE and not _MAYBE_NOISE.search(folded):
            return cls(folded.replace("\n", " "), source)
        places: list[int] = []
        ends: list[int] = []
        shifts: list[int] = [0]
        parts: list[str] = []
        kept_to = 0
        shift = 0
        for match in noise.finditer(folded):
            start, end = match.span()
            parts.append(folded[kept_to:start])
            shift += end - start
            places.append(end - shift)
            ends.append(end)
            shifts.append(shift)
            kept_to = end
        parts.append(folded[kept_to:])
        return cls("".join(parts).replace("\n", " "), source, places, ends, shifts)

    def start(self, offset: int) -> int:
        """Where in the source the character at ``offset`` of the view stands: after what was deleted before it."""
        return offset + self._shifts[bisect_right(self._places, offset)] if self._places else offset

    def end(self, offset: int) -> int:
        """Where in the source a stretch that ends at ``offset`` of the view ends: before what was deleted after it."""
        return offset + self._shifts[bisect_left(self._places, offset)] if self._places else offset

    def offset(self, source_offset: int) -> int:
        """Where in the view the source's character at ``source_offset`` stands, or the next that was kept."""
        number = bisect_right(self._ends, source_offset)
        offset = source_offset - self._shifts[number]
        return min(offset, self._places[number]) if number < len(self._places) else offset
