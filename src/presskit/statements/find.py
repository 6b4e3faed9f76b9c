"""Blocks to frames: every sentence of every paragraph through the rules, in reading order.

Direct speech stays open to the end of its paragraph. A later sentence of the paragraph ends it only with a frame that
is plainly the newsroom's: one that opens with a pronoun, a known speaker or the cue itself, and leads to a colon, a
quotation or ``که``.
"""

from __future__ import annotations

import re

from presskit.lexicon import Hit
from presskit.statements.after_cue import clause_after_cue, clause_after_that
from presskit.statements.before_cue import complement, judgement_before_cue
from presskit.statements.clause import Clause
from presskit.statements.frame import Frame, Segment
from presskit.statements.lead_ins import skip_lead_ins
from presskit.statements.passage import After, Passage
from presskit.statements.rules import AFTER_CUE, BEFORE_CUE, RULES
from presskit.statements.sources import according_to, document_says


def frames_of(passage: Passage) -> list[Frame]:
    """The frames of a paragraph, in order, none overlapping another."""
    found: list[Frame] = []
    carried: int | None = None  # where a sentence began that closes only with the next one: "… که چرا؟ گفت: …"
    for start, end in passage.sentences:
        opened = found[-1] if found and found[-1].open and found[-1].segments else None
        if opened is not None and end <= opened.segments[-1].start:
            continue
        if found and found[-1].segments and start < found[-1].segments[-1].end and not found[-1].open:
            start = max(start, found[-1].segments[-1].end)
            if not passage.text[start:end].strip(' .،»"'):
                continue
        begin = carried if carried is not None else start
        carried = None
        if opened is None and _awaits_cue(passage, begin, end):
            carried = begin
            continue
        new = _of_sentence(passage, begin, end) if opened is None else _of_sentence_inside(passage, start, end)
        if opened is not None and new:
            _close(passage, opened, new[0].place if new[0].place >= start else start, start)
        for frame in new:
            if frame.mention:
                passage.cast.remember(frame.mention)
        found.extend(new)
    for frame in found:
        frame.segments = [one for one in frame.segments if passage.has_word(one.start, one.end)]
    return [frame for frame in found if (frame.segments or frame.cue) and not _of_newsroom(passage, frame)]


def _of_newsroom(passage: Passage, frame: Frame) -> bool:
    """``این گزارش می‌افزاید``: the newsroom goes on."""
    return frame.mention is not None and passage.text[slice(*frame.mention)] in {"این گزارش", "این خبر"}


def _awaits_cue(passage: Passage, start: int, end: int) -> bool:
    """A sentence whose cue is still to come: a quotation, ``«C.» X گفت``; ``در پاسخ به این سوال که …؟ گفت``."""
    quote = passage.quotes.around(start)
    if quote is not None and (quote.start, quote.closed) == (start, True) and not passage.text[quote.end : end].strip():
        return _only_attributes(passage, end)
    if not passage.text[start:end].rstrip(' »"').endswith("؟"):
        return False
    if not any(hit.kind == "preface" for hit in passage.within(start, end)):
        return False
    following = passage.hit_at(min(end + 1, passage.end))
    return following is not None and following.kind in {"cue", "adverb", "pronoun"}


def _only_attributes(passage: Passage, start: int) -> bool:
    """Whether the sentence after a quotation says no more than whose it is: ``این را X گفت``."""
    stop = passage.sentence_end(start + 1)
    cues = [hit for hit in passage.within(start, stop) if hit.kind == "cue" and not passage.quoted(hit.start)]
    strong = len(cues) == 1 and cues[0].verb is not None and not cues[0].verb.weak
    return strong and passage.after(cues[0], stop)[0] is After.END


def _close(passage: Passage, opened: Frame, place: int, sentence: int) -> None:
    """End open direct speech where the sentence of the next frame begins."""
    last = opened.segments[-1]
    end = last.start + len(passage.text[last.start : min(place, sentence)].rstrip())
    if end > last.start:
        opened.segments[-1] = Segment(last.start, end, last.form)
    opened.open = False


def _of_sentence_inside(passage: Passage, start: int, end: int) -> list[Frame]:
    """The frames of a sentence that stands in open direct speech: only those that are plainly new."""
    here = skip_lead_ins(passage, start, end)
    hit = passage.hit_at(here)
    plain = hit is not None and hit.kind == "pronoun" and passage.text[hit.start : hit.end] not in _THEY
    known = bool(passage.cast.longest_at(passage.text, here, end))
    dropped = hit is not None and hit.kind == "cue" and hit.verb is not None and not hit.verb.weak
    this = passage.this_one(here)
    if not (plain or known or dropped or this):
        return _new_speaker(passage, start, end, here)
    frames = _of_sentence(passage, start, end)
    if not frames or frames[0].cue is None:
        return []
    after = passage.after(frames[-1].cue, end)[0] if frames[-1].cue else After.END
    strict = passage.text.startswith("او ", here) or dropped
    if after in {After.COLON, After.QUOTE}:
        return frames
    if this and not known:
        return []  # "این مسئول گفت که" may be anybody's words
    # Without a mark of speech, only a name or the speaker's own pronoun tells that the newsroom speaks.
    told = known or passage.text.startswith("وی ", here) or after is not After.WORDS
    return frames if not strict and after is not After.AND and told else []


