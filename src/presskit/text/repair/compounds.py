"""Rules for a half-space lost between the parts of a compound. They take and give what those of `endings` do."""

from __future__ import annotations

from presskit.text.repair.known import NON_JOINING, Context, Cuts, cuts_of, usual, whole, with_joined_ending, with_tail
from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ

_VERY_USUAL = 7
_HEAD_USUAL = 4


def listed(word: str, words: Words, _context: Context) -> Cuts | None:
    """``پیشبینی``: the lists have the word with its half-space."""
    split = words.splits.get(word)
    if split is None or (word.endswith("های") and split.endswith(f"ه{ZWNJ}ای")):  # حرفهای may be a plural
        return None
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
        if end in words.surnames and len(head) > 3 and head[-1] not in NON_JOINING and whole(head, words):
            return (len(head),)
    return None


def article(word: str, words: Words, _context: Context) -> Cuts | None:
    """``ممنوعالکار``: an Arabic pair, whose first part begins others too."""
    at = word.find("ال", 3)
    is_pair = at > 0 and len(word) > at + 4 and word[:at] in words.arabic
    return (at,) if is_pair and word[at - 1] not in NON_JOINING else None


def head(word: str, words: Words, _context: Context) -> Cuts | None:
    """``بیتوجهی``, ``بهعنوان``: a part that begins words, before a usual word; but ``بیافتد`` is a verb."""
    for cut in (2, 3):
        first, rest = word[:cut], word[cut:]
        is_word = len(rest) > 2 and (usual(rest, words) >= _HEAD_USUAL or whole(rest, words))
        if first in words.prefixes and is_word and rest not in words.continuous:
            return (cut,)
        if first == "به" and len(rest) > 3 and usual(rest, words) >= _VERY_USUAL:
            return (cut,)
    return None


def two_words(word: str, words: Words, _context: Context) -> Cuts | None:
    """``تیمملی``: two words that the press uses every day, and the whole is none."""
    for cut in range(3, len(word) - 2):
        if word[:cut] in words.common and word[cut:] in words.common and word[cut - 1] not in NON_JOINING:
            return (cut,)
    return None
