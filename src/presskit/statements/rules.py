"""The rules that make frames of a sentence's cues, in the order in which they are tried.

A rule takes a `Clause` - a cue, where its clause begins, what follows it - and gives the `Frame` that it finds, or None. Its
name is the statement's ``rule``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from presskit.lexicon import Hit
from presskit.statements.frame import Frame, Segment, Stretch
from presskit.statements.heads import Head, looks_like_speaker, read_head, unquoted
from presskit.statements.passage import After, Passage


@dataclass
class Clause:
    """A cue in its clause: ``text[start:end]`` from the clause's first word to its sentence's last."""

    passage: Passage
    cue: Hit
    start: int
    end: int

    @cached_property
    def head(self) -> Head:
        """What stands before the cue."""
        return read_head(self.passage, self.start, self.cue.start)

    @cached_property
    def after(self) -> tuple[After, int]:
        """What follows the cue, and where it is over."""
        return self.passage.after(self.cue, self.end)

    @property
    def takes(self) -> frozenset[str]:
        """How the cue's verb can take what was said."""
        return self.cue.verb.takes if self.cue.verb else frozenset()

    @property
    def weak(self) -> bool:
        """Whether the verb means other things as well."""
        return self.cue.verb is None or self.cue.verb.weak


Rule = Callable[[Clause], Frame | None]


def frame_of(clause: Clause, rule: str, segments: list[Segment]) -> Frame:
    """A frame with all that its head says; claims come before what follows the cue."""
    head = clause.head
    claims = [Segment(*claim, "indirect") for claim in head.claims]
    return Frame(
        rule=rule,
        cue=clause.cue,
        mention=head.subject,
        segments=sorted([*claims, *segments])[:2] if len(claims) + len(segments) > 1 else [*claims, *segments],
        topic=head.topic,
        question=head.question,
        asker=head.asker,
    )


# --- what stands after the cue ----------------------------------------------------------------------------------------


def direct_after_colon(clause: Clause) -> Frame | None:
    """``X گفت: C``: C is direct, to the end of the paragraph unless a new frame or its closing mark ends it before."""
    kind, over = clause.after
    if kind is not After.COLON or (clause.cue.form and clause.cue.form.participle and not _can_be_finite(clause)):
        return None
    return _direct(clause, "direct-after-colon", over)


def direct_in_quotes(clause: Clause) -> Frame | None:
    """``X گفت «C»``."""
    kind, over = clause.after
    if kind is not After.QUOTE or clause.cue.form and clause.cue.form.participle:
        return None
    if clause.weak and clause.head.subject is None:
        return None
    return _direct(clause, "direct-in-quotes", over)


def clause_after_that(clause: Clause) -> Frame | None:
    """``X گفت که C``: C is indirect, to the end of its sentence."""
    kind, over = clause.after
    if kind is not After.THAT or "که" not in clause.takes or _inside_something(clause):
        return None
    start, end = clause.passage.strip(over, clause.end)
    return frame_of(clause, "clause-after-that", [Segment(start, end, "indirect")]) if start < end else None


def direct_after_comma(clause: Clause) -> Frame | None:
    """``X متذکر شد، C``: a comma for the colon."""
    kind, over = clause.after
    if kind is not After.COMMA or clause.weak or _inside_something(clause) or clause.head.subject is None:
        return None
    if clause.cue.form and clause.cue.form.participle:
        return None
    return _direct(clause, "direct-after-comma", over)


def clause_after_cue(clause: Clause) -> Frame | None:
    """``X معتقد است همه …``, ``X یادآور شد در این جلسه …``: neither colon nor ``که``."""
    kind, over = clause.after
    if kind is not After.WORDS or "که" not in clause.takes or _inside_something(clause):
        return None
    if clause.weak and not (clause.cue.verb and "از" not in clause.takes and _asks(clause)):
        return None
    if clause.head.subject is None or not looks_like_speaker(clause.passage, *clause.head.subject):
        return None
    start, end = clause.passage.strip(over, clause.end)
    if end - start < 12:
        return None
    return frame_of(clause, "clause-after-cue", [Segment(start, end, "indirect")])


