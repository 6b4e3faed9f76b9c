"""Where gold and predictions come from: files of records, folders of them, and releases to parse."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from presskit.errors import AccessError, InputError, PresskitError, RecordError, UsageError
from presskit.evaluate.pairs import Loaded
from presskit.evaluate.shape import check_shape
from presskit.evaluate.spans import Part
from presskit.readers.documents import Reader, shown_name
from presskit.readers.files import STDIN, display_name, opened, read_all
from presskit.readers.records import RecordText, holds_records, record_texts
from presskit.readers.sources import named_in

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_SNIFF = 512


def load_gold(given: str, max_bytes: int) -> list[Loaded]:
    """The gold records of a file, or of all files of records in a folder, at any depth.

    Raises:
        UsageError: ``no-input``: a folder that has none.
    """
    paths = record_files(given)
    if not paths:
        raise UsageError("no-input", f"there is no .json or .jsonl file in {given} to take gold from")
    return [record for path in paths for record in _records(path, max_bytes)]


def load_found(given: str, reader: Reader, stdin_name: str | None = None) -> list[Loaded] | None:
    """The predictions of a file, or of a folder; a release is parsed. None for a folder that has no records in it."""
    max_bytes = reader.options.max_bytes
    if Path(given).is_dir():
        return [record for path in record_files(given) for record in _records(path, max_bytes)] or None
    return list(_records(given, max_bytes, reader, stdin_name))


def record_files(given: str) -> list[str]:
    """A file itself; or the files of records in a folder, by name, but for what is hidden."""
    if not Path(given).is_dir():
        return [given]
    found: list[str] = []
    for folder, folders, files in os.walk(given):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        found.extend(str(Path(folder, name)) for name in sorted(files) if name[0] != "." and name.endswith(_SUFFIXES))
    return found


def _records(
    path: str, max_bytes: int, reader: Reader | None = None, stdin_name: str | None = None
) -> Iterator[Loaded]:
    """The records that a file holds. With a ``reader``, a file that holds a release gives what is parsed from it."""
    shown = shown_name(path, stdin_name)
    try:
        with opened(path) as stream:
            head = stream.readline(_SNIFF)
            if holds_records(path, head):
                for text in record_texts(path, stream, head, max_bytes):
                    yield _loaded(shown, path, text)
                return
            if reader is None:
                raise RecordError("json-invalid", "no valid JSON, and gold is to be a record")
            data = read_all(stream, max_bytes, start=head)
    except (InputError, AccessError) as error:
        yield Loaded(shown, path, error=error)
        return
    yield parsed(path, shown, reader, data)


def _loaded(shown: str, path: str, text: RecordText) -> Loaded:
    label = shown if text.line == 1 else f"{shown}:{text.line}"
    if text.error is not None:
        return Loaded(label, path, error=text.error)
    try:
        return Loaded(label, path, check_shape(json.loads(text.text)))
    except RecordError as error:
        return Loaded(label, path, error=error)
    except (json.JSONDecodeError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        return Loaded(label, path, error=RecordError("json-invalid", f"no valid JSON, {reason}"))


def parsed(path: str, shown: str, reader: Reader, data: bytes | None = None) -> Loaded:
    """What presskit makes of a release."""
    entry = reader.release(path) if data is None else reader.parsed(shown, data, shown)
    if entry.record is None:
        return Loaded(shown, path, error=entry.error)
    part: Part = json.loads(entry.record.model_dump_json())
    return _with_text(Loaded(shown, path, part), shown, entry.data or b"", entry.record.source.encoding)


# --- the texts ------------------------------------------------------------------------------------------------------


def find_text(gold: Loaded, folder: Path | None) -> Path | None:
    """The text a gold record was made from: in ``folder``, else beside the gold; by its name, else by the gold's."""
    beside = Path(gold.path).parent if gold.path != STDIN else Path()
    where = folder or beside
    uri = gold.source("uri")
    if uri:
        return next(iter(named_in(where, uri)), None)
    own = Path(where, f"{Path(gold.path).stem}.txt")
    return own if own.is_file() else None


def with_text(gold: Loaded, folder: Path | None, max_bytes: int) -> Loaded:
    """The record with its source, where that is at hand and is what the record's offsets count in."""
    path = find_text(gold, folder)
    if path is None:
        return gold
    try:
        with opened(str(path)) as stream:
            data = read_all(stream, max_bytes)
        return _with_text(gold, display_name(str(path)), data, gold.source("encoding"))
    except PresskitError:
        return gold  # a text that cannot be read only leaves disagreements without their context


def _with_text(record: Loaded, name: str, data: bytes, encoding: str | None) -> Loaded:
    from presskit.text.decode import decode

    text = decode(data, encoding).text
    if record.source("length") not in (None, len(text)):
        return record
    return replace(record, text=text, text_name=name)
