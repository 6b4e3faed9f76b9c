"""Indented JSON for people: one record as it is, several as an array. An empty array says that there were
none.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from presskit.export.files import Sink
from presskit.record import PressBriefing


def write(records: Iterable[PressBriefing], out: Sink) -> None:
    """Write a record, or an array of records, each as soon as it is known whether it is alone."""
    coming = iter(records)
    first = next(coming, None)
    if first is None:
        out.write("[]\n")
        return
    second = next(coming, None)
    if second is None:
        out.write(f"{first.model_dump_json(indent=2)}\n")
        return
    out.write(f"[\n{first.model_dump_json(indent=2)}")
    for record in chain((second,), coming):
        out.write(f",\n{record.model_dump_json(indent=2)}")
    out.write("\n]\n")
