"""The text that a record came from, looked for in a folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath

from presskit.errors import AccessError, InputError, UsageError
from presskit.readers.documents import source_text
from presskit.readers.files import is_file, opened, read_all
from presskit.record import PressBriefing


def find_source(record: PressBriefing, folder: Path, max_bytes: int) -> tuple[Path, str, str]:
    """The file, its text and the SHA-256 of its bytes.

    The record's ``source.uri`` is looked up in ``folder``, first whole, then without its first folder, and
    so on; nothing outside of ``folder`` is ever read.

    Raises:
        InputError: ``source-missing``, ``source-unreadable``, ``too-large``, or that its bytes are not in the encoding
            that the record names.
    """
    for candidate in named_in(folder, record.source.uri or ""):
        try:
            with opened(str(candidate)) as stream:
                data = read_all(stream, max_bytes)
            return candidate, source_text(record, data), sha256(data).hexdigest()
        except AccessError as error:
            raise InputError("source-unreadable", f"its text {candidate}: {error.message}") from error
        except (InputError, UsageError) as error:  # a record may name an encoding that there is none of
            raise InputError(error.code, f"its text {candidate}: {error.message}") from error
    uri = record.source.uri
    what = f"no text {uri} for it" if uri else "the record does not name the text it came from, to look for it"
    raise InputError("source-missing", f"{what} in {folder}")


def named_in(folder: Path, uri: str) -> list[Path]:
    """The files in ``folder`` that a record's ``source.uri`` may name, the fullest path first."""
    parts = [part for part in PurePosixPath(uri).parts if part not in ("/", "..")]
    root = folder.resolve()
    places = (folder.joinpath(*parts[skipped:]) for skipped in range(len(parts)))
    return [place for place in places if is_file(place) and place.resolve().is_relative_to(root)]