def _asks(clause: Clause) -> bool:
    """``از T خواست C``."""
    return clause.cue.lemma == "خواست#خواه" and " از " in clause.passage.text[clause.start : clause.cue.start]


def _direct(clause: Clause, rule: str, start: int) -> Frame:
    passage = clause.passage
    start, _ = passage.strip(start, passage.end)
    quote = passage.quotes.around(start)
    if quote is not None and quote.start == start:
        inner = passage.strip(start + 1, quote.end - 1 if quote.closed else quote.end)
        rest = passage.text[quote.end : passage.end].strip(" .،؛*")
        if not quote.closed or not rest or passage.text[inner[0] : inner[1]].count(" ") >= 4:
            frame = frame_of(clause, rule, [Segment(*inner, "direct")] if inner[0] < inner[1] else [])
            frame.open = not quote.closed
            return frame
    end = passage.end
    while end > start and passage.text[end - 1] in " *":
        end -= 1
    frame = frame_of(clause, rule, [Segment(start, end, "direct")] if start < end else [])
    frame.open = True
    return frame


def _can_be_finite(clause: Clause) -> bool:
    """A participle for a finite verb, in headlines and captions: ``وی گفته: …``."""
    return clause.head.subject is not None


def _inside_something(clause: Clause) -> bool:
    """Whether the cue stands in a preface's claim, or under a relative or conditional word, and so reports nothing itself."""
    passage, head = clause.passage, clause.head
    if head.claims and not passage.text[head.claims[-1][1] : clause.cue.start].strip().startswith("،"):
        return True
    rest_start, rest_end = head.rest
    between = f" {passage.text[rest_start:rest_end]}"
    return bool(re.search(r" که | اگر | وقتی | چنانچه | هرچند | اینکه ", between)) and not head.claims and head.question is None


# --- what stands before the cue -------------------------------------------------------------------------------------


def object_before_cue(clause: Clause) -> Frame | None:
    """``X از T خبر داد``, ``X بر T تأکید کرد``, ``X به T اعتراف کرد``."""
    if _inside_something(clause):
        return None
    passage, (start, end) = clause.passage, clause.head.rest
    for preposition in ("از", "بر", "به"):
        if preposition not in clause.takes:
            continue
        at = _preposition(passage, preposition, start, end)
        if at is not None:
            content = passage.strip(at, end)
            if content[0] < content[1]:
                clause.head.topic = None if clause.head.topic and clause.head.topic[1] > at else clause.head.topic
                return frame_of(clause, "object-before-cue", [Segment(*content, "indirect")])
    return None


def _preposition(passage: Passage, preposition: str, start: int, end: int) -> int | None:
    """Where the object of the first ``preposition`` begins that no other word governs."""
    for match in re.compile(rf"(?:^|(?<=[ ،])){preposition} ").finditer(passage.text, start, end):
        words = passage.text[start : match.start()].split()
        governors = passage.lexicon.governed.get(preposition, frozenset())
        in_preface = any(hit.start <= match.start() < hit.end for hit in passage.within(start, end))
        if not in_preface and not (words and words[-1].strip("،") in governors) and not passage.quoted(match.start()):
            return match.end()
    return None


def judgement_before_cue(clause: Clause) -> Frame | None:
    """``X T را Y دانست``: the whole clause with its ``را`` is the content."""
    if "را" not in clause.takes or _inside_something(clause):
        return None
    passage = clause.passage
    subject, rest = _before_object(clause)
    content = passage.strip(*rest)
    if not re.search(r"(?:^| )\S+ را(?: |$)|را ", passage.text[content[0] : content[1]]):
        return None
    clause.head.subject = subject
    return frame_of(clause, "judgement-before-cue", [Segment(*content, "indirect")])


_DETERMINER = re.compile(r" (?:این|آن|هر|همه|هیچ|برخی|تمام|تمامی|دیگر|وجود|علت|دلیل|هدف|مهم ?ترین|نقش)(?= )")


