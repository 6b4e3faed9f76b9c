"""The forms of Persian verbs that a reporting verb is met in, in the spelling-blind form of `presskit.text.view.key`.

A form has up to three words: ``گفت``, ``می گوید``, ``گفته است``, ``نمی گفتند``. The ``می`` and the endings of the
perfect are given joined and apart; the view has already made ZWNJ and its loss one. Only the third person is here:
``گفتم`` stands inside somebody's words. So are future and subjunctive left out: ``خواهد گفت`` reports nothing that
was said. Checked against hazm's Conjugation in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Form(NamedTuple):
    """A form of a verb, and what it is: ``نگفته`` is negative, and a participle that lacks its ``است``."""

    text: str
    negative: bool = False
    participle: bool = False


_PERFECT = (" است", "است", " اند", "اند", " بود", " بودند")
_COPULA = ("است", "اند", "ند", "بود", "بودند", "هست", "هستند", "می باشد", "می باشند")
_NO_COPULA = ("نیست", "نیستند", "نبود", "نبودند")


def forms(past: str, present: str) -> Iterator[Form]:
    """The forms of a verb by its stems. The copula's past stem is written ``است``.

    >>> [form.text for form in forms("گفت", "گوی")][:4]
    ['گفت', 'می گفت', 'میگفت', 'گفتند']
    """
    if past == "است":
        yield from (Form(text) for text in _COPULA)
        yield from (Form(text, negative=True) for text in _NO_COPULA)
        return
    for no in ("", "ن"):
        negative = bool(no)
        for ending in ("", "ند"):
            yield from (Form(f"{prefix}{past}{ending}", negative) for prefix in (no, f"{no}می ", f"{no}می"))
        yield Form(f"{no}{past}ه", negative, participle=True)
        yield from (Form(f"{no}{past}ه{ending}", negative) for ending in _PERFECT)
        for ending in ("د", "ند") if present else ():
            yield from (Form(f"{prefix}{present}{ending}", negative) for prefix in (f"{no}می ", f"{no}می"))
            if past == "داشت":  # "اظهار دارد", without می
                yield Form(f"{no}{present}{ending}", negative)
