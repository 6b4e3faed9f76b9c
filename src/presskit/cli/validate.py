"""``presskit validate``: what is wrong with records, and with what releases make."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from presskit.cli import options
from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.export.files import Sink
    from presskit.readers.findings import Finding
    from presskit.record import PressBriefing

Form = Literal["text", "json", "github", "sarif"]
_FAILING = {False: frozenset({"error"}), True: frozenset({"error", "warning"})}


def validate(
    files: options.Files = None,
    error_format: Annotated[
        Form | None,
        typer.Option(
            help="Report findings on standard output, in this form, and pass no records on.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Check every span against the texts in DIR.", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail as errors do.")] = False,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    lexicon: options.Lexicon = None,
) -> None:
    """Check records or releases, and pass the good ones on.

    Findings go to standard error, and the records that did not fail to standard output where that is a pipe
    or a file, so that validate can stand between other commands. With --error-format the findings are the
    output, and nothing else is. Errors fail (exit code 1); warnings and notes are told.

    \b
    Examples:
      presskit validate records.jsonl
      presskit validate --source releases/ --error-format sarif records.jsonl > findings.sarif
      presskit parse *.txt | presskit validate - | presskit export - --to csv
    """
    from presskit.cli.exits import FINDINGS
    from presskit.cli.output import Tally, data_to
    from presskit.errors import AccessError, UsageError
    from presskit.readers.documents import Options, Reader
    from presskit.readers.findings import findings

    if source is not None and not source.is_dir():
        raise UsageError("usage", f"--source {source} is no folder")
    paths = options.inputs(files)
    reader = Reader(Options(encoding, max_bytes, tuple(lexicon or ())))
    tally = Tally()
    with data_to(None, "text" if error_format in ("text", "github") else "json") as out:
        desk = _Desk(out, error_format)
        for entry in options.entries(reader, paths, stdin_name):
            if isinstance(entry.error, AccessError):
                tally.add(entry.error, entry.label)
                continue
            found = findings(entry, source, max_bytes)
            if any(finding.severity in _FAILING[strict] for finding in found):
                tally.code = max(tally.code, FINDINGS)
                desk.take(found, None)
            else:
                desk.take(found, entry.record)
        desk.close()
    raise typer.Exit(tally.code)


class _Desk:
    """Hands findings to people and records to the next command; or all findings, as one report."""

    def __init__(self, out: Sink, form: Form | None) -> None:
        self._out = out
        self._form = form
        self._found: list[Finding] = []
        self._checked = 0

    def take(self, found: list[Finding], passed: PressBriefing | None) -> None:
        """Take what was found in one record, and the record itself where it passed."""
        from presskit.cli.exits import say
        from presskit.cli.findings import as_text

        self._checked += 1
        self._found.extend(found)
        if self._form is None:
            for finding in found:
                say(as_text(finding))
            if passed is not None and not is_terminal(sys.stdout):
                self._out.write(f"{passed.model_dump_json()}\n")

    def close(self) -> None:
        """Give out the report; and the counts, to one who would see nothing else."""
        from presskit.cli.exits import say
        from presskit.cli.findings import REPORTS, summary

        if self._form is not None:
            self._out.write(REPORTS[self._form](self._found))
        # A text report without a line, or a terminal that gets no records, says nothing of what was done.
        if (self._form == "text" and not self._found) or (self._form is None and is_terminal(sys.stdout)):
            say(summary(self._checked, self._found))
