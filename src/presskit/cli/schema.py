"""``presskit schema``: the record's JSON Schema."""

from __future__ import annotations

import typer

from presskit.cli import options


def schema(output: options.Output = None) -> None:
    """Show the JSON Schema of a record, with its $id.

    \b
    Example:
      presskit schema -o press-briefing.schema.json
    """
    import json

    from presskit.cli.output import data_to
    from presskit.export.schema import json_schema

    with data_to(output, "json") as out:
        out.write(f"{json.dumps(json_schema(), indent=2, ensure_ascii=False)}\n")
    raise typer.Exit(0)
