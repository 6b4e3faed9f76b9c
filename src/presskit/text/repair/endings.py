"""Rules for a half-space lost between a word and its beginning or ending: می, ها, تر, ای and the like.

Each takes the word without half-spaces, and gives the places of the cuts; none at all where the word is seen to be
right; None where the rule has nothing to say.
"""

from __future__ import annotations

from presskit.text.repair.known import NON_JOINING, Context, Cuts, known, level_of, silent_he, stands_off, usual
from presskit.text.repair.words import Words

PLURALS = ("هایشان", "هایمان", "هایتان", "هایی", "هایش", "هایم", "هایت", "هاست", "های", "ها")
VERB_PREFIXES = ("بر", "باز", "در", "فرا", "فرو", "وا", "")
_DEGREES = ("ترینها", "ترین", "تری", "تر")
_AUXILIARIES = ("اند", "ایم", "اید", "ام", "است", "ست")
_AFTER_HE = ("ایم", "اید", "اند", "ایی", "مان", "تان", "شان", "اش", "ات", "ام", "ای")
_AFTER_YE = ("مان", "تان", "شان", "اش", "ام", "ات", "اند", "ای")
_AFTER_ANY = ("اند", "اش", "مان")
# What no noun stands before that owns it: before these ``نامه‌ای`` is likelier than ``نام‌های``. And the demonstratives
# and the dot, which tell of the other side.
_FOLLOWERS = frozenset("به از که را در با و تا برای بر است بود شد نیست می این آن همین خطاب .".split())
_SURE_FOLLOWERS = frozenset({"که", "است"})  # these even after a participle: ``خواسته‌ای که``
# ``بازیکن حرفه‌ای`` follows a noun; ``از حرف‌های او``, ``این حرف‌های`` follow none.
_ADJECTIVES = frozenset({"حرفه"})
# What goes before an adjective of the kind: ``بیماری زمینه‌ای``.
_BEFORE_ADJECTIVES = frozenset({"بیماری", "بیماریها", "بیماریهای"})
_BEFORE_NOUNS = frozenset(
    "از به با در بر که را می هم نیز این آن همین همان باید شنیدن گفتن بیان زدن درباره درمورد مورد برخی بعضی تمام همه "
    "بین یاد خلاف پی .".split()
)
TELLING = _FOLLOWERS | _BEFORE_NOUNS | _BEFORE_ADJECTIVES
_FAR_LIKELIER = 3  # in levels: a thousand times as usual
_USUAL = 4  # a word that takes an ending which most write otherwise


def verb(word: str, words: Words, _context: Context) -> Cuts | None:
    """``میگوید``, ``نمیتوانند``, ``برمیگردد``: what follows می is a form of a verb."""
    at = word.find("می")
    if at < 0 or at > 4:
        return None
    before = word[: at - 1] if word[at - 1 : at] == "ن" else word[:at]
    return (at + 2,) if before in VERB_PREFIXES and word[at + 2 :] in words.continuous else None


def auxiliary(word: str, words: Words, _context: Context) -> Cuts | None:
    """``شدهاند``, ``نکردهایم``."""
    for ending in _AUXILIARIES:
        base = word[: -len(ending)]
        if word.endswith(ending) and base in words.participles:
            return (len(base),)
    return None


def he_or_plural(word: str, words: Words, context: Context) -> Cuts | None:
    """``هستهای``: an ending in ای after a silent he, where that is likelier than the plural ``هست‌های``."""
    if not word.endswith("های"):
        return None
    with_he, bare = word[:-2], word[:-3]
    he = known(with_he, words) if len(bare) > 1 and silent_he(with_he, words) else None
    if he is None and len(bare) > 4 and bare.endswith("ان") and known(bare, words) is None:  # ساختارشکنانه‌ای
        he = ()
    return (*he, len(with_he)) if he is not None and _is_likelier(with_he, bare, words, context) else None


def _is_likelier(with_he: str, bare: str, words: Words, context: Context) -> bool:
    if with_he in _ADJECTIVES:
        return context.before not in _BEFORE_NOUNS
    if known(bare, words) is None or bare in words.pasts:
        return True
    if with_he.endswith("انه") and not usual(bare, words):  # a plural in ان takes no ها: سخت‌گیرانه‌ای
        return True
    if with_he.endswith("نده") and bare in words.continuous and bare not in words.common:  # آینده‌ای
        return True
    if bare[-1] in NON_JOINING:  # سفرهای is right as it is, and common
        return with_he in words.likely_he or usual(with_he, words) > usual(bare, words) + _FAR_LIKELIER
    if with_he in words.likely_he:
        return True
    if context.after in _SURE_FOLLOWERS or context.before in _BEFORE_ADJECTIVES:
        return True
    if with_he in words.participles:
        return False
    return context.after in _FOLLOWERS or usual(with_he, words) > usual(bare, words) + 1


def plural(word: str, words: Words, _context: Context) -> Cuts | None:
    """``تحریمها``, ``کشورهایی``; a word in no list has a plural too, if it is long enough."""
    for ending in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)]
            stem = known(base, words)
            if base[-1] in NON_JOINING:
                return stem or ()
            if stem is None and (len(base) < 3 or word in words.levels):
                return None
            return (*(stem or ()), len(base))
    return None


def degree(word: str, words: Words, _context: Context) -> Cuts | None:
    """``مهمترین``, ``قویتر``."""
    for ending in _DEGREES:
        if word.endswith(ending):
            base = word[: -len(ending)]
            stem = known(base, words) if len(base) > 1 else None
            if base[-1:] in NON_JOINING:
                return stem or None  # nothing to give but to the compound: شگفت‌انگیزترین
            return (*stem, len(base)) if stem is not None else None
    return None


def after_he(word: str, words: Words, _context: Context) -> Cuts | None:
    """``خانهاش``, ``ادارهای``: an ending with an alef after a silent he."""
    for ending in _AFTER_HE:
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and silent_he(base, words):
            stem = known(base, words)
            if stem is not None:
                return (*stem, len(base))
    return None


def after_ye(word: str, words: Words, _context: Context) -> Cuts | None:
    """``سیاسیاش``, ``ایرانیاند``: an ending with an alef after ی."""
    for ending in _AFTER_YE:
        base = word[: -len(ending)]
        if word.endswith(ending) and base[-1:] == "ی" and len(base) > (2 if ending == "ای" else 3):
            stem = known(base, words)
            if stem is not None:
                return (*stem, len(base))
    return None


def after_any(word: str, words: Words, _context: Context) -> Cuts | None:
    """``مخالفاند``, ``تیماش``, ``تیممان``: an ending that is not written joined to a usual word."""
    for ending in _AFTER_ANY:
        base = word[: -len(ending)]
        if not word.endswith(ending) or len(base) < 3 or base[-1] in NON_JOINING or level_of(base, words) < _USUAL:
            continue
        if ending != "مان" or stands_off(base, ending):
            return (len(base),)
    return None


def ezafe(word: str, words: Words, _context: Context) -> Cuts | None:
    """``همهی``: the ezafe spelt out after a silent he."""
    base = word[:-1]
    if word.endswith("هی") and len(word) > 3 and silent_he(base, words):
        stem = known(base, words)
        if stem is None or (stem and not silent_he(base[stem[-1] :], words)):  # هدایت‌الهی, قابل‌توجهی
            return None
        return (*stem, len(base))
    return None
