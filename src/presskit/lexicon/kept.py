"""A compiled lexicon kept in the user's cache: reading the word lists is a third of what a command on one file takes.

Its name is a digest of all that it was made from: the lists, the code that reads them, the version, the interpreter.
It is a pickle, as the caches of Black and parso are: whoever can write to a user's cache can change the user's
programs as well.
"""

from __future__ import annotations

import pickle
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from presskit._version import __version__
from presskit.lexicon.load import data_files, load
from presskit.lexicon.model import Lexicon
from presskit.userdirs import keep


def kept(folder: Path, *extra: Path) -> Lexicon:
    """The lexicon of presskit and of ``extra`` files, out of ``folder`` where it is there; else made, and put there.

    Raises:
        AccessError, LexiconError: as `load` does.
    """
    digest = _digest(extra)
    if digest is None:
        return load(*extra)
    path = folder / f"lexicon-{digest}.pickle"
    with suppress(Exception):  # whatever is wrong with it, it can be made anew
        found = pickle.loads(path.read_bytes())
        if isinstance(found, Lexicon):
            return found
    made = load(*extra)
    made.frames(""), made.people("")  # the automata are made when first used, and are to be kept with it
    keep(path, pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


_CODE = tuple(Path(__file__).with_name(name) for name in ("forms.py", "load.py", "model.py", "spellings.py"))


def _digest(extra: tuple[Path, ...]) -> str | None:
    """What tells one lexicon from another; None where a file cannot be read, which `load` says well."""
    digest = sha256(f"{__version__} {sys.implementation.cache_tag} {sys.version}".encode())
    try:
        for data in (file.read_bytes() for file in (*data_files(), *_CODE, *extra)):
            digest.update(f"{len(data)} ".encode())
            digest.update(data)
    except OSError:
        return None
    return digest.hexdigest()[:24]
