"""The word lists as files: each entry shows itself in use, none is there twice, and reading them is quick."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

from presskit.text.view import ZWNJ, key

_FILES = ("roles", "outlets", "names", "honorifics", "months", "organisations", "pages", "places")
# Each list is for the words that the press uses; below these counts a rule would miss what is common.
_FEWEST = {
    "role": 250, "plural": 70, "anaphoric": 70, "body": 100, "outlet": 90, "given": 450, "particle": 20,
    "honorific": 70, "jalali": 24, "gregorian": 40, "hijri": 20, "weekday": 8, "day_part": 15, "day": 31,
    "organisation": 55, "place": 230, "office": 15, "generic": 15, "named_after": 12, "kin": 8, "agent": 5, "seat": 4,
    "label": 40,
    "furniture": 30, "end_mark": 6, "home": 7, "press_office": 5, "desk": 15,
}  # fmt: skip
# tomllib reads some 10 bytes in a microsecond, and a process without a cache pays for it: 120 KiB are 12 ms.
_LARGEST = 120 * 1024
_LONGEST_EXAMPLE = 60  # so that a line of a list stays a line


def _read(name: str) -> str:
    return resources.files("presskit.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")


_TABLES: dict[str, dict[str, Any]] = {
    table: entries for name in _FILES for table, entries in tomllib.loads(_read(name)).items()
}
_CALENDARS = ("jalali", "gregorian", "hijri")
_EXAMPLES = [table for table in _TABLES if table not in (*_CALENDARS, "day", "weekday", "day_part")]


def _spellings(word: str) -> set[str]:
    """The spellings that the loader makes of a word: its ZWNJ kept or lost, or turned to a space."""
    return {key(word), key(word.replace(ZWNJ, " "))}


def _stands_in(word: str, example: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", example) for spelling in _spellings(word))


def _names(table: str, word: str) -> list[str]:
    """All that an entry is found by: for outlets and organisations more than its key."""
    entry = _TABLES[table][word]
    if table == "outlet":
        return list(entry["names"])
    return [word, *entry["epithets"]] if table == "organisation" else [word]


def test_lists_have_the_tables_we_count_on() -> None:
    assert _TABLES.keys() == _FEWEST.keys()


@pytest.mark.parametrize("table", _FEWEST)
def test_list_is_long_enough(table: str) -> None:
    assert len(_TABLES[table]) >= _FEWEST[table]


def test_lists_are_small_enough() -> None:
    assert sum(len(_read(name).encode()) for name in _FILES) < _LARGEST


@pytest.mark.parametrize("table", _EXAMPLES)
def test_example_shows_the_word(table: str) -> None:
    lacking = []
    for word, entry in _TABLES[table].items():
        example = key(entry["example"] if isinstance(entry, dict) else entry)
        if not any(_stands_in(name, example) for name in _names(table, word)):
            lacking.append((word, example))
    assert not lacking


@pytest.mark.parametrize("table", _EXAMPLES)
def test_example_is_short(table: str) -> None:
    examples = [entry["example"] if isinstance(entry, dict) else entry for entry in _TABLES[table].values()]
    assert max(map(len, examples)) <= _LONGEST_EXAMPLE


@pytest.mark.parametrize("table", _TABLES)
def test_no_word_is_there_twice(table: str) -> None:
    """Two entries that differ only in what the loader makes itself are one, and the second would be dead."""
    names = [name for word in _TABLES[table] for name in _names(table, word)]
    counts = Counter(spelling for name in names for spelling in _spellings(name))
    assert [spelling for spelling, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("calendar", _CALENDARS)
def test_every_month_has_a_name(calendar: str) -> None:
    assert set(_TABLES[calendar].values()) == set(range(1, 13))


def test_every_weekday_has_a_name() -> None:
    assert set(_TABLES["weekday"].values()) == set(range(7))


def test_every_day_has_a_name() -> None:
    assert set(_TABLES["day"].values()) == set(range(1, 32))


def test_outlet_is_found_by_its_usual_name() -> None:
    assert [name for name, entry in _TABLES["outlet"].items() if name not in entry["names"]] == []


def test_outlet_is_of_a_known_sort() -> None:
    kinds = {entry["kind"] for entry in _TABLES["outlet"].values()}
    assert kinds <= {"agency", "newspaper", "site", "broadcaster", "channel"}


def test_outlet_that_is_a_word_is_marked() -> None:
    """Else "مهر ۱۴۰۱" names an agency."""
    words = ("ایران", "شرق", "حوزه", "موج", "اطلاعات", "الف", "میزان", "مهر", "فارس", "جوان", "قدس")
    assert [word for word in words if not _TABLES["outlet"][word].get("ambiguous")] == []


def test_syed_is_no_honorific() -> None:
    """It is part of the name, and would be cut off were it a title."""
    assert "سید" not in _TABLES["honorific"]
    assert "سید" in _TABLES["particle"]
