"""``presskit repair``: lost half-spaces given back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from presskit.cli import options

if TYPE_CHECKING:
    from presskit.export.files import Sink
    from presskit.text.repair import Repaired

    Done = Iterator[tuple[str, str, Repaired]]  # name, source, what came of it


def repair(
    files: options.Files = None,
    format_name: Annotated[
        Literal["text", "json", "jsonl"] | None,
        typer.Option(
            "--format",
            help="text, unless told; json and jsonl have every edit too: place, before, after, rule, confidence.",
            show_default=False,
        ),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show the lines that change instead, before and after.")] = False,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
) -> None:
    """Give texts their lost half-spaces (ZWNJ) back.

    Both kinds are repaired where word lists and grammar are sure: a half-space that was deleted, and one that became a
    space. All else stays as it is, to the letter; so do addresses, numbers, Latin words, tags and code. A file that
    is no text is named on standard error, and the others are still done.

    \b
    Examples:
      presskit repair release.txt
      presskit repair --diff *.txt | less -R
      presskit repair --format json -o edits.json release.txt
    """
    from presskit.cli.output import Tally, data_to
    from presskit.errors import UsageError

    if diff and format_name is not None:
        raise UsageError("usage", "--diff is a form of its own, and takes no --format")
    paths = options.inputs(files, output)
    chosen = "diff" if diff else format_name or _usual_format(output)
    tally = Tally()
    with data_to(output, chosen) as out:
        _WRITERS[chosen](_repaired(paths, encoding, max_bytes, stdin_name, tally), out)
    raise typer.Exit(tally.code)


def _usual_format(output: Path | None) -> str:
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    return ending if ending in ("json", "jsonl") else "text"


def _repaired(paths: list[str], encoding: str | None, max_bytes: int, stdin_name: str | None, tally: Any) -> Done:
    from presskit.readers.texts import texts
    from presskit.text.repair import default

    repairer = default()
    tell_of_missing_words(repairer.complete)
    for entry in texts(paths, encoding, max_bytes, stdin_name):
        if entry.error is not None:
            tally.add(entry.error, entry.name)
        else:
            yield entry.name, entry.text, repairer.repair(entry.text)


def tell_of_missing_words(complete: bool) -> None:
    """Say so on standard error where the repair has to do without hazm's word list."""
    if not complete:
        from presskit.cli.exits import say

        say("presskit: hazm is not installed: the repair knows presskit's own words alone")


def _write_text(done: Done, out: Sink) -> None:
    for _, _, repaired in done:
        out.write(repaired.text)


def _write_diff(done: Done, out: Sink) -> None:
    from presskit.cli.diffs import write_diff

    for name, source, repaired in done:
        write_diff(name, source, repaired, out)


def _write_json(done: Done, out: Sink) -> None:
    """One object, or an array of several, as ``parse`` writes them."""
    objects = [_as_json(name, repaired) for name, _, repaired in done]
    out.write(f"{_dumped(objects[0] if len(objects) == 1 else objects, indent=2)}\n")


def _write_jsonl(done: Done, out: Sink) -> None:
    for name, _, repaired in done:
        out.write(f"{_dumped(_as_json(name, repaired))}\n")


def _as_json(name: str, repaired: Repaired) -> dict[str, Any]:
    return {
        "source": name,
        "text": repaired.text,
        "edits": [
            {
                "span": {"start": edit.start, "end": edit.end},
                "before": edit.before,
                "after": edit.after,
                "rule": edit.rule,
                "confidence": edit.confidence,
            }
            for edit in repaired.edits
        ],
        "inserted": list(repaired.inserted),
    }


def _dumped(value: object, indent: int | None = None) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent)


_WRITERS: dict[str, Callable[[Done, Sink], None]] = {
    "text": _write_text,
    "diff": _write_diff,
    "json": _write_json,
    "jsonl": _write_jsonl,
}
