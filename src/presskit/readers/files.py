"""Bytes from files and from standard input, never more than was allowed.

A path that is ``-`` is standard input. What goes wrong is an `AccessError` (the file could not be read) or an
`InputError` (it is too large to be a press release); the message never names the file, since whoever reports
it does.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from presskit.errors import AccessError, InputError, read_error

STDIN = "-"
MAX_BYTES = 10_000_000
"""As large as a document may be, unless told: a press release is a few kilobytes, a whole day's issue of one
outlet a few hundred."""
_PIECE = 10_000_000  # a stream sets aside all that it is asked for at once, and --max-bytes may be anything


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open ``path`` to read bytes from; ``-`` is standard input, which stays open.

    Raises:
        AccessError: ``file-missing``, ``is-directory``, ``permission-denied`` or ``read-failed``, also for
            what goes wrong while the caller reads.
    """
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise AccessError("read-failed", "cannot read: standard input is closed")
            yield sys.stdin.buffer
        else:
            with Path(path).open("rb") as stream:
                yield stream
    except OSError as error:
        failure = read_error(error)
        advice = "; `presskit convert` takes folders" if failure.code == "is-directory" else ""
        raise AccessError(failure.code, f"{failure.message}{advice}") from error


def read_all(stream: BinaryIO, max_bytes: int, start: bytes = b"") -> bytes:
    """All of a stream, ``start`` included, which was read from it before.

    Raises:
        InputError: ``too-large``; a file that says its size is refused before it is read.
    """
    status = os.fstat(stream.fileno()) if _has_descriptor(stream) else None
    if status is not None and stat.S_ISREG(status.st_mode) and status.st_size > max_bytes:
        raise _too_large(max_bytes, f"{status.st_size:,} bytes are")
    data = bytearray(start)
    while len(data) <= max_bytes and (piece := stream.read(min(_PIECE, max_bytes + 1 - len(data)))):
        data += piece
    if len(data) > max_bytes:
        raise _too_large(max_bytes, "this is")
    return bytes(data)


def is_folder(path: str | Path) -> bool:
    """Whether there is such a folder; of a name that no file can have, `Path.is_dir` raises instead."""
    return _answer(Path(path).is_dir)


def is_file(path: str | Path) -> bool:
    """Whether there is such a regular file; of a name that no file can have, `Path.is_file` raises instead."""
    return _answer(Path(path).is_file)


def _answer(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except (OSError, ValueError):
        return False


def display_name(path: str) -> str:
    """A path as text that can be written as UTF-8, whatever bytes the file system has in it."""
    return os.fsencode(path).decode("utf-8", "replace")


def _has_descriptor(stream: BinaryIO) -> bool:
    try:
        stream.fileno()
    except OSError:  # standard input put in place by a test
        return False
    return True


def _too_large(max_bytes: int, what: str) -> InputError:
    return InputError("too-large", f"{what} more than the {max_bytes:,} that --max-bytes allows")
