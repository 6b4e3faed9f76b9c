"""CSV for spreadsheets: one row a statement, a record or a paragraph, and no cell that a spreadsheet would
run.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and a press release
is written by others. Such a cell gets an apostrophe before it, which a spreadsheet takes for "this is text"
(OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import Literal, NamedTuple, TypeVar

from presskit.export.files import Sink
from presskit.record import Form, Located, PressBriefing, Question, Section, Span, Speaker, Statement

Rows = Literal["statements", "records", "paragraphs"]
"""What one row stands for."""
Cell = str | int | float | None
Row = list[Cell]
T = TypeVar("T")

# White space and invisible marks do not keep a spreadsheet from seeing a formula; the wide signs count as
# signs in some.
_FORMULA = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")
_BETWEEN = " … "


def write(records: Iterable[PressBriefing], out: Sink, *, rows: Rows = "statements") -> None:
    """Write a header line and the rows, with the line ends of RFC 4180. Spans count code points of the
    source.
    """
    columns, rows_of = _TABLES[rows]
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(columns)
    for record in records:
        table.writerows(map(safe, row) for row in rows_of(record))


def safe(value: Cell) -> Cell:
    """A cell's value as no spreadsheet runs it.

    >>> safe("=1+1"), safe("تهران")
    ("'=1+1", 'تهران')
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


class _Said(NamedTuple):
    """A statement, its speaker, and the record that they stand in."""

    record: PressBriefing
    statement: Statement
    speaker: Speaker | None


class _Stands(NamedTuple):
    """A paragraph, and the section that it stands in, each with its number."""

    paragraph_number: int
    paragraph: Located
    section_number: int
    section: Section


def _row(columns: Mapping[str, Callable[[T], Cell]], of: T) -> Row:
    return [cell(of) for cell in columns.values()]


def _statement_rows(record: PressBriefing) -> Iterator[Row]:
    page = _row(_PAGE, record)
    speakers = {speaker.id: speaker for speaker in record.speakers}
    for statement in record.statements:
        speaker = speakers[statement.speaker] if statement.speaker else None
        yield page + _row(_STATEMENT, _Said(record, statement, speaker))


def _record_rows(record: PressBriefing) -> Iterator[Row]:
    yield _row(_PAGE, record) + _row(_RECORD, record)


def _paragraph_rows(record: PressBriefing) -> Iterator[Row]:
    page = _row(_PAGE, record)
    numbers = count(1)
    for number, section in enumerate(record.sections):
        for paragraph in section.paragraphs:
            yield page + _row(_PARAGRAPH, _Stands(next(numbers), paragraph, number, section))


def _heading(said: _Said) -> str | None:
    section = said.statement.section
    return _text(said.record.sections[section].heading) if section is not None else None


def _segments(statement: Statement, form: Form) -> str:
    return _BETWEEN.join(part.text for part in statement.content if part.form == form)


def _spans(statement: Statement) -> list[Span]:
    return [part.span for part in (statement.mention, statement.cue, *statement.content) if part]


def _asker(question: Question | None) -> str | None:
    return _text(question.asker) if question else None


def _text(part: Located | None) -> str | None:
    return part.text if part else None


# The columns of each table, in order, and what stands in them. Each is told here and nowhere else.
_PAGE: dict[str, Callable[[PressBriefing], Cell]] = {
    "source": lambda record: record.source.uri,
    "outlet": lambda record: record.outlet.name if record.outlet else None,
    "news_code": lambda record: record.news_code.value if record.news_code else None,
    "jalali": lambda record: record.published.jalali if record.published else None,
    "gregorian": lambda record: record.published.gregorian if record.published else None,
    "time": lambda record: record.published.time if record.published else None,
    "headline": lambda record: _text(record.headline),
}
_STATEMENT: dict[str, Callable[[_Said], Cell]] = {
    "statement": lambda said: said.statement.id,
    "where": lambda said: said.statement.where,
    "heading": _heading,
    "speaker": lambda said: said.speaker.id if said.speaker else None,
    "name": lambda said: said.speaker.name if said.speaker else None,
    "roles": lambda said: "؛ ".join(said.speaker.roles) if said.speaker else None,
    "mention": lambda said: _text(said.statement.mention),
    "cue": lambda said: _text(said.statement.cue),
    "lemma": lambda said: said.statement.cue.lemma if said.statement.cue else None,
    "direct": lambda said: _segments(said.statement, "direct"),
    "indirect": lambda said: _segments(said.statement, "indirect"),
    "topic": lambda said: _text(said.statement.topic),
    "question": lambda said: _text(said.statement.question),
    "asker": lambda said: _asker(said.statement.question),
    "continues": lambda said: said.statement.continues,
    "rule": lambda said: said.statement.rule,
    "confidence": lambda said: said.statement.confidence,
    "start": lambda said: min((span.start for span in _spans(said.statement)), default=None),
    "end": lambda said: max((span.end for span in _spans(said.statement)), default=None),
}
_RECORD: dict[str, Callable[[PressBriefing], Cell]] = {
    "sha256": lambda record: record.source.sha256,
    "encoding": lambda record: record.source.encoding,
    "length": lambda record: record.source.length,
    "at": lambda record: record.published.at if record.published else None,
    "kicker": lambda record: _text(record.kicker),
    "subheadline": lambda record: _text(record.subheadline),
    "lead": lambda record: _text(record.lead),
    "place": lambda record: _text(record.place),
    "byline": lambda record: _text(record.byline),
    "occasion": lambda record: _text(record.occasion),
    "occasion_kind": lambda record: record.occasion.kind if record.occasion else None,
    "speakers": lambda record: "؛ ".join(speaker.name or "، ".join(speaker.roles) for speaker in record.speakers),
    "paragraphs": lambda record: sum(len(section.paragraphs) for section in record.sections),
    "statements": lambda record: len(record.statements),
    "issues": lambda record: " ".join(issue.code for issue in record.issues),
}
_PARAGRAPH: dict[str, Callable[[_Stands], Cell]] = {
    "section": lambda one: one.section_number,
    "heading": lambda one: _text(one.section.heading),
    "paragraph": lambda one: one.paragraph_number,
    "text": lambda one: one.paragraph.text,
    "start": lambda one: one.paragraph.span.start,
    "end": lambda one: one.paragraph.span.end,
}
_TABLES: dict[Rows, tuple[list[str], Callable[[PressBriefing], Iterator[Row]]]] = {
    "statements": ([*_PAGE, *_STATEMENT], _statement_rows),
    "records": ([*_PAGE, *_RECORD], _record_rows),
    "paragraphs": ([*_PAGE, *_PARAGRAPH], _paragraph_rows),
}
