"""Which gold record goes with which prediction: by the digest of their source, its name, or its file's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath
from typing import Any

from presskit.errors import InputError, PresskitError
from presskit.evaluate.spans import Part


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record as plain JSON, or the ``error`` in its stead, and the file it was read from.

    ``label`` names it in messages; ``text`` is the decoded source, where it is at hand, read from ``text_name``.
    """

    label: str
    path: str
    part: Part | None = None
    error: PresskitError | None = None
    text: str | None = None
    text_name: str | None = None

    def source(self, name: str) -> Any:
        """What the record says of its source, or None."""
        return ((self.part or {}).get("source") or {}).get(name)


@dataclass(frozen=True, slots=True)
class Paired:
    """A gold record and its prediction; ``error`` says why it has none."""

    gold: Loaded
    found: Loaded | None
    error: PresskitError | None = None


def _digest(record: Loaded) -> str | None:
    digest: str | None = record.source("sha256")
    return digest


def _uri(record: Loaded) -> str | None:
    uri: str | None = record.source("uri")
    return uri


def _file_name(record: Loaded) -> str | None:
    uri = _uri(record)
    return PurePosixPath(uri).name if uri else None


def _stem(record: Loaded) -> str:
    """The name without its suffix; of the record's own file, where it does not say what it was made from."""
    uri = _uri(record)
    return PurePosixPath(uri).stem if uri else PurePath(record.path).stem


_KEYS: tuple[Callable[[Loaded], str | None], ...] = (_digest, _uri, _file_name, _stem)


def pair(gold: Sequence[Loaded], found: Sequence[Loaded]) -> tuple[list[Paired], list[tuple[str, PresskitError]]]:
    """Every gold record with its prediction, in the order of the gold; and the predictions that have no gold.

    The surest key comes first: SHA-256, then the whole ``source.uri``, its file name, and that without the suffix. A
    key pairs two records where just one gold record and one prediction that are still alone have it.
    """
    partner: dict[int, int] = {}
    for key in _KEYS:
        partner |= _by(key, gold, found, partner)
    taken = set(partner.values())
    alone = [(record.label, record) for number, record in enumerate(found) if number not in taken]
    rivals = {_stem(record): label for label, record in alone}
    paired = [
        _judged(record, found[partner[number]]) if number in partner else _missed(record, rivals.get(_stem(record)))
        for number, record in enumerate(gold)
    ]
    return paired, [(label, _no_gold()) for label, _ in alone]


def _by(
    key: Callable[[Loaded], str | None], gold: Sequence[Loaded], found: Sequence[Loaded], partner: dict[int, int]
) -> dict[int, int]:
    ours, theirs = _groups(key, found, set(partner.values())), _groups(key, gold, set(partner))
    return {
        golds[0]: ours[name][0] for name, golds in theirs.items() if len(golds) == 1 and len(ours.get(name, ())) == 1
    }


def _groups(key: Callable[[Loaded], str | None], records: Sequence[Loaded], done: set[int]) -> dict[str, list[int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        name = key(record)
        if name and number not in done:
            groups[name].append(number)
    return groups


def _judged(gold: Loaded, found: Loaded) -> Paired:
    error = other_source(gold, found)
    return Paired(gold, None if error else found, error)


def other_source(gold: Loaded, found: Loaded) -> InputError | None:
    """Why the two cannot be compared, if so: their offsets count in texts that are not the same.

    A digest may differ where the same text came in another encoding; then the text is still as long.
    """
    digests, lengths = ([record.source(name) for record in (gold, found)] for name in ("sha256", "length"))
    if None in digests or digests[0] == digests[1] or lengths[0] == lengths[1]:
        return None
    message = f"{found.label} was made from another text of that name: its SHA-256 is another"
    return InputError("source-changed", message)


def _missed(gold: Loaded, rival: str | None) -> Paired:
    if rival is not None:
        message = f"{rival} may answer to it, but the name is not theirs alone; it counts as missed"
        return Paired(gold, None, InputError("pair-ambiguous", message))
    return Paired(gold, None, InputError("prediction-missing", "it has no prediction, and counts as missed"))


def _no_gold() -> PresskitError:
    return InputError("gold-missing", "there is no gold record for it, and it counts for nothing")
