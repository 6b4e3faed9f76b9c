"""How a command ends: errors to exit codes, and to one line for people. This is the one place for both.

=====  =======================================================
code   meaning
=====  =======================================================
0      fine
1      findings, or documents that failed
2      usage: the command itself asks for what cannot be
3      a file could not be read or written
130    interrupted (Ctrl-C)
=====  =======================================================

Where several things went wrong, the highest code counts. Whoever reads our output may close it early, as
``| head`` does: that ends the command quietly.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TextIO

from presskit.errors import AccessError, InputError, PresskitError

if TYPE_CHECKING:
    import typer

FINE = 0
FINDINGS = 1
USAGE = 2
ACCESS = 3
INTERRUPTED = 130


def exit_code(error: PresskitError) -> int:
    """The exit code that an error stands for."""
    if isinstance(error, AccessError):
        return ACCESS
    return FINDINGS if isinstance(error, InputError) else USAGE


def complain(error: PresskitError, label: str | None = None) -> int:
    """Print ``presskit: FILE: message [code]`` for people, and return the exit code."""
    from presskit.cli.terminal import printable

    where = f"{label}: " if label else ""
    say(printable(f"presskit: {where}{error.message} [{error.code}]"))
    return exit_code(error)


def say(line: str) -> None:
    """One line to standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")


def exit_with(app: typer.Typer) -> NoReturn:
    """Run a typer application on this process's arguments, and exit; never with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            _set_utf8(stream)
    _start_quickly()
    try:
        code = app(standalone_mode=False, prog_name="presskit")
        _flush()
    except BaseException as error:
        code = _code_of(error)
    _leave_quietly()
    sys.exit(code if isinstance(code, int) else FINE)


def _start_quickly() -> None:
    """Leave out what would take a sixth of the time of a command on one file."""
    # Nearly all that a command makes is there to stay: the collector would go over it for nothing, and at the end too.
    gc.set_threshold(50_000)
    atexit.register(gc.freeze)
    # No plugin of pydantic's has business with our records, and to look for one reads of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _set_utf8(stream: TextIO) -> None:
    """Data is UTF-8 whatever the locale; what cannot be encoded can only be in what people read."""
    errors = "backslashreplace" if stream is sys.stderr else "strict"
    with suppress(AttributeError):
        stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")  # type: ignore[attr-defined]


def _code_of(error: BaseException) -> int:
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError) or isinstance(error.__context__, BrokenPipeError):
        return FINE  # typer turns a closed pipe into SystemExit, with the error as its context
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else FINE
    if isinstance(error, PresskitError):
        return complain(error)
    if hasattr(error, "format_message"):  # typer's own: a wrong option, a missing argument
        return complain(PresskitError("usage", _usage(error)))
    if isinstance(error, OSError):
        return complain(AccessError("write-failed", f"cannot write: {error.strerror or error}"))
    if type(error).__name__ == "Abort":
        return INTERRUPTED
    return complain(InputError("internal-error", f"a defect in presskit, please report it: {error!r}"))


def _usage(error: BaseException) -> str:
    message = " ".join(error.format_message().replace("Value error, ", "").split())  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "presskit"
    return f"{message} Try '{command} --help'."


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _leave_quietly() -> None:
    """Python flushes once more while it shuts down, and would complain of a pipe that is closed by then."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
