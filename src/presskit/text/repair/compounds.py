"""Rules for a half-space lost between the parts of a compound. They take and give what those of `endings` do."""

from __future__ import annotations

from presskit.text.repair.known import (
    NON_JOINING,
    Context,
    Cuts,
    cuts_of,
    known,
    usual,
    whole,
    with_joined_ending,
    with_tail,
)
from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ

_NO_ARTICLE = NON_JOINING | {"ه"}  # جامعةالمصطفی is as often joined
_WITH_ALEF = ("قرآن", "الآن", "مآ", "منشآت", "مرآ", "لآلی", "تآتر")  # but these
_ENDINGS = frozenset(("ها", "های", "هایی", "مان", "تان", "شان", "ترین", "اش", "می", "نمی"))  # of the word before
_OF_GOD = ("الله", "اللهی", "الدین")
_VERY_USUAL = 7
_HEAD_USUAL = 4
_LONG_USUAL = 3  # for two words of four letters and more
_SHORT_USUAL = 8  # for shorter ones, which much ends in by chance


def listed(word: str, words: Words, _context: Context) -> Cuts | None:
    """``پیشبینی``: the lists have the word with its half-space."""
    split = words.splits.get(word)
    if split is None:
        return None
    if word.endswith("های") and split.endswith(f"ه{ZWNJ}ای") and known(word[:-3], words) is not None:
        return None  # حرفهای may be a plural
    return cuts_of(split)


def joined_ending(word: str, words: Words, _context: Context) -> Cuts | None:
    """``دانشآموزان``, ``گفتوگویی``: a compound of the lists, with an ending that joins to it."""
    return with_joined_ending(word, words)


def tail(word: str, words: Words, _context: Context) -> Cuts | None:
    """``سلطهطلبان``: a part that only ends words, after a known word."""
    return with_tail(word, words)


def surname(word: str, words: Words, _context: Context) -> Cuts | None:
    """``قاسمیپور``: a surname of two parts. After short names it is written joined: ``علیپور``."""
    for length in (2, 3, 4):
        head, end = word[:-length], word[-length:]
        if end in words.surnames and head in words.families:
            return (len(head),)
        if len(head) > 3 and head[-1] not in NON_JOINING:
            if end in words.surnames and whole(head, words):
                return (len(head),)
            if head[-1] == "ی" and end in words.family_ends:  # whoever that is
                return (len(head),)
    return None


def before_alef(word: str, words: Words, _context: Context) -> Cuts | None:
    """``خرمآباد``, ``آندرهآ``: no Persian word has آ after a letter that joins to it."""
    at = word.find("آ", 2)
    if at < 0 or word[at - 1] in NON_JOINING or word[:at] in _ENDINGS or word.startswith(_WITH_ALEF):
        return None
    if word[:at] in ("بی", "نی") and word[at:] in words.continuous:  # بیآورد for بیاورد
        return None
    return (at,)


def family(word: str, words: Words, _context: Context) -> Cuts | None:
    """``حسینیشاهرودی``, ``انصاریفر``: a surname with another, or with what such names end in."""
    for cut in range(len(word) - 2, 3, -1):
        first, rest = word[:cut], word[cut:]
        if first in words.families and (rest in words.name_ends or rest in words.families):
            return (cut,)
    return None


def letters(word: str, words: Words, _context: Context) -> Cuts | None:
    """``سیانان``: the names of three Latin letters or more."""
    cuts: list[int] = []
    at = 0
    while at < len(word):
        size = next((size for size in (4, 3, 2) if word[at : at + size] in words.letters), 0)
        if not size:
            return None
        at += size
        cuts.append(at)
    inner = tuple(cut for cut in cuts[:-1] if word[cut - 1] not in NON_JOINING)
    return inner if len(cuts) > 2 and inner else None


def of_god(word: str, _words: Words, _context: Context) -> Cuts | None:
    """``صحبتالله``, ``صلاحالدین``: a name that ends in God's, or in the faith's."""
    for end in _OF_GOD:
        cut = len(word) - len(end)
        if word.endswith(end) and cut > 2:
            return (cut,) if word[cut - 1] not in NON_JOINING else None
    return None


def article(word: str, words: Words, _context: Context) -> Cuts | None:
    """``ممنوعالکار``: an Arabic pair, whose first part begins others too, or is an everyday word."""
    at = word.find("ال", 2)
    if at < 0 or len(word) < at + 6 or word[at - 1] in _NO_ARTICLE:
        return None
    first = word[:at]
    return (at,) if first in words.arabic or (at > 2 and usual(first, words) >= _VERY_USUAL) else None


def head(word: str, words: Words, _context: Context) -> Cuts | None:
    """``بیتوجهی``, ``همپیوسته``: a part that begins words, before a usual word; but ``بیافتد`` is a verb."""
    for cut in range(2, min(len(word) - 2, 7)):
        first, rest = word[:cut], word[cut:]
        is_word = len(rest) > 2 and (usual(rest, words) >= _HEAD_USUAL or whole(rest, words))
        if first in words.prefixes and is_word and rest not in words.continuous:
            return (cut,)
        if (
            first in words.firsts
            and len(word) > 5
            and first[-1] not in NON_JOINING
            and usual(rest, words) > _HEAD_USUAL
        ):
            return (cut,)
        if first == "به" and len(rest) > 3 and usual(rest, words) >= _VERY_USUAL:
            return (cut,)
    return None


def second(word: str, words: Words, _context: Context) -> Cuts | None:
    """``رسیدگیشده``, ``نزدیککردن``: a second part of many phrases, glued to a usual word."""
    for cut in range(3, len(word) - 1):
        if word[cut:] in words.seconds and word[cut - 1] not in NON_JOINING:
            first = known(word[:cut], words)
            if first is not None:
                return (*first, cut)
    return None


def joined_and(word: str, words: Words, _context: Context) -> Cuts | None:
    """``برنامهوبودجه``, ``بیستوسوم``: two everyday words or numbers with و between."""
    at = word.find("و", 2)
    while 0 < at < len(word) - 2:
        first, rest = word[:at], word[at + 1 :]
        if first[-1] not in NON_JOINING and _are_a_pair(first, rest, words):
            return (at,)
        at = word.find("و", at + 1)
    return None


def _are_a_pair(first: str, rest: str, words: Words) -> bool:
    if first in words.tens:
        return rest.removesuffix("ین").removesuffix("م") in words.units
    return first in words.common and rest.removesuffix("ان") in words.common


def two_words(word: str, words: Words, _context: Context) -> Cuts | None:
    """``تیمملی``: two words that the press uses every day, or two long ones, and the whole is none."""
    for cut in range(3, len(word) - 2):
        first, rest = word[:cut], word[cut:]
        if first[-1] not in NON_JOINING and _are_words(first, rest, words):
            return (cut,)
    return None


def _are_words(first: str, rest: str, words: Words) -> bool:
    if first in words.common and rest in words.common:
        return True
    least = min(usual(first, words), usual(rest, words))
    return least >= (_LONG_USUAL if min(len(first), len(rest)) > 3 else _SHORT_USUAL) and len(first) + len(rest) > 6
