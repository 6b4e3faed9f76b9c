"""The errors presskit raises, drawn as one tree.

    PresskitError                 every error presskit raises on purpose
    ├── InputError                the document was read, and is not one that presskit can parse
    │   ├── DecodeError           its bytes are no text in a known encoding
    │   └── RecordError           it was to be a record, and is none
    ├── AccessError               a file could not be read or written
    ├── LexiconError              a lexicon file is not well formed
    └── UsageError                the call itself asks for what cannot be

Exceptions carry facts and never print. ``code`` is stable and documented in docs/codes.md; ``message`` is one
line for people. The command line maps each class to an exit code in one place (`presskit.cli.exits`).
"""

from __future__ import annotations


class PresskitError(Exception):
    """Base of every error that presskit raises on purpose.

    Args:
        code: stable kebab-case identifier, such as ``"empty-input"``.
        message: one line for people, without the name of the file.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


class InputError(PresskitError):
    """The document was read, but it is not a text that presskit can parse."""


class DecodeError(InputError):
    """The bytes are no text in any encoding that presskit knows."""


class RecordError(InputError):
    """The input was to be a record (JSON), and does not validate as one."""


class AccessError(PresskitError):
    """A file could not be read or written."""


def read_error(error: OSError) -> AccessError:
    """What the system says of a file that it cannot read, as an error of ours."""
    if isinstance(error, FileNotFoundError):
        return AccessError("file-missing", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return AccessError("is-directory", "this is a folder")
    if isinstance(error, PermissionError):
        return AccessError("permission-denied", "no permission to read it")
    return AccessError("read-failed", f"cannot read: {error.strerror or error}")


class LexiconError(PresskitError):
    """A lexicon file is not well formed; the message names the file and the key."""


class UsageError(PresskitError):
    """The call asks for something that cannot be: an unknown format, an unknown encoding."""
