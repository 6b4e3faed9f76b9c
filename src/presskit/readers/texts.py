"""Files as plain texts, whatever is in them: for the commands that work on a text and not on its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presskit.errors import AccessError, InputError, PresskitError
from presskit.readers.files import STDIN, display_name, opened, read_all
from presskit.text.decode import decode


class TextEntry(NamedTuple):
    """The text of a file, or the ``error`` in its stead."""

    name: str
    text: str = ""
    error: PresskitError | None = None


def texts(paths: Sequence[str], encoding: str | None, max_bytes: int, stdin_name: str | None) -> Iterator[TextEntry]:
    """The text of each file, in order; ``-`` is standard input.

    Raises:
        UsageError: there is no such encoding.
    """
    for path in paths:
        name = (stdin_name or "standard input") if path == STDIN else display_name(path)
        try:
            with opened(path) as stream:
                data = read_all(stream, max_bytes)
            yield TextEntry(name, decode(data, encoding).text)
        except (InputError, AccessError) as error:
            yield TextEntry(name, error=error)
