"""``presskit parse``: releases to records."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from presskit.cli import options
from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.export.files import Sink
    from presskit.readers.documents import Entry, Reader
    from presskit.record import PressBriefing


def parse(
    files: options.Files = None,
    format_name: Annotated[
        Literal["json", "jsonl", "table"] | None,
        typer.Option(
            "--format",
            help="table on a terminal, jsonl into a pipe or file, unless told.",
            show_default=False,
        ),
    ] = None,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    normalize: Annotated[bool, typer.Option("--normalize", help="Add the text as hazm normalises it.")] = False,
    tokens: Annotated[bool, typer.Option("--tokens", help="Add hazm's sentences, words and lemmas.")] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Add the text with its lost half-spaces given back, beside the record.")
    ] = False,
    lexicon: options.Lexicon = None,
) -> None:
    """Parse press releases into records.

    A file that is no Persian text is named on standard error, and the others are still done.

    \b
    Examples:
      presskit parse release.txt
      presskit parse --format json -o release.json release.txt
      presskit parse *.txt | presskit export - --to csv
    """
    from presskit.cli.output import data_to, write_records
    from presskit.readers.documents import Options, Reader

    if repair:
        from presskit.cli.repair import tell_of_missing_words
        from presskit.text.repair import default

        tell_of_missing_words(default().complete)
    paths = options.inputs(files, output)
    chosen = format_name or _usual_format(output)
    reader = Reader(Options(encoding, max_bytes, tuple(lexicon or ()), normalize, tokens, repair))
    with data_to(output, chosen) as out:
        code = write_records(_releases(reader, paths, stdin_name), _writer(chosen), out)
    raise typer.Exit(code)


def _usual_format(output: Path | None) -> Literal["json", "jsonl", "table"]:
    if output is not None:
        return options.format_of(output, ("json", "jsonl"), "jsonl")
    return "table" if is_terminal(sys.stdout) else "jsonl"


def _releases(reader: Reader, paths: list[str], stdin_name: str | None) -> Iterator[Entry]:
    from presskit.readers.files import STDIN

    for path in paths:
        yield reader.release(path, stdin_name if path == STDIN else None)


def _writer(format_name: str) -> Callable[[Iterable[PressBriefing], Sink], None]:
    if format_name == "table":
        from presskit.cli.tables import write_records

        return write_records
    from presskit.export import EXPORTERS

    return EXPORTERS[format_name]
