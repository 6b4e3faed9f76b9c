"""A record, and its source where it is at hand, to the list of what is wrong with it.

Pydantic holds what a record's own shape can hold: types, closed keys, ids that resolve, dates that agree.
This module turns what pydantic says into `Issue`s with a path, and adds what takes the whole record, or the
text, to see: that every span slices to its text, that no line is lost and none stands twice, that statements
stand where they say they do.

It knows `record` and `errors`, and nothing else of presskit.
"""

from __future__ import annotations

import re
import sys
from ast import literal_eval
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from presskit.errors import RecordError
from presskit.record import SCHEMA_VERSION, Issue, Located, Place, PressBriefing, Repair, Severity, Span, Statement

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

# Pydantic's error types that say more than "this value is not allowed here".
_CODES = {
    "extra_forbidden": "key-unknown",
    "missing": "key-missing",
    "value_error": "record-inconsistent",
    "references_wrong": "record-inconsistent",
    "json_invalid": "json-invalid",
}
_ESCAPED_SURROGATE = re.compile(
    r"(?<!\\)(?:\\\\)*\\u(?:[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|[dD][c-fC-F][0-9a-fA-F]{2})"
)
_STEP = re.compile(r"""\.(\w+)|\[(\d+|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")\]""")
_JSON_PLACE = re.compile(r" at line (\d+) column (\d+)$")
# Lines and what shows in them, as `layout` has them; tests/test_pipeline.py holds the two together.
_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_INK = re.compile(r"[^\s\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]")


class InvalidRecordError(RecordError):
    """JSON that is no record; ``issues`` holds every reason with its path.

    ``place`` is the line and the column, from 1, at which it ceases to be JSON, where it does.
    """

    def __init__(self, issues: tuple[Issue, ...], place: tuple[int, int] | None) -> None:
        first, more = issues[0], len(issues) - 1
        at = f" at {first.path}" if first.path != "$" else ""
        also = f", and {more} more" if more else ""
        super().__init__(first.code, f"no valid record: {first.message}{at}{also}")
        self.issues = issues
        self.place = place


def load(text: str) -> PressBriefing:
    """The record that one JSON object spells.

    Raises:
        InvalidRecordError: ``json-invalid``, ``lone-surrogate``, ``key-unknown``, ``key-missing``,
            ``value-wrong``, ``version-unsupported`` or ``record-inconsistent``.

    >>> try:
    ...     load('{"kicker": 1}')
    ... except InvalidRecordError as error:
    ...     print(error.issues[0].path, error.issues[0].code)
    $.schema_version key-missing
    """
    from pydantic import ValidationError

    try:
        return PressBriefing.model_validate_json(text)
    except ValidationError as error:
        raise _invalid(error, text) from None


def path(loc: Place) -> str:
    """A place as a JSONPath.

    >>> path(("statements", 2, "speaker"))
    '$.statements[2].speaker'
    >>> path(("odd key",))
    "$['odd key']"
    """
    steps = (
        f"[{step}]"
        if isinstance(step, int)
        else f".{step}"
        if step.isidentifier() and step.isascii()
        else f"[{step!r}]"
        for step in loc
    )
    return "$" + "".join(steps)


def loc(path: str) -> Place:
    """The place that a JSONPath names: what `path` was given.

    >>> loc("$.statements[2]['odd key']")
    ('statements', 2, 'odd key')
    """
    steps = (match[1] or literal_eval(match[2]) for match in _STEP.finditer(path))
    return tuple(steps)


def check(record: PressBriefing, source: str | None = None, sha256: str | None = None) -> tuple[Issue, ...]:
    """Everything wrong with a record: what its parser noted in ``issues``, and what does not fit together.

    Args:
        record: the record.
        source: the decoded text it came from; where it is given, every span is sliced and every line looked
            for.
        sha256: the digest of that text's bytes, compared with the record's own.
    """
    located = tuple(_located(record))
    found = [*record.issues, *_span_issues(record, located, source)]
    if sha256 is not None and sha256 != record.source.sha256:
        message = "the text has changed since the record was made from it: its SHA-256 is another"
        found.append(_issue("source-changed", ("source", "sha256"), message))
    if source is not None and len(source) != record.source.length:
        message = f"the text has {len(source)} characters, not {record.source.length}"
        found.append(_issue("source-changed", ("source", "length"), message))
    found.extend(_block_issues(record, source))
    if source is not None and record.repair is not None:
        found.extend(_repair_issues(record.repair, source))
    found.extend(_statement_issues(record))
    return tuple(found)


