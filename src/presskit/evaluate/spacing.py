"""How well a repair gives half-spaces back: they are taken away from a text that has them, and looked for afterwards.

A *place* is a gap between two letters, counted without spaces, so that a half-space that became a space, or was put
where a space should be, is found at the same place. What counts as right is what the text had: a half-space that the
editor forgot, and the repair puts in, counts against it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Literal

from presskit.evaluate.count import Count
from presskit.text.view import ZWNJ, fold

Mode = Literal["deleted", "spaced"]
MODES: tuple[Mode, ...] = ("deleted", "spaced")
Kind = Literal["after می", "plural", "degree", "ending", "compound"]

_PUTS = {"deleted": "", "spaced": " "}
# Half-spaces that stand between two letters; others shape nothing, and no one could give them back.
_LETTER = "[^\\W\\d_]"
_DOUBLED = re.compile(f"{ZWNJ}{{2,}}")
_IDLE = re.compile(rf"(?<!{_LETTER}|[\u064b-\u0652]){ZWNJ}|{ZWNJ}(?!{_LETTER})")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Measured:
    """A repair measured in one mode: counts of places, in all and by kind, and the words most often wrong.

    ``missed`` are words as the text has them; ``wrong`` are words as the repair has them.
    """

    total: Count = field(default_factory=Count)
    kinds: dict[str, Count] = field(default_factory=dict)
    missed: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Kept:
    """Texts that were right, repaired: how many ``words``, and which of them changed."""

    words: int = 0
    changed: Counter[tuple[str, str]] = field(default_factory=Counter)
    unstable: int = 0  # lines that a second repair changes once more

    @property
    def share(self) -> float:
        """The share of the words that changed."""
        return self.changed.total() / self.words if self.words else 0.0


def cleaned(text: str) -> str:
    """``text`` without half-spaces that stand between no two letters, and without doubled ones."""
    return _IDLE.sub("", _DOUBLED.sub(ZWNJ, text))


def taken_away(text: str, mode: Mode) -> str:
    """``text`` with its half-spaces deleted, or turned to spaces.

    >>> taken_away("می‌رود", "deleted"), taken_away("می‌رود", "spaced")
    ('میرود', 'می رود')
    """
    return text.replace(ZWNJ, _PUTS[mode])


def measure(texts: Iterable[str], repair: Callable[[str], str], mode: Mode) -> Measured:
    """Take the half-spaces of ``texts`` away, line by line, and count which ``repair`` gives back.

    Where they were deleted, places inside words alone are counted: what a repair makes of the text's spaces is seen
    where they were turned to spaces, and in the text as it is (`keep`).
    """
    measured = Measured()
    for text in texts:
        for line in cleaned(text).splitlines():
            if line.strip():
                _measure_line(line, repair(taken_away(line, mode)), measured, inside=mode == "deleted")
    return measured


def keep(texts: Iterable[str], repair: Callable[[str], str]) -> Kept:
    """Which words of ``texts`` that are right as they are a repair changes, and whether it is done after one turn."""
    kept = Kept()
    for text in texts:
        for line in text.splitlines():
            kept.words += len(line.split())
            repaired = repair(line)
            kept.unstable += repair(repaired) != repaired
            if repaired != line:
                wanted, found = places(line), places(repaired)
                for place in found.half_spaces - wanted.half_spaces:
                    kept.changed[wanted.word(place), found.word(place)] += 1
    return kept


@dataclass(slots=True)
class Places:
    """A line as letters without spaces, and the places of its half-spaces and spaces among them."""

    line: str
    ink: str
    half_spaces: frozenset[int]
    spaces: frozenset[int]

    def word(self, place: int) -> str:
        """The word, or the two words, around a place."""
        at = self._offset(place)
        words = [match for match in _WORD.finditer(self.line) if match.start() <= at and match.end() >= at - 1]
        return " ".join(match[0].strip('.,،:؛«»()!؟"') for match in words)

    def kind(self, place: int) -> Kind:
        """What sort of half-space stands at a place, by the parts on its two sides."""
        at = self._offset(place)
        before = re.split(rf"[\s{ZWNJ}]", self.line[:at].rstrip(f" {ZWNJ}"))[-1]
        after = re.split(r"\W", self.line[at:], maxsplit=1)[0].partition(ZWNJ)[0]
        before, after = fold(before), fold(after)
        if re.fullmatch("(?:بر|باز|در|فرا|فرو|وا)?ن?می", before):
            return "after می"
        if after.startswith("ها"):
            return "plural"
        if re.fullmatch("تری?ن?", after):
            return "degree"
        return "ending" if after in _ENDINGS else "compound"

    def _offset(self, place: int) -> int:
        """Where in the line the letter after a place stands."""
        seen = -1
        for at, letter in enumerate(self.line):
            if letter != ZWNJ and not letter.isspace():
                seen += 1
                if seen == place:
                    return at
        return len(self.line)


_ENDINGS = frozenset("ای ام ات اش اند ایم اید ی یی مان تان شان".split())


def places(line: str) -> Places:
    """The places of a line's half-spaces: each the number of letters before it."""
    ink: list[str] = []
    half_spaces: set[int] = set()
    spaces: set[int] = set()
    for letter in line:
        if letter == ZWNJ:
            half_spaces.add(len(ink))
        elif letter.isspace():
            spaces.add(len(ink))
        else:
            ink.append(letter)
    return Places(line, "".join(ink), frozenset(half_spaces), frozenset(spaces))


def _measure_line(line: str, repaired: str, measured: Measured, *, inside: bool) -> None:
    """Count a line's places; ``inside``: those inside words alone, not where the line has a space."""
    gold, ours = places(line), places(cleaned(repaired))
    found = {_moved(ours.ink, gold.ink, place): place for place in ours.half_spaces}
    if inside:
        found = {place: at for place, at in found.items() if place not in gold.spaces}
    wanted = gold.half_spaces
    for place in wanted | found.keys():
        one = Count(right=place in wanted and place in found, found=place in found, wanted=place in wanted)
        measured.total.add(one)
        kind = gold.kind(place) if place in wanted else ours.kind(found[place])
        measured.kinds.setdefault(kind, Count()).add(one)
        if place not in found:
            measured.missed[gold.word(place)] += 1
        elif place not in wanted:
            measured.wrong[ours.word(found[place])] += 1


def _moved(ours: str, theirs: str, place: int) -> int:
    """A place among our letters as one among theirs: a peer may have written other letters, or more of them."""
    if len(ours) == len(theirs):
        return place
    for start, other, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        if start <= place <= start + size:
            return other + place - start
    return -place - 1
