"""The spellings that a word of a list stands for: each ZWNJ of it kept or lost, or turned to a space."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product, zip_longest

from presskit.text.view import ZWNJ, key, keys

_MOST_JOINTS = 4  # ZWNJ of one word that are tried each way; 2 to the power of it spellings


def spellings(word: str) -> list[str]:
    """The spelling-blind forms of a word.

    >>> spellings("گفت\\u200cو\\u200cگو")
    ['گفتوگو', 'گفتو گو', 'گفت وگو', 'گفت و گو']
    """
    return [key(word), *map(key, _spaced(word))]


def by_spelling(words: Iterable[str]) -> dict[str, str]:
    """Every spelling of the words, in their order, each with the word as the list has it."""
    plain = list(words)
    spaced = [(spelling, word) for word in plain if ZWNJ in word for spelling in _spaced(word)]
    every = [*plain, *(spelling for spelling, _ in spaced)]
    return dict(zip(keys(every), [*plain, *(word for _, word in spaced)], strict=True))


def run_together(words: Iterable[str]) -> set[str]:
    """The words, and each without the first space after a letter that does not join the next.

    Such a space is easily left out, as the letters stand apart without it.

    >>> sorted(run_together(["عصر امروز", "در ادامه", "به گفته"]))
    ['به گفته', 'در ادامه', 'درادامه', 'عصر امروز', 'عصرامروز']
    """
    return {spelling for word in words for spelling in (word, _UNJOINED.sub("", word, count=1))}


_UNJOINED = re.compile("(?<=[اآدذرزژو]) ")


def _spaced(word: str) -> Iterator[str]:
    """A word with some or all of its ZWNJ turned to spaces: ``گفت‌و گو``, ``گفت و‌گو``, ``گفت و گو``."""
    first, *rest = word.split(ZWNJ)
    for joints in islice(product((ZWNJ, " "), repeat=min(len(rest), _MOST_JOINTS)), 1, None):
        yield first + "".join(joint + part for joint, part in zip_longest(joints, rest, fillvalue=ZWNJ))
