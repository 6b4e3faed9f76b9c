"""Options and arguments that several commands share, and what they come to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.readers.documents import Entry, Reader


Format = TypeVar("Format", bound=str)


def _shown(name: str | None) -> str | None:
    """A name in bytes that are no UTF-8, as text that a record can hold."""
    from presskit.readers.files import display_name

    return name and display_name(name)


def output_path(name: str) -> Path:
    """A path that a name was given for; of none, `Path` makes the folder in which the command runs."""
    from presskit.errors import UsageError

    if not name:
        raise UsageError("usage", 'the output has an empty name (""); - is standard output')
    return Path(name)


Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE|-]...", help="Files to read; - is standard input.", show_default=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=output_path,
        help="Write to FILE, whole or not at all, instead of standard output.",
    ),
]
TableOrJson = Annotated[
    Literal["table", "json"] | None,
    typer.Option("--format", help="table on a terminal, json elsewhere, unless told.", show_default=False),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of the releases; found out, unless told.", show_default=False),
]
StdinName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="What to call standard input in records and messages.",
        callback=_shown,
        show_default=False,
    ),
]
MaxBytes = Annotated[
    int, typer.Option(metavar="N", min=1, help="Refuse a release, or a line of JSONL, of more than N bytes.")
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE.toml",
        help="Words of your own, besides the built-in ones; may be repeated.",
        show_default=False,
    ),
]


def inputs(files: Sequence[str] | None, output: Path | None = None) -> list[str]:
    """The files to read: standard input where none is named, and it is no terminal.

    Raises:
        UsageError: ``no-input``, ``stdin-twice``, ``output-is-input``, or ``usage``: a name is empty.
    """
    from presskit.errors import UsageError
    from presskit.readers.files import STDIN, is_file

    named = list(files or ())
    refuse_empty(named)
    if named.count(STDIN) > 1:
        raise UsageError("stdin-twice", "standard input (-) can be read only once")
    if not named and is_terminal(sys.stdin):
        raise UsageError("no-input", "name a FILE, or - for standard input")
    if output is not None and is_file(output):
        for path in named:
            if path != STDIN and os.path.realpath(path) == os.path.realpath(output):
                raise UsageError("output-is-input", f"{path} is to be read, and cannot be the output too")
    return named or [STDIN]


def refuse_empty(names: Sequence[str]) -> None:
    """Refuse an empty name, as a shell makes one of a variable that is not set.

    Raises:
        UsageError: ``usage``.
    """
    from presskit.errors import UsageError

    if "" in names:
        raise UsageError("usage", 'a file to read has an empty name (""); - is standard input')


def format_of(output: Path | None, allowed: Sequence[Format], usual: Format) -> Format:
    """The format that the name of the output asks for, among those ``allowed``; ``usual`` where it asks for none.

    Raises:
        UsageError: ``suffix-unsupported``: it asks for one that the command cannot write.
    """
    from presskit.errors import UsageError
    from presskit.export import FOREIGN, NAMED

    suffix = output.suffix.lower() if output is not None else ""
    named = NAMED.get(suffix)
    if named in allowed:
        return allowed[allowed.index(named)]
    if named is None and suffix not in FOREIGN:
        return usual
    advice = "" if named is None else f"; `presskit export` writes {named}"
    raise UsageError("suffix-unsupported", f"{output}: this command writes no {suffix} file{advice}")


def entries(reader: Reader, paths: Sequence[str], stdin_name: str | None) -> Iterator[Entry]:
    """All records of all inputs, in order."""
    for path in paths:
        yield from reader.entries(path, stdin_name if path == "-" else None)
