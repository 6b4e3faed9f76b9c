"""Lead-ins: what opens a sentence before its speaker: bullets, connectives, ``به گزارش …،``, time and place."""

from __future__ import annotations

import re

from presskit.lexicon import Hit
from presskit.statements.passage import Passage

_LEAD_IN = re.compile(r"[\s*\-♦️🔹🔸🔴🔵◾▪■●•>)\]،.؛]+")
_CONNECTIVE = re.compile(
    r"(?:و|اما|ولی|البته|لذا|بنابراین|همچنین|ضمن اینکه|ضمنا|چنانکه|در عین حال|از سوی دیگر|از طرفی|از سوی دیگر،) "
)
_REPORT = re.compile(r"(?:بنا ?)?(?:به|بر|براساس|بر اساس) (?:گزارش|نقل از) ")


def skip_lead_ins(passage: Passage, start: int, end: int) -> int:
    """Past bullets, connectives, ``به گزارش …،`` and fronted time, place and occasion."""
    here = start
    while here < end:
        before = here
        for pattern in (_LEAD_IN, _CONNECTIVE):
            match = pattern.match(passage.text, here, end)
            here = match.end() if match else here
        match = _REPORT.match(passage.text, here, end)
        if match:
            here = _after_report(passage, match.end(), end)
        hit = passage.hit_at(here)
        if hit is not None and hit.kind == "adverb":
            here = _after_adverb(passage, hit, end)
        if here == before:
            break
    return min(here, end)


def _after_report(passage: Passage, start: int, end: int) -> int:
    """Past the comma that closes ``به گزارش X از Y،``; where there is none, up to the first one who can speak."""
    comma = passage.text.find("،", start, end)
    colon = passage.text.find(":", start, min(end, start + 60))
    stops = [stop for stop in (comma, colon) if stop >= 0]
    if stops and min(stops) - start <= 120:
        inner = [hit for hit in passage.within(start, min(stops)) if hit.kind in {"pronoun", "preface"}]
        if not inner:
            return min(stops) + 1
        return inner[0].start
    person = _first_person(passage, start, end, skip={"outlet"})
    return person if person is not None else start


def _after_adverb(passage: Passage, hit: Hit, end: int) -> int:
    """Past a fronted adverbial: to its comma, or to the first one who can speak, or over the bare adverb."""
    comma = passage.text.find("،", hit.end, min(end, hit.end + 150))
    person = _first_person(passage, hit.end, comma if comma >= 0 else end, skip={"body", "outlet"})
    if passage.text.startswith("،", hit.end):
        return hit.end + 1
    if comma >= 0:
        rest = passage.text[comma + 1 : end]
        if rest.strip() and not any(h.kind == "preface" for h in passage.within(hit.end, comma)):
            if person is None or passage.text[person - 1] != " " or not _can_follow(passage, hit.end, person):
                return comma + 1
            return person
    if person is not None and _can_follow(passage, hit.end, person):
        return person
    return hit.end


def _can_follow(passage: Passage, start: int, person: int) -> bool:
    """Whether a subject may begin at ``person``: not under a preposition, as in ``با خبرنگار``."""
    words = passage.text[start:person].split()
    return not words or (words[-1] not in {"با", "به", "از", "در", "بر", "برای", "و", "توسط"} and len(words) <= 12)


def _first_person(passage: Passage, start: int, end: int, skip: set[str]) -> int | None:
    pronouns = [hit.start for hit in passage.within(start, end) if hit.kind == "pronoun"]
    others = [hit.start for hit in passage.people(start, end) if hit.kind not in skip]
    return min(pronouns + others, default=None)
