"""An evaluation as tables for people, and its disagreements line by line; all text goes through `printable`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from presskit.cli.tables import console_on, draw, table_of, text_of
from presskit.cli.terminal import counted, printable
from presskit.evaluate.calibration import Band, at_least, bands
from presskit.evaluate.page import FIELDS

if TYPE_CHECKING:
    from presskit.evaluate.count import Count
    from presskit.evaluate.report import Report, Seen
    from presskit.evaluate.result import Score
    from presskit.export.files import Sink

_BY_OUTLET = ("cue", "content, characters", "speaker", "all parts", "lines")
_LONG = 300


def write_report(report: Report, out: Sink, *, disagreements: bool) -> None:
    """Draw the figures, and the list of disagreements where it is asked for."""
    console = console_on(out)
    total = report.total
    draw(_measures(total, f"Measures over {counted(len(report.documents), 'document')}"), console)
    if len(report.outlets) > 1:
        draw(_outlets(report), console)
    if total.rules:
        draw(_rules(total), console)
    if total.sure:
        draw(_confidence(total), console)
    wrong = [(gold, found, lines) for (gold, found), lines in total.lines.most_common() if gold != found]
    if wrong:
        draw(_confusions(wrong), console)
    if disagreements:
        for seen in report.disagreements():
            console.print(_told(seen), soft_wrap=True)
    elif total.disagreements:
        count = counted(len(total.disagreements), "disagreement")
        console.print(Text(f"{count}; --disagreements lists them", style="dim"))


def _measures(score: Score, title: str) -> Table:
    table = _numbers("Measure", "Precision", "Recall", "F1", "Right", "Found", "Gold", title=title)
    said = [name for name in score.measures if name not in FIELDS and name != "lines"]
    for group in (said, [name for name in score.measures if name not in said]):
        for name in group:
            count = score.measures[name]
            if count.found or count.wanted:
                sums = (f"{number:,.0f}" for number in (count.right, count.found, count.wanted))
                table.add_row(name, _share(count.precision), _share(count.recall), _share(count.f1), *sums)
        table.add_section()
    return table


def _outlets(report: Report) -> Table:
    table = _numbers("Outlet", "Documents", *_BY_OUTLET, title="F1 by outlet")
    for name, score in sorted(report.outlets.items()):
        documents = sum(one.outlet == name for one in report.documents)
        figures = (_share(_f1(score.measures.get(measure))) for measure in _BY_OUTLET)
        table.add_row(text_of(name), str(documents), *figures)
    return table


def _rules(score: Score) -> Table:
    table = _numbers("Rule", "Statements", "Right", "Precision", title="Statements by the rule that made them")
    for name, count in sorted(score.rules.items(), key=lambda item: (-item[1].found, item[0])):
        table.add_row(text_of(name), f"{count.found:.0f}", f"{count.right:.0f}", _share(count.precision))
    return table


def _confidence(score: Score) -> Table:
    table = _numbers("Confidence", "Statements", "Right", "Claimed", "Share right", title="Right in all parts")
    for band in bands(score.sure):
        _add_band(table, f"{band.low:g} to {band.high:g}", band)
    table.add_section()
    for band in at_least(score.sure):
        _add_band(table, f"at least {band.low:g}", band)
    return table


def _add_band(table: Table, name: str, band: Band) -> None:
    if band.statements:
        table.add_row(name, str(band.statements), str(band.right), _share(band.claimed), _share(band.share))


def _confusions(wrong: Iterable[tuple[str, str | None, int]]) -> Table:
    table = table_of("Line is", "Taken for", "Lines", title="Lines taken for others")
    for gold, found, lines in wrong:
        table.add_row(gold, found or "in no part", str(lines))
    return table


def _numbers(first: str, *others: str, title: str) -> Table:
    """A table whose columns, but for the first, are numbers."""
    table = table_of(first, *others, title=title)
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def _f1(count: Count | None) -> float | None:
    return count.f1 if count else None


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"


def _told(seen: Seen) -> Text:
    """``FILE:LINE:COLUMN: what: gold … found … (rule)``, and the words around it: one line each, safe to show."""
    told = seen.told
    place = f":{seen.line}:{seen.column}" if seen.line is not None else f" at {told.offset}"
    rule = f" ({told.rule})" if told.rule else ""
    lines: Sequence[tuple[str, str | None]] = (("gold", told.gold), ("found", told.found))
    text = Text(printable(f"{told.document}{place}: {told.what}{rule}"), style="bold")
    for name, shown in lines:
        text.append(f"\n  {name:6}", style="not bold dim")
        text.append(f"“{printable(_short(shown))}”" if shown else "-", style="not bold")
    if seen.before is not None:
        text.append("\n  in    ", style="not bold dim")
        text.append(printable(f"{seen.before} ⟨…⟩ {seen.after}"), style="not bold dim")
    return text


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"