def _issue(code: str, loc: Place, message: str, span: Span | None = None, severity: Severity = "error") -> Issue:
    return Issue(code=code, severity=severity, message=message, span=span, path=path(loc))


def _invalid(error: ValidationError, text: str) -> InvalidRecordError:
    details = [one for detail in error.errors(include_url=False) for one in _apart(detail)]
    broken = _JSON_PLACE.search(details[0]["msg"])
    place = (int(broken[1]), max(1, int(broken[2]))) if broken else None
    issues = tuple(_issue(_code(detail, text), detail["loc"], _message(detail)) for detail in details)
    return InvalidRecordError(issues, place)


def _apart(detail: ErrorDetails) -> Iterator[ErrorDetails]:
    """An error that pydantic has at one place alone, and `record` at several, as one error for each."""
    if detail["type"] != "references_wrong":
        yield detail
        return
    for place, message in detail["ctx"]["places"]:
        yield {**detail, "loc": (*detail["loc"], *place), "msg": message}


def _code(detail: ErrorDetails, text: str) -> str:
    kind = detail["type"]
    if kind == "json_invalid" and _ESCAPED_SURROGATE.search(text):
        return "lone-surrogate"
    if detail["loc"] == ("schema_version",) and kind == "literal_error":
        return "version-unsupported"
    return _CODES.get(kind, "value-wrong")


