"""What is wrong with an entry of a word list: said to whoever wrote it, before anything is read with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from presskit.lexicon.forms import forms
from presskit.lexicon.spellings import spellings
from presskit.text.view import key

# The tables of words whose value is an example.
WORDS = frozenset(
    "that preface question_opener question question_separator empty act object_opener pronoun adverb time located_role"
    " occasion_end furniture end_mark home press_office desk"
    " according narration connective asker answerer"
    " role plural anaphoric body office seat generic honorific given particle named_after agent kin"
    " medium occasion_sort place".split()
)
# The tables of words whose value is a number, with the lowest and the highest.
NUMBERS = {
    "jalali": (1, 12), "gregorian": (1, 12), "hijri": (1, 12), "day": (1, 31), "weekday": (0, 6), "day_part": (0, 2),
}  # fmt: skip
TAKES = frozenset(("که", "از", "بر", "را", "به", "نسبت", "درباره", "تا", "خواستار"))
_PREPOSITIONS = frozenset(("با", "از", "به", "بر", "در"))  # of which rules ask what governs them
_OCCASIONS = (
    "press_conference", "interview", "statement", "message", "speech", "meeting", "ceremony", "social_media", "other",
)  # fmt: skip
_FIELDS = ("code", "date", "category", "byline", "outlet", "other")
_OUTLETS = ("agency", "site", "newspaper", "broadcaster", "channel")


class _Sort(NamedTuple):
    """A sort of value: what it is to be, and whether one is it."""

    says: str
    good: Callable[[Any], bool]


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and key(word) for word in value)


def _one_of(words: Iterable[str]) -> _Sort:
    return _Sort(f"one of {', '.join(sorted(words))}", lambda value: isinstance(value, str) and value in words)


_TEXT = _Sort("a string", lambda value: isinstance(value, str))
_FLAG = _Sort("true or false", lambda value: isinstance(value, bool))
_LIST = _Sort("a list of strings", _is_list)
_NAMES = _Sort("a list of strings, at least one", lambda value: _is_list(value) and bool(value))
_PREPOSITION = _Sort("one word, a preposition", lambda value: isinstance(value, str) and key(value).isalpha())

_OF_VERB = {"takes": _TEXT, "weak": _FLAG, "topic": _PREPOSITION, "example": _TEXT}
# The keys of the tables that have some, and those of them that must be there.
_KEYS: dict[str, dict[str, _Sort]] = {
    "simple": {"present": _TEXT, **_OF_VERB},
    "compound": {"light": _TEXT, "also": _LIST, **_OF_VERB},
    "outlet": {"names": _NAMES, "kind": _one_of(_OUTLETS), "ambiguous": _FLAG, "example": _TEXT},
    "organisation": {"epithets": _LIST, "example": _TEXT},
    "occasion": {"kind": _one_of(_OCCASIONS), "example": _TEXT},
    "label": {"field": _one_of(_FIELDS), "example": _TEXT},
}
_NEEDED = {
    "simple": ("present", "example"),
    "compound": ("light", "example"),
    "outlet": ("names",),
    "organisation": ("epithets",),
    "occasion": ("kind",),
    "label": ("field",),
}
TABLES = WORDS | NUMBERS.keys() | _KEYS.keys() | {"light", "governed"}


def problem(table: str, word: str, value: Any, lights: Mapping[str, str]) -> str | None:
    """What is wrong with the entry ``word = value`` of one of `TABLES`, or None.

    Args:
        lights: the table ``light`` as a whole, which compounds take their verbs from.
    """
    if not key(word):
        return "there is no letter in it"
    if table in WORDS:
        return _example(word, value)
    if table in NUMBERS:
        return _number(value, *NUMBERS[table])
    if table == "light":
        return None if isinstance(value, str) else "the value is to be the present stem, a string"
    if table == "governed":
        return _governed(word, value)
    return _keys(table, value) or _of_table(table, word, value, lights)


def _example(word: str, value: object, *others: str) -> str | None:
    if not isinstance(value, str):
        return "the value is to be an example, a string"
    shown = key(value)
    lacks = not any(spelling in shown for name in (word, *others) for spelling in spellings(name))
    return "the example lacks the word" if lacks else None


def _number(value: object, lowest: int, highest: int) -> str | None:
    good = isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest
    return None if good else f"the value is to be a number from {lowest} to {highest}"


def _governed(preposition: str, value: object) -> str | None:
    if not isinstance(value, dict):
        return "is to be a table of words"
    if preposition not in _PREPOSITIONS:
        return f"no rule asks what governs {preposition}, only {', '.join(sorted(_PREPOSITIONS))}"
    problems = ((word, problem("role", word, example, {})) for word, example in value.items())
    return next((f"{word}: {wrong}" for word, wrong in problems if wrong), None)


def _keys(table: str, value: object) -> str | None:
    if not isinstance(value, dict):
        return "the value is to be a table"
    known = _KEYS[table]
    for name, given in value.items():
        if name not in known:
            return f"unknown key: {name}; [{table}] has {', '.join(known)}"
        if not known[name].good(given):
            return f"`{name}` is to be {known[name].says}"
    missing = [f"`{name}`" for name in _NEEDED[table] if name not in value]
    return f"needs {' and '.join(missing)}" if missing else None


def _of_table(table: str, word: str, value: Mapping[str, Any], lights: Mapping[str, str]) -> str | None:
    odd = set(value.get("takes", "").split()) - TAKES
    if odd:
        return f"`takes` knows {' '.join(sorted(TAKES))}; not {' '.join(sorted(odd))}"
    if table == "simple":
        return _simple(word, value)
    if table == "compound":
        return _compound(word, value, lights)
    others = (*value.get("names", ()), *value.get("epithets", ()))
    return _example(word, value["example"], *others) if "example" in value else None


def _simple(lemma: str, value: Mapping[str, Any]) -> str | None:
    past, mark, present = lemma.partition("#")
    if not (mark and key(past) and key(present)):
        return "a simple verb is to be named past#present"
    return _shown((form.text for form in forms(key(past), key(value["present"]))), value["example"])


def _compound(element: str, value: Mapping[str, Any], lights: Mapping[str, str]) -> str | None:
    named = value["light"].split()
    unknown = [past for past in named if past not in lights]
    if unknown or not named:
        return f"not in [light]: {' '.join(unknown)}" if unknown else "needs a light verb"
    light = "|".join(re.escape(form.text) for past in named for form in forms(key(past), key(lights[past])))
    elements = (re.escape(one) for name in (element, *value.get("also", ())) for one in spellings(name))
    verb = rf"(?<!\w)(?:{'|'.join(elements)})(?:(?!\w).*(?<!\w))?(?:{light})(?!\w)"
    return None if re.search(verb, key(value["example"])) else "the example lacks the verb"


def _shown(of_verb: Iterable[str], example: str) -> str | None:
    words = " ".join(re.findall(r"\w+", key(example)))
    return None if any(f" {form} " in f" {words} " for form in of_verb) else "the example lacks the verb"
