"""Stretches of a source, as half-open pairs of offsets: where parts of a record stand, and how much they share.

Everything here is linear in the number of stretches, whatever their length: no set of characters is ever made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Part = Mapping[str, Any]
Stretch = tuple[int, int]


def span(part: Part | None) -> Stretch | None:
    """Where a located text stands."""
    return (part["span"]["start"], part["span"]["end"]) if part else None


def stretches(statement: Part) -> list[Stretch]:
    """Where the segments of a statement's content stand."""
    return [(part["span"]["start"], part["span"]["end"]) for part in statement.get("content") or ()]


def merged(parts: Iterable[Stretch]) -> list[Stretch]:
    """The same characters in as few stretches as can be, in order.

    >>> merged([(5, 9), (0, 3), (2, 4), (7, 7)])
    [(0, 4), (5, 9)]
    """
    whole: list[Stretch] = []
    for start, end in sorted(parts):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        elif start < end:
            whole.append((start, end))
    return whole


def length(parts: Iterable[Stretch]) -> int:
    """How many characters some stretches hold, each counted once.

    >>> length([(0, 3), (2, 4)])
    4
    """
    return sum(end - start for start, end in merged(parts))


def shared(one: Iterable[Stretch], other: Iterable[Stretch]) -> int:
    """How many characters are in both.

    >>> shared([(0, 4), (6, 9)], [(2, 8)])
    4
    """
    ours, theirs = merged(one), merged(other)
    total = left = right = 0
    while left < len(ours) and right < len(theirs):
        start = max(ours[left][0], theirs[right][0])
        end = min(ours[left][1], theirs[right][1])
        total += max(0, end - start)
        if ours[left][1] <= theirs[right][1]:
            left += 1
        else:
            right += 1
    return total


def overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """How much two contents share: characters in both over characters in either (Jaccard).

    >>> overlap([(0, 10)], [(5, 15)])
    0.3333333333333333
    """
    both = shared(one, other)
    return both / (length(one) + length(other) - both) if both else 0.0
