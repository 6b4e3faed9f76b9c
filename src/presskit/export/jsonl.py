"""JSONL, one record a line: the wire format between commands, which loses nothing."""

from __future__ import annotations

from collections.abc import Iterable

from presskit.export.files import Sink
from presskit.record import PressBriefing


def write(records: Iterable[PressBriefing], out: Sink) -> None:
    """Write one record a line."""
    for record in records:
        out.write(record.model_dump_json())
        out.write("\n")
