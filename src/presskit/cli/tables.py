"""Records and explanations as tables for people, drawn with rich; all text goes through `printable`."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from rich.console import Console
from rich.table import Table
from rich.text import Text

from presskit.cli.terminal import Screen, printable

if TYPE_CHECKING:
    from presskit.export.files import Sink
    from presskit.pipeline import Explanation
    from presskit.record import Issue, Located, PressBriefing, Reading, Speaker, Statement

_SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}
_SNIPPET = 60
_WIDE = 100  # columns from which on there is room for the cue in an explanation
_WHOLE = frozenset({"Line", "Block", "Id", "Where", "Rule", "Sure", "Form"})  # columns whose words are not broken


def write_records(records: Iterable[PressBriefing], out: Sink) -> None:
    """Draw each record: the page's head, who said what, and what was doubtful."""
    console = console_on(out)
    for index, record in enumerate(records):
        if index:
            console.rule(style="dim")
        for line in (*_head(record, console), *_issues(record.issues)):
            console.print(line)
        if record.statements:
            console.print(_statements(record))


def write_explanation(explanation: Explanation, text: str, out: Sink) -> None:
    """Draw which rule decided each block and each statement; ``text`` is the decoded source."""
    console = console_on(out)
    blocks = table_of("Line", "Block", "Rule", "Text", title="Blocks")
    line, counted = 1, 0
    for block in explanation.blocks:
        line += text.count("\n", counted, block.start)
        counted = block.start
        blocks.add_row(str(line), block.kind, block.rule, text_of(_short(text[block.start : block.end])))
    draw(blocks, console)
    record = explanation.record
    wide = console.width >= _WIDE
    statements = table_of(
        "Id", "Where", "Rule", "Sure", "Speaker", *(("Cue",) if wide else ()), "Content", title="Statements"
    )
    for statement in record.statements:
        said = " … ".join(part.text for part in statement.content)
        cue = (_located(statement.cue),) if wide else ()
        statements.add_row(
            statement.id, statement.where, statement.rule, f"{statement.confidence:.2f}",
            text_of(_who(record.speakers, statement)), *cue, text_of(_short(said)),
        )  # fmt: skip
    draw(statements, console)


def console_on(out: Sink) -> Console:
    """A console that draws on ``out``; only what is printable may be drawn."""
    stream = out.stream if isinstance(out, Screen) else out  # all that is drawn has been made printable here
    width = None if isinstance(out, Screen) else shutil.get_terminal_size((100, 24)).columns
    return Console(file=cast(Any, stream), width=width, markup=False, highlight=False, emoji=False)


def table_of(*columns: str, title: str | None = None) -> Table:
    """An empty table."""
    table = Table(title=title, header_style="bold", expand=False)
    for column in columns:
        whole = column in _WHOLE
        table.add_column(column, overflow="ellipsis" if whole else "fold", no_wrap=whole)
    return table


def draw(table: Table, console: Console) -> None:
    """Draw a table under its title, which rich would fill up with spaces."""
    if table.title:
        console.print(Text(str(table.title), style="bold"))
        table.title = None
    console.print(table)


def text_of(text: str, style: str = "") -> Text:
    """Text from an input, as it may be shown."""
    return Text(printable(text), style=style)


def _words(part: Located | None) -> str:
    return part.text if part else ""


def _located(part: Located | None) -> Text:
    return text_of(_words(part))


def _short(text: str) -> str:
    """The first words of a text."""
    line = " ".join(text[: 4 * _SNIPPET].split())
    if len(line) <= _SNIPPET:
        return line
    words = line[: _SNIPPET + 1].rpartition(" ")[0]
    return f"{words or line[:_SNIPPET]} …"


def _head(record: PressBriefing, console: Console) -> Iterator[Text]:
    """The lines of a record's head: a name and, beside it, what may take several lines."""
    facts = list(_facts(record))
    indent = max((len(name) for name, _, _ in facts), default=0) + 2
    for name, text, style in facts:
        label = name
        for line in text_of(text, style).wrap(console, max(console.width - indent, 10), overflow="fold"):
            line.rstrip()
            yield Text.assemble((label.ljust(indent), "dim"), line)
            label = ""


def _facts(record: PressBriefing) -> Iterator[tuple[str, str, str]]:
    """Name, text and style of each line of a record's head."""
    published = record.published
    time = f" {published.time}" if published and published.time else ""
    occasion = record.occasion
    facts = (
        ("source", record.source.uri, ""),
        ("kicker", _words(record.kicker), ""),
        ("headline", _words(record.headline), "bold"),
        ("subheadline", _words(record.subheadline), ""),
        ("published", f"{published.jalali}{time} ({published.gregorian})" if published else "", ""),
        ("outlet", record.outlet.name if record.outlet else "", ""),
        ("news code", record.news_code.value if record.news_code else "", ""),
        ("place", _words(record.place), ""),
        ("byline", _words(record.byline), ""),
        ("occasion", f"{occasion.text} ({occasion.kind})" if occasion else "", ""),
        ("lead", _words(record.lead), ""),
        ("normalized", (record.reading.normalized or "") if record.reading else "", ""),
        ("repaired", record.repair.text if record.repair else "", ""),
        ("words", _lemmas(record.reading) if record.reading else "", ""),
    )
    return ((name, text, style) for name, text, style in facts if text)


def _lemmas(reading: Reading) -> str:
    sentences = (" ".join(f"{token.text}/{token.lemma}" for token in line) for line in reading.sentences or ())
    return " | ".join(sentences)


def _statements(record: PressBriefing) -> Table:
    """A row for each segment of what was said, so that its form stands beside its words."""
    table = table_of("Id", "Speaker", "Cue", "Form", "Content")
    for statement in record.statements:
        said_by: tuple[str | Text, ...]
        said_by = (statement.id, text_of(_who(record.speakers, statement)), _located(statement.cue))
        for part in statement.content:
            table.add_row(*said_by, part.form, text_of(part.text))
            said_by = ("", "", "")
    return table


def _who(speakers: Iterable[Speaker], statement: Statement) -> str:
    speaker = next((speaker for speaker in speakers if speaker.id == statement.speaker), None)
    return (speaker.name or "، ".join(speaker.roles)) if speaker else "?"


def _issues(issues: Iterable[Issue]) -> Iterator[Text]:
    for issue in issues:
        yield text_of(f"{issue.severity}: {issue.message} [{issue.code}]", _SEVERITY_STYLES[issue.severity])
