"""Which gold record goes with which prediction."""

from __future__ import annotations

from typing import Any

import pytest
from made_records import ONE_RECORD

from presskit.errors import RecordError
from presskit.evaluate.pairs import Loaded, pair
from presskit.evaluate.shape import check_shape

A, B = "a" * 64, "b" * 64


def loaded(path: str, uri: str | None = None, sha256: str | None = None, length: int | None = None) -> Loaded:
    return Loaded(path, path, {"source": {"uri": uri, "sha256": sha256, "length": length}})


# label, gold, prediction: do they go together?
TOGETHER: list[tuple[str, Loaded, Loaded, bool]] = [
    ("one digest, two names", loaded("g.json", "a.txt", A), loaded("p.json", "b.txt", A), True),
    ("one file name, two folders", loaded("g.json", "gold/a.txt"), loaded("p.json", "/tmp/a.txt"), True),
    ("the file's own name, where it names no source", loaded("a.json", "a.txt"), loaded("out/a.json"), True),
    ("another suffix", loaded("g.json", "a.txt"), loaded("p.json", "a.html"), True),
    ("another encoding of as long a text", loaded("g.json", "a.txt", A, 9), loaded("p.json", "a.txt", B, 9), True),
    ("another name", loaded("g.json", "a.txt"), loaded("p.json", "b.txt"), False),
]


@pytest.mark.parametrize(("gold", "found", "together"), [pytest.param(*case[1:], id=case[0]) for case in TOGETHER])
def test_who_goes_with_whom(gold: Loaded, found: Loaded, together: bool) -> None:
    (one,), strays = pair([gold], [found])
    assert (one.found is found) == together
    assert (one.error.code if one.error else None) == (None if together else "prediction-missing")
    assert [(label, error.code) for label, error in strays] == ([] if together else [("p.json", "gold-missing")])


def test_the_surest_key_comes_first() -> None:
    gold = [loaded("1", "a.txt", A), loaded("2", "b.txt", B)]
    found = [loaded("3", "a.txt", B), loaded("4", "b.txt", A)]
    assert [one.found for one in pair(gold, found)[0]] == [found[1], found[0]]


def test_folders_tell_files_of_one_name_apart() -> None:
    gold = [loaded("1", "fars/1.txt"), loaded("2", "isna/1.txt")]
    found = [loaded("3", "isna/1.txt"), loaded("4", "fars/1.txt")]
    assert [one.found for one in pair(gold, found)[0]] == [found[1], found[0]]


def test_names_that_two_have_are_not_guessed_at() -> None:
    gold = [loaded("1", "fars/1.txt"), loaded("2", "isna/1.txt")]
    paired, strays = pair(gold, [loaded("3", "1.txt"), loaded("4", "x/1.txt")])
    assert [one.error and one.error.code for one in paired] == ["pair-ambiguous"] * 2
    assert [error.code for _, error in strays] == ["gold-missing"] * 2


def test_another_text_of_the_same_name_is_no_answer() -> None:
    (one,), strays = pair([loaded("g.json", "a.txt", A, 9)], [loaded("p.json", "a.txt", B, 10)])
    assert one.found is None and not strays
    assert one.error is not None and one.error.code == "source-changed"


# label, what is wrong, where, code
BROKEN: list[tuple[str, Any, str, str]] = [
    ("no object", [], "$", "value-wrong"),
    ("a text that is none", {"byline": {"text": 1, "span": {"start": 0, "end": 1}}}, "$.byline.text", "value-wrong"),
    ("no span", {"lead": {"text": "a"}}, "$.lead.span", "key-missing"),
    ("bytes counted", {"lead": {"text": "او", "span": {"start": 0, "end": 4}}}, "$.lead.span", "span-mismatch"),
    ("before the start", {"lead": {"text": "a", "span": {"start": -1, "end": 0}}}, "$.lead.span", "span-mismatch"),
    ("a flag for a number", {"lead": {"text": "a", "span": {"start": False, "end": 1}}}, "$.lead.span.start",
     "value-wrong"),
    ("no list", {"statements": {}}, "$.statements", "value-wrong"),
    ("no content", {"statements": [{"content": [None]}]}, "$.statements[0].content[0]", "value-wrong"),
    ("too sure", {"statements": [{"confidence": 1.5}]}, "$.statements[0].confidence", "value-wrong"),
    ("nobody", {"speakers": [{"name": "علی"}]}, "$.speakers[0].id", "key-missing"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "place", "code"), [pytest.param(*case[1:], id=case[0]) for case in BROKEN])
def test_what_cannot_be_evaluated_is_named(value: object, place: str, code: str) -> None:
    with pytest.raises(RecordError) as caught:
        check_shape(value)
    assert caught.value.code == code
    assert caught.value.message.endswith(f" at {place}")


@pytest.mark.parametrize("value", [{}, {"source": None}, {"statements": [{}], "more": 1}, ONE_RECORD])
def test_partial_records_can(value: dict[str, Any]) -> None:
    assert check_shape(value) is value
