"""A repair shown line by line, before and after, drawn with rich; all text goes through `printable`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from presskit.cli.tables import console_on
from presskit.cli.terminal import printable
from presskit.text.repair import Edit

if TYPE_CHECKING:
    from presskit.export.files import Sink
    from presskit.text.repair import Repaired

_AROUND = 30  # characters of a line that are shown beside an edit


def write_diff(name: str, source: str, repaired: Repaired, out: Sink) -> None:
    """Draw each line that changes: as it was, as it is, and by which rules."""
    console = console_on(out)
    for (line, start, end), edits in groupby(_placed(source, repaired.edits), key=lambda item: item[:3]):
        here = [item[3] for item in edits]
        console.print(Text(f"{printable(name)}:{line}", style="bold"), soft_wrap=True)
        console.print(_line(source, start, end, here, "-"), soft_wrap=True)
        console.print(_line(source, start, end, here, "+"), soft_wrap=True)
        rules = ", ".join(f"{printable(edit.after)} {edit.rule} {edit.confidence:.2f}" for edit in here)
        console.print(Text(f"  {rules}", style="dim"), soft_wrap=True)


def _placed(source: str, edits: tuple[Edit, ...]) -> Iterator[tuple[int, int, int, Edit]]:
    """Each edit with the number of its line, from 1, and where that line begins and ends."""
    line, start, end = 0, 0, -1
    for edit in edits:
        while end < edit.start:
            line, start = line + 1, end + 1
            end = source.find("\n", start)
            end = len(source) if end < 0 else end
        yield line, start, end, edit


def _line(source: str, start: int, end: int, edits: list[Edit], sign: str) -> Text:
    """A line with its edits marked, as it was or as it is; what is far from any edit is left out."""
    text = Text(f"{sign} ")
    done = start
    for edit in edits:
        text.append(printable(_near(source[done : edit.start], first=done == start, last=False)))
        word, style = (edit.before, "bold red") if sign == "-" else (edit.after, "bold green")
        text.append(printable(word), style=style)
        done = edit.end
    text.append(printable(_near(source[done:end], first=False, last=True)))
    return text


def _near(gap: str, *, first: bool, last: bool) -> str:
    """A stretch between two edits, or at an end of the line: its middle, or its far end, gives way to dots."""
    most = _AROUND if first or last else 2 * _AROUND
    if len(gap) <= most + 3:
        return gap
    head = "" if first else gap[:_AROUND].rpartition(" ")[0]
    tail = "" if last else gap[-_AROUND:].partition(" ")[2]
    return f"{head} … {tail}"
