"""Files that are there whole or not at all: written beside their place, then moved to it."""

from __future__ import annotations

import os
import secrets
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

    ``parents`` makes the folders on the way to it. What is no regular file (``/dev/null``, a named pipe) is
    written to directly.

    Raises:
        AccessError: ``write-failed``, with what the system says.
    """
    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("w", encoding=encoding, newline="") as stream:
                yield stream
            return
        if target.is_dir():
            raise AccessError("write-failed", "cannot write: this is a folder")
        if target.exists() and not os.access(target, os.W_OK):
            raise AccessError("write-failed", "cannot write: Permission denied")
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".presskit-{secrets.token_hex(6)}.part")
        try:
            with part.open("x", encoding=encoding, newline="") as stream:
                yield stream
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AccessError("write-failed", f"cannot write: {error.strerror or error}") from error
