"""``presskit export``: records to a format."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from presskit.cli import options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presskit.export.files import Sink
    from presskit.record import PressBriefing

To = Literal["csv", "json", "jsonl", "markdown"]
Rows = Literal["statements", "records", "paragraphs"]


def export(
    files: options.Files = None,
    to: Annotated[
        To | None,
        typer.Option(
            "--to", help="The format to write; by the suffix of -o, unless told, else csv.", show_default=False
        ),
    ] = None,
    rows: Annotated[Rows | None, typer.Option(help="What a row of CSV stands for; statements, unless told.")] = None,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    lexicon: options.Lexicon = None,
) -> None:
    """Write records or releases as CSV, JSON or Markdown.

    CSV files begin with a byte order mark, so that spreadsheets read them as UTF-8; CSV on standard output
    has none. A cell that a spreadsheet would run as a formula gets an apostrophe before it.

    \b
    Examples:
      presskit export release.txt -o statements.csv
      presskit export records.jsonl --rows paragraphs -o paragraphs.csv
      presskit parse *.txt | presskit export - --to markdown
    """
    from presskit.cli.output import data_to, write_records
    from presskit.errors import UsageError
    from presskit.readers.documents import Options, Reader

    chosen = to or options.format_of(output, get_args(To), "csv")
    if rows is not None and chosen != "csv":
        raise UsageError("usage", f"--rows goes with --to csv, and not with {chosen}")
    paths = options.inputs(files, output)
    reader = Reader(Options(encoding, max_bytes, tuple(lexicon or ())))
    with data_to(output, chosen) as out:
        code = write_records(options.entries(reader, paths, stdin_name), _writer(chosen, rows), out)
    raise typer.Exit(code)


def _writer(to: str, rows: Rows | None) -> Callable[[Iterable[PressBriefing], Sink], None]:
    from presskit.export import EXPORTERS, csv

    return partial(csv.write, rows=rows) if rows else EXPORTERS[to]
