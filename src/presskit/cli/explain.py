"""``presskit explain``: which rule decided what."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from presskit.cli import options
from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.pipeline import Explanation


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="The release to explain; - is standard input.")],
    format_name: options.TableOrJson = None,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    lexicon: options.Lexicon = None,
) -> None:
    """Show which rule decided each part of a release.

    \b
    Example:
      presskit explain release.txt
    """
    from presskit.cli.exits import complain
    from presskit.cli.output import data_to
    from presskit.errors import AccessError, InputError
    from presskit.readers.documents import Options, Reader, shown_name

    (path,) = options.inputs([file], output)
    chosen = format_name or _usual_format(output)
    reader = Reader(Options(encoding, max_bytes, tuple(lexicon or ())))
    name = stdin_name if path == "-" else None
    try:
        explanation, text = reader.explained(path, name)
    except (InputError, AccessError) as error:
        raise typer.Exit(complain(error, shown_name(path, name))) from error
    with data_to(output, chosen) as out:
        if chosen == "table":
            from presskit.cli.tables import write_explanation

            write_explanation(explanation, text, out)
        else:
            import json

            out.write(f"{json.dumps(_as_json(explanation, text), indent=2, ensure_ascii=False)}\n")
    raise typer.Exit(0)


def _usual_format(output: Path | None) -> Literal["table", "json"]:
    if output is not None:
        return options.format_of(output, ("json",), "json")
    return "table" if is_terminal(sys.stdout) else "json"


def _as_json(explanation: Explanation, text: str) -> dict[str, Any]:
    record = explanation.record
    return {
        "source": record.source.uri,
        "blocks": [
            {
                "kind": block.kind,
                "rule": block.rule,
                "text": text[block.start : block.end],
                "span": {"start": block.start, "end": block.end},
            }
            for block in explanation.blocks
        ],
        "statements": [
            statement.model_dump(include={"id", "rule", "confidence", "speaker", "where", "cue", "content"})
            for statement in record.statements
        ],
    }
