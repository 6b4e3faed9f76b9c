"""Words that are one slip of the hand off another: so a cue is still read that was typed in haste, ``تببین کرد:``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_SHORTEST = 4
"""Letters; two shorter words that differ in one letter are mostly two words."""
_ALIKE = tuple(map(frozenset, ("بپتثنی", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ")))
"""Letters that are one shape but for their dots: taken for one another, they leave no word. ``تعیین`` is not
``تبیین`` misspelt.
"""


def one_slip_off(word: str, words: Iterable[str]) -> Iterator[str]:
    """Those of ``words`` that ``word`` becomes by a letter more or less, other dots, or two letters changing places.

    >>> list(one_slip_off("تببین", ["تبیین", "تعیین", "بیان"]))
    ['تبیین']
    """
    near = range(len(word) - 1, len(word) + 2)
    others = words if len(word) >= _SHORTEST else ()
    return (other for other in others if len(other) in near and word != other and _one_off(word, other))


def _one_off(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    same = next((at for at, (ours, theirs) in enumerate(zip(short, long, strict=False)) if ours != theirs), len(short))
    if len(short) + 1 == len(long):
        return short[same:] == long[same + 1 :]
    if len(short) != len(long):
        return False
    if short[same : same + 2] == long[same : same + 2][::-1]:
        return short[same + 2 :] == long[same + 2 :]
    return short[same + 1 :] == long[same + 1 :] and any({short[same], long[same]} <= alike for alike in _ALIKE)
