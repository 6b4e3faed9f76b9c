"""Whether a word is one that Persian has, and where a compound has its half-spaces.

Words are spelt as `presskit.text.view.fold` leaves them, and here without half-spaces.
"""

from __future__ import annotations

from typing import NamedTuple

from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ

Cuts = tuple[int, ...]
"""Where in a word half-spaces go: each the number of letters before it."""

# Letters that join to no letter after them: they need no half-space to look right, and most editors write none there.
NON_JOINING = frozenset("ادذرزژوآء")

# Endings that are written joined, to any word that does not end in a silent he: ``جوانان``, ``کتابشان``.
_INFLECTIONS = frozenset((
    "ی", "ان", "یان", "م", "ت", "ش", "مان", "تان", "شان", "یم", "ید", "ند", "ات", "انه", "گان", "گی", "ین", "انی",
    "یی", "یت", "یش", "یشان", "یمان", "انش", "انشان", "انم", "انمان", "انت", "انتان", "اتی",
))  # fmt: skip
_AFTER_VOWEL = frozenset(("یش", "یشان", "یمان", "یت"))  # پایش, رویشان
_OWNERS = frozenset(("مان", "تان", "شان"))
_LONGEST_INFLECTION = max(map(len, _INFLECTIONS))
# The same for compounds of the lists: ``دانش‌آموزان``, ``گفت‌وگویی``.
JOINED_ENDINGS = ("گان", "ان", "انه", "انی", "ات", "ی", "یی", "یم", "م", "ش", "شان", "مان", "ند", "ست")
_SPOKEN = ("اه", "الله", "گروه", "کوه", "بوه", "دوه", "توه", "جوه", "روه", "پژوه")  # but میوه, قهوه, شیوه
_USUAL = 2  # a word of the list with a frequency
_HEAD_USUAL = 3
_SHORT_USUAL = 6  # what a word of two letters needs, since much ends in two letters that are a word


class Context(NamedTuple):
    """The words around a word, where they can matter to it; a dot where a sign or a line end stands there."""

    before: str = ""
    after: str = ""


def usual(word: str, words: Words) -> int:
    """How usual a word is, from 0 to 9."""
    return words.levels.get(word, 0)


def silent_he(word: str, words: Words) -> bool:
    """Whether the he at the end of a word is a vowel: of ``خانه``, not of ``راه``, ``گروه``, ``توجه``."""
    return word[-1:] == "ه" and not word.endswith(_SPOKEN) and word not in words.spoken_he


def whole(word: str, words: Words) -> bool:
    """Whether a word is right as it is: a usual word, or one with endings that are written joined."""
    if usual(word, words):
        return True
    if _has_owner(word, words):
        return False
    for length in range(1, min(_LONGEST_INFLECTION, len(word) - 2) + 1):
        base, ending = word[:-length], word[-length:]
        if ending in _INFLECTIONS and _is_base(base, words) and not silent_he(base, words):
            if ending in _AFTER_VOWEL and base[-1] not in "او":
                continue
            return True
    return False


def _has_owner(word: str, words: Words) -> bool:
    """Whether a word ends in an owner's ending that stands off: ``هوادارانمان`` is not ``هوادار`` with an ending."""
    base, ending = word[:-3], word[-3:]
    return ending in _OWNERS and len(base) > 2 and stands_off(base, ending) and level_of(base, words) >= _USUAL


def level_of(word: str, words: Words) -> int:
    """How usual a word is, or what its plural in ان is of: ``هواداران``."""
    return usual(word, words) or (usual(word[:-2], words) if word.endswith("ان") else 0)


def stands_off(base: str, owner: str) -> bool:
    """Whether most write a half-space before an owner's ending: ``بازی‌شان``, ``تیم‌مان``, but ``کتابشان``."""
    return base[-1] in "نمقکطت" if owner == "مان" and base[-1] != "ی" else base[-1] == "ی" and base[-2] != "ا"


def _is_base(word: str, words: Words) -> bool:
    return usual(word, words) >= (_USUAL if len(word) > 2 else _SHORT_USUAL)


def known(word: str, words: Words) -> Cuts | None:
    """The cuts of a word that may stand before an ending: none for a plain word, None for no word at all."""
    if word in words.participles or whole(word, words):
        return ()
    split = words.splits.get(word)
    if split:
        return cuts_of(split)
    cuts = with_joined_ending(word, words)
    return with_tail(word, words) if cuts is None else cuts


def with_joined_ending(word: str, words: Words) -> Cuts | None:
    """The cuts of a compound of the lists with an ending that joins: ``دانشآموزان``, ``شرکتکنندگان``."""
    for ending in JOINED_ENDINGS:
        if not word.endswith(ending):
            continue
        base = word[: -len(ending)]
        if not silent_he(base, words) and (ending != "ست" or base[-1:] in ("ا", "و")):
            split = words.splits.get(base) or (ending == "گان" and words.splits.get(f"{base}ه"))
            if split and not split.endswith(f"ه{ZWNJ}ای"):  # حرفهایی is حرف‌هایی
                return cuts_of(split)
    return None


def with_tail(word: str, words: Words) -> Cuts | None:
    """The cuts of a word with a part that only ends words: ``بهرهبرداری``, ``اصلاحطلبان``."""
    for cut in range(3, len(word) - 2):
        if word[cut:] in words.tails and word[cut - 1] not in NON_JOINING:
            head = known(word[:cut], words)
            if head or (head is not None and _is_head(word[:cut], words)):
                return (*head, cut)
    return None


def _is_head(word: str, words: Words) -> bool:
    """Whether a plain word is usual enough to be half of a compound that no list has."""
    return usual(word, words) >= _HEAD_USUAL or word in words.participles or usual(word[:-1], words) >= _HEAD_USUAL


def cuts_of(split: str) -> Cuts:
    """The places of a word's half-spaces, but for those after letters that do not join.

    >>> cuts_of("گفت‌وگو"), cuts_of("تولید‌کننده")
    ((3,), ())
    """
    cuts: list[int] = []
    at = 0
    for part in split.split(ZWNJ)[:-1]:
        at += len(part)
        if part[-1] not in NON_JOINING:
            cuts.append(at)
    return tuple(cuts)
