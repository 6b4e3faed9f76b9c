"""An `Entry` to its findings: what is wrong with it, in which file, at which line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from presskit.check import InvalidRecordError, check, loc
from presskit.errors import InputError
from presskit.readers.documents import Entry, source_text
from presskit.readers.files import MAX_BYTES, display_name
from presskit.readers.positions import offset_of, place_of
from presskit.readers.records import RecordText
from presskit.readers.sources import find_source
from presskit.record import Issue, PressBriefing, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    ``line`` and ``column`` count from 1, columns in code points, in ``file``: the release, or the file of
    records; both are null for what is wrong with a file as a whole. ``path`` points into the record, and
    ``record`` names the record.
    """

    file: str
    line: int | None
    column: int | None
    code: str
    severity: Severity
    message: str
    path: str
    record: str


def findings(entry: Entry, folder: Path | None = None, max_bytes: int = MAX_BYTES) -> list[Finding]:
    """What is wrong with an entry, by file, and in a file in the order in which it stands there.

    Args:
        folder: where to look for the texts that records came from, to check their spans; none, and the spans
            are checked by their lengths alone.
    """
    found = _all(entry, folder, max_bytes)
    files = list(dict.fromkeys(finding.file for finding in found))
    return sorted(found, key=lambda one: (files.index(one.file), one.line or 0, one.column or 0))


def _all(entry: Entry, folder: Path | None, max_bytes: int) -> list[Finding]:
    if entry.record is None:
        return list(_of_failure(entry))
    if entry.json is None:
        text = source_text(entry.record, entry.data or b"")
        return [_in_text(entry, issue, entry.name, text) for issue in check(entry.record, text)]
    if folder is None:
        return [_in_json(entry, issue, entry.json) for issue in check(entry.record)]
    return list(_against_source(entry, entry.record, entry.json, folder, max_bytes))


def _of_failure(entry: Entry) -> Iterator[Finding]:
    error = entry.error
    if error is None:
        return
    if isinstance(error, InvalidRecordError) and entry.json is not None:
        for issue in error.issues:
            yield _in_json(entry, issue, entry.json, error.place)
        return
    line, column = (entry.json.line, entry.json.column) if entry.json else (None, None)
    yield Finding(entry.name, line, column, error.code, "error", error.message, "$", entry.label)


def _against_source(
    entry: Entry, record: PressBriefing, json: RecordText, folder: Path, max_bytes: int
) -> Iterator[Finding]:
    try:
        file, text, sha256 = find_source(record, folder, max_bytes)
    except InputError as error:
        issue = Issue(code=error.code, severity="error", message=error.message, span=None, path="$.source.uri")
        yield _in_json(entry, issue, json)
        for issue in check(record):
            yield _in_json(entry, issue, json)
        return
    for issue in check(record, text, sha256):
        if issue.span is not None and issue.span.end <= len(text):
            yield _in_text(entry, issue, display_name(str(file)), text)
        else:
            yield _in_json(entry, issue, json)


def _in_text(entry: Entry, issue: Issue, file: str, text: str) -> Finding:
    line, column = place_of(text, issue.span.start if issue.span else 0)
    return Finding(file, line, column, issue.code, issue.severity, issue.message, issue.path, entry.label)


def _in_json(entry: Entry, issue: Issue, json: RecordText, place: tuple[int, int] | None = None) -> Finding:
    line, column = place or place_of(json.text, offset_of(json.text, loc(issue.path)))
    column += json.column - 1 if line == 1 else 0
    line += json.line - 1
    return Finding(entry.name, line, column, issue.code, issue.severity, issue.message, issue.path, entry.label)
