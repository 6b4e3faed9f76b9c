"""The forms of Persian verbs that follow می, and the participles, by their stems.

Spelt as `presskit.text.view.fold` leaves them. More is made than Persian has (``گود`` beside ``گوید``): a form that
nobody writes does no harm here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_PERSONS = ("م", "ی", "یم", "ید", "ند")
# ``می‌گویدش``, ``می‌خواهدشان``: a pronoun joined to the form.
_OBJECTS = ("ش", "شان", "مان")


def continuous(past: str, present: str) -> Iterator[str]:
    """What may stand after می, of the present and of the past.

    >>> {"گوید", "گفتند", "گویدش"} <= set(continuous("گفت", "گو"))
    True
    """
    if past:
        yield from (f"{past}{person}" for person in ("", *_PERSONS))
        yield from (f"{past}ه{auxiliary}" for auxiliary in ("", "ام", "ای", "ایم", "اید", "اند"))
    for stem in _linked(present) if present else ():
        yield from (f"{stem}{person}" for person in ("د", *_PERSONS))
        yield from (f"{stem}د{pronoun}" for pronoun in _OBJECTS)


def plain(past: str, present: str) -> Iterator[str]:
    """The forms without a می, which are one word each: ``رفتند``, ``نرفت``, ``بروم``, ``رفتن``, ``رفتنی``."""
    if past:
        for start in (past, *_prefixed("ن", past)):
            yield from (f"{start}{person}" for person in ("", *_PERSONS, "ه"))
        yield from (f"{past}{ending}" for ending in ("ن", "نی", "نش", "گان", "گی", "ار"))
    for stem in _linked(present) if present else ():
        for start in (stem, *_prefixed("ب", stem), *_prefixed("ن", stem)):
            yield from (f"{start}{person}" for person in ("د", "دش", "م", "یم", "ید", "ند"))
        yield from (f"{stem}{ending}" for ending in ("نده", "ندگان", "ندگی", "ان"))


def _prefixed(prefix: str, stem: str) -> tuple[str, ...]:
    """A stem after ``ب`` or ``ن``: ``برو``, ``بیاور``; ``بینداز``, which is often written ``بیانداز``.

    >>> _prefixed("ب", "انداز")
    ('بانداز', 'بیانداز', 'بینداز')
    """
    if stem[0] == "آ":
        return (f"{prefix}یا{stem[1:]}",)
    return (f"{prefix}{stem}", f"{prefix}ی{stem}", f"{prefix}ی{stem[1:]}") if stem[0] == "ا" else (f"{prefix}{stem}",)


def _linked(stem: str) -> tuple[str, ...]:
    """A stem in a vowel takes a ی before an ending (``گو``: ``گوید``); but ``رو``: ``رود``."""
    return (stem, f"{stem}ی") if stem[-1] in "او" else (stem,)


def participles(pasts: Iterable[str]) -> Iterator[str]:
    """``رفته``, ``نرفته``."""
    for past in pasts:
        yield from (f"{past}ه", f"ن{past}ه")
        if past[0] == "آ":
            yield f"نیا{past[1:]}ه"
