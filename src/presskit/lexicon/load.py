"""The word lists of ``lexicon/data`` and of users, read and checked into a `Lexicon`.

A word is data with an example of its use; what is done with it stands in the rules. Every list is a TOML table,
whichever file it stands in; a user's file has the same tables and adds to ours or overrides (docs/lexicon.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import islice, product, zip_longest
from pathlib import Path
from typing import Any

from presskit.errors import AccessError, LexiconError
from presskit.lexicon.forms import Form, forms
from presskit.lexicon.model import Lexicon, Outlet, Phrases, Verb
from presskit.text.view import ZWNJ, key, keys

Table = Mapping[str, Any]

# The tables of words whose value is an example. The others have checks of their own, below.
_WORDS = frozenset(
    "that preface question_opener question question_separator empty pronoun adverb located_role occasion_end"
    " furniture end_mark"
    " according narration connective asker answerer"
    " role plural anaphoric body opener honorific suffix given particle place".split()
)
_NUMBERS = {"jalali": 12, "gregorian": 12, "hijri": 12, "weekday": 6}  # table -> highest number
_OCCASIONS = frozenset(
    ("press_conference", "interview", "statement", "message", "speech", "meeting", "ceremony", "social_media", "other")
)
_FIELDS = frozenset(("code", "date", "category", "byline", "outlet", "other"))
_MOST_JOINTS = 4  # ZWNJ of one word that are tried each way; 2 to the power of it spellings
_TAKES = frozenset(("که", "از", "بر", "را", "به", "خواستار"))


@cache
def default() -> Lexicon:
    """The lexicon of presskit alone, made once."""
    return _compile(_data())


def load(*extra: Path) -> Lexicon:
    """The lexicon of presskit with the tables of ``extra`` files added, later ones first.

    Raises:
        AccessError: a file cannot be read.
        LexiconError: it is no TOML, or has a table or an entry that we do not know; the message names both.
    """
    if not extra:
        return default()
    tables = {name: dict(table) for name, table in _data().items()}
    for path in extra:
        for name, table in _read(path).items():
            tables.setdefault(name, {}).update(table)
    return _compile(tables)


def data_files() -> list[Traversable]:
    """presskit's own lists, in a fixed order."""
    files = resources.files("presskit.lexicon").joinpath("data").iterdir()
    return sorted((file for file in files if file.name.endswith(".toml")), key=lambda file: file.name)


def _data() -> dict[str, Table]:
    import tomllib

    tables: dict[str, Table] = {}
    for file in data_files():
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    return tables


