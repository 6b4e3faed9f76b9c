"""The head of a frame, all that stands before its cue: who (subject), about what (topic, question), what was claimed.

A head reads: lead-ins (``به گزارش …،``, ``در ادامه این نشست،``), the subject, then time and occasion, then prefaces
(``با اشاره به T``, ``با بیان اینکه C``, ``در پاسخ به سوالی درباره Q``), then the cue. Prefaces may also come first,
their comma before the subject.
"""

from __future__ import annotations

import re

from presskit.statements.frame import Head, Stretch
from presskit.statements.lead_ins import skip_lead_ins
from presskit.statements.passage import Passage
from presskit.statements.prefaces import read_prefaces
from presskit.statements.subjects import begins_with_preposition, find_subject


def read_head(passage: Passage, start: int, end: int) -> Head:
    """The head in ``text[start:end]``; ``end`` is where the cue begins."""
    here = skip_lead_ins(passage, start, end)
    fronted: Stretch | None = None
    hit = passage.hit_at(here)
    if hit is not None and hit.kind == "preface":
        after = _after_fronted(passage, hit.end, end)
        if after:
            fronted, here = (here, after), skip_lead_ins(passage, after, end)
    elif begins_with_preposition(passage, here, end):  # "با حضور در جمع کارگران، نوری گفت"
        after = _after_fronted(passage, here, end)
        here = skip_lead_ins(passage, after, end) if after else here
    subject = find_subject(passage, here, end)
    head = Head(subject, (subject[1] if subject else here, end))
    if fronted:
        read_prefaces(passage, *fronted, head)
    read_prefaces(passage, *head.rest, head)
    if subject is None:
        head.subject = _subject_at_end(passage, *head.rest)
    return _after_main_clause(passage, head, end) or head


def _after_fronted(passage: Passage, start: int, end: int) -> int:
    """Where a fronted preface is over: past the last comma that a subject follows, or 0."""
    comma = passage.text.rfind("،", start, end)
    while comma > start:
        if not passage.quoted(comma):
            here = skip_lead_ins(passage, comma + 1, end)
            subject = find_subject(passage, here, end)
            if subject and passage.looks_like_speaker(*subject) and not passage.text[subject[1] : end].strip(" ،"):
                return comma + 1
            if subject and (passage.hit_at(subject[0]) or _rest_is_framed(passage, subject)):
                return comma + 1
        comma = passage.text.rfind("،", start, comma)
    return 0


def _rest_is_framed(passage: Passage, subject: Stretch) -> bool:
    """After the subject comes an adverb or a preface at once, as in ``X در ادامه گفت``."""
    hit = passage.hit_at(subject[1] + 1)
    return passage.looks_like_speaker(*subject) and hit is not None and hit.kind in {"adverb", "preface"}


def _subject_at_end(passage: Passage, start: int, end: int) -> Stretch | None:
    """A pronoun or a known name right before the cue, after a preface without a comma: ``با اشاره به T وی گفت``."""
    hits = list(passage.within(start, end))
    while hits and hits[-1].kind == "adverb" and not passage.text[hits[-1].end : end].strip(" ،"):
        end = hits.pop().start
    if hits and hits[-1].kind == "pronoun" and not passage.text[hits[-1].end : end].strip(" ،"):
        return hits[-1].start, hits[-1].end
    return None


def _after_main_clause(passage: Passage, head: Head, end: int) -> Head | None:
    """``X با Y دیدار کرد که در پایان Z گفت``: what stands before the ``که`` is a clause of the newsroom's own."""
    links = list(_LINK.finditer(passage.text, head.rest[0], end))
    if not links or passage.quoted(links[-1].start()):
        return None
    link = links[-1]
    verb = passage.text.rfind(" ", head.rest[0], link.start()) + 1
    if passage.text[verb : link.start()] not in passage.lexicon.light:
        return None
    here = skip_lead_ins(passage, link.end(), end)
    subject = find_subject(passage, here, end)
    if subject is None or not passage.looks_like_speaker(*subject):
        return None
    if link.group().endswith(_AND):  # "دیدار کرد و وی با اشاره به T گفت"
        return read_head(passage, here, end)
    rest = passage.text[subject[1] : end].split()
    return Head(subject, (subject[1], end)) if len(rest) <= _MOST_ADDRESSEE_WORDS else None


_LINK = re.compile(r"،? (?:که|اما|ولی|و(?= (?:وی|او|ایشان)\b)) ")
_MOST_ADDRESSEE_WORDS = 3  # "سولانا به خبرنگاران گفت"
_AND = " و "
