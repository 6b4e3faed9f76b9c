"""The compiled words, kept in the user's cache, so that a command need not spend seconds on hazm's lists.

The file is plain text under a checksum: reading it runs nothing, and one that was cut or tampered with is made anew.
Its name tells what it was made from. Where the cache cannot be written to, all works, and costs those seconds.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from presskit._version import __version__
from presskit.text import hazm
from presskit.text.repair.inside import is_held_back
from presskit.text.repair.words import Words, compile_words, digest, lost_forms
from presskit.userdirs import cache_folder, keep

_FORMAT = 1  # one more wherever the file, or what is made of the lists, changes
_HEAD = f"presskit-words {_FORMAT}"


@cache
def words() -> Words:
    """The words, from the cache where it has them, read once in a process."""
    return kept(cache_folder())


def kept(folder: Path) -> Words:
    """The words out of ``folder`` where they are there and whole; else made, and put there."""
    path = kept_path(folder)
    with suppress(OSError, ValueError):
        return loads(path.read_bytes())
    made = compile_words()
    keep(path, dumps(without_idle(made)))
    return made


def kept_path(folder: Path) -> Path:
    """Where the words are kept, by what they are made from: this version and its rules, hazm's lists, our own."""
    made_from = f"{__version__}-hazm-{hazm.version() or 'none'}-{digest():08x}"
    return folder / f"words-{_FORMAT}-{made_from}.txt"


def without_idle(words: Words) -> Words:
    """The words without those that change nothing: of the spellings that merely exist, four in five of hazm's list,
    only those that hold a rule back are needed, and reading the others would take most of the time."""
    levels = {word: level for word, level in words.levels.items() if level or is_held_back(word, words)}
    return replace(words, levels=levels)


# A field is a list of words, one a line. Where it is a table, the words' numbers follow, each as a letter.
_ZERO = ord("0")


def dumps(words: Words) -> bytes:
    """The words as the file has them."""
    lists: list[str] = []
    for field in fields(words):
        value = getattr(words, field.name)
        if field.name == "complete":
            lists.append(str(int(value)))
        elif field.name != "splits":  # they are made from the compounds
            lists.append("\n".join(value if isinstance(value, dict) else sorted(value)))
            if isinstance(value, dict):
                lists.append("".join(chr(_ZERO + number) for number in value.values()))
    body = "\n\n".join(lists).encode()
    return f"{_HEAD} {crc32(body)}\n".encode() + body


def loads(data: bytes) -> Words:
    """The words that a file has.

    Raises:
        ValueError: it is none of this version's, or not whole.
    """
    head, _, body = data.partition(b"\n")
    if head.decode("ascii") != f"{_HEAD} {crc32(body)}":
        raise ValueError("no table of this presskit's, or not all of it")
    lists = iter(body.decode().split("\n\n"))
    values: dict[str, Any] = {}
    for field in fields(Words):
        if field.name == "splits":
            values["splits"] = lost_forms(list(values["compounds"]))
        elif field.name == "complete":
            values["complete"] = next(lists) == "1"
        elif field.name in ("levels", "compounds"):
            listed, letters = next(lists).split("\n"), next(lists).encode("ascii")
            values[field.name] = dict(zip(listed, [letter - _ZERO for letter in letters], strict=True))
        else:
            values[field.name] = frozenset(next(lists).split("\n"))
    return Words(**values)
