"""Rules for words that stand before the cue: its object, what it judges, a quotation, and ``به گفته X، C``."""

from __future__ import annotations

import re

from presskit.statements.clause import FINITE, Clause, frame_of
from presskit.statements.frame import Frame, Segment, Stretch
from presskit.statements.heads import read_head
from presskit.statements.lead_ins import after_named_occasion, skip_time_and_occasion
from presskit.statements.passage import After, Passage
from presskit.statements.prefaces import past_question


def object_before_cue(clause: Clause) -> Frame | None:
    """``X از T خبر داد``, ``X بر T تأکید کرد``, ``X به T اعتراف کرد``."""
    passage, (start, end) = clause.passage, clause.head.rest
    if clause.head.claims:  # "با بیان اینکه C، از D خبر داد"
        start = passage.text.rfind("،", clause.head.claims[-1][0], end)
        if start < 0:
            return None
    for preposition, taken in _PREPOSITIONS.items():
        if taken not in clause.takes or (taken == _ABOUT and clause.after[0] is not After.END):
            continue
        at = _preposition(passage, preposition, start, end)
        if at is not None and (clause.head.claims or not clause.subordinate or _relative_of_object(clause, at)):
            content = _without_adverbs(passage, at, end)
            if content[0] < content[1]:
                clause.shorten_head(at - len(preposition) - 1)
                return frame_of(clause, "object-before-cue", [Segment(*content, "indirect")])
    return None


_ABOUT = "درباره"  # "درباره T هشدار داد", and no more
# What may stand before an object, with what a verb's ``takes`` calls it.
_PREPOSITIONS = {"از": "از", "بر": "بر", "به": "به", "نسبت به": "نسبت"} | dict.fromkeys(
    (_ABOUT, "در مورد", "در خصوص"), _ABOUT
)


def _relative_of_object(clause: Clause, start: int) -> bool:
    """Whether the clause under a ``که`` is the object's own: ``از دستگیری دو نفر که سرقت می‌کردند خبر داد``."""
    text, end = clause.passage.text, clause.cue.start
    return " که " not in text[clause.head.rest[0] : start] and bool(_OWN_CLAUSE.search(text, start, end - 1))


def _without_adverbs(passage: Passage, start: int, end: int) -> Stretch:
    """``text[start:end]`` without the adverbs at its end that belong to the cue: ``نیز``, ``قاطعانه``."""
    start, end = passage.strip(start, end)
    for hit in reversed(passage.within(start, end)):
        words = passage.text[hit.start : hit.end]
        if hit.kind != "adverb" or hit.end != end or words.startswith("در ") or words in passage.lexicon.times:
            break  # "در این راستا", "جلسه امروز" may be the object's own
        start, end = passage.strip(start, hit.start)
    return start, end


def _preposition(passage: Passage, preposition: str, start: int, end: int) -> int | None:
    """Where the object of the first ``preposition`` begins that no other word governs."""
    for match in re.compile(rf"(?:^|(?<=[ ،])){preposition} ").finditer(passage.text, start, end):
        words = passage.text[start : match.start()].split()
        governors = passage.lexicon.governed.get(preposition, frozenset())
        over = match.end() - 1
        in_preface = any(hit.start <= match.start() < hit.end != over for hit in passage.within(start, end))
        if not in_preface and not (words and words[-1].strip("،") in governors) and not passage.quoted(match.start()):
            return match.end()
    return None


def judgement_before_cue(clause: Clause) -> Frame | None:
    """``X T را Y دانست``: the whole clause with its ``را`` is the content."""
    passage = clause.passage
    if "را" not in clause.takes or (clause.subordinate and not _relative_object(clause)):
        return None
    subject, rest = clause.head.subject, clause.head.rest
    if clause.head.question and "،" not in passage.text[clause.head.question[1] : clause.cue.start]:
        return None  # "در پاسخ به اینکه آیا این را خوب می‌داند، گفت"
    bare = not _OBJECT.search(passage.text, *rest)
    if bare and (clause.after[0] is After.WORDS or not _known(passage, subject)):
        return None
    content = _without_adverbs(passage, _object_start(clause, *rest), rest[1])
    opener = passage.hit_at(content[0])
    if content[0] >= content[1] or (opener is not None and opener.kind == "preface"):
        return None
    return frame_of(clause, "judgement-before-cue", [Segment(*content, "indirect"), *_relative(clause)])


def _relative_object(clause: Clause) -> bool:
    """Whether the subordinate clause is the object's own: ``موضوع آب که پیگیری می‌شود را هدف خواند``."""
    if clause.head.claims:
        return False
    text, (start, end) = clause.passage.text, clause.head.rest
    mark = _OBJECT.search(text, start, end)
    return (
        mark is not None
        and " که " not in text[mark.end() : end]
        and bool(_OWN_CLAUSE.search(text, start, mark.start()))
    )


