"""The page: the kind of each line, and each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from presskit.evaluate.count import Count
from presskit.evaluate.result import Disagreement, Score
from presskit.evaluate.spans import Part, span

_BLOCKS = ("kicker", "headline", "subheadline", "lead", "end_mark")
_MANY = ("meta", "boilerplate")
_KINDS = (*_BLOCKS, *_MANY, "sections")

# The values that count of a field, besides its place. Date and code are values: where on the page they are read, where
# it carries them twice, makes no difference.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "published": ("jalali", "time"),
    "news_code": ("value",),
    "outlet": ("name",),
    "place": (),
    "byline": (),
    "occasion": ("kind",),
    **dict.fromkeys(_BLOCKS, ()),
}
_BY_VALUE = frozenset({"published", "news_code"})
_LINE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e][^\n\r]*")


class Line(NamedTuple):
    """A line of the page that has something on it, and the kind of the part that it belongs to."""

    start: int
    end: int
    kind: str
    text: str


def score_lines(gold: Part, found: Part, document: str, result: Score) -> None:
    """Hold the kind of each line against the gold's.

    A line is known again by the characters it shares, so that it makes no difference to its kind where exactly it
    begins. Where the gold has not every kind of part, only the lines it has are judged.
    """
    if not any(kind in gold for kind in _KINDS):
        return
    ours, theirs = sorted(_lines(found)), sorted(_lines(gold))
    pairs = list(_meeting(theirs, ours))
    whole = all(kind in gold for kind in _KINDS)
    met = sum(line is not None for _, line in pairs)
    right = 0
    for line, other in pairs:
        kind = other.kind if other else None
        result.lines[line.kind, kind] += 1
        right += kind == line.kind
        if kind != line.kind:
            shown = f"[{line.kind}] {line.text}"
            place = (line.start, line.end)
            result.disagreements.append(_told(document, "line", shown, f"[{kind or 'in no part'}]", place))
    result.measures["lines"].add(Count(right, len(ours) if whole else met, len(theirs)))


def _meeting(lines: Sequence[Line], others: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line, with the one of ``others`` that answers to it: one to one, those that share most characters first."""
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in sorted(_common(lines, others), key=lambda item: (-item[0], item[1], item[2])):
        if number not in answers and other not in taken:
            answers[number] = other
            taken.add(other)
    for number, line in enumerate(lines):
        yield line, others[answers[number]] if number in answers else None


def _common(lines: Sequence[Line], others: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """How many characters a line shares with which of ``others``; both are in order."""
    at = 0
    for number, line in enumerate(lines):
        while at < len(others) and others[at].end <= line.start:
            at += 1
        look = at
        while look < len(others) and others[look].start < line.end:
            common = min(line.end, others[look].end) - max(line.start, others[look].start)
            if common > 0:
                yield common, number, look
            look += 1


def _lines(record: Part) -> Iterator[Line]:
    for kind, part in _parts(record):
        start = part["span"]["start"]
        for line in _LINE.finditer(part["text"]):
            yield Line(start + line.start(), start + line.end(), kind, line.group())


def _parts(record: Part) -> Iterator[tuple[str, Part]]:
    yield from ((kind, record[kind]) for kind in _BLOCKS if record.get(kind))
    yield from ((kind, part) for kind in _MANY for part in record.get(kind) or ())
    for section in record.get("sections") or ():
        if section.get("heading"):
            yield "heading", section["heading"]
        yield from (("paragraph", part) for part in section.get("paragraphs") or ())


def score_fields(gold: Part, found: Part, document: str, result: Score) -> None:
    """Hold each field that the gold judges against the prediction's: its place, and the values the gold has for it."""
    for name, values in FIELDS.items():
        if name not in gold:
            continue
        theirs, ours = gold[name], found.get(name)
        right = _same(name, theirs, ours, values) if theirs and ours else False
        result.measures[name].add(Count(right, bool(ours), bool(theirs)))
        if not right and (theirs or ours):
            place = span(theirs or ours) or (0, 0)
            told = _told(document, name, _shown(theirs, values), _shown(ours, values), place)
            result.disagreements.append(told)


def _same(name: str, gold: Part, found: Part, values: tuple[str, ...]) -> bool:
    judged = [value for value in values if value in gold]
    if any(gold[value] != found.get(value) for value in judged):
        return False
    return span(gold) == span(found) or (name in _BY_VALUE and bool(judged))


def _shown(part: Part | None, values: tuple[str, ...]) -> str | None:
    if not part:
        return None
    told: list[Any] = [part[value] for value in values if part.get(value) is not None]
    return f"{part['text']} ({', '.join(map(str, told))})" if told else str(part["text"])


def _told(document: str, what: str, gold: str | None, found: str | None, place: tuple[int, int]) -> Disagreement:
    return Disagreement(document, what, gold, found, place[0], None, place[1])
