"""Records as files hold them: JSON (one record, or an array of them) and JSONL (one a line), told apart by
themselves.

JSONL is read line by line, however long it is, so that commands can be put in a row; a broken line costs
that line alone. JSON is read whole. `RecordText` keeps where a record stood, so that what is wrong with it
can be pointed at.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from presskit.errors import InputError, PresskitError, RecordError
from presskit.readers.files import read_all
from presskit.readers.positions import after_space, place_of

_LINES = frozenset({".jsonl", ".ndjson"})
_DECODER = json.JSONDecoder()
_PIECE = 10_000_000
_BOM = b"\xef\xbb\xbf"
_RECORD_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*\]?\s*$|(?:\[\s*)?\{\s*(?:"|$))')


class RecordText(NamedTuple):
    """The JSON of one record, or the ``error`` in its stead, and where it begins: both from 1."""

    text: str
    line: int
    column: int = 1
    error: PresskitError | None = None


def holds_records(path: str, head: bytes) -> bool:
    """Whether a file holds records rather than a release: by its name, or by how its first line begins."""
    return PurePath(path).suffix.lower() in _LINES | {".json"} or _RECORD_START.match(head) is not None


def spells_records(data: bytes) -> bool:
    """Whether a whole file is records of presskit rather than a release, whatever it is called."""
    first_line = data.removeprefix(_BOM).lstrip().partition(b"\n")[0]
    return _RECORD_START.match(first_line) is not None and b'"schema_version"' in data


def record_texts(path: str, stream: BinaryIO, head: bytes, max_bytes: int) -> Iterator[RecordText]:
    """The records in ``stream``, of whose first line ``head`` was read already.

    It is JSONL where ``path`` says so, or where the first line holds more than a bracket and is no array; a
    file called ``.json`` only where its first line holds a whole object. All else is one JSON document.

    JSONL without a line has no records; no JSON document is empty.

    Raises:
        InputError: ``too-large``, ``encoding-broken`` or ``empty-input``, for a whole JSON document; what is
            wrong with one record comes as that record's ``error``.
    """
    if not head.endswith(b"\n") and len(head) <= max_bytes:
        head += _line(stream, max_bytes + 1 - len(head))
    head = head.removeprefix(_BOM)
    first, suffix = head.strip(), PurePath(path).suffix.lower()
    whole = first.startswith(b"{") and first.endswith(b"}")
    if suffix in _LINES or whole or (suffix != ".json" and first != b"{" and not first.startswith(b"[")):
        yield from _lines(stream, head, max_bytes)
    else:
        yield from _document(_utf8(read_all(stream, max_bytes, start=head)))


def _lines(stream: BinaryIO, head: bytes, max_bytes: int) -> Iterator[RecordText]:
    number, line = 1, head
    while line:
        if len(line) > max_bytes:
            error = InputError("too-large", f"this line is more than the {max_bytes:,} bytes that --max-bytes allows")
            yield RecordText("", number, error=error)
            while line and not line.endswith(b"\n"):
                line = _line(stream, _PIECE)
        elif line.strip():
            try:
                yield RecordText(_utf8(line.rstrip()), number)
            except RecordError as error:
                yield RecordText("", number, error=error)
        line = _line(stream, max_bytes + 1)
        number += 1


def _line(stream: BinaryIO, size: int) -> bytes:
    """The next line, or as much of it as ``size``, which may be more than a stream can be asked for."""
    return stream.readline(min(size, sys.maxsize))


def _document(text: str) -> Iterator[RecordText]:
    """One object, or each object of an array, with its place."""
    start = after_space(text, 0)
    if start == len(text):
        raise InputError("empty-input", "the file is empty")
    if text[start] != "[":
        yield RecordText(text, 1)
        return
    at = after_space(text, start + 1)
    while text[at : at + 1] != "]":
        try:
            end = _DECODER.raw_decode(text, at)[1]
        except (ValueError, RecursionError) as error:
            yield _no_json(text, error, at)
            return
        yield RecordText(text[at:end], *place_of(text, at))
        at = after_space(text, end)
        if text[at : at + 1] == ",":
            at = after_space(text, at + 1)
        elif text[at : at + 1] != "]":
            yield _no_json(text, json.JSONDecodeError("Expecting ',' or ']'", text, at))
            return
    at = after_space(text, at + 1)
    if at < len(text):
        yield _no_json(text, json.JSONDecodeError("there is more behind the array's end", text, at))


def _no_json(text: str, error: ValueError | RecursionError, at: int = 0) -> RecordText:
    reason = "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"
    if isinstance(error, json.JSONDecodeError):
        reason, at = error.msg, error.pos
    return RecordText("", *place_of(text, at), RecordError("json-invalid", f"no valid JSON, {reason}"))


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        what = "is cut short" if "unexpected end" in error.reason else "is not valid"
        raise RecordError("encoding-broken", f"utf-8 text {what} at byte {error.start}") from None
