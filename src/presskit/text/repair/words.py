"""The words that the repair goes by, made from hazm's lists and from presskit's own.

hazm's ``words.dat`` has a word, its frequency and its parts of speech in a line. Those with a part of speech are
words in use; the others, four in five, come out of an old dictionary and are mostly Arabic: they tell that a spelling
exists, and nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

from presskit.text import hazm
from presskit.text.repair.verbs import continuous, participles, plain
from presskit.text.view import ZWNJ, fold

_HERE = Path(__file__).parent
RARE = 1  # the least level of a word in use; 0 is a spelling that merely exists
_MOST = 9
_TAB = "\x1f"  # what a tab becomes while the list is folded, which would make it a space
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")


@dataclass(slots=True)
class Words:
    """All that the rules look up. Everything is spelt as `presskit.text.view.fold` leaves it.

    Attributes:
        levels: each word without a ZWNJ, and how usual it is, from 0 to 9.
        compounds: words with ZWNJ, and how usual they are, the least usual first.
        splits: the same words, by what they are once it is lost.
        tails: parts that end compounds.
        continuous: what may stand after می.
        pasts: past stems that are no nouns: ``شد``, but not ``ساخت``.
        participles: ``رفته``, ``نرفته``.
        spoken_he: words whose last he is no vowel.
        likely_he: words that are likelier with their he than without, before ``ای``.
        bound: those of ``tails`` that never stand alone.
        joinable: those of them that the press seldom writes as a word of their own.
        prefixes: parts that begin compounds.
        sure: presskit's own compounds, which are one word whatever stands between their parts.
        common: words that the press uses every day.
        surnames: second parts of surnames.
        heads: how compounds begin: the first part, and two letters of the second.
        openers: the first parts alone.
        closers: ``tails`` and ``surnames``, to look a word up once.
        arabic: first parts of Arabic pairs.
        letters: Latin letters by their names: ``سی``, ``ان``.
        families: surnames that another may follow: ``حسینی‌شاهرودی``.
        name_ends: what such names end in.
        firsts: first parts that only a lost half-space is given back to: ``هم``, ``پیش``.
        seconds: such second parts: ``شدن``, ``یافته``.
        family_ends: what ends a surname after any name in ی.
        tens: numbers that others follow with و.
        units: those others.
        complete: whether hazm's lists are in it.
    """

    levels: dict[str, int]
    compounds: dict[str, int]
    splits: dict[str, str]
    tails: frozenset[str]
    continuous: frozenset[str]
    pasts: frozenset[str]
    participles: frozenset[str]
    spoken_he: frozenset[str]
    likely_he: frozenset[str]
    bound: frozenset[str]
    joinable: frozenset[str]
    prefixes: frozenset[str]
    sure: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    closers: frozenset[str]
    arabic: frozenset[str]
    letters: frozenset[str]
    families: frozenset[str]
    name_ends: frozenset[str]
    firsts: frozenset[str]
    seconds: frozenset[str]
    family_ends: frozenset[str]
    tens: frozenset[str]
    units: frozenset[str]
    complete: bool


# presskit's lists that the rules look into as they are.
_AS_THEY_ARE = (
    "spoken_he", "likely_he", "prefixes", "common", "surnames", "letters", "families", "name_ends", "firsts", "seconds",
    "family_ends", "tens", "units",
)  # fmt: skip


def compile_words() -> Words:
    """The words of hazm, where it is installed, and presskit's own. Takes a few seconds."""
    own = own_words()
    path = hazm.data("words.dat")
    levels, compounds = _spellings(path, own)
    sure = frozenset((*own["compounds"], *own["names"], *_pairs(own["names"], own["letters"])))
    by_use = sorted(compounds, key=lambda word: (compounds[word], word.count(ZWNJ)))
    stems = [*_stems(), *own["verbs"]]
    tails = frozenset(_tails(own["stems"], own["bound"]))
    after_mi = frozenset(form for past, present in stems for form in continuous(past, present)) | {
        "توان",
        "باید",
        *own["spoken"],
    }
    pasts = frozenset(past for past, _ in stems if past and levels.get(past, 0) < 2)
    for past, present in stems:
        for form in plain(past, present):
            if form.partition("می")[2] not in after_mi:
                levels[form] = max(levels.get(form, 0), 3)
    return Words(
        levels=levels,
        compounds={word: compounds[word] for word in by_use},
        splits=lost_forms(by_use),
        continuous=after_mi,
        pasts=pasts,
        participles=frozenset(participles(past for past, _ in stems if past)),
        tails=tails,
        bound=tails - frozenset((*own["free"], *own["separable"])),
        joinable=tails - frozenset(own["separable"]),
        sure=sure,
        heads=frozenset(word[: word.index(ZWNJ) + 3] for word in (*by_use, *sure)),
        openers=frozenset(word.partition(ZWNJ)[0] for word in (*by_use, *sure)),
        closers=frozenset((*tails, *own["surnames"])),
        arabic=frozenset(word.partition(ZWNJ)[0] for word in by_use if f"{ZWNJ}ال" in word),
        complete=path is not None,
        **{name: frozenset(own[name]) for name in _AS_THEY_ARE},
    )


