"""Every format, read back by a reader of its own."""

from __future__ import annotations

import csv
import io
import json
import re
import stat
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.check import InvalidRecordError, check, load
from presskit.errors import AccessError
from presskit.export import EXPORTERS, SUFFIXES
from presskit.export.csv import safe
from presskit.export.files import replacing
from presskit.export.markdown import escape
from presskit.export.schema import json_schema
from presskit.record import SCHEMA_ID, PressBriefing

TEXT = "=1+1 تیتر\nسخنگو گفت: نه، «خیر»\nبه دو خط.\n"


def located(text: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"text": text, "span": {"start": start, "end": start + len(text)}, **more}


RECORD = PressBriefing.model_validate_json(
    json.dumps(
        {
            "schema_version": "1.0",
            "source": {"uri": "a.txt", "sha256": "0" * 64, "encoding": "utf-8", "length": len(TEXT)},
            **dict.fromkeys(("kicker", "subheadline", "outlet", "place", "byline", "lead", "occasion", "end_mark")),
            "headline": located("=1+1 تیتر"),
            "published": located("تیتر", jalali="1401-06-28", gregorian="2022-09-19", time=None, at=None),
            "news_code": located("1", value="0012"),
            "meta": [],
            "sections": [{"heading": None, "paragraphs": [located("سخنگو گفت: نه، «خیر»\nبه دو خط.")]}],
            "speakers": [{"id": "s1", "name": "@سخنگو", "roles": [], "mentions": []}],
            "statements": [
                {
                    "id": "q1", "speaker": "s1", "mention": located("سخنگو"), "cue": located("گفت", lemma="گفت#گو"),
                    "content": [located("نه", form="indirect"), located("خیر", form="direct")], "topic": None,
                    "question": located("دو", asker=None), "continues": None, "where": "body", "section": 0,
                    "rule": "colon", "confidence": 0.5,
                }
            ],
            "boilerplate": [],
            "issues": [],
        }
    )
)  # fmt: skip


def written(name: str, count: int = 1, **options: Any) -> str:
    out = io.StringIO()
    EXPORTERS[name](iter([RECORD] * count), out, **options)
    return out.getvalue()


def rows(kind: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", 2, rows=kind))))


def test_every_format_has_a_suffix() -> None:
    assert EXPORTERS.keys() == SUFFIXES.keys() == {"csv", "json", "jsonl", "markdown"}


def test_json_is_one_record_or_an_array() -> None:
    assert PressBriefing.model_validate_json(written("json")) == RECORD
    assert [PressBriefing.model_validate(item, strict=False) for item in json.loads(written("json", 3))] == [RECORD] * 3
    assert json.loads(written("json", 0)) == []
    assert "تیتر" in written("json")


def test_jsonl_loses_nothing() -> None:
    assert [PressBriefing.model_validate_json(line) for line in written("jsonl", 2).splitlines()] == [RECORD] * 2


def test_csv_of_statements() -> None:
    first, second = rows("statements")
    assert first == second
    assert {name: first[name] for name in ("source", "headline", "name", "cue", "direct", "indirect", "question")} == {
        "source": "a.txt", "headline": "'=1+1 تیتر", "name": "'@سخنگو", "cue": "گفت", "direct": "خیر", "indirect": "نه",
        "question": "دو",
    }  # fmt: skip
    assert TEXT[int(first["start"]) : int(first["end"])] == "سخنگو گفت: نه، «خیر"


def test_csv_of_records_and_of_paragraphs() -> None:
    record = rows("records")[0]
    assert (record["news_code"], record["jalali"], record["statements"], record["lead"]) == (
        "0012",
        "1401-06-28",
        "1",
        "",
    )
    paragraph = rows("paragraphs")[1]
    assert (paragraph["paragraph"], paragraph["text"]) == ("1", "سخنگو گفت: نه، «خیر»\nبه دو خط.")
    assert written("csv").count("\r\n") == 2


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@a", "\t=1", "\ra", "\na", "  =1", "\u200f=1", "\ufeff@a", "＝1", "\u00a0-1"]
)
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "تهران", "a=1", "1-2", " a", 5, None, -1.5])
def test_other_cells_stay(cell: str | float | None) -> None:
    assert safe(cell) == cell


@given(st.text())
def test_a_cell_loses_nothing_but_its_power(cell: str) -> None:
    value = safe(cell)
    assert isinstance(value, str)
    assert value.removeprefix("'") == cell.removeprefix("'")
    assert not re.match(r"\s*[=+\-@]", value)