def _message(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return "this key is missing"
    if detail["type"] == "extra_forbidden":
        return "a record has no such key"
    if detail["loc"] == ("schema_version",):
        return f"this presskit reads version {SCHEMA_VERSION} of the record"
    message = detail["msg"].removeprefix("Value error, ")
    return _JSON_PLACE.sub("", message.replace("Invalid JSON: ", "no valid JSON, "))


def _located(node: BaseModel, loc: Place = ()) -> Iterator[tuple[Place, Located]]:
    """Every located text in a record, at any depth."""
    if isinstance(node, Located):
        yield loc, node
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if hasattr(item, "model_fields_set"):
                    yield from _located(item, (*loc, name, index))
        elif hasattr(value, "model_fields_set"):
            yield from _located(value, (*loc, name))


def _span_issues(
    record: PressBriefing, located: tuple[tuple[Place, Located], ...], source: str | None
) -> Iterator[Issue]:
    for loc, item in located:
        start, end = item.span.start, item.span.end
        if end > record.source.length:
            message = f"the span ends at {end}, and the source has {record.source.length} characters"
            yield _issue("span-out-of-range", (*loc, "span"), message, item.span)
        elif end - start != len(item.text):
            message = f"the span is {end - start} characters long, and the text {len(item.text)}"
            yield _issue("span-mismatch", (*loc, "span"), message, item.span)
        elif source is not None and source[start:end] != item.text:
            yield _issue("span-mismatch", (*loc, "text"), "the source has another text at this span", item.span)
    for index, noted in enumerate(record.issues):
        if noted.span is not None and noted.span.end > record.source.length:
            message = f"the span ends at {noted.span.end}, and the source has {record.source.length} characters"
            yield _issue("span-out-of-range", ("issues", index, "span"), message, noted.span)


def _blocks(record: PressBriefing) -> Iterator[tuple[Place, Located]]:
    """The parts of the page that share its lines out among them."""
    for name in ("kicker", "headline", "subheadline", "lead", "end_mark"):
        block = getattr(record, name)
        if block is not None:
            yield (name,), block
    for name in ("meta", "boilerplate"):
        for index, block in enumerate(getattr(record, name)):
            yield (name, index), block
    for number, section in enumerate(record.sections):
        if section.heading is not None:
            yield ("sections", number, "heading"), section.heading
        for index, paragraph in enumerate(section.paragraphs):
            yield ("sections", number, "paragraphs", index), paragraph


def _block_issues(record: PressBriefing, source: str | None) -> Iterator[Issue]:
    blocks = sorted(_blocks(record), key=lambda block: (block[1].span.start, block[1].span.end))
    for (before, first), (loc, second) in pairwise(blocks):
        if second.span.start < first.span.end:
            yield _issue("block-overlap", loc, f"this part of the page overlaps with {path(before)}", second.span)
    body = [block for block in _blocks(record) if block[0][0] == "sections"]
    for (before, first), (loc, second) in pairwise(body):
        if second.span.start < first.span.start:
            yield _issue("order-broken", loc, f"this stands before {path(before)} in the source", second.span)
    if source is not None and len(source) == record.source.length:
        yield from _lost_lines(source, [block.span for _, block in blocks])


def _lost_lines(source: str, spans: list[Span]) -> Iterator[Issue]:
    """Non-blank lines that no span touches; ``spans`` are in order."""
    at = 0
    for line in _LINE.finditer(source):
        if not _INK.search(line[0]):
            continue
        while at < len(spans) and spans[at].end <= line.start():
            at += 1
        if at == len(spans) or spans[at].start >= line.end():
            span = Span(start=line.start(), end=line.end())
            yield _issue("line-lost", (), "this line is in no part of the record", span)


def _statement_issues(record: PressBriefing) -> Iterator[Issue]:
    homes = _Homes(record)
    speakers = {statement.id: statement.speaker for statement in record.statements}
    for index, statement in enumerate(record.statements):
        loc: Place = ("statements", index)
        if not statement.content:
            yield _issue("content-missing", (*loc, "content"), "a statement needs at least one segment of content")
        for number, content in enumerate(statement.content[2:], start=2):
            message = "a statement has two segments of content at most"
            yield _issue("content-surplus", (*loc, "content", number), message, content.span)
        for (_, first), (number, second) in pairwise(enumerate(statement.content)):
            if second.span.start < first.span.end:
                message = "segments of content stand in reading order, and do not overlap"
                yield _issue("order-broken", (*loc, "content", number), message, second.span)
        for number, content in enumerate(statement.content):
            if not homes.hold(statement, content.span):
                message = f"this does not stand in the {statement.where}, where its statement is said to stand"
                yield _issue("statement-misplaced", (*loc, "content", number), message, content.span)
        if statement.continues is not None and statement.speaker != (before := speakers[statement.continues]):
            message = f"it continues {statement.continues}, whose speaker is {before}, not {statement.speaker}"
            yield _issue("speaker-changed", (*loc, "speaker"), message)


def _repair_issues(repair: Repair, source: str) -> Iterator[Issue]:
    """The repaired text has to be the source with the edits made in it, and nothing else."""
    parts: list[str] = []
    done = 0
    for index, edit in enumerate(repair.edits):
        if edit.span.start < done or source[edit.span.start : edit.span.end] != edit.before:
            message = "the source has another text here than the edit says it found"
            yield _issue("repair-mismatch", ("repair", "edits", index), message, edit.span)
            return
        parts += source[done : edit.span.start], edit.after
        done = edit.span.end
    if "".join(parts) + source[done:] != repair.text:
        message = "the repaired text is not the source with these edits made in it"
        yield _issue("repair-mismatch", ("repair", "text"), message)


class _Homes:
    """The parts of the page in which the content of a statement may stand, by what it says of its place."""

    def __init__(self, record: PressBriefing) -> None:
        homes: dict[tuple[str, int | None], list[Span]] = {}
        for loc, block in _blocks(record):
            if loc[0] in ("kicker", "headline", "subheadline"):
                homes.setdefault(("headline", None), []).append(block.span)
            if loc[0] in ("subheadline", "lead"):  # a deck reports as a lead does
                homes.setdefault(("lead", None), []).append(block.span)
            if loc[0] == "sections" and isinstance(loc[1], int):
                homes.setdefault(("body", loc[1]), []).append(block.span)
                homes.setdefault(("body", None), []).append(block.span)
        self._spans = {key: sorted((span.start, span.end) for span in spans) for key, spans in homes.items()}

    def hold(self, statement: Statement, span: Span) -> bool:
        """Whether ``span`` lies whole in a part of the page in which ``statement`` says that it stands."""
        spans = self._spans.get((statement.where, statement.section if statement.where == "body" else None), [])
        after = bisect_right(spans, (span.start, sys.maxsize))
        return after > 0 and span.end <= spans[after - 1][1]