def _spellings(path: Path | None, own: dict[str, list[Any]]) -> tuple[dict[str, int], dict[str, int]]:
    """Words without a half-space and words with, and how usual each is."""
    levels: dict[str, int] = {}
    compounds: dict[str, int] = {}
    lines = fold(path.read_text(encoding="utf-8").replace("\t", _TAB)).split("\n") if path else ()
    for word, level in _entries(lines):
        into = compounds if ZWNJ in word else levels
        into[word] = max(level, into.get(word, 0))
    for word in (*own["words"], *own["common"], *own["likely_he"]):
        levels[word] = max(levels.get(word, 0), 6)
    for word in own["rare"]:
        levels.pop(word, None)
    for word in (*own["lost"], *own["twofold"]):
        compounds[word] = 0  # so that no space before its second part gives way
    for word in (*own["compounds"], *own["names"]):
        compounds[word] = max(compounds.get(word, 0), 6)
    for word in own["apart"]:
        compounds.pop(word, None)
    right = {f"{word}{ending}" for word in own["words"] for ending in ("", "ها", "های")}
    return levels, {word: level for word, level in compounds.items() if word.replace(ZWNJ, "") not in right}


def lost_forms(compounds: list[str]) -> dict[str, str]:
    """Each compound by what it is once its half-spaces are lost; of two that become one, the later."""
    return dict(zip("\n".join(compounds).replace(ZWNJ, "").split("\n"), compounds, strict=True)) if compounds else {}


def own_data() -> bytes:
    """presskit's own lists as they stand in their files, one after the other."""
    return b"\n".join(path.read_bytes() for path in sorted(_HERE.glob("data/*.toml")))


def digest() -> int:
    """A number that changes with this package: its lists, and the rules that go by them."""
    return reduce(
        lambda number, path: crc32(path.read_bytes(), number),
        sorted((*_HERE.glob("*.py"), *_HERE.glob("data/*.toml"))),
        0,
    )


def own_words() -> dict[str, list[Any]]:
    """presskit's own lists (data/*.toml), folded."""
    import tomllib

    tables = tomllib.loads(own_data().decode())
    verbs = tables.pop("verbs")["stems"].split()
    lists: dict[str, list[Any]] = {
        name: [fold(word) for line in table.values() for word in line.split()] for name, table in tables.items()
    }
    return {**lists, "verbs": [tuple(fold(verb).split("#")) for verb in verbs]}


def _pairs(names: Iterable[str], letters: Iterable[str]) -> Iterator[str]:
    """Each two parts of a name of three: with them ``بی بی سی`` becomes one step by step. But ``برنامه ای بی نظیر``."""
    alone = {"در", *letters} - {"بی"}
    for name in names:
        parts = name.split(ZWNJ)
        if len(parts) > 2 and alone.isdisjoint(parts[:-1]):
            yield from (f"{first}{ZWNJ}{second}" for first, second in pairwise(parts))


def _tails(stems: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """``طلب``, ``طلبی``, ``طلبان``; ``گرا``, ``گرایی``."""
    yield from others
    for stem in stems:
        link = "ی" if stem[-1] in "او" else ""
        yield from (stem, *(f"{stem}{link}{ending}" for ending in ("ی", "ان", "انه", "انی")))


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """hazm's words without diacritics and stops, and how usual each is: 0 without a part of speech."""
    for line in lines:
        word, _, rest = line.partition(_TAB)
        frequency, _, speech = rest.partition(_TAB)
        spelling = _MARKS.sub("", word).strip(".")
        if all(part.isalpha() for part in spelling.split(ZWNJ)):
            yield spelling, min(_MOST, RARE + len(frequency.lstrip("0"))) if speech not in ("", "0") else 0


def _stems() -> Iterator[tuple[str, str]]:
    path = hazm.data("verbs.dat")
    for line in path.read_text(encoding="utf-8").splitlines() if path else ():
        past, _, present = fold(line).partition("#")
        yield past, present
