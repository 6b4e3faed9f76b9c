"""One document's prediction against its gold: counts of every measure, and every disagreement.

Gold records may be partial: a field that a gold record does not have is not judged. Nothing is read here but plain JSON
values, so that records of other systems can be held against the gold as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from presskit.evaluate.align import Pair, Part, align, characters, match_speakers, overlap, span, stretches
from presskit.evaluate.count import Count

THRESHOLDS = (0.3, 0.8)
PARTS = ("cue", "mention", "content", "topic", "question", "speaker")
_KINDS = ("kicker", "headline", "subheadline", "lead", "end_mark")
_MANY = ("meta", "boilerplate")
_FIELDS = {
    "published": ("jalali", "time"),
    "news_code": ("value",),
    "outlet": (),
    "place": (),
    "byline": (),
    "occasion": (),
}
_LINE = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e][^\n\r]*")


class Disagreement(NamedTuple):
    """A place where prediction and gold differ: ``what`` differs, the text of each, and where it stands."""

    document: str
    what: str
    gold: str | None
    found: str | None
    offset: int
    rule: str | None = None


@dataclass(slots=True)
class Score:
    """The counts of one document or of many, by measure; by rule, the statements that are right in all parts."""

    measures: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    rules: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    sure: list[tuple[float, bool]] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Take in another document's score."""
        for name, count in other.measures.items():
            self.measures[name].add(count)
        for name, count in other.rules.items():
            self.rules[name].add(count)
        self.sure.extend(other.sure)
        self.disagreements.extend(other.disagreements)


def score(gold: Part, found: Part, document: str = "") -> Score:
    """Hold the record ``found`` against ``gold``; both as plain JSON values."""
    result = Score()
    _score_lines(gold, found, document, result)
    _score_fields(gold, found, document, result)
    if "statements" in gold:
        _score_statements(gold["statements"], found["statements"], document, result)
    return result


def _score_statements(gold: list[Part], found: list[Part], document: str, result: Score) -> None:
    pairs = align(gold, found)
    measures = result.measures
    for name in ("cue", "mention", "topic", "question"):
        measures[name] = Count.of(_spans(found, name), _spans(gold, name))
    measures["content, exact"] = Count.of(
        [where for one in found for where in stretches(one)], [where for one in gold for where in stretches(one)]
    )
    ours = characters([where for one in found for where in stretches(one)])
    theirs = characters([where for one in gold for where in stretches(one)])
    measures["content, characters"] = Count(len(ours & theirs), len(ours), len(theirs))
    for least in THRESHOLDS:
        near = sum(bool(a and b and overlap(stretches(a), stretches(b)) >= least) for a, b in pairs)
        measures[f"content, overlap {least}"] = Count(near, len(found), len(gold))
    speakers = match_speakers(pairs)
    for pair in pairs:
        _score_pair(pair, speakers, document, result)


def _spans(statements: list[Part], name: str) -> list[tuple[int, int]]:
    return [where for statement in statements if (where := span(statement[name]))]


def _score_pair(pair: Pair, speakers: Mapping[str, str], document: str, result: Score) -> None:
    gold, found = pair
    if found is None or gold is None:
        only = gold or found
        assert only is not None
        said = " … ".join(part["text"] for part in only["content"])
        place = min(start for start, _ in stretches(only)) if only["content"] else 0
        what = "statement, missed" if gold else "statement, invented"
        rule = found.get("rule") if found else None
        result.disagreements.append(
            Disagreement(document, what, said if gold else None, said if found else None, place, rule)
        )
        wrong: list[str] = [what]
    else:
        speaker = speakers.get(found["speaker"]) if found["speaker"] else None
        wrong = list(_differences(gold, found, speaker))
        right = "speaker" not in wrong
        result.measures["speaker"].add(Count(right, 1, 1))
        for what in wrong:
            result.disagreements.append(_disagreement(document, what, gold, found))
    result.measures["all parts"].add(Count(not wrong, found is not None, gold is not None))
    if found is not None:
        result.rules[found.get("rule") or "?"].add(Count(not wrong, 1, 0))
        result.sure.append((found.get("confidence", 1.0), not wrong))


def _differences(gold: Part, found: Part, speaker: str | None) -> Iterator[str]:
    """The parts in which two statements differ."""
    for name in ("cue", "mention", "topic", "question"):
        if span(gold[name]) != span(found[name]):
            yield name
    if _forms(gold) != _forms(found):
        yield "content"
    if gold["speaker"] != speaker:
        yield "speaker"


def _forms(statement: Part) -> list[tuple[int, int, str]]:
    return [(part["span"]["start"], part["span"]["end"], part["form"]) for part in statement["content"]]


def _disagreement(document: str, what: str, gold: Part, found: Part) -> Disagreement:
    place = min(start for one in (gold, found) for start, _ in stretches(one))
    return Disagreement(document, what, _shown(gold, what), _shown(found, what), place, found.get("rule"))


def _shown(statement: Part, what: str) -> str | None:
    if what == "content":
        return " … ".join(f"[{part['form']}] {part['text']}" for part in statement["content"])
    part = statement[what]
    return str(part["text"]) if isinstance(part, Mapping) else part and str(part)


# --- the page -------------------------------------------------------------------------------------------------------


def _score_lines(gold: Part, found: Part, document: str, result: Score) -> None:
    ours, theirs = dict(_lines(found)), dict(_lines(gold))
    right = sum(ours.get(line, (None,))[0] == kind for line, (kind, _) in theirs.items())
    result.measures["lines"] = Count(right, len(theirs), len(theirs))
    for line, (kind, text) in theirs.items():
        other = ours.get(line, (None, ""))[0]
        if other != kind:
            result.disagreements.append(Disagreement(document, "line", f"[{kind}] {text}", f"[{other}]", line))


def _lines(record: Part) -> Iterator[tuple[int, tuple[str, str]]]:
    """The offset of each line's first visible character, with its kind and its text."""
    for kind, part in _blocks(record):
        for line in _LINE.finditer(part["text"]):
            yield part["span"]["start"] + line.start(), (kind, line.group())


def _blocks(record: Part) -> Iterator[tuple[str, Part]]:
    yield from ((kind, record[kind]) for kind in _KINDS if record.get(kind))
    yield from ((kind, part) for kind in _MANY for part in record.get(kind, ()))
    for section in record.get("sections", ()):
        if section["heading"]:
            yield "heading", section["heading"]
        yield from (("paragraph", part) for part in section["paragraphs"])


def _score_fields(gold: Part, found: Part, document: str, result: Score) -> None:
    for name, values in _FIELDS.items():
        if name not in gold:
            continue
        ours, theirs = _value(found.get(name), values), _value(gold[name], values)
        right = ours == theirs
        result.measures[name].add(Count(right and theirs is not None, ours is not None, theirs is not None))
        if not right:
            texts = [part["text"] if part else None for part in (gold[name], found.get(name))]
            place = (gold[name] or found[name])["span"]["start"]
            result.disagreements.append(Disagreement(document, name, texts[0], texts[1], place))


def _value(part: Part | None, values: tuple[str, ...]) -> Any:
    """What counts of a field: its place, or the values read from it."""
    return tuple(part[name] for name in values) or span(part) if part else None
