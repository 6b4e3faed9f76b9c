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
        apart: whether each task writes a file of its own. Folders that would have files in the same place then
            get one each, by their own names; any other second task for the same place is an error.
    """
    seen: set[str] = set()
    found: list[tuple[str, Task]] = []
    left_out = os.path.realpath(besides)
    for given in inputs:
        for task in _tasks(given, patterns, left_out):
            real = os.path.realpath(task.path)
            if real not in seen:
                seen.add(real)
                found.append((given, task))
    return list(_apart(found)) if apart else [task for _, task in found]


def _apart(found: Sequence[tuple[str, Task]]) -> Iterator[Task]:
    """The tasks, each with a place of its own; one that cannot have any has failed."""
    places = _places(found)
    taken: dict[Path, str] = {}
    for given, task in found:
        output = places.get(given, Path()) / task.output
        first = taken.setdefault(output, task.name)
        failure = task.failure
        if failure is None and first != task.name:
            error = InputError("name-taken", f"its output would have the name that {first} has taken")
            failure = Failure.of(task.name, error)
        yield replace(task, output=output, failure=failure)


def _places(found: Sequence[tuple[str, Task]]) -> dict[str, Path]:
    """For each folder a place under which its outputs go; none, where no two folders would clash.

    It is the folder's name, with as many of the folders above as it takes to tell them all apart.
    """
    owners: dict[Path, set[str]] = {}
    for given, task in found:
        if is_folder(given):
            owners.setdefault(task.output, set()).add(given)
    if all(len(folders) == 1 for folders in owners.values()):
        return {}
    # Not `resolve`: a link is to be known by the name that it was given by.
    paths = {given: os.path.abspath(given) for folders in owners.values() for given in folders}  # noqa: PTH100
    parts = {given: Path(path).parts[1:] for given, path in paths.items()}
    length = 1
    while length < max(map(len, parts.values())) and len({some[-length:] for some in parts.values()}) < len(parts):
        length += 1
    return {given: Path(*some[-length:]) for given, some in parts.items()}


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
