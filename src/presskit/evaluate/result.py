"""What an evaluation comes to: counts by measure and by rule, how sure the parser was, and every disagreement."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from presskit.evaluate.count import Count

Confusion = tuple[str, str | None]
"""The kind of a line in the gold, and in the prediction."""


class Disagreement(NamedTuple):
    """A place where prediction and gold differ: ``what`` differs, the text of each, and where it stands.

    ``offset`` and ``end`` count in the source, as spans do; ``rule`` made the statement of the prediction.
    """

    document: str
    what: str
    gold: str | None
    found: str | None
    offset: int
    rule: str | None = None
    end: int | None = None


@dataclass(slots=True)
class Score:
    """The counts of one document or of many, by measure; by rule, the statements that are right in all parts.

    ``sure`` has the confidence of every statement that was found with one, and whether it is right in all parts;
    ``lines`` how many lines of a kind were taken for lines of which.
    """

    measures: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    rules: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    sure: list[tuple[float, bool]] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    lines: Counter[Confusion] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        """Take in another document's score."""
        for name, count in other.measures.items():
            self.measures[name].add(count)
        for name, count in other.rules.items():
            self.rules[name].add(count)
        self.sure.extend(other.sure)
        self.disagreements.extend(other.disagreements)
        self.lines.update(other.lines)
