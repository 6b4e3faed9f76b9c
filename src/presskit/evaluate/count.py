"""Counts of what was right, and the precision, recall and F1 that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """How many were ``right``, of how many ``found`` (in the prediction) and how many ``wanted`` (in the gold).

    Counts of documents add up, so that every figure over many documents is the one over all that is in them (micro).

    >>> count = Count(right=3, found=4, wanted=6)
    >>> count.precision, count.recall, count.f1
    (0.75, 0.5, 0.6)
    """

    right: float = 0
    found: float = 0
    wanted: float = 0

    def add(self, other: Count) -> None:
        """Take in the counts of another document."""
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what was wanted that was found; None where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Twice the right over all found and wanted; None where there is neither."""
        return 2 * self.right / (self.found + self.wanted) if self.found or self.wanted else None

    @classmethod
    def of(cls, found: Iterable[Hashable], wanted: Iterable[Hashable]) -> Count:
        """The counts of things that are right where they are equal; found twice and wanted once is once right.

        >>> Count.of(["a", "a", "b"], ["a", "c"])
        Count(right=1, found=3, wanted=2)
        """
        ours, theirs = Counter(found), Counter(wanted)
        return cls((ours & theirs).total(), ours.total(), theirs.total())
