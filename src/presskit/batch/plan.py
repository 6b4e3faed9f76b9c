"""Folders and files to an ordered list of tasks, and each task's place in an output folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path

from presskit.errors import AccessError, InputError, PresskitError
from presskit.readers.files import display_name, is_folder


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with a file, or with one of the records in it: plain values, which pass between
    processes.
    """

    label: str
    kind: type[PresskitError]
    code: str
    message: str

    @classmethod
    def of(cls, label: str, error: PresskitError) -> Failure:
        """The failure that ``error`` means for the file or record called ``label``."""
        kinds = (AccessError, InputError)
        kind = next((kind for kind in kinds if isinstance(error, kind)), PresskitError)
        return cls(label, kind, error.code, error.message)

    @property
    def error(self) -> PresskitError:
        """The error itself again."""
        return self.kind(self.code, self.message)


@dataclass(frozen=True, slots=True)
class Task:
    """One file to do. ``output`` is its place in an output folder, without a suffix.

    ``failure`` says why it cannot be done, where that is known beforehand.
    """

    path: str
    name: str
    output: Path
    failure: Failure | None = None


def plan(inputs: Sequence[str], patterns: Sequence[str], *, besides: Path, apart: bool) -> list[Task]:
    """The files to do, in the order of ``inputs``, a folder's in the order of their names; none twice.

    Args:
        inputs: files, and folders to search at any depth; what is hidden in a folder is left out.
        patterns: names that a file in a folder must match one of, such as ``*.txt``.
        besides: where the output goes; a folder's search leaves it out.
        apart: whether each task writes a file of its own; then a second task for the same file is an error.
    """
    seen: set[str] = set()
    taken: dict[Path, str] = {}
    tasks: list[Task] = []
    left_out = os.path.realpath(besides)
    for given in inputs:
        for task in _tasks(given, patterns, left_out):
            real = os.path.realpath(task.path)
            if real in seen:
                continue
            seen.add(real)
            first = taken.setdefault(task.output, task.name)
            if apart and task.failure is None and first != task.name:
                error = InputError("name-taken", f"its output would have the name that {first} has taken")
                task = replace(task, failure=Failure.of(task.name, error))
            tasks.append(task)
    return tasks


def _tasks(given: str, patterns: Sequence[str], left_out: str) -> Iterator[Task]:
    if not is_folder(given):
        yield Task(given, display_name(given), Path(Path(given).name).with_suffix(""))
        return
    failures: list[OSError] = []
    for folder, folders, files in os.walk(given, onerror=failures.append):
        folders[:] = sorted(
            name for name in folders if name[0] != "." and os.path.realpath(Path(folder, name)) != left_out
        )
        for name in sorted(files):
            path = Path(folder, name)
            if name[0] == "." or not any(fnmatch(name, pattern) for pattern in patterns):
                continue
            if os.path.realpath(path) != left_out and not _waits(path):
                yield Task(str(path), display_name(str(path)), path.relative_to(given).with_suffix(""))
    for failure in failures:
        shown = display_name(str(failure.filename))
        error = AccessError("permission-denied", f"cannot search this folder: {failure.strerror}")
        yield Task(str(failure.filename), shown, Path(shown), Failure.of(shown, error))


def _waits(path: Path) -> bool:
    """Whether ``path`` is a named pipe, a socket or a device: whoever opens one by chance may wait for ever."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:  # a link to nothing is told of when it is read
        return False
