"""``presskit evaluate``: predictions against gold."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from presskit.cli import options
from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.evaluate.report import Report

Gold = Annotated[str, typer.Argument(metavar="GOLD", help="Gold records: JSON, JSONL, or a folder of them.")]
Pred = Annotated[
    str | None,
    typer.Argument(
        metavar="[PRED|-]",
        help="Predictions: JSON, JSONL, a folder of them, or texts to parse. The texts beside the gold, unless told.",
        show_default=False,
    ),
]
Source = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Where the gold's texts are, if not beside it.", show_default=False),
]
FailUnder = Annotated[
    str | None,
    typer.Option(
        metavar="NAME=F1,...",
        help="End with 1 where a measure's F1 is lower; names as in the JSON, such as cue or all-parts.",
        show_default=False,
    ),
]


def evaluate(
    gold: Gold,
    pred: Pred = None,
    format_name: options.TableOrJson = None,
    disagreements: Annotated[
        bool, typer.Option("--disagreements", help="List every disagreement under the table; json has them always.")
    ] = False,
    fail_under: FailUnder = None,
    source: Source = None,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    lexicon: options.Lexicon = None,
) -> None:
    """Measure records against gold: overall, by outlet, by rule, and by confidence.

    Gold may be partial: what a gold record does not have is not judged. What each figure means is in
    docs/accuracy.md.

    \b
    Examples:
      presskit evaluate gold/
      presskit evaluate gold/ records.jsonl --disagreements --format table | less
      presskit parse *.txt | presskit evaluate gold/ - --fail-under cue=0.9,content=0.95
    """
    from presskit.cli.exits import FINDINGS
    from presskit.cli.output import Tally, data_to
    from presskit.errors import UsageError
    from presskit.evaluate.run import evaluate as run
    from presskit.readers.documents import Options, Reader

    if source is not None and not source.is_dir():
        raise UsageError("usage", f"--source {source} is no folder")
    floors = _floors(fail_under) if fail_under is not None else {}
    options.inputs([gold] if pred is None else [gold, pred], output)
    reader = Reader(Options(encoding, max_bytes, tuple(lexicon or ())))
    report = run(gold, pred, reader, texts=source, stdin_name=stdin_name)
    tally = Tally()
    for label, error in report.failures:
        tally.add(error, label)
    if not report.documents:
        raise typer.Exit(tally.code or FINDINGS)
    under = _is_under(report, floors)
    chosen = format_name or ("table" if output is None and is_terminal(sys.stdout) else "json")
    with data_to(output, chosen) as out:
        if chosen == "table":
            from presskit.cli.evaluation import write_report

            write_report(report, out, disagreements=disagreements)
        else:
            import json

            from presskit.evaluate.report import as_json

            out.write(f"{json.dumps(as_json(report), indent=2, ensure_ascii=False)}\n")
    raise typer.Exit(max(tally.code, FINDINGS if under else 0))


def _floors(told: str) -> dict[str, float]:
    """``cue=0.9,content=0.95`` as what each measure has to reach.

    Raises:
        UsageError: ``usage``: it is not written so.
    """
    from presskit.errors import UsageError

    floors: dict[str, float] = {}
    for item in told.split(","):
        name, _, number = item.partition("=")
        try:
            floor = float(number)
        except ValueError:
            floor = -1.0
        if not name.strip() or not 0 <= floor <= 1:
            raise UsageError("usage", f"--fail-under takes NAME=F1 with F1 from 0 to 1, such as cue=0.9, not '{item}'")
        floors[name.strip()] = floor
    return floors


def _is_under(report: Report, floors: Mapping[str, float]) -> bool:
    """Whether a measure is under its floor; each one is told. One that nothing was judged by is, too.

    Raises:
        UsageError: ``measure-unknown``.
    """
    from presskit.cli.exits import say
    from presskit.errors import UsageError
    from presskit.evaluate.report import figure, slugs

    under = False
    for name, floor in floors.items():
        try:
            reached = figure(report.total, name)
        except KeyError:
            known = ", ".join(slugs(report.total))
            raise UsageError("measure-unknown", f"--fail-under knows no measure '{name}'; there are {known}") from None
        if reached is None or reached < floor:
            told = "has nothing to judge" if reached is None else f"is {reached:.4f}"
            say(f"presskit: {name} {told}, and --fail-under asks for {floor:g} [under-floor]")
            under = True
    return under