def test_markdown_shows_the_page_and_who_said_what() -> None:
    text = written("markdown", 2)
    assert text.count("\n---\n") == 1
    assert text.startswith("# \\=1+1 تیتر\n\n1401-06-28 (2022-09-19) · کد خبر 0012\n")
    assert "سخنگو گفت: نه، «خیر» به دو خط.\n" in text
    assert "1. **@سخنگو** (گفت): نه … «خیر»\n" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# <script>", "\\# &lt;script&gt;"),
        ("[a](b) ![c] *d* `e` f_g | ~h", "\\[a\\](b) !\\[c\\] \\*d\\* \\`e\\` f\\_g \\| \\~h"),
        ("1401. x", "1401\\. x"),
        ("- x", "\\- x"),
        ("a - b 1. c", "a - b 1. c"),
        ("a\n\n# b\r\n---", "a \\# b ---"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("a\\", "a\\\\"),
    ],
)
def test_markdown_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_the_schema_describes_records() -> None:
    schema = json_schema()
    assert schema["$id"] == SCHEMA_ID
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(RECORD.model_dump_json()))
    assert not validator.is_valid(json.loads(RECORD.model_dump_json()) | {"extra": 1})


DAY = {"jalali": "1401-06-28", "gregorian": "2022-09-19", "time": "11:36", "at": "2022-09-19T11:36:00+04:30"}
LONG_AGO = {"jalali": "1309-01-01", "gregorian": "1930-03-21", "time": None, "at": None}
CONTENT = RECORD.model_dump(mode="json")["statements"][0]["content"]


@pytest.mark.parametrize(
    ("place", "change", "is_sound"),
    [
        (("published",), DAY, True),
        (("published",), DAY | {"time": "23:59:59", "at": "2022-09-19T23:59:59+03:25:44"}, True),
        (("published",), LONG_AGO, True),
        (("published",), DAY | {"time": "25:99", "at": None}, False),
        (("published",), DAY | {"time": "24:00", "at": None}, False),
        (("published",), DAY | {"jalali": "1401-13-45"}, False),
        (("published",), DAY | {"jalali": "1401-07-31"}, False),
        (("published",), DAY | {"jalali": "۱۴۰۱-۰۶-۲۸"}, False),
        (("published",), DAY | {"gregorian": "2022-13-19"}, False),
        (("published",), DAY | {"at": "yesterday"}, False),
        (("published",), DAY | {"at": "2022-09-19T11:36 or so"}, False),
        (("news_code",), {"value": "1401-A12"}, True),
        (("news_code",), {"value": "۱۲"}, False),
        (("news_code",), {"value": "12٣"}, False),
        (("news_code",), {"value": ""}, False),
        (("statements", 0), {"content": CONTENT[:1]}, True),
        (("statements", 0), {"content": []}, False),
        (("statements", 0), {"content": [*CONTENT, CONTENT[1]]}, False),
    ],
)
def test_the_schema_is_as_strict_as_validate(
    place: tuple[str | int, ...], change: dict[str, Any], is_sound: bool
) -> None:
    node = json.loads(RECORD.model_dump_json())
    part = node
    for step in place:
        part = part[step]
    part |= change
    assert jsonschema.Draft202012Validator(json_schema()).is_valid(node) is is_sound
    try:
        found = [issue for issue in check(load(json.dumps(node))) if issue.path.startswith("$.statements[0].content")]
    except InvalidRecordError as error:
        found = list(error.issues)
    assert (found == []) is is_sound


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    with replacing(link, bom=True) as out:
        out.write("یک\r\n")
        assert not file.exists()
    assert file.read_bytes() == "\ufeffیک\r\n".encode()
    assert link.is_symlink()
    with pytest.raises(RuntimeError), replacing(file) as out:
        out.write("دو")
        raise RuntimeError
    assert file.read_bytes() == "\ufeffیک\r\n".encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "out.csv"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o644])
def test_a_file_that_is_replaced_hands_its_permissions_on(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "out.csv"
    file.touch()
    file.chmod(mode)
    with replacing(file) as out:
        out.write("یک")
        (part,) = tmp_path.glob(".presskit-*")
        assert stat.S_IMODE(part.stat().st_mode) == mode
    assert file.read_text(encoding="utf-8") == "یک"
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_permissions_of_any(tmp_path: Path) -> None:
    other, file = tmp_path / "other", tmp_path / "out.csv"
    other.touch()
    with replacing(file):
        pass
    assert file.stat().st_mode == other.stat().st_mode


@pytest.mark.parametrize("place", ["missing/out.csv", "."])
def test_what_cannot_be_written_says_so(tmp_path: Path, place: str) -> None:
    with pytest.raises(AccessError, match="write-failed"), replacing(tmp_path / place):
        pass


def test_missing_folders_are_made_where_asked(tmp_path: Path) -> None:
    with replacing(tmp_path / "a" / "b.json", parents=True) as out:
        out.write("{}")
    assert (tmp_path / "a" / "b.json").read_text() == "{}"
