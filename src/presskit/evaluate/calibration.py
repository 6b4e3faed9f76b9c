"""How far a confidence means what it says: of the statements that claim it, how many are right in all parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

LEVELS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Band(NamedTuple):
    """The statements whose confidence is at least ``low`` and under ``high`` (at most, where that is 1).

    ``claimed`` is the mean of their confidences, ``share`` of them are right: where the two agree, the confidence is
    calibrated. Both are None where there is no statement.
    """

    low: float
    high: float
    statements: int
    right: int
    claimed: float | None

    @property
    def share(self) -> float | None:
        """The share that is right."""
        return self.right / self.statements if self.statements else None


def band(sure: Sequence[tuple[float, bool]], low: float, high: float = 1.0) -> Band:
    """The statements of a confidence from ``low`` to ``high``.

    >>> band([(0.9, True), (0.95, False), (0.5, False)], 0.9).share
    0.5
    """
    inside = [
        (confidence, right) for confidence, right in sure if low <= confidence and (confidence < high or high == 1)
    ]
    claimed = sum(confidence for confidence, _ in inside) / len(inside) if inside else None
    return Band(low, high, len(inside), sum(right for _, right in inside), claimed)


def at_least(sure: Sequence[tuple[float, bool]]) -> list[Band]:
    """The statements of at least each level of confidence."""
    return [band(sure, level) for level in LEVELS]


def bands(sure: Sequence[tuple[float, bool]]) -> list[Band]:
    """The statements in each band of confidence: every statement is in one."""
    return [band(sure, low, high) for low, high in pairwise(EDGES)]
