"""The ``presskit`` command. Only what ``--help`` needs is imported here; each command imports the rest."""

from __future__ import annotations

from typing import Annotated

import typer

from presskit.cli import convert, evaluate, evaluate_repair, exits, explain, export, parse, repair, schema, validate

app = typer.Typer(
    name="presskit",
    help="Read Persian press releases into structured, validated records: who said what, and where.",
    epilog="Example: presskit parse release.txt",
    rich_markup_mode=None,  # plain help needs no rich, which would cost half of the time that --help may take
    pretty_exceptions_enable=False,
)
for command in (
    parse.parse,
    validate.validate,
    export.export,
    convert.convert,
    schema.schema,
    explain.explain,
    repair.repair,
    evaluate.evaluate,
    evaluate_repair.evaluate_repair,
):
    app.command()(command)


def _show_version(asked: bool) -> None:
    if asked:
        from presskit._version import __version__

        typer.echo(f"presskit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(exits.USAGE)


def run() -> None:
    """Run the command line of this process, and exit: the entry point."""
    exits.exit_with(app)
