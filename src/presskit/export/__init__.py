"""Records to files: one module per format, and `EXPORTERS` with their names.

A writer takes any iterable of records and a text stream, writes as the records come, and closes nothing. A
new format is one module and its line in `SUFFIXES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from presskit.export.files import Sink
from presskit.record import PressBriefing

Writer = Callable[[Iterable[PressBriefing], Sink], None]


def _writer(name: str) -> Writer:
    """The writer of a format, whose module is imported when something is first written in it.

    It takes the options of that module's own ``write``, such as the ``rows`` of CSV.
    """

    def write(records: Iterable[PressBriefing], out: Sink, **options: Any) -> None:
        import_module(f"presskit.export.{name}").write(records, out, **options)

    return write


SUFFIXES = {"csv": ".csv", "json": ".json", "jsonl": ".jsonl", "markdown": ".md"}
"""How the files of a format are named."""
EXPORTERS = {name: _writer(name) for name in SUFFIXES}
NAMED = {suffix: name for name, suffix in SUFFIXES.items()} | {".ndjson": "jsonl", ".markdown": "markdown"}
"""The format that a file's name asks for."""
FOREIGN = frozenset(
    ".xlsx .xls .ods .tsv .parquet .feather .arrow .avro .html .htm .xml .yaml .yml .toml .pdf .docx .doc .odt .rtf "
    ".sqlite .db .gz .bz2 .xz .zst .zip".split()
)
"""Suffixes of formats that no writer has; nothing else is to be put in a file of such a name."""
