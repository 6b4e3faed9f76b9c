"""Every check, with a record that fails it and the issue that says so."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from presskit import PressBriefing
from presskit.check import InvalidRecordError, check, load, loc, path

TEXT = "تیتر خبر\n\nوزیر گفت: راه باز است.\nاو افزود: کار می‌کنیم.\nپایان پیام\n"
LINES = {
    "headline": "تیتر خبر",
    "one": "وزیر گفت: راه باز است.",
    "two": "او افزود: کار می‌کنیم.",
    "end": "پایان پیام",
}

MENTION = "$.speakers[0].mentions[0].span"


def located(text: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"text": text, "span": {"start": start, "end": start + len(text)}, **more}


def statement(number: int, cue: str | None, content: str, **more: Any) -> dict[str, Any]:
    return {
        "id": f"q{number}", "speaker": "s1", "mention": None, "cue": cue and located(cue, lemma=cue), "topic": None,
        "content": [located(content, form="direct")], "question": None, "continues": None, "where": "body", "section":
        0, "rule": "colon", "confidence": 1.0, **more,
    }  # fmt: skip


RECORD: dict[str, Any] = {
    "schema_version": "1.0",
    "source": {
        "uri": "a.txt",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "encoding": "utf-8",
        "length": len(TEXT),
    },
    **dict.fromkeys(
        ("kicker", "subheadline", "published", "news_code", "outlet", "place", "byline", "lead", "occasion")
    ),
    "headline": located(LINES["headline"]),
    "meta": [],
    "sections": [{"heading": None, "paragraphs": [located(LINES["one"]), located(LINES["two"])]}],
    "speakers": [{"id": "s1", "name": None, "roles": ["وزیر"], "mentions": [located("وزیر", kind="role")]}],
    "statements": [statement(1, "گفت", "راه باز است."), statement(2, "افزود", "کار می‌کنیم.")],
    "end_mark": located(LINES["end"]),
    "boilerplate": [],
    "issues": [],
    "reading": None,
}


def record(change: Callable[[dict[str, Any]], object] = lambda _: None) -> str:
    changed = copy.deepcopy(RECORD)
    change(changed)
    return json.dumps(changed)


def found(text: str, source: str | None = None, sha256: str | None = None) -> list[tuple[str, str]]:
    return [(issue.code, issue.path) for issue in check(load(text), source, sha256)]


def put(value: Any, *steps: int | str) -> Callable[[dict[str, Any]], None]:
    def change(node: Any) -> None:
        for step in steps[:-1]:
            node = node[step]
        node[steps[-1]] = value

    return change


def test_a_sound_record_has_no_issues() -> None:
    assert found(record(), TEXT, RECORD["source"]["sha256"]) == []


@pytest.mark.parametrize(
    ("change", "issue"),
    [
        (
            put({"start": 900, "end": 904}, "speakers", 0, "mentions", 0, "span"),
            ("span-out-of-range", MENTION),
        ),
        (put({"start": 0, "end": 7}, "headline", "span"), ("span-mismatch", "$.headline.span")),
        (put({"start": 1, "end": 9}, "headline", "span"), ("span-mismatch", "$.headline.text")),
        (put("تیتر خبز", "headline", "text"), ("span-mismatch", "$.headline.text")),
        (put(None, "end_mark"), ("line-lost", "$")),
        (put([located("گفت: راه")], "boilerplate"), ("block-overlap", "$.boilerplate[0]")),
        (
            lambda node: node["sections"][0]["paragraphs"].reverse(),
            ("order-broken", "$.sections[0].paragraphs[1]"),
        ),
        (put([], "statements", 0, "content"), ("content-missing", "$.statements[0].content")),
        (
            put([located("باز است", form="direct"), located("راه", form="direct")], "statements", 0, "content"),
            ("order-broken", "$.statements[0].content[1]"),
        ),
        (
            put([located(word, form="direct") for word in ("راه", "باز", "است.")], "statements", 0, "content"),
            ("content-surplus", "$.statements[0].content[2]"),
        ),
        (
            put([located("تیتر", form="direct")], "statements", 1, "content"),
            ("statement-misplaced", "$.statements[1].content[0]"),
        ),
        (put("lead", "statements", 1, "where"), ("statement-misplaced", "$.statements[1].content[0]")),
        (
            lambda node: node["statements"][1].update(speaker=None, continues="q1"),
            ("speaker-changed", "$.statements[1].speaker"),
        ),
        (put(TEXT.count("") + 3, "source", "length"), ("source-changed", "$.source.length")),
        (put("0" * 64, "source", "sha256"), ("source-changed", "$.source.sha256")),
    ],
)
def test_each_check(change: Callable[[dict[str, Any]], object], issue: tuple[str, str]) -> None:
    assert found(record(change), TEXT, RECORD["source"]["sha256"]) == [issue]


def test_without_the_text_lengths_are_still_checked() -> None:
    assert found(record(put({"start": 0, "end": 7}, "headline", "span"))) == [("span-mismatch", "$.headline.span")]
    assert found(record(put("تیتر خبز", "headline", "text"))) == []


def test_what_the_parser_noted_comes_first() -> None:
    noted = {
        "code": "no-lead",
        "severity": "info",
        "message": "no lead",
        "span": {"start": 0, "end": 999},
        "path": "$.lead",
    }
    assert found(record(put([noted], "issues"))) == [
        ("no-lead", "$.lead"),
        ("span-out-of-range", "$.issues[0].span"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "where", "place"),
    [
        (record(put(1, "kick\ner")), "key-unknown", "$['kick\\ner']", None),
        (record(lambda node: node.pop("lead")), "key-missing", "$.lead", None),
        (record(put("1", "source", "length")), "value-wrong", "$.source.length", None),
        (record(put("s7", "statements", 0, "speaker")), "record-inconsistent", "$.statements[0].speaker", None),
        (record(put("q2", "statements", 1, "continues")), "record-inconsistent", "$.statements[1].continues", None),
        (record(put(1, "statements", 1, "section")), "record-inconsistent", "$.statements[1].section", None),
        (record(put("q1", "statements", 1, "id")), "record-inconsistent", "$.statements[1].id", None),
        (
            record(lambda node: node["speakers"].append(node["speakers"][0])),
            "record-inconsistent",
            "$.speakers[1].id",
            None,
        ),
        (
            record(put({"start": 9, "end": 1}, "headline", "span")),
            "record-inconsistent",
            "$.headline.span",
            None,
        ),
        (record(put("2.0", "schema_version")), "version-unsupported", "$.schema_version", None),
        ("[]", "value-wrong", "$", None),
        ('{"kicker": ', "json-invalid", "$", (1, 11)),
        ("[" * 100_000, "json-invalid", "$", (1, 202)),
        ('{"kicker": "\\ud800"}', "lone-surrogate", "$", (1, 19)),
        ('{"kicker": "a\\udc00"}', "lone-surrogate", "$", (1, 19)),
        ('{"kicker": "\\\\ud800}', "json-invalid", "$", (1, 20)),
    ],
)
def test_what_is_no_record(text: str, code: str, where: str, place: tuple[int, int] | None) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        load(text)
    assert (code, where) in [(issue.code, issue.path) for issue in caught.value.issues]
    assert caught.value.code == caught.value.issues[0].code
    if place is not None:
        assert caught.value.place is not None
        assert caught.value.place[0] == place[0]
        assert abs(caught.value.place[1] - place[1]) < 5  # where exactly is the JSON parser's to say
        assert " column " not in caught.value.message


def test_all_reasons_are_told_at_once() -> None:
    with pytest.raises(InvalidRecordError, match=r"at \$\.lead, and 1 more") as caught:
        load(record(lambda node: (node.pop("lead"), node.update(extra=1))))
    assert [issue.code for issue in caught.value.issues] == ["key-missing", "key-unknown"]


def test_all_references_that_are_wrong_are_told_at_once() -> None:
    with pytest.raises(
        InvalidRecordError, match=r"s7, and there is none at \$\.statements\[0\]\.speaker, and 1 more"
    ) as caught:
        load(record(lambda node: node["statements"][0].update(speaker="s7", continues="q9")))
    assert [(issue.path, issue.message) for issue in caught.value.issues] == [
        ("$.statements[0].speaker", "q1 names speaker s7, and there is none"),
        ("$.statements[0].continues", "q1 continues q9, which does not stand before it"),
    ]


def test_pydantic_itself_tells_them_too() -> None:
    with pytest.raises(ValidationError, match="q1 names speaker s7, and there is none; q2 continues q9, which"):
        PressBriefing.model_validate_json(
            record(
                lambda node: (
                    put("s7", "statements", 0, "speaker")(node),
                    put("q9", "statements", 1, "continues")(node),
                )
            )
        )


@given(st.lists(st.integers(0, 999) | st.text(st.characters(codec="utf-8")), max_size=4).map(tuple))
def test_paths_go_both_ways(place: tuple[int | str, ...]) -> None:
    assert loc(path(place)) == place
    assert path(place).isprintable()