_OWN_CLAUSE = re.compile(rf" که .*? {FINITE}$")  # of an object: "سارقی که تنها بود"


def _relative(clause: Clause) -> list[Segment]:
    """The clause that belongs to the judgement, after the cue: ``X را گزارشی خواند که …``."""
    kind, over = clause.after
    if kind is not After.THAT:
        return []
    start = clause.passage.text.rfind("که", clause.cue.end, over)
    end = clause.passage.strip(start, clause.end)[1]
    return [Segment(start, end, "indirect")] if end - start > _SHORTEST_RELATIVE else []


_SHORTEST_RELATIVE = 10


_OBJECT = re.compile(r"(?:(?<=[\w)»\"]) |(?<=[)»\"])|(?<=\bآن)|(?<=\bاین))را(?= |$)")  # not the end of "شورا"
_PRONOUN_OBJECT = re.compile(r"(?<= )(?:او|وی|آن(?:ها|ان)?|ایشان) را ")


def _known(passage: Passage, subject: Stretch | None) -> bool:
    """Whether the subject is somebody of the cast, so that an object may lack its ``را``."""
    return subject is not None and passage.cast.longest_at(passage.text, *subject) == subject[1]


def _object_start(clause: Clause, start: int, end: int) -> int:
    """Where the object begins: after prefaces and their comma, after time and occasion, or at a pronoun."""
    passage = clause.passage
    mark = _OBJECT.search(passage.text, start, end)
    limit = mark.start() if mark else end
    if any(hit.kind == "preface" for hit in passage.within(start, limit)):
        comma = passage.text.rfind("،", start, limit)
        clause.shorten_head(comma if comma > 0 else start)
        start = max(comma + 1, past_question(passage, start), start)
    start = _after_topic_verb(clause, start, limit)
    start = after_named_occasion(passage, start, limit) or skip_time_and_occasion(passage, start, limit)
    pronoun = _PRONOUN_OBJECT.search(passage.text, start, limit + 4)
    before = passage.text[start : pronoun.start()].lstrip() if pronoun else ""
    if pronoun and (before.startswith(("در ", "با ", "طی ", "ضمن ")) or (clause.head.topic and before.endswith("و "))):
        return pronoun.start()
    return start


def _after_topic_verb(clause: Clause, start: int, end: int) -> int:
    """Past the clause that only told the topic: ``به T اشاره کرد و O را J``."""
    text = clause.passage.text
    if clause.head.topic is None or clause.head.topic[0] < start:
        return start
    for hit in clause.passage.within(clause.head.topic[1], end):
        if hit.verb is not None and hit.verb.topic is not None and text.startswith(" و ", hit.end):
            return hit.end + len(" و ")
    return start


def complement(clause: Clause) -> Frame | None:
    """``X خواستار T شد``: the element is the cue, what parts it from its light verb the content."""
    if clause.cue.kind != "element" or "خواستار" not in clause.takes or clause.subordinate:
        return None
    passage = clause.passage
    light = re.compile(
        r" (?:شد|شدند|شده است|شده اند|شده|است|می شود|می شوند|بود|بودند|هستند)(?= و |[.،؛!]|$| ?$)"
    ).search(passage.text, clause.cue.end, clause.end)
    end = light.start() if light else clause.end
    content = passage.strip(clause.cue.end, end)
    if content[0] >= content[1]:
        return None
    return frame_of(clause, "complement", [Segment(*content, "indirect")])


def claim_alone(clause: Clause) -> Frame | None:
    """``X با بیان اینکه C، بر … تأکید کرد``: nothing follows the cue, but a preface made a claim."""
    if clause.after[0] not in {After.END, After.AND} or not clause.head.claims or clause.weak:
        return None
    return frame_of(clause, "claim-alone", []) if clause.head.subject else None


def quote_before_cue(clause: Clause) -> Frame | None:
    """``«C» X گفت.``: the quotation stands before its attribution."""
    passage = clause.passage
    if clause.after[0] not in {After.END, After.COMMA} or clause.weak:
        return None
    quote = passage.quotes.around(clause.start)
    if quote is None or quote.start != clause.start or not quote.closed or quote.end > clause.cue.start:
        return None
    inner = passage.strip(quote.start + 1, quote.end - 1)
    if passage.text[inner[0] : inner[1]].count(" ") < 2:
        return None
    after = _THAT_WORD.match(passage.text, quote.end, clause.cue.start)
    head = read_head(passage, after.end() if after else quote.end, clause.cue.start)
    clause.__dict__["head"] = head
    return frame_of(clause, "quote-before-cue", [Segment(*inner, "direct")]) if head.subject else None


_THAT_WORD = re.compile(r"[ ،.؛]*(?:(?:این|آن)(?:ها)?(?: (?:جمله|جملات|سخن|سخنان|مطلب|نکته|موضوع|عبارت))? را )?")
