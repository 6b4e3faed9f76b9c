"""Where a command's data goes: a file, that is there whole or not at all, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from presskit.cli.exits import FINE, complain
from presskit.cli.terminal import Screen, is_terminal

if TYPE_CHECKING:
    from presskit.errors import PresskitError
    from presskit.export.files import Sink
    from presskit.readers.documents import Entry
    from presskit.record import PressBriefing

_STDOUT = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
"""The names of standard output. Opened anew by one of them, a file that it goes to would lose what it holds."""


@contextmanager
def data_to(path: Path | None, format_name: str) -> Iterator[Sink]:
    """Open the place for data in ``format_name``; a terminal shows it, and obeys nothing in it.

    Raises:
        AccessError: ``write-failed``, with the name of the file.
    """
    from presskit.errors import AccessError
    from presskit.export.files import BOM_FORMATS, replacing

    if path is not None and str(path) not in _STDOUT:
        try:
            with replacing(path, bom=format_name in BOM_FORMATS) as stream:
                yield stream
        except AccessError as error:
            raise AccessError(error.code, f"{path}: {error.message}") from error
    elif sys.stdout is None:
        raise AccessError("write-failed", "cannot write: standard output is closed")
    elif is_terminal(sys.stdout):
        yield Screen(sys.stdout, is_json=format_name.startswith("json"))
    else:
        yield sys.stdout


def write_records(entries: Iterable[Entry], write: Callable[[Iterable[PressBriefing], Sink], object], out: Sink) -> int:
    """Write the records among ``entries``, and return the exit code.

    Raises:
        typer.Exit: where all failed; then nothing is written, and a file that was there stays as it was.
    """
    tally = Tally()
    records = tally.records(entries)
    first = next(records, None)
    if first is None and tally.code != FINE:
        raise typer.Exit(tally.code)
    write(chain((first,) if first else (), records), out)
    return tally.code


class Tally:
    """What failed so far: each failure is told at once, and the gravest decides how the command ends."""

    def __init__(self) -> None:
        self.code = FINE

    def add(self, error: PresskitError, label: str | None) -> None:
        """Tell of a failure, and remember it."""
        self.code = max(self.code, complain(error, label))

    def records(self, entries: Iterable[Entry]) -> Iterator[PressBriefing]:
        """The records among ``entries``; the failures are told in passing."""
        for entry in entries:
            if entry.record is not None:
                yield entry.record
            elif entry.error is not None:
                self.add(entry.error, entry.label)