def _before_object(clause: Clause) -> tuple[Stretch | None, Stretch]:
    """The subject and the rest of ``X T را Y``, where no preposition parts X from T."""
    passage, head = clause.passage, clause.head
    text = passage.text
    if head.subject is None:
        return None, head.rest
    start, end = head.subject
    end_of_rest = head.rest[1]
    if passage.hit_at(start) is not None:
        return head.subject, (end, end_of_rest)
    if not re.match(r" ?(?:را|و) ", text[end : end + 4]) and " را " in f"{text[end:end_of_rest]} " and text[end : end + 1] == "،":
        return head.subject, (end, end_of_rest)
    known = passage.cast.longest_at(text, start, end)
    if known:
        return (start, known), (known, end_of_rest)
    determiner = _DETERMINER.search(text, start, end)
    if determiner and looks_like_speaker(passage, start, determiner.start()):
        return (start, determiner.start()), (determiner.start() + 1, end_of_rest)
    hit = passage.hit_at(end + 1)
    if hit is not None and hit.kind in {"adverb", "preface"} and looks_like_speaker(passage, start, end):
        return head.subject, (end, end_of_rest)
    if looks_like_speaker(passage, start, end) and not re.match(r" ?را ", text[end : end + 4]):
        return head.subject, (end, end_of_rest)
    return None, (start, end_of_rest)


def complement(clause: Clause) -> Frame | None:
    """``X خواستار T شد``: the element is the cue, what parts it from its light verb the content."""
    if clause.cue.kind != "element" or "خواستار" not in clause.takes or _inside_something(clause):
        return None
    passage = clause.passage
    light = re.compile(r" (?:شد|شدند|شده است|شده اند|شده|است|می شود|می شوند|بود|بودند|هستند)(?= و |[.،؛!]|$| ?$)").search(
        passage.text, clause.cue.end, clause.end
    )
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
    after = re.compile(r"[ ،.؛]*(?:این(?:ها)? (?:را|مطلب را)? ?)?").match(passage.text, quote.end, clause.cue.start)
    head = read_head(passage, after.end() if after else quote.end, clause.cue.start)
    clause.__dict__["head"] = head
    return frame_of(clause, "quote-before-cue", [Segment(*inner, "direct")]) if head.subject else None


AFTER_CUE: tuple[Rule, ...] = (direct_after_colon, direct_in_quotes)
"""What makes a cue the main one of its sentence."""

BEFORE_CUE: tuple[Rule, ...] = (object_before_cue, judgement_before_cue)
"""What a cue can take with it when another cue follows: ``از T خبر داد و گفت: C``."""

RULES: tuple[Rule, ...] = (
    *AFTER_CUE,
    quote_before_cue,
    complement,
    clause_after_that,
    object_before_cue,
    judgement_before_cue,
    direct_after_comma,
    clause_after_cue,
    claim_alone,
)


def according_to(passage: Passage, start: int, end: int) -> Frame | None:
    """``به گفته X، C``: C to the end of its sentence."""
    over = passage.starts(passage.lexicon.according, start)
    if not over or over >= end:
        return None
    here = over + 1
    if passage.text.startswith("ی ", here):
        here += 2
    hit = passage.hit_at(here)
    if hit is not None and hit.kind == "pronoun":
        subject: Stretch = (hit.start, hit.end)
    else:
        comma = passage.text.find("،", here, min(end, here + 120))
        known = passage.cast.longest_at(passage.text, here, end)
        if known:
            subject = (here, known)
        elif comma > 0 and looks_like_speaker(passage, here, comma):
            subject = (here, comma)
        else:
            return None
    content = passage.strip(subject[1], end)
    if passage.text[content[0] : content[1]].count(" ") < 2:
        return None
    words = passage.text[start:over]
    cue = Hit(start, over, "cue", _according(words))
    return Frame("according-to", cue, subject, [Segment(*content, "indirect")])


def _according(words: str):  # type: ignore[no-untyped-def]
    from presskit.lexicon import Verb

    return Verb(words)


def unquote_segment(passage: Passage, segment: Segment) -> Segment:
    """A direct segment without the pair of marks that encloses it whole."""
    start, end = unquoted(passage, (segment.start, segment.end))
    return Segment(start, end, segment.form)
