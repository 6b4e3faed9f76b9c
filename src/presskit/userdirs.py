"""Where presskit keeps what it can make anew: its folder in the user's cache."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path


def cache_folder() -> Path:
    """presskit's folder in the user's cache: ``PRESSKIT_CACHE`` where that is set."""
    named = os.environ.get("PRESSKIT_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "presskit" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "presskit"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "presskit"


def keep(path: Path, data: bytes) -> None:
    """Write a file of the cache, all of it or nothing, since others may be reading. Where it cannot be, it is not."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
