"""CSV for spreadsheets: one row a statement, a record or a paragraph, and no cell that a spreadsheet would
run.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and a press release
is written by others. Such a cell gets an apostrophe before it, which a spreadsheet takes for "this is text"
(OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from presskit.export.files import Sink
from presskit.record import Located, PressBriefing, Speaker, Statement

Rows = Literal["statements", "records", "paragraphs"]
"""What one row stands for."""
Row = dict[str, str | int | float | None]

# White space and invisible marks do not keep a spreadsheet from seeing a formula; the wide signs count as
# signs in some.
_FORMULA = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")
_BETWEEN = " … "


def write(records: Iterable[PressBriefing], out: Sink, *, rows: Rows = "statements") -> None:
    """Write a header line and the rows, with the line ends of RFC 4180. Spans count code points of the
    source.
    """
    columns, rows_of = _TABLES[rows]
    table = csv.DictWriter(out, columns.split(), lineterminator="\r\n")
    table.writeheader()
    for record in records:
        table.writerows({name: safe(value) for name, value in row.items()} for row in rows_of(record))


def safe(value: str | int | float | None) -> str | int | float | None:
    """A cell's value as no spreadsheet runs it.

    >>> safe("=1+1"), safe("تهران")
    ("'=1+1", 'تهران')
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _page(record: PressBriefing) -> Row:
    """What every row says of the page it is from."""
    published = record.published
    return {
        "source": record.source.uri,
        "outlet": record.outlet.name if record.outlet else None,
        "news_code": record.news_code.value if record.news_code else None,
        "jalali": published.jalali if published else None,
        "gregorian": published.gregorian if published else None,
        "time": published.time if published else None,
        "headline": _text(record.headline),
    }


def _statement_rows(record: PressBriefing) -> Iterator[Row]:
    page = _page(record)
    speakers = {speaker.id: speaker for speaker in record.speakers}
    for statement in record.statements:
        speaker = speakers[statement.speaker] if statement.speaker else None
        yield page | _statement_cells(statement, speaker) | {"heading": _heading(record, statement)}


def _statement_cells(statement: Statement, speaker: Speaker | None) -> Row:
    question = statement.question
    spans = [part.span for part in (statement.mention, statement.cue, *statement.content) if part]
    return {
        "statement": statement.id,
        "where": statement.where,
        "speaker": speaker.id if speaker else None,
        "name": speaker.name if speaker else None,
        "roles": "؛ ".join(speaker.roles) if speaker else None,
        "mention": _text(statement.mention),
        "cue": _text(statement.cue),
        "lemma": statement.cue.lemma if statement.cue else None,
        "direct": _BETWEEN.join(part.text for part in statement.content if part.form == "direct"),
        "indirect": _BETWEEN.join(part.text for part in statement.content if part.form == "indirect"),
        "topic": _text(statement.topic),
        "question": _text(question),
        "asker": _text(question.asker) if question else None,
        "continues": statement.continues,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "start": min((span.start for span in spans), default=None),
        "end": max((span.end for span in spans), default=None),
    }


def _record_rows(record: PressBriefing) -> Iterator[Row]:
    yield _page(record) | {
        "sha256": record.source.sha256,
        "encoding": record.source.encoding,
        "length": record.source.length,
        "at": record.published.at if record.published else None,
        "kicker": _text(record.kicker),
        "subheadline": _text(record.subheadline),
        "lead": _text(record.lead),
        "place": _text(record.place),
        "byline": _text(record.byline),
        "occasion": _text(record.occasion),
        "occasion_kind": record.occasion.kind if record.occasion else None,
        "speakers": "؛ ".join(speaker.name or "، ".join(speaker.roles) for speaker in record.speakers),
        "paragraphs": sum(len(section.paragraphs) for section in record.sections),
        "statements": len(record.statements),
        "issues": " ".join(issue.code for issue in record.issues),
    }


def _paragraph_rows(record: PressBriefing) -> Iterator[Row]:
    page = _page(record)
    number = 0
    for index, section in enumerate(record.sections):
        for paragraph in section.paragraphs:
            number += 1
            yield page | {
                "section": index,
                "heading": _text(section.heading),
                "paragraph": number,
                "text": paragraph.text,
                "start": paragraph.span.start,
                "end": paragraph.span.end,
            }


def _heading(record: PressBriefing, statement: Statement) -> str | None:
    return _text(record.sections[statement.section].heading) if statement.section is not None else None


def _text(part: Located | None) -> str | None:
    return part.text if part else None


_PAGE = "source outlet news_code jalali gregorian time headline"
_STATEMENT = (
    "statement where heading speaker name roles mention cue lemma direct indirect topic question asker "
    "continues rule confidence start end"
)
_RECORD = (
    "sha256 encoding length at kicker subheadline lead place byline occasion occasion_kind speakers "
    "paragraphs statements issues"
)
_PARAGRAPH = "section heading paragraph text start end"
_TABLES: dict[Rows, tuple[str, Callable[[PressBriefing], Iterator[Row]]]] = {
    "statements": (f"{_PAGE} {_STATEMENT}", _statement_rows),
    "records": (f"{_PAGE} {_RECORD}", _record_rows),
    "paragraphs": (f"{_PAGE} {_PARAGRAPH}", _paragraph_rows),
}
