"""What a repair gives back: the text, each edit with its reason, and the way between the two texts' offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """One word put right: ``source[start:end]`` was ``before`` and becomes ``after``.

    ``rule`` names the rule that decided; ``confidence`` is the measured share of that rule's edits that are right
    (docs/repair.md).
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text beside its source.

    A half-space either takes the place of a space, which moves nothing, or is put between two letters: ``inserted``
    holds those places, as offsets of the source, in order. They are all it takes to go from one text to the other.
    """

    text: str
    edits: tuple[Edit, ...]
    inserted: tuple[int, ...]

    def to_repaired(self, offset: int) -> int:
        """Where the character at ``offset`` of the source stands in the repaired text."""
        return offset + bisect_right(self.inserted, offset)

    def to_source(self, offset: int) -> int:
        """Where the character at ``offset`` of the repaired text stands in the source; an inserted half-space
        stands where the letter after it does."""
        before = bisect_left(range(len(self.inserted)), offset, key=lambda index: self.inserted[index] + index)
        return offset - before
