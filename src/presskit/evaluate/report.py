"""All documents of an evaluation: their scores together, by outlet, by rule, and one by one; and it all as JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from presskit.errors import PresskitError
from presskit.evaluate.calibration import Band, at_least, bands
from presskit.evaluate.count import Count
from presskit.evaluate.result import Disagreement, Score

UNKNOWN = "unknown"
_LINE_END = re.compile(r"\r\n|[\r\n]")
_AROUND = 80
_WORDS = 8


@dataclass(frozen=True, slots=True)
class Document:
    """A gold record held against its prediction; ``text`` is its source, where that is at hand."""

    name: str
    outlet: str
    score: Score
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A disagreement in its source: line and column, both from 1, and some words before and after."""

    told: Disagreement
    outlet: str
    line: int | None = None
    column: int | None = None
    before: str | None = None
    after: str | None = None


@dataclass(slots=True)
class Report:
    """What an evaluation came to. ``failures`` are the files and records that could not be held against another."""

    total: Score = field(default_factory=Score)
    outlets: dict[str, Score] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    failures: list[tuple[str, PresskitError]] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Take in a document."""
        self.documents.append(document)
        self.total.add(document.score)
        self.outlets.setdefault(document.outlet, Score()).add(document.score)

    def disagreements(self) -> Iterator[Seen]:
        """Every disagreement, in its source: documents in order, and each from its beginning to its end."""
        for document in self.documents:
            starts = [0, *(end.end() for end in _LINE_END.finditer(document.text or ""))]
            for told in sorted(document.score.disagreements, key=lambda told: told.offset):
                yield _seen(told, document, starts)


def _seen(told: Disagreement, document: Document, starts: Sequence[int]) -> Seen:
    text = document.text
    if text is None or told.offset > len(text):
        return Seen(told, document.outlet)
    line = bisect_right(starts, told.offset)
    column = told.offset - starts[line - 1] + 1
    end = told.offset if told.end is None else told.end
    before = " ".join(text[max(0, told.offset - _AROUND) : told.offset].split()[-_WORDS:])
    after = " ".join(text[end : end + _AROUND].split()[:_WORDS])
    return Seen(told, document.outlet, line, column, before, after)


# --- names of measures ----------------------------------------------------------------------------------------------


def slug(measure: str) -> str:
    """A measure's name in JSON and on the command line.

    >>> slug("content, overlap 0.3")
    'content-overlap-0.3'
    """
    return measure.replace(",", "").replace(" ", "-").replace("_", "-")


def slugs(score: Score) -> dict[str, Count]:
    """The measures of a score by those names."""
    return {slug(measure): count for measure, count in score.measures.items()}


def figure(score: Score, name: str) -> float | None:
    """The F1 of the measure that goes by ``name``, ``content`` being its characters; None where nothing was judged.

    Raises:
        KeyError: there is no such measure.
    """
    return slugs(score)["content-characters" if name == "content" else name].f1


# --- as JSON --------------------------------------------------------------------------------------------------------


def as_json(report: Report) -> dict[str, Any]:
    """Everything in a report, as plain JSON values."""
    total = report.total
    return {
        "documents": len(report.documents),
        "measures": _measures(total.measures),
        "outlets": {
            name: {"documents": sum(one.outlet == name for one in report.documents), **_score(score)}
            for name, score in sorted(report.outlets.items())
        },
        "rules": _rules(total.rules),
        "confidence": {
            "at_least": [_band(band) for band in at_least(total.sure)],
            "bands": [_band(band) for band in bands(total.sure)],
        },
        "lines": [{"gold": gold, "found": found, "lines": lines} for (gold, found), lines in total.lines.most_common()],
        "by_document": [{"document": one.name, "outlet": one.outlet, **_score(one.score)} for one in report.documents],
        "disagreements": [_disagreement(seen) for seen in report.disagreements()],
        "failures": [{"file": label, "code": error.code, "message": error.message} for label, error in report.failures],
    }


def _score(score: Score) -> dict[str, Any]:
    judged = {name: count for name, count in score.measures.items() if count.found or count.wanted}
    return {"measures": _measures(judged), "rules": _rules(score.rules)}


def _measures(measures: Mapping[str, Count]) -> dict[str, Any]:
    return {
        slug(name): {
            "right": count.right, "found": count.found, "wanted": count.wanted,
            "precision": count.precision, "recall": count.recall, "f1": count.f1,
        }
        for name, count in measures.items()
    }  # fmt: skip


def _rules(rules: Mapping[str, Count]) -> dict[str, Any]:
    return {
        name: {"statements": count.found, "right": count.right, "precision": count.precision}
        for name, count in sorted(rules.items(), key=lambda item: (-item[1].found, item[0]))
    }


def _band(band: Band) -> dict[str, Any]:
    return {**band._asdict(), "share": band.share}


def _disagreement(seen: Seen) -> dict[str, Any]:
    told = seen.told
    return {
        "document": told.document, "line": seen.line, "column": seen.column, "start": told.offset, "end": told.end,
        "outlet": seen.outlet, "what": told.what, "rule": told.rule, "gold": told.gold, "found": told.found,
        "before": seen.before, "after": seen.after,
    }  # fmt: skip
