"""Where a word has lost a half-space: the rules for one word, in order. The first that knows the word decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from presskit.text.repair import compounds, endings
from presskit.text.repair.known import Context, Cuts, usual, whole
from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ

Rule = Callable[[str, Words, Context], Cuts | None]
Rules = tuple[tuple[str, Rule], ...]


class Split(NamedTuple):
    """Where to cut a word, and by which rule."""

    cuts: Cuts
    rule: str


# Before a word is taken for right as it is: می before a verb is never part of a word.
_FIRST: Rules = (("verb", endings.verb),)
_RULES: Rules = (
    ("listed", compounds.listed),
    ("auxiliary", endings.auxiliary),
    ("joined-ending", compounds.joined_ending),
    ("he-or-plural", endings.he_or_plural),
    ("plural", endings.plural),
    ("degree", endings.degree),
    ("after-he", endings.after_he),
    ("after-ye", endings.after_ye),
    ("after-any", endings.after_any),
    ("ezafe", endings.ezafe),
    ("tail", compounds.tail),
)
# These guess, and only about a spelling that is in no list at all.
_GUESSES: Rules = (
    ("surname", compounds.surname),
    ("family", compounds.family),
    ("letters", compounds.letters),
    ("of-god", compounds.of_god),
    ("before-alef", compounds.before_alef),
    ("article", compounds.article),
    ("head", compounds.head),
    ("second", compounds.second),
    ("joined-and", compounds.joined_and),
    ("two-words", compounds.two_words),
)
# After a guess, what it took for one part may be more: ``آتش‌سوزی`` in ``مردمآتشسوزی``.
_GUESSED = frozenset(name for name, _ in _GUESSES)
# What a compound may have lost besides: an ending's half-space.
_LAST_PART: Rules = tuple(
    (name, rule) for name, rule in _RULES if name in ("he-or-plural", "plural", "degree", "after-he")
)
_SHORTEST = 4


def split(word: str, context: Context, words: Words) -> Split | None:
    """Where ``word`` has lost a half-space; None where it has not, as far as is known.

    A word that has one already may have lost another before its ending: ``شرکت‌کنندهها``.
    """
    found = _more(word, context, words) if ZWNJ in word else _first(word, context, words)
    if found is None or found.rule not in _GUESSED:
        return found
    more = _more(with_cuts(word, found.cuts), context, words)
    if more is None:
        return found
    given = [cut + index for index, cut in enumerate(found.cuts)]
    cuts = (cut - sum(half_space < cut for half_space in given) for cut in more.cuts)
    return Split(tuple(sorted({*found.cuts, *cuts})), found.rule)


def with_cuts(word: str, cuts: Cuts) -> str:
    """A word with half-spaces at its cuts."""
    return ZWNJ.join(word[start:end] for start, end in pairwise((0, *cuts, len(word))))


def _first(word: str, context: Context, words: Words) -> Split | None:
    """What the first rule that knows a word says of it, which has no half-space."""
    if len(word) < _SHORTEST or usual(word, words):
        return None
    found = _decided(_FIRST, word, context, words)
    if found or whole(word, words):
        return found
    rules = _RULES if word in words.levels else _RULES + _GUESSES
    return _decided(rules, word, context, words)


def _more(word: str, context: Context, words: Words) -> Split | None:
    """What a word with half-spaces lacks: what it would be given without any, or its last part alone."""
    *parts, last = word.split(ZWNJ)
    has: list[int] = list(accumulate(map(len, parts)))
    found = _first(word.replace(ZWNJ, ""), context, words)
    if found and set(has) <= set(found.cuts) and found.rule != "letters":
        right = _inside_right_parts(word, words)
        more = [cut for cut in found.cuts if cut not in has and cut not in right]
        # A cut in the word itself is one place further on for each half-space before it.
        cuts = tuple(cut + sum(before < cut for before in has) for cut in more)
        return Split(cuts, found.rule) if cuts else None
    if len(last) < _SHORTEST or whole(last, words):
        return None
    found = _decided(_LAST_PART, last, context, words)
    return Split(tuple(len(word) - len(last) + cut for cut in found.cuts), found.rule) if found else None


def _inside_right_parts(word: str, words: Words) -> set[int]:
    """The places, without half-spaces, inside those parts of a word that are usual as they are: ``فیلمنامه‌نویس``."""
    places: set[int] = set()
    start = 0
    for part in word.split(ZWNJ):
        if usual(part, words):
            places.update(range(start + 1, start + len(part)))
        start += len(part)
    return places


def _decided(rules: Iterable[tuple[str, Rule]], word: str, context: Context, words: Words) -> Split | None:
    for name, rule in rules:
        cuts = rule(word, words, context)
        if cuts is not None:
            return Split(cuts, name) if cuts else None
    return None


def is_held_back(word: str, words: Words) -> bool:
    """Whether a word that is in no use, but exists, keeps a rule from splitting it."""
    if len(word) < _SHORTEST or _decided(_FIRST, word, Context(), words) or whole(word, words):
        return False
    as_listed = _decided(_RULES, word, Context(), words)
    guessed = as_listed or _decided(_GUESSES, word, Context(), words)
    return guessed != as_listed or (as_listed is None and word.endswith(endings.PLURALS))
