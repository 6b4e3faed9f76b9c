"""Where gold and predictions come from: files of records, folders of them, and releases to parse."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from presskit.errors import InputError, PresskitError, RecordError, UsageError
from presskit.evaluate.pairs import Loaded
from presskit.evaluate.shape import check_shape
from presskit.readers.documents import shown_name
from presskit.readers.files import STDIN, display_name, opened, read_all
from presskit.readers.records import RecordText
from presskit.readers.sources import named_in

if TYPE_CHECKING:
    from presskit.readers.documents import Entry, Reader

_SUFFIXES = (".json", ".jsonl", ".ndjson")


def load_gold(given: str, reader: Reader) -> list[Loaded]:
    """The gold records of a file, or of all files of records in a folder, at any depth.

    Raises:
        UsageError: ``no-input``: a folder that has none.
    """
    paths = record_files(given)
    if not paths:
        raise UsageError("no-input", f"there is no .json or .jsonl file in {given} to take gold from")
    records = [record for path in paths for record in _records(path, reader)]
    return [record if record.text is None else replace(record, error=_no_gold()) for record in records]


def _no_gold() -> RecordError:
    return RecordError("json-invalid", "no valid JSON, and gold is to be a record")


def load_found(given: str, reader: Reader, stdin_name: str | None = None) -> list[Loaded] | None:
    """The predictions of a file, or of a folder; a release is parsed. None for a folder that has no records in it."""
    if Path(given).is_dir():
        return [record for path in record_files(given) for record in _records(path, reader)] or None
    return list(_records(given, reader, stdin_name))


def record_files(given: str) -> list[str]:
    """A file itself; or the files of records in a folder, by name, but for what is hidden."""
    if not Path(given).is_dir():
        return [given]
    found: list[str] = []
    for folder, folders, files in os.walk(given):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        found.extend(str(Path(folder, name)) for name in sorted(files) if name[0] != "." and name.endswith(_SUFFIXES))
    return found


def _records(path: str, reader: Reader, stdin_name: str | None = None) -> Iterator[Loaded]:
    """The records that a file holds; a release gives what is parsed from it, with its text."""
    name = stdin_name if path == STDIN else None
    entry = None
    for entry in reader.entries(path, name):
        yield _of_release(path, entry) if entry.json is None else _of_json(path, entry.label, entry.json)
    if entry is None:  # which is no error elsewhere; but of nothing there are no figures
        yield Loaded(shown_name(path, name), path, error=InputError("empty-input", "there is no record in it"))


def _of_json(path: str, label: str, json_text: RecordText) -> Loaded:
    if json_text.error is not None:
        return Loaded(label, path, error=json_text.error)
    try:
        return Loaded(label, path, check_shape(json.loads(json_text.text)))
    except RecordError as error:
        return Loaded(label, path, error=error)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "a number too long, or nested too deeply")
        return Loaded(label, path, error=RecordError("json-invalid", f"no valid JSON, {reason}"))


def _of_release(path: str, entry: Entry) -> Loaded:
    if entry.record is None:
        return Loaded(entry.label, path, error=entry.error)
    loaded = Loaded(entry.label, path, json.loads(entry.record.model_dump_json()))
    return _with_text(loaded, entry.name, entry.data or b"", entry.record.source.encoding)


def parsed(path: Path, reader: Reader) -> Loaded:
    """What presskit makes of a release."""
    return _of_release(str(path), reader.release(str(path)))


# --- the texts ------------------------------------------------------------------------------------------------------


def find_text(gold: Loaded, folder: Path | None) -> Path | None:
    """The text a gold record was made from: in ``folder``, else beside the gold; by its name, else by the gold's."""
    beside = Path(gold.path).parent if gold.path != STDIN else Path()
    where = folder or beside
    named = named_in(where, gold.source("uri") or "")
    own = Path(where, f"{Path(gold.path).stem}.txt")
    return next(iter(named), own if own.is_file() else None)


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
