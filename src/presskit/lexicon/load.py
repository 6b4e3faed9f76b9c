"""The word lists of ``lexicon/data`` and of users, read and checked into a `Lexicon`.

A word is data with an example of its use; what is done with it stands in the rules. Every list is a TOML table,
whichever file it stands in; a user's file has the same tables and adds to ours or overrides (docs/lexicon.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from presskit.errors import AccessError, LexiconError, read_error
from presskit.lexicon.checks import NUMBERS, TABLES, problem
from presskit.lexicon.forms import Form, forms
from presskit.lexicon.model import Lexicon, Outlet, Phrases, Verb
from presskit.lexicon.spellings import by_spelling, run_together
from presskit.text.view import key

Table = Mapping[str, Any]


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
        _add(_read(path), tables, path)
    return _compile(tables)


def data_files() -> list[Path]:
    """presskit's own lists, in a fixed order."""
    return sorted(Path(__file__).with_name("data").glob("*.toml"))


def _data() -> dict[str, Table]:
    import tomllib

    tables: dict[str, Table] = {}
    for file in data_files():
        tables |= tomllib.loads(file.read_text(encoding="utf-8"))
    return tables


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        failure = read_error(error)
        raise AccessError(failure.code, f"{path}: {failure.message}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LexiconError("lexicon-invalid", f"{path}: no TOML: {error}") from error
    return tables


def _add(more: Mapping[str, Any], tables: dict[str, dict[str, Any]], path: Path) -> None:
    """Add a user's tables to what is there, where nothing is wrong with them.

    Raises:
        LexiconError: a table or an entry that we do not know, with both in the message.
    """
    for name, table in more.items():
        if name not in TABLES:
            raise LexiconError("lexicon-invalid", f"{path}: no such table: [{name}]")
        if not isinstance(table, dict):
            raise LexiconError("lexicon-invalid", f"{path}: [{name}] is to be a table")
    lights = {**tables["light"], **more.get("light", {})}
    for name, table in sorted(more.items(), key=lambda item: item[0] != "light"):
        for word, value in table.items():
            wrong = problem(name, word, value, lights)
            if wrong:
                raise LexiconError("lexicon-invalid", f"{path}: {name}.{word}: {wrong}")
            # The one table of tables: its words are added to ours, as everywhere.
            tables[name][word] = {**tables[name][word], **value} if name == "governed" else value


# --- tables to lexicon ---------------------------------------------------------------------------------------------


def _compile(tables: Mapping[str, Table]) -> Lexicon:
    def words(name: str) -> dict[str, str]:
        return by_spelling(tables[name])

    light = {past: tuple(forms(key(past), key(present))) for past, present in tables["light"].items()}
    return Lexicon(
        simple=_simple_verbs(tables["simple"]),
        elements=_compound_verbs(tables["compound"]),
        light={form.text: (past, form) for past, of_verb in light.items() for form in of_verb},
        prefaces=frozenset(run_together(words("preface"))),
        question_openers=frozenset(words("question_opener")),
        questions=frozenset(words("question")),
        question_separators=_longest_first(words("question_separator")),
        that=Phrases(words("that")),
        empty=Phrases(words("empty")),
        acts=Phrases(words("act")),
        object_openers=Phrases(words("object_opener")),
        pronouns=frozenset(words("pronoun")),
        adverbs=frozenset(run_together(words("adverb"))),
        times=frozenset(words("time")),
        governed={preposition: frozenset(by_spelling(table)) for preposition, table in tables["governed"].items()},
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
        home=frozenset(words("home")),
        desks=frozenset(words("desk")),
        press_offices=Phrases(words("press_office")),
        roles=frozenset(words("role")),
        plural_roles=frozenset(words("plural")),
        bodies=frozenset(words("body")),
        offices=frozenset(word.removesuffix("ی") for word in words("office")),  # as roles are compared: without ezafe
        seats=frozenset(words("seat")),
        generic=frozenset(words("generic")),
        anaphors=Phrases(words("anaphoric")),
        honorifics=frozenset(words("honorific")),
        given_names=frozenset(words("given")),
        name_particles=frozenset(words("particle")),
        named_after=frozenset(words("named_after")) | words("agent").keys() | words("kin").keys(),
        agents=frozenset(words("agent")),
        kin=frozenset(words("kin")),
        media=Phrases(words("medium")),
        occasion_sorts=frozenset(words("occasion_sort")),
        outlets=_outlets(tables["outlet"]),
        places=words("place"),
        organisations=_organisations(tables["organisation"]),
        months={name: {word: tables[name][entry] for word, entry in words(name).items()} for name in NUMBERS},
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _simple_verbs(table: Table) -> dict[str, tuple[Verb, Form]]:
    verbs: dict[str, tuple[Verb, Form]] = {}
    for lemma, entry in table.items():
        verb = _verb(lemma, entry)
        for form in forms(key(lemma.split("#")[0]), key(entry["present"])):
            verbs[form.text] = (verb, form)  # a user's entries come last, and win
    return verbs


def _compound_verbs(table: Table) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for element, entry in table.items():
        verb = _verb(element, entry)
        for spelling in by_spelling([element, *entry.get("also", ())]):
            verbs[spelling] = verb
    return verbs


def _verb(lemma: str, entry: Table) -> Verb:
    return Verb(
        lemma=lemma,
        takes=frozenset(entry.get("takes", "").split()),
        weak=entry.get("weak", False),
        topic=key(entry["topic"]) if "topic" in entry else None,
        lights=frozenset(entry.get("light", "").split()),
    )


def _outlets(table: Table) -> dict[str, Outlet]:
    outlets: dict[str, Outlet] = {}
    for name, entry in table.items():
        outlet = Outlet(name, entry.get("kind", "site"), entry.get("ambiguous", False))
        for spelling in by_spelling(entry["names"]):
            outlets[spelling] = outlet  # a user's entries come last, and win
    return outlets


def _organisations(table: Table) -> dict[str, str]:
    return {
        spelling: key(name) for name, entry in table.items() for spelling in by_spelling([name, *entry["epithets"]])
    }
