"""Which statement of a prediction answers to which of the gold, and which speaker to which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presskit.evaluate.spans import Part, Stretch, overlap, span, stretches


class Pair(NamedTuple):
    """A statement of the gold and the one of the prediction that answers to it; either may have no answer."""

    gold: Part | None
    found: Part | None


def align(gold: Sequence[Part], found: Sequence[Part]) -> list[Pair]:
    """Pair statements one to one: first those with the very same cue, then by how much of their content they share.

    Of equal shares the earlier statement takes the first. Pairs come in the order of the gold; what was found beyond it
    comes last. Which is called gold and which found makes no difference to who is paired with whom.
    """
    partner = _same_cue(gold, found)
    taken = set(partner.values())
    ours = {number: stretches(statement) for number, statement in enumerate(gold) if number not in partner}
    theirs = {number: stretches(statement) for number, statement in enumerate(found) if number not in taken}
    shares = [(overlap(ours[one], theirs[other]), one, other) for one, other in _meeting(ours, theirs)]
    for _, one, other in sorted(shares, key=lambda item: (-item[0], item[1], item[2])):
        if one not in partner and other not in taken:
            partner[one] = other
            taken.add(other)
    paired = [
        Pair(statement, found[partner[number]] if number in partner else None) for number, statement in enumerate(gold)
    ]
    return paired + [Pair(None, statement) for number, statement in enumerate(found) if number not in taken]


def _same_cue(gold: Sequence[Part], found: Sequence[Part]) -> dict[int, int]:
    """The statements whose cues stand at the same place; where several do, in their order."""
    waiting: defaultdict[Stretch, list[int]] = defaultdict(list)
    for number in reversed(range(len(found))):
        if cue := span(found[number].get("cue")):
            waiting[cue].append(number)
    partner: dict[int, int] = {}
    for number, statement in enumerate(gold):
        cue = span(statement.get("cue"))
        if cue and waiting.get(cue):
            partner[number] = waiting[cue].pop()
    return partner


def _meeting(ours: dict[int, list[Stretch]], theirs: dict[int, list[Stretch]]) -> set[tuple[int, int]]:
    """The pairs of contents that share a character, found in one walk over the source."""
    return set(_met(ours, theirs))


def _met(ours: dict[int, list[Stretch]], theirs: dict[int, list[Stretch]]) -> Iterator[tuple[int, int]]:
    segments = sorted(
        (start, end, side, number)
        for side, contents in ((0, ours), (1, theirs))
        for number, parts in contents.items()
        for start, end in parts
        if start < end
    )
    open_: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, number in segments:
        other = open_[1 - side]
        other[:] = [(until, one) for until, one in other if until > start]
        yield from ((number, one) if side == 0 else (one, number) for _, one in other)
        open_[side].append((end, number))


def match_speakers(pairs: Sequence[Pair]) -> dict[str, str]:
    """Which speaker of the gold each predicted one is, one to one: the one they share most statements with.

    Of equal numbers, whoever speaks first comes first.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        if gold and found and gold.get("speaker") and found.get("speaker"):
            shared[found["speaker"], gold["speaker"]] += 1
    matched: dict[str, str] = {}
    known: set[str] = set()
    for (ours, theirs), _ in shared.most_common():  # of equal counts, in the order in which they were met
        if ours not in matched and theirs not in known:
            matched[ours] = theirs
            known.add(theirs)
    return matched
