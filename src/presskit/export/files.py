"""Files that are there whole or not at all: written beside their place, then moved to it."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, TextIO

from presskit.errors import AccessError

BOM_FORMATS = frozenset({"csv"})
"""Formats whose files begin with a byte order mark, without which a spreadsheet reads Persian as
Windows-1252.
"""


class Sink(Protocol):
    """What a writer writes to."""

    def write(self, text: str, /) -> object: ...


@contextmanager
def replacing(path: Path, *, bom: bool = False, parents: bool = False) -> Iterator[TextIO]:
    """Open ``path`` to write UTF-8 to, with line ends as given; on an error the file that was there stays as
    it was.

    A file that is replaced hands its permissions on. ``parents`` makes the folders on the way to it. What is
    no regular file (``/dev/null``, a named pipe, ``/dev/fd/63``) is written to directly.

    Raises:
        AccessError: ``write-failed``, with what the system says.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        # Asked of the path as given: where a link names a pipe, as /dev/fd/1 may, only the system can follow it.
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("w", encoding=encoding, newline="") as stream:
                yield stream
            return
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise AccessError("write-failed", "cannot write: this is a folder")
        if target.exists() and not os.access(target, os.W_OK):
            raise AccessError("write-failed", "cannot write: Permission denied")
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".presskit-{secrets.token_hex(6)}.part")
        try:
            with _made(part, target, encoding) as stream:
                yield stream
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AccessError("write-failed", f"cannot write: {error.strerror or error}") from error


def _made(part: Path, target: Path, encoding: str) -> TextIO:
    """Open ``part``, which is to take the place of ``target``; nobody may read it who might not read that."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, 0o666 if mode is None else mode)

    stream = open(part, "x", encoding=encoding, newline="", opener=opener)  # noqa: SIM115
    if mode is not None:
        os.fchmod(stream.fileno(), mode)  # the umask may have taken more away
    return stream