_THEY = frozenset(("آنها", "آن ها", "آنان"))  # in somebody's words, others; never the speaker


def _new_speaker(passage: Passage, start: int, end: int, here: int) -> list[Frame]:
    """Somebody new who is named with a role or title, and takes the floor with a colon."""
    frames = _of_sentence(passage, start, end)
    first = frames[0] if frames else None
    if first is None or first.cue is None or first.mention is None or first.mention[0] > here + 60:
        return []
    people = passage.people(*first.mention)
    colon = passage.after(first.cue, end)[0] is After.COLON
    strong = first.cue.verb is not None and not first.cue.verb.weak
    glued = passage.text[start - 1 : start] == "."  # paragraphs that lost their line ends: "شد.معاون استاندار افزود:"
    named = len({hit.kind for hit in people}) > 1 or (glued and bool(people))
    return frames if colon and strong and named and not passage.quoted(first.cue.start) else []


def _of_sentence(passage: Passage, start: int, end: int) -> list[Frame]:
    """The frames of a sentence outside direct speech: coordinated ones, then the main one, or what a rule finds."""
    here = skip_lead_ins(passage, start, end)
    frame = according_to(passage, here, end) or document_says(passage, start, end)
    cues = _cues(passage, start, end)
    main = next((cue for cue in cues if _is_main(passage, cue, end)), None)
    if frame is not None:
        if frame.rule == "according-to" and frame.mention is not None and main is not None:
            return _of_sentence(passage, frame.mention[1], end)  # "طبق اعلام گمرک، لطیفی افزود: C" is Latifi's
        return [frame]
    found: list[Frame] = []
    begin = start
    for cue in cues:
        if cue.start < begin:
            continue
        if cue is main:
            clause = Clause(passage, cue, begin, end)
            frame = next((frame for rule in AFTER_CUE if (frame := rule(clause))), None)
            return [*found, frame, *_after_quotation(passage, frame, end)] if frame else found
        clause = Clause(passage, cue, begin, min(end, main.start) if main else end, joined=bool(found))
        frame = _coordinated(clause, main) if main or clause.after[0] is After.AND else None
        if frame is None and main is None:
            frame = next((frame for rule in RULES if (frame := rule(clause))), None)
            if frame is not None and frame.segments and frame.segments[-1].start > cue.end:
                return [*found, *_split_that(passage, frame, cues, end)]
        if frame is not None:
            found.append(frame)
            begin = _after_and(passage, max(cue.end, frame.segments[-1].end if frame.segments else 0), end)
    return found or _according_inside(passage, start, end)


def _after_quotation(passage: Passage, frame: Frame, end: int) -> list[Frame]:
    """What follows a closed quotation in its sentence: ``گفت: "A" و افزود: "B"``."""
    if frame.open or not frame.segments:
        return []
    start = _after_and(passage, _past_marks(passage, frame.segments[-1].end, end), end)
    hit = passage.hit_at(start)
    if hit is None or hit.kind not in {"cue", "adverb", "pronoun"}:
        return []
    return [one for one in _of_sentence(passage, start, end) if one.cue is not None]


def _past_marks(passage: Passage, start: int, end: int) -> int:
    while start < end and passage.text[start] in ' »".،':
        start += 1
    return max(start - 1, 0) if start < end and passage.text[start - 1] == " " else start


def _according_inside(passage: Passage, start: int, end: int) -> list[Frame]:
    """``او بنا به گفته پزشک C``: what follows the source is the content."""
    for hit in passage.within(start, end):
        if hit.kind == "according" and not passage.quoted(hit.start):
            frame = according_to(passage, hit.start, end)
            if frame is not None and _is_topic_first(passage, start, hit.start):
                frame.segments.insert(0, Segment(*passage.strip(start, hit.start), "indirect"))
            return [frame] if frame else []
    return []


def _is_topic_first(passage: Passage, start: int, end: int) -> bool:
    """``بهای گاز به گفته X دو برابر شده است``: a few words without a verb before the source open the content."""
    words = passage.text[start:end].split()
    return 0 < len(words) <= 6 and not any(word.strip("،") in passage.lexicon.light for word in words)


