"""Where a space stands for a half-space: rules, in order, for two words that are one. The first that says so decides.

Each takes both words, with what they have of half-spaces cut off on the far side: ``گفت‌وگو ها`` is ``وگو`` and ``ها``.
"""

from __future__ import annotations

from collections.abc import Callable

from presskit.text.repair.endings import PLURALS, VERB_PREFIXES
from presskit.text.repair.known import NON_JOINING, known, silent_he, usual
from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ

Rule = Callable[[str, str, Words], bool]

_MI = frozenset(f"{prefix}{mi}" for prefix in VERB_PREFIXES for mi in ("می", "نمی"))
_PLURALS = frozenset(PLURALS)
_DEGREES = frozenset(("تر", "ترین", "تری", "ترها"))
_AUXILIARIES = frozenset(("اند", "ایم", "اید", "ام", "ای", "ست"))
_AFTER_HE = frozenset(("ای", "اش", "ات", "ام", "اند", "ایم"))
_AFTER_YE = frozenset(("اش", "اند", "ام", "ای", "ست"))
_PRONOUNS = frozenset(("مان", "شان", "تان"))
# Words that no ending belongs to, and that begin no compound but those of presskit's own list.
_FUNCTION = frozenset(
    "و در به از که را با بر تا برای این آن یا هم نیز اما اگر هر چه چون پس نه ما شما من او وی است بود شد هست هیچ چنین "
    "همین".split()
)
# Endings that join to a second part. The verbs' are not among them: ``به عهده دارند``.
_NOMINAL = ("ی", "ان", "انه", "انی", "ات", "یی", "یان", "گان", "گی")
_BEFORE_DIGNITY = frozenset(("حفظ", "دون", "شایسته", "درخور"))
_POINTERS = frozenset(("این", "آن"))


def _verb(first: str, second: str, words: Words) -> bool:
    """``می گوید``, ``نمی شود``, ``بر می گردد``."""
    return first in _MI and second in words.continuous


def _plural(first: str, second: str, _words: Words) -> bool:
    """``تحریم ها``, ``کشور های``, ``آن ها``."""
    return second in _PLURALS and len(first) > 1 and (first not in _FUNCTION or first in _POINTERS)


def _degree(first: str, second: str, _words: Words) -> bool:
    """``مهم ترین``."""
    if (first, second) == ("جان", "تری"):  # John Terry
        return False
    return second in _DEGREES and len(first) > 1 and first not in _FUNCTION


def _auxiliary(first: str, second: str, words: Words) -> bool:
    """``رفته اند``."""
    return second in _AUXILIARIES and first in words.participles


def _after_he(first: str, second: str, _words: Words) -> bool:
    """``خانه ای``, ``برنامه اش``."""
    return second in _AFTER_HE and first.endswith("ه") and len(first) > 2 and first not in _FUNCTION


def _after_ye(first: str, second: str, words: Words) -> bool:
    """``زندگی اش``, ``ایرانی اند``."""
    return second in _AFTER_YE and first.endswith("ی") and len(first) > 2 and known(first, words) is not None


def _pronoun(first: str, second: str, _words: Words) -> bool:
    """``بازیکنان مان``, ``برای مان``; but ``حفظ شأن``."""
    if first == "برای":
        return second in ("مان", "تان")
    return second in _PRONOUNS and first not in _FUNCTION and first not in _BEFORE_DIGNITY and len(first) > 1


def _are(first: str, second: str, words: Words) -> bool:
    """``عبارت اند``, ``مخالف اند``."""
    return second == "اند" and len(first) > 2 and first not in _FUNCTION and known(first, words) is not None


def _ezafe(first: str, second: str, words: Words) -> bool:
    """``همه ی``."""
    return second == "ی" and len(first) > 2 and silent_he(first, words)


def _without(first: str, second: str, words: Words) -> bool:
    """``بی توجه``, ``بی آنکه``; but ``بی بی سی``, and the letter of ``بی ام و``."""
    return first in words.prefixes and len(second) > 2 and second not in _FUNCTION and second not in words.letters