def _read(path: Path) -> dict[str, Table]:
    import tomllib

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AccessError("unreadable", f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError("lexicon-invalid", f"{path}: no TOML: {error}") from error
    for name, table in tables.items():
        check = _CHECKS.get(name)
        if check is None or not isinstance(table, dict):
            raise LexiconError("lexicon-invalid", f"{path}: no such table: [{name}]")
        for word, value in table.items():
            problem = check(word, value)
            if problem:
                raise LexiconError("lexicon-invalid", f"{path}: {name}.{word}: {problem}")
    return tables


# --- the check of one entry of a user's file: what is wrong with it, or None
# -------------------------------------------


def _check_word(word: str, value: object) -> str | None:
    if not isinstance(value, str):
        return "the value is to be an example, a string"
    return (
        None
        if key(word) and any(spelling in key(value) for spelling in _spellings(word))
        else "the example lacks the word"
    )


def _check_verb(word: str, value: object) -> str | None:
    if not isinstance(value, dict):
        return "the value is to be a table"
    unknown = value.keys() - {"light", "present", "takes", "weak", "topic", "also", "example"}
    if unknown:
        return f"unknown keys: {', '.join(sorted(unknown))}"
    if "example" not in value or ("light" in value) == ("present" in value):
        return "needs `example`, and `light` (a compound) or `present` (a simple verb)"
    if not all(isinstance(value.get(name, ""), str) for name in ("light", "present", "takes", "topic", "example")):
        return "`light`, `present`, `takes`, `topic` and `example` are strings"
    odd = set(value.get("takes", "").split()) - _TAKES
    return f"`takes` knows {' '.join(sorted(_TAKES))}; not {' '.join(odd)}" if odd else None


def _check_light(_word: str, value: object) -> str | None:
    return None if isinstance(value, str) else "the value is to be the present stem, a string"


def _check_occasion(_word: str, value: object) -> str | None:
    good = isinstance(value, dict) and value.get("kind") in _OCCASIONS
    return None if good else f"needs a `kind`, one of {', '.join(sorted(_OCCASIONS))}"


def _check_label(_word: str, value: object) -> str | None:
    good = isinstance(value, dict) and value.get("field") in _FIELDS
    return None if good else f"needs a `field`, one of {', '.join(sorted(_FIELDS))}"


def _check_outlet(_name: str, value: object) -> str | None:
    good = isinstance(value, dict) and isinstance(value.get("names"), list) and all(map(_is_text, value["names"]))
    return None if good else "needs `names`, a list of strings"


def _check_organisation(_name: str, value: object) -> str | None:
    good = isinstance(value, dict) and isinstance(value.get("epithets"), list) and all(map(_is_text, value["epithets"]))
    return None if good else "needs `epithets`, a list of strings"


def _check_governed(_preposition: str, value: object) -> str | None:
    return None if isinstance(value, dict) and all(map(_is_text, value)) else "is to be a table of words"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(key(value))


def _check_number(highest: int) -> Callable[[str, object], str | None]:
    def check(_word: str, value: object) -> str | None:
        good = isinstance(value, int) and 0 <= value <= highest
        return None if good else f"the value is to be a number up to {highest}"

    return check


_CHECKS: dict[str, Callable[[str, object], str | None]] = {
    **dict.fromkeys(_WORDS, _check_word),
    **{name: _check_number(highest) for name, highest in _NUMBERS.items()},
    "simple": _check_verb,
    "compound": _check_verb,
    "light": _check_light,
    "occasion": _check_occasion,
    "label": _check_label,
    "outlet": _check_outlet,
    "organisation": _check_organisation,
    "governed": _check_governed,
}


# --- tables to lexicon ---------------------------------------------------------------------------------------------


def _spaced(word: str) -> Iterator[str]:
    """A word with some or all of its ZWNJ turned to spaces: ``گفت‌و گو``, ``گفت و‌گو``, ``گفت و گو``."""
    first, *rest = word.split(ZWNJ)
    for joints in islice(product((ZWNJ, " "), repeat=min(len(rest), _MOST_JOINTS)), 1, None):
        yield first + "".join(joint + part for joint, part in zip_longest(joints, rest, fillvalue=ZWNJ))


def _spellings(word: str) -> list[str]:
    """The spelling-blind forms of a word: each ZWNJ of it kept or lost, or turned to a space."""
    return [key(word), *map(key, _spaced(word))]


def _words(words: Iterable[str]) -> dict[str, str]:
    """Every spelling of the words, in their order, each with the word as the list has it."""
    plain = list(words)
    spaced = [(spelling, word) for word in plain if ZWNJ in word for spelling in _spaced(word)]
    spellings = [*plain, *(spelling for spelling, _ in spaced)]
    return dict(zip(keys(spellings), [*plain, *(word for _, word in spaced)], strict=True))


def _compile(tables: Mapping[str, Table]) -> Lexicon:
    def words(name: str) -> dict[str, str]:
        return _words(tables.get(name, {}))

    light = {past: tuple(forms(past, present)) for past, present in tables["light"].items()}
    return Lexicon(
        simple=_simple_verbs(tables["simple"]),
        elements=_compound_verbs(tables["compound"]),
        light={form.text: (past, form) for past, of_verb in light.items() for form in of_verb},
        prefaces=frozenset(words("preface")),
        question_openers=frozenset(words("question_opener")),
        questions=frozenset(words("question")),
        question_separators=_longest_first(words("question_separator")),
        that=Phrases(words("that")),
        empty=Phrases(words("empty")),
        pronouns=frozenset(words("pronoun")),
        adverbs=frozenset(words("adverb")),
        governed={preposition: frozenset(_words(table)) for preposition, table in tables["governed"].items()},
        located_roles=frozenset(words("located_role")),
        occasions={word: tables["occasion"][name]["kind"] for word, name in words("occasion").items()},
        occasion_ends=frozenset(words("occasion_end")),
        according=_longest_first(words("according")),
        narration=Phrases(words("narration")),
        connectives=Phrases(words("connective")),
        askers=frozenset(words("asker")),
        answerers=frozenset(words("answerer")),
        label_fields={word: tables["label"][name]["field"] for word, name in words("label").items()},
        label_words=Phrases(words("label")),
        furniture=Phrases(words("furniture")),
        end_marks=_longest_first(words("end_mark")),
        roles=frozenset(words("role")),
        plural_roles=frozenset(words("plural")),
        bodies=frozenset(words("body")),
        anaphors=Phrases(words("anaphoric")),
        honorifics=frozenset(words("honorific")),
        name_suffixes=frozenset(words("suffix")),
        given_names=frozenset(words("given")),
        name_particles=frozenset(words("particle")),
        outlets=_outlets(tables.get("outlet", {})),
        places=words("place"),
        organisations=_organisations(tables.get("organisation", {})),
        months={
            name: {word: tables[name][entry] for word, entry in words(name).items()}
            for name in _NUMBERS
            if name in tables
        },
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _simple_verbs(table: Table) -> dict[str, tuple[Verb, Form]]:
    verbs: dict[str, tuple[Verb, Form]] = {}
    for lemma, entry in table.items():
        verb = _verb(lemma, entry)
        for form in forms(key(lemma.split("#")[0]), key(entry["present"])):
            verbs.setdefault(form.text, (verb, form))
    return verbs


def _compound_verbs(table: Table) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for element, entry in table.items():
        verb = _verb(element, entry)
        for spelling in _words([element, *entry.get("also", ())]):
            verbs[spelling] = verb
    return verbs


def _verb(lemma: str, entry: Table) -> Verb:
    return Verb(
        lemma=lemma,
        takes=frozenset(entry.get("takes", "").split()),
        weak=entry.get("weak", False),
        topic=entry.get("topic"),
        lights=frozenset(entry.get("light", "").split()),
    )


def _outlets(table: Table) -> dict[str, Outlet]:
    outlets: dict[str, Outlet] = {}
    for name, entry in table.items():
        outlet = Outlet(name, entry.get("kind", "site"), entry.get("foreign", False), entry.get("ambiguous", False))
        for spelling in _words(entry["names"]):
            outlets.setdefault(spelling, outlet)
    return outlets


def _organisations(table: Table) -> dict[str, str]:
    return {spelling: key(name) for name, entry in table.items() for spelling in _words([name, *entry["epithets"]])}
