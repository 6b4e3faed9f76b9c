"""Who has been heard of so far: the names and roles by which a text's speakers go, in their spelling-blind form."""

from __future__ import annotations

from dataclasses import dataclass, field

_SHORTEST = 3
_GLUED = ("با ", "در ", "از ")  # "جهانپوربا اشاره به": a preposition that lost its space


@dataclass(slots=True)
class Cast:
    """Mentions met so far, whole (``ناصر کنعانی سخنگوی …``), and surnames (``کنعانی``), by their first letters."""

    _mentions: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, *words: str) -> None:
        """Take in the whole mention, the name, the surname, the role of a speaker."""
        for some in words:
            if len(some) >= _SHORTEST:
                self._mentions.setdefault(some[:_SHORTEST], {})[some] = None

    def longest_at(self, text: str, offset: int, end: int) -> int:
        """Where the longest known mention that begins at ``offset`` ends, or 0."""
        best = 0
        for mention in self._mentions.get(text[offset : offset + _SHORTEST], ()):
            stop = offset + len(mention)
            if best < stop <= end and text.startswith(mention, offset):
                glued = text[stop : stop + 1].isalnum()
                if not glued or text.startswith(_GLUED, stop):
                    best = stop
        return best