def _is_main(passage: Passage, cue: Hit, end: int) -> bool:
    """Whether a colon or a quotation follows the cue, and it is none of the newsroom's other uses of them."""
    if cue.kind != "cue" or not cue.verb or not (cue.verb.takes or cue.verb.weak or cue.verb.topic):
        return False
    kind, over = passage.after(cue, end)
    if kind is After.COLON:
        return True
    if kind is not After.QUOTE:
        return False
    quote = passage.quotes.around(over)
    return quote is not None and passage.text[quote.start : quote.end].count(" ") >= 3 and "را" not in cue.verb.takes


_MOST_CUES = 12  # in a sentence; one with more is a list of verbs


def _cues(passage: Passage, start: int, end: int) -> list[Hit]:
    """The sentence's cues in order, and elements that stand for one: ``اعلام و خاطرنشان کرد``, ``خواستار T شد``."""
    found = []
    for hit in passage.within(start, end):
        if hit.kind not in {"cue", "element"} or passage.quoted(hit.start):
            continue
        if hit.kind == "cue" and hit.verb and not hit.verb.takes and hit.verb.topic:
            continue
        if hit.kind == "element" and not (hit.verb and "خواستار" in hit.verb.takes) and not _gapped(passage, hit):
            continue
        found.append(hit)
        if len(found) == _MOST_CUES:
            break
    return found


def _gapped(passage: Passage, element: Hit) -> bool:
    """An element whose light verb follows with the next cue: ``اعلام و خاطرنشان کرد``."""
    if not passage.text.startswith(" و ", element.end) or element.verb is None:
        return False
    following = passage.hit_at(element.end + 3)
    if following is not None and following.kind == "cue" and following.light:
        return True
    if "را" not in element.verb.takes:
        return False
    object_before = " را " in passage.text[passage.sentence_of(element.start) : element.start]
    for hit in passage.within(element.end, passage.sentence_end(element.end)):
        if hit.kind == "cue" and "را" in hit.takes:
            between = passage.text[element.end : hit.start]  # "A را B عنوان و C را D دانست"
            own = object_before and " را " in between and "،" not in between
            if (own or hit.light in element.verb.lights) and " که " not in between:
                return True
    return False


def _coordinated(clause: Clause, main: Hit | None) -> Frame | None:
    """A cue before the main one, with an object or a clause of its own: ``از T خبر داد و گفت: C``."""
    kind, over = clause.after
    if clause.cue.verb and clause.cue.verb.topic and main is not None and kind in {After.AND, After.COMMA}:
        return None
    if kind in {After.AND, After.COMMA, After.END}:
        return next((frame for rule in BEFORE_CUE if (frame := rule(clause))), None)
    if clause.cue.kind == "element":
        return complement(clause)
    asks = kind is After.WORDS and clause.cue.verb is not None and clause.cue.verb.asks
    if (kind is After.THAT or asks) and main is not None:
        frame = clause_after_cue(clause) if asks else clause_after_that(clause) or judgement_before_cue(clause)
        link = _link(clause.passage, over, main.start)
        if frame is not None and link:
            last = frame.segments[-1]
            frame.segments[-1] = Segment(last.start, clause.passage.strip(last.start, link)[1], last.form)
            return frame
    return None


_LINK = re.compile(r"(?: و |، ?(?:و )?)(?=\S)")


def _link(passage: Passage, start: int, end: int) -> int:
    """Where the clause of a ``که`` ends before the cue at ``end``: at the last ``و`` with only a head after it."""
    best = 0
    for match in _LINK.finditer(passage.text, start, end + 1):
        rest = passage.text[match.end() : end].strip()
        hit = passage.hit_at(match.end())
        if (
            not rest
            or (hit is not None and hit.kind in {"adverb", "preface", "pronoun"})
            or (passage.looks_like_speaker(match.end(), end) and rest.count(" ") < 8)
        ):
            best = best or match.start()
    return best


def _split_that(passage: Passage, frame: Frame, cues: list[Hit], end: int) -> list[Frame]:
    """Two clauses of one sentence: ``گفت که C و افزود که D``."""
    last = frame.segments[-1]
    for cue in cues:
        if cue.start <= last.start or cue.verb is None or cue.verb.weak or cue.kind != "cue":
            continue
        before = _JOINT.search(passage.text, last.start, cue.start)
        if before and passage.after(cue, end)[0] in {After.THAT, After.COLON}:
            frame.segments[-1] = Segment(last.start, before.start(), last.form)
            return [frame, *_of_sentence(passage, cue.start, end)]
    return [frame]


_JOINT = re.compile(r"(?:،? و|،) ?$")
_AND = re.compile(r"(?: شد(?:ند)?(?= ))?[ ،]*(?:و )?")


def _after_and(passage: Passage, start: int, end: int) -> int:
    """Past the light verb that a complement was parted from, and the ``و`` that joins the next clause."""
    match = _AND.match(passage.text, start, end)
    return match.end() if match else start
