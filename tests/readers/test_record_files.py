"""JSON and JSONL told apart from releases and from each other, and where in them things stand."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.errors import InputError
from presskit.readers.files import read_all
from presskit.readers.positions import offset_of, place_of
from presskit.readers.records import RecordText, holds_records, record_texts


@pytest.mark.parametrize(
    ("path", "head", "answer"),
    [
        ("a.json", b"", True),
        ("a.JSONL", b"whatever", True),
        ("a.ndjson", b"", True),
        ("-", b'{"a": 1}\n', True),
        ("-", b'\xef\xbb\xbf{"a"', True),
        ("-", b"{\n", True),
        ("-", b"[\n", True),
        ("-", b' [ {"a"', True),
        ("-", b"[]\n", True),
        ("-", b"", False),
        ("a.txt", "{خبر} وزیر گفت".encode(), False),
        ("a.txt", "[تصویر](http://a.ir)\n".encode(), False),
        ("a.txt", "[خبر]\n".encode(), False),
        ("a.txt", '"نقل"\n'.encode(), False),
    ],
)
def test_a_file_of_records_shows_itself(path: str, head: bytes, answer: bool) -> None:
    assert holds_records(path, head) is answer


def texts(path: str, data: bytes, max_bytes: int = 1000, sniffed: int = 512) -> list[RecordText]:
    stream = io.BytesIO(data)
    return list(record_texts(path, stream, stream.readline(sniffed), max_bytes))


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("-", '{"a": 1}\n{"b": 2}\n', [('{"a": 1}', 1, 1), ('{"b": 2}', 2, 1)]),
        ("-", '{"a": 1}\r\n\r\n{"b": 2}', [('{"a": 1}', 1, 1), ('{"b": 2}', 3, 1)]),
        ("-", '\ufeff{"a": 1}\n', [('{"a": 1}', 1, 1)]),
        ("-", '{\n "a": 1\n}\n', [('{\n "a": 1\n}\n', 1, 1)]),
        ("-", '[{"a": 1},\n {"b": 2}]', [('{"a": 1}', 1, 2), ('{"b": 2}', 2, 2)]),
        ("-", "[]", []),
        ("a.jsonl", "", []),
        ("a.ndjson", "\n \n", []),
        ("-", '{"a": 1}', [('{"a": 1}', 1, 1)]),
        ("a.json", '{"a": 1}\n{"b": 2}\n', [('{"a": 1}', 1, 1), ('{"b": 2}', 2, 1)]),
        ("a.json", '{"a":\n1}', [('{"a":\n1}', 1, 1)]),
        ("a.jsonl", "[1]\nx\n", [("[1]", 1, 1), ("x", 2, 1)]),
    ],
)
def test_each_record_and_its_place(path: str, text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(record.text, record.line, record.column) for record in texts(path, text.encode())] == found


@pytest.mark.parametrize(
    ("path", "data", "errors"),
    [
        ("-", b'{"a": 1}\n{"\xff": 1}\n{"b": 2}\n', [None, ("encoding-broken", 2), None]),
        ("-", b'{"a": 1}\n' + b"x" * 3000 + b'\n{"b": 2}\n', [None, ("too-large", 2), None]),
        ("a.jsonl", b"x" * 3000, [("too-large", 1)]),
        ("a.json", b'[{"a": 1}, {"b"]', [None, ("json-invalid", 1)]),
        ("a.json", b'[{"a": 1} {"b": 2}]', [None, ("json-invalid", 1)]),
        ("a.json", b'[{"a": 1}]\n[{"b": 2}]', [None, ("json-invalid", 2)]),
        ("a.json", b"[\nx]", [("json-invalid", 2)]),
    ],
)
def test_what_is_wrong_with_one_costs_it_alone(path: str, data: bytes, errors: list[tuple[str, int] | None]) -> None:
    found = texts(path, data)
    assert [record.error and (record.error.code, record.line) for record in found] == errors


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("a.json", b"", "empty-input"),
        ("a.json", b" \n ", "empty-input"),
        ("a.json", b"[" + b" " * 2000, "too-large"),
        ("a.json", b'["\xff"]', "encoding-broken"),
    ],
)
def test_a_document_is_read_whole_or_not_at_all(path: str, data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        texts(path, data)
    assert caught.value.code == code


@given(st.binary(max_size=40), st.integers(1, 40), st.integers(0, 40))
def test_never_more_than_was_allowed(data: bytes, max_bytes: int, sniffed: int) -> None:
    stream = io.BytesIO(data)
    start = stream.read(sniffed)
    if len(data) <= max_bytes:
        assert read_all(stream, max_bytes, start=start) == data
    else:
        with pytest.raises(InputError, match="--max-bytes"):
            read_all(stream, max_bytes, start=start)
    assert stream.tell() <= max(max_bytes + 1, len(start))


_JSON = st.recursive(
    st.none() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab گ"\\', max_size=2), inner, max_size=3),
    max_leaves=8,
)


def _places(node: Any, loc: tuple[int | str, ...] = ()) -> list[tuple[tuple[int | str, ...], Any]]:
    steps = enumerate(node) if isinstance(node, list) else node.items() if isinstance(node, dict) else ()
    return [(loc, node), *(place for step, child in steps for place in _places(child, (*loc, step)))]


@given(_JSON, st.sampled_from([None, 1]), st.booleans())
def test_the_value_at_a_path_is_found(node: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(node, indent=indent, ensure_ascii=ascii_only)
    for loc, value in _places(node):
        assert json.JSONDecoder().raw_decode(text, offset_of(text, loc))[0] == value


@given(st.lists(st.sampled_from(["a", "گ", "\n", "\r\n", "\r"])))
def test_places_count_lines_as_editors_do(parts: list[str]) -> None:
    text = "".join(parts)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    line, column = place_of(text, len(text))
    assert (line, column) == (len(lines), len(lines[-1]) + 1)
