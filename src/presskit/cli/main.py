"""The ``presskit`` command. Only the commands that are asked for are imported here; each imports the rest it needs."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

import typer

from presskit.cli import exits

_FUNCTIONS = ("parse", "validate", "export", "convert", "schema", "explain", "repair", "evaluate", "evaluate_repair")
COMMANDS = {function.replace("_", "-"): function for function in _FUNCTIONS}
"""The commands, each with its function, which is in a module of the same name."""


def app(asked: str = "") -> typer.Typer:
    """The command line: all commands, or the one that is ``asked`` for, where there is one of that name.

    To import all and have typer read their options takes a tenth of the time of a command on one file.
    """
    made = typer.Typer(
        name="presskit",
        help="Read Persian press releases into structured, validated records: who said what, and where.",
        epilog="Example: presskit parse release.txt",
        rich_markup_mode=None,  # plain help needs no rich, which would cost half of the time that --help may take
        pretty_exceptions_enable=False,
    )
    made.callback(invoke_without_command=True)(main)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        function = COMMANDS[name]
        made.command(name)(getattr(import_module(f"presskit.cli.{function}"), function))
    return made


def _show_version(asked: bool) -> None:
    if asked:
        from presskit._version import __version__

        typer.echo(f"presskit {__version__}")
        raise typer.Exit


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
    exits.exit_with(app(*sys.argv[1:2]))
