"""``presskit convert``: folders of releases to records, many at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from presskit.cli import options
from presskit.cli.terminal import counted

if TYPE_CHECKING:
    from presskit.batch.plan import Task
    from presskit.batch.run import Outcome
    from presskit.cli.output import Tally
    from presskit.record import PressBriefing

To = Literal["json", "jsonl", "csv", "markdown"]

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="IN...", help="Releases, files of records, and folders to search at any depth."),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        parser=options.output_path,
        help="A file for all; a folder for a file each: a name without a suffix; - for standard output.",
    ),
]
Format = Annotated[
    To | None,
    typer.Option("--to", help="By OUT's suffix, unless told: jsonl for a file, json for a folder.", show_default=False),
]
Match = Annotated[
    list[str] | None,
    typer.Option(
        metavar="GLOB", help="Names to take from folders; may be repeated. *.txt, unless told.", show_default=False
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work on N files at once.")]


def convert(
    inputs: Inputs,
    output: Output,
    to: Format = None,
    match: Match = None,
    jobs: Jobs = 1,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = 10_000_000,
    lexicon: options.Lexicon = None,
) -> None:
    """Convert many files at once; one that fails never stops the rest.

    Records come in the order of the files, whatever the number of processes. In a folder each has the place
    that it has in its own; folders that would clash there go into folders of their own names. A summary is
    told at the end; the exit code is 1 when any file failed, or 3 when one could not be read.

    \b
    Examples:
      presskit convert releases/ -o records.jsonl
      presskit convert releases/ more/*.txt -o statements.csv --jobs 4
      presskit convert releases/ -o records/ --to json
    """
    from presskit.batch.plan import plan
    from presskit.batch.run import run
    from presskit.cli.exits import say
    from presskit.cli.output import Tally
    from presskit.cli.progress import progress
    from presskit.readers.documents import Options

    options.refuse_empty(inputs)
    apart = output.is_dir() or (not output.suffix and not output.exists() and str(output) != "-")
    tasks = plan(inputs, match or ["*.txt"], besides=output, apart=apart)
    _refuse_nonsense(inputs, tasks, output)
    chosen = to or ("json" if apart else options.format_of(output, get_args(To), "jsonl"))
    reading = Options(encoding, max_bytes, tuple(lexicon or ()))
    tally = Tally()
    count = _Count(again=len(inputs) - len({os.path.realpath(path) for path in inputs}))
    with progress(len(tasks)) as advance, closing(run(tasks, reading, jobs)) as outcomes:
        told = _told(outcomes, tally, count, advance)
        if apart:
            _write_apart(told, output, chosen, tally)
        else:
            _write_together(told, output, chosen, tally)
    say(count.summary())
    raise typer.Exit(tally.code)


@dataclass(slots=True)
class _Count:
    again: int
    files: int = 0
    failed: int = 0
    records: int = 0
    statements: int = 0

    def add(self, outcome: Outcome) -> None:
        self.files += 1
        self.failed += bool(outcome.failures)
        self.records += len(outcome.lines)
        self.statements += outcome.statements

    def summary(self) -> str:
        files, records = counted(self.files, "file"), counted(self.records, "record")
        statements = counted(self.statements, "statement")
        done = self.files - self.failed
        again = f"; {counted(self.again, 'name')} given again, and done once" if self.again else ""
        return f"presskit: {files}: {done} converted, {self.failed} failed; {records}, {statements}{again}"


def _refuse_nonsense(inputs: Sequence[str], tasks: Sequence[Task], output: Path) -> None:
    from presskit.errors import UsageError

    if "-" in inputs:
        raise UsageError("usage", "convert reads files and folders; `presskit export -` reads standard input")
    if not tasks:
        raise UsageError("no-input", "there is no file to convert; --match says which names to take from folders")
    options.inputs([task.path for task in tasks], output)


def _told(outcomes: Iterable[Outcome], tally: Tally, count: _Count, advance: Callable[[], object]) -> Iterator[Outcome]:
    """The outcomes; what failed is told in passing."""
    for outcome in outcomes:
        count.add(outcome)
        for failure in outcome.failures:
            tally.add(failure.error, failure.label)
        yield outcome
        advance()


def _records(lines: Iterable[str]) -> Iterator[PressBriefing]:
    from presskit.record import PressBriefing

    return (PressBriefing.model_validate_json(line) for line in lines)


def _write_together(outcomes: Iterable[Outcome], output: Path, to: To, tally: Tally) -> None:
    """All records to one file; where every file failed, the one that was there stays."""
    from presskit.cli.exits import FINE
    from presskit.cli.output import data_to
    from presskit.export import EXPORTERS

    lines: Iterator[str] = (line for outcome in outcomes for line in outcome.lines)
    first = next(lines, None)
    if first is None and tally.code != FINE:
        return
    lines = chain((first,) if first else (), lines)
    with data_to(output, to) as out:
        if to == "jsonl":
            for line in lines:
                out.write(f"{line}\n")
        else:
            EXPORTERS[to](_records(lines), out)


def _write_apart(outcomes: Iterable[Outcome], output: Path, to: To, tally: Tally) -> None:
    """The records of each file to a file of its own, at the same place under ``output``."""
    from presskit.errors import AccessError
    from presskit.export import EXPORTERS, SUFFIXES
    from presskit.export.files import BOM_FORMATS, replacing

    for outcome in outcomes:
        if outcome.failures and not outcome.lines:
            continue
        place = output / outcome.task.output.with_name(f"{outcome.task.output.name}{SUFFIXES[to]}")
        try:
            with replacing(place, bom=to in BOM_FORMATS, parents=True) as out:
                EXPORTERS[to](_records(outcome.lines), out)
        except AccessError as error:
            tally.add(error, str(place))
