"""Gold and predictions, as they are named on the command line, to one `Report`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from presskit.errors import InputError, PresskitError
from presskit.evaluate.load import find_text, load_found, load_gold, parsed, with_text
from presskit.evaluate.pairs import Loaded, Paired, other_source, pair
from presskit.evaluate.report import UNKNOWN, Document, Report
from presskit.evaluate.score import score

if TYPE_CHECKING:
    from presskit.readers.documents import Reader


def evaluate(
    gold: str, found: str | None, reader: Reader, *, texts: Path | None = None, stdin_name: str | None = None
) -> Report:
    """Hold what ``found`` names against what ``gold`` names.

    Args:
        gold: a file of gold records, or a folder of them.
        found: a file or folder of predictions; or of texts, which ``reader`` parses. None: the gold's own texts.
        texts: the folder of the texts that the gold was made from, where they are not beside it.

    A gold record without a prediction counts as one of which nothing was found, so that a system that fails on a text
    is not the better for it. Where no prediction at all could be read, the report has no documents.

    Raises:
        UsageError: ``no-input``: there is no gold. What is wrong with one record is in the report's ``failures``.
    """
    report = Report()
    wanted = _good(load_gold(gold, reader), report)
    predictions = load_found(found, reader, stdin_name) if found is not None else None
    if predictions is not None:
        good = _good(predictions, report)
        if not good:
            return report
        paired, strays = pair(wanted, good)
        report.failures.extend(strays)
    else:
        paired = [_from_text(record, Path(found) if found is not None else texts, reader) for record in wanted]
    for one in paired:
        report.add(_document(one, gold, texts, reader.options.max_bytes))
        if one.error is not None:
            report.failures.append((one.gold.label, one.error))
    return report


def _good(records: list[Loaded], report: Report) -> list[Loaded]:
    report.failures.extend((record.label, record.error) for record in records if record.error is not None)
    return [record for record in records if record.error is None]


def _from_text(gold: Loaded, folder: Path | None, reader: Reader) -> Paired:
    path = find_text(gold, folder)
    if path is None:
        where = folder or PurePath(gold.path).parent
        message = f"its text {gold.source('uri') or ''} is not in {where}; it counts as missed".replace("  ", " ")
        return Paired(gold, None, InputError("source-missing", message))
    found = parsed(path, reader)
    error: PresskitError | None = found.error or other_source(gold, found)
    return Paired(gold, None if error else found, error)


def _document(one: Paired, given: str, texts: Path | None, max_bytes: int) -> Document:
    gold, found = one.gold, one.found
    near = found if found is not None and found.text is not None else with_text(gold, texts, max_bytes)
    name = near.text_name or gold.source("uri") or gold.label
    held = score(gold.part or {}, (found.part if found else None) or {}, name)
    return Document(name, _outlet(gold, given), held, near.text)


def _outlet(gold: Loaded, given: str) -> str:
    """The outlet that the gold names, by its usual name; else the folder under ``given`` in which the gold stands."""
    outlet = (gold.part or {}).get("outlet")
    if outlet:
        return str(outlet.get("name") or _usual_name(outlet["text"]))
    folders = list(_between(gold.path, given))
    return folders[-1] if folders else UNKNOWN


def _between(path: str, given: str) -> Iterator[str]:
    if Path(given).is_dir():
        yield from PurePath(path).relative_to(given).parts[:-1]


def _usual_name(text: str) -> str:
    from presskit.lexicon import default
    from presskit.text.view import key

    known = default().outlets.get(key(text))
    return known.name if known else key(text)