def _own(first: str, second: str, words: Words) -> bool:
    """``سه شنبه``, ``نخست وزیری``: a compound of presskit's own list."""
    return any(f"{first}{ZWNJ}{base}" in words.sure for base, _ in _bases(second, words))


def _listed(first: str, second: str, words: Words) -> bool:
    """``زمینه سازی``, ``بی نظیر``: a compound of hazm's list with a part that is made for compounds.

    The others there are mostly such as the press writes as two words: ``محیط زیست``, ``انجام شده``.
    """
    if first in _FUNCTION or first[-1:] in NON_JOINING:
        return False
    if second not in words.joinable and first not in words.prefixes and not second.startswith("ال"):
        return False
    for base, ending in _bases(second, words):
        word = f"{first}{ZWNJ}{base}"
        if words.compounds.get(word, 0) or (ending in ("گان", "گی") and words.compounds.get(f"{word}ه", 0)):
            return True
    return False


def _bases(second: str, words: Words) -> list[tuple[str, str]]:
    """A second part as it is, and without each ending that may have joined to it; none joins to a silent he."""
    endings = ((second[: -len(ending)], ending) for ending in _NOMINAL if second.endswith(ending))
    return [
        (second, ""),
        *((base, ending) for base, ending in endings if len(base) > 1 and not silent_he(base, words)),
    ]


def _surname(first: str, second: str, words: Words) -> bool:
    """``قاسمی پور``; نژاد is a word too: ``درباره نژاد``."""
    if second == "نژاد" and not first.endswith("ی"):
        return False
    return second in words.surnames and len(first) > 2 and first not in _FUNCTION and known(first, words) is not None


def _tail(first: str, second: str, words: Words) -> bool:
    """``سلطه طلبان``: a second part that never stands alone."""
    if second not in words.bound or first in _FUNCTION or first[-1:] in NON_JOINING:
        return False
    return bool(usual(first, words) or words.splits.get(first))


_ENDINGS = _PLURALS | _DEGREES | _AUXILIARIES | _AFTER_HE | _AFTER_YE | _PRONOUNS | {"ی"}
RULES: tuple[tuple[str, Rule], ...] = (
    ("verb-apart", _verb),
    ("plural-apart", _plural),
    ("degree-apart", _degree),
    ("auxiliary-apart", _auxiliary),
    ("after-he-apart", _after_he),
    ("after-ye-apart", _after_ye),
    ("pronoun-apart", _pronoun),
    ("are-apart", _are),
    ("ezafe-apart", _ezafe),
    ("own-apart", _own),
    ("without-apart", _without),
    ("listed-apart", _listed),
    ("surname-apart", _surname),
    ("tail-apart", _tail),
)
WITH_AND = "and-apart"
# What و makes one word of; each second part is no word of its own there.
_WITH_AND = {"گفت": "گو", "جست": "جو", "پرس": "جو", "شست": "شو"}
_AFTER_AND = frozenset(("", "ی", "یی", "ها", "های", "هایی", "هایش", "هایشان"))


# Those that join what many an editor writes as two words.
COMPOUNDS = frozenset(("own-apart", "listed-apart", "surname-apart", "tail-apart", WITH_AND))


def may_join(first: str, second: str, words: Words) -> bool:
    """Whether any rule could join two words: soon told of most that none can."""
    if second in _ENDINGS or second in words.closers or first in _MI or first in words.prefixes:
        return True
    return first in words.openers and f"{first}{ZWNJ}{second[:2]}" in words.heads


def joins_with_and(first: str, second: str) -> bool:
    """Whether two words with و between them are one: ``گفت و گو``, ``جست و جوی``."""
    base = _WITH_AND.get(first)
    return base is not None and second.startswith(base) and second[len(base) :].lstrip(ZWNJ) in _AFTER_AND


def join(first: str, second: str, words: Words) -> str | None:
    """The rule by which two words are one; None where they are two."""
    return next((name for name, rule in RULES if rule(first, second, words)), None)
