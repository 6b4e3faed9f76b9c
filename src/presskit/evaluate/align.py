"""Which statement of a prediction answers to which of the gold, and which speaker to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Part = Mapping[str, Any]
Stretch = tuple[int, int]


class Pair(NamedTuple):
    """A statement of the gold and the one of the prediction that answers to it; either may have no answer."""

    gold: Part | None
    found: Part | None


def span(part: Part | None) -> Stretch | None:
    """Where a located text stands."""
    return (part["span"]["start"], part["span"]["end"]) if part else None


def stretches(statement: Part) -> list[Stretch]:
    """Where the segments of a statement's content stand."""
    return [(part["span"]["start"], part["span"]["end"]) for part in statement["content"]]


def overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """How much two contents share: characters in both over characters in either.

    >>> overlap([(0, 10)], [(5, 15)])
    0.3333333333333333
    """
    ours, theirs = characters(one), characters(other)
    union = len(ours | theirs)
    return len(ours & theirs) / union if union else 0.0


def characters(parts: Sequence[Stretch]) -> set[int]:
    """The offsets of all characters in some stretches."""
    return {offset for start, end in parts for offset in range(start, end)}


def align(gold: Sequence[Part], found: Sequence[Part]) -> list[Pair]:
    """Pair statements one to one: first those with the very same cue, then by how much of their content they share.

    Pairs come in the order of the gold; what was found beyond it comes last.
    """
    partner: dict[int, int] = {}
    cues = {span(statement["cue"]): number for number, statement in enumerate(found) if statement["cue"]}
    for number, statement in enumerate(gold):
        cue = span(statement["cue"])
        if cue in cues:
            partner[number] = cues.pop(cue)
    taken = set(partner.values())
    shares = sorted(
        (
            (share, number, other)
            for number, statement in enumerate(gold)
            if number not in partner
            for other, candidate in enumerate(found)
            if other not in taken and (share := overlap(stretches(statement), stretches(candidate)))
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    for _, number, other in shares:
        if number not in partner and other not in taken:
            partner[number] = other
            taken.add(other)
    paired = [
        Pair(statement, found[partner[number]] if number in partner else None) for number, statement in enumerate(gold)
    ]
    return paired + [Pair(None, statement) for number, statement in enumerate(found) if number not in taken]


def match_speakers(pairs: Sequence[Pair]) -> dict[str, str]:
    """Which speaker of the gold each predicted one is, one to one: the one they share most statements with."""
    shared: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        if gold and found and gold["speaker"] and found["speaker"]:
            shared[found["speaker"], gold["speaker"]] += 1
    matched: dict[str, str] = {}
    for (ours, theirs), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if ours not in matched and theirs not in matched.values():
            matched[ours] = theirs
    return matched
