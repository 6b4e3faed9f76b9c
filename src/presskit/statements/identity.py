"""Whether two names can be one person's, and whether two roles can be one office."""

from __future__ import annotations

import re
from functools import lru_cache

from presskit.lexicon import Lexicon

_SHORTEST_SURNAME = 4
_SAYYID = "سید"
_STOP = frozenset("و در از به با بر برای این آن ی ای ساله".split())
_SPELLINGS = {"مسوول": "مسیول", "اسبق": "سابق", "پیشین": "سابق"}


def name_key(name: str, lexicon: Lexicon) -> str:
    """A name without ``سید``, and with a surname that was glued to a given name parted from it: ``محمدعلوی``."""
    words = [part for word in name.split() for part in _parted(_plain(word), lexicon)]
    return " ".join(words[1:] if len(words) > 1 and words[0] == _SAYYID else words)


def _plain(word: str) -> str:
    """Without the Arabic article: ``الشمري`` and ``شمري``, ``تاج‌الدینی`` and ``تاج الدینی``."""
    word = word.replace("الدین", "دین")
    return word[2:] if word.startswith("ال") and len(word) > 2 + _SHORTEST_SURNAME - 1 else word


def _parted(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    if word not in lexicon.given_names:
        for end in range(3, len(word) - _SHORTEST_SURNAME + 1):
            if word[:end] in lexicon.given_names and word[end:] not in lexicon.given_names:
                return word[:end], word[end:]
    return (word,)


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's: the shorter is the longer's end, or its words are among the longer's.

    >>> same_name("کنعانی", "ناصر کنعانی"), same_name("علی کنعانی", "ناصر کنعانی")
    (True, False)
    """
    short, long = sorted((one.split(), other.split()), key=len)
    ours, theirs = "".join(short), "".join(long)
    if ours == theirs or _misspelt(ours, theirs):
        return True
    if len(short) == len(long) > 1 and short[-1] == long[-1]:
        return _SAYYID + ours == theirs or _SAYYID + theirs == ours  # not "رضا کریمی" and "محمدرضا کریمی"
    if len(short) == len(long):
        return (len(short) > 1 and theirs.endswith(ours)) or ours.endswith(theirs)
    if len(short) == 1:
        glued = theirs.endswith(ours) and len(ours) > _SHORTEST_SURNAME
        return short[0] in long or glued or _misspelt(short[0], long[-1]) or _shortened(short[0], long)
    return theirs.endswith(ours) or (set(short) <= set(long) and short[0] == long[0])


def _shortened(short: str, long: list[str]) -> bool:
    """``شاکری`` for ``شاکری‌زاد``: a surname without its ending."""
    return any(stem(word) == short for word in long[1:])


def stem(word: str) -> str:
    """A surname without an ending that many surnames have."""
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return word[: len(word) - len(ending)] if len(word) >= len(ending) + _SHORTEST_SURNAME else word


_ENDINGS = ("زاده", "نژاد", "پور", "زاد", "نیا", "فرد", "راد", "یان", "فر")


def _misspelt(one: str, other: str) -> bool:
    """``منتجب‌نیا`` and ``منتجب‌نیاز``: long names that differ in a last letter."""
    short, long = sorted((one, other), key=len)
    return len(short) > 6 and len(long) - len(short) == 1 and long.startswith(short)


def role_key(role: str, lexicon: Lexicon) -> str:
    """A role with the usual names of its organisations, so that epithets compare."""
    words = _GLUED.sub(r"مدیر\1", role).split()
    for number in range(len(words)):
        for end in range(len(words), number, -1):
            usual = lexicon.organisations.get(" ".join(words[number:end]))
            if usual is not None:
                return " ".join([*words[:number], usual, *words[end:]])
    return " ".join(words)


_GLUED = re.compile(r"\bمدیر (عامل|کل)\b")  # "مدیر عامل" and "مدیرعامل"


def same_role(one: str, other: str) -> bool:
    """Whether two roles can be one office: the same head, and the words of one among those of the other."""
    first, second = content_words(one), content_words(other)
    if not first or not second or first[0] != second[0]:
        return _joined(one) == _joined(other)
    begin, longer = sorted(("".join(first), "".join(second)), key=len)
    short, long = sorted((set(first), set(second)), key=len)
    return longer.startswith(begin) or short <= long


def rivals(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one person hardly has both roles: two offices, or one in two places, with no telling word in common."""
    first, second = content_words(one), content_words(other)
    if not first or not second:
        return False
    same_head = first[0] == second[0]
    if same_head and first[0] in lexicon.agents:  # one assistant is of the trainer, and of Nouri, who is the trainer
        named = [
            lexicon.roles.isdisjoint(words[1:]) and lexicon.bodies.isdisjoint(words[1:]) for words in (first, second)
        ]
        if named[0] != named[1]:
            return False
    if not same_head and not {first[0], second[0]} <= lexicon.offices:
        return False
    telling = [{word for word in words[1:] if word not in lexicon.generic} for words in (first, second)]
    if same_head and any(len(words) == 2 and words[1].endswith("ی") for words in (first, second)):
        return False  # "سرمربی آرژانتینی" is the one of a team, too
    ours, theirs = (words - lexicon.places.keys() for words in telling)
    alike = any(word.startswith(like) or like.startswith(word) for word in ours for like in theirs)
    return bool((ours and theirs) or not same_head) and not alike


@lru_cache(maxsize=1_000)
def content_words(role: str) -> tuple[str, ...]:
    """The words of a role that tell it from others, its head first and without its ezafe."""
    words = [word for word in re.split(r"[ ()،]+", role) if word and word not in _STOP and not word.isdigit()]
    words = [_SPELLINGS.get(word, word) for word in words]
    return (words[0].removesuffix("ی"), *words[1:]) if words else ()


def _joined(role: str) -> str:
    return role.replace(" ", "")
