"""A repair measured, as tables for people; all text goes through `printable`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from presskit.cli.tables import console_on
from presskit.cli.terminal import counted, printable

if TYPE_CHECKING:
    from presskit.evaluate.count import Count
    from presskit.evaluate.spacing import Kept, Measured
    from presskit.export.files import Sink

_TITLES = {"deleted": "Half-spaces deleted", "spaced": "Half-spaces turned to spaces"}


def write_measured(measured: dict[Any, Measured], kept: Kept, worst: int, out: Sink) -> None:
    """Draw the figures of each mode, the words most often wrong, and what changed in the texts as they are."""
    console = console_on(out)
    for mode, one in measured.items():
        table = Table(title=_TITLES[mode], title_justify="left", title_style="bold", header_style="bold")
        table.add_column("Place")
        for name in ("Precision", "Recall", "F1", "Right", "Found", "Gold"):
            table.add_column(name, justify="right")
        for kind, count in sorted(one.kinds.items(), key=lambda item: -item[1].wanted):
            table.add_row(kind, *_figures(count))
        table.add_section()
        table.add_row("all", *_figures(one.total))
        console.print(table)
        _words("missed", one.missed, worst, console)
        _words("put in wrongly", one.wrong, worst, console)
    share = f"1 in {1 / kept.share:,.0f}" if kept.share else "none"
    console.print(Text(f"Texts as they are: {share} of {counted(kept.words, 'word')} changes", style="bold"))
    changed = Counter({f"{before} → {after}": times for (before, after), times in kept.changed.items()})
    _words("changed", changed, worst, console)
    if kept.unstable:
        console.print(Text(f"a second repair changes {counted(kept.unstable, 'line')} once more", style="yellow"))


def _figures(count: Count) -> tuple[str, ...]:
    shares = (count.precision, count.recall, count.f1)
    sums = (count.right, count.found, count.wanted)
    return (*("" if share is None else f"{share:.3f}" for share in shares), *(f"{number:,.0f}" for number in sums))


def _words(what: str, words: Counter[str], worst: int, console: Any) -> None:
    if words and worst:
        listed = "، ".join(f"{printable(word)} ({times})" for word, times in words.most_common(worst))
        console.print(Text(f"{what}: {listed}"))
