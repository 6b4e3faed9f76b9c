"""From paragraph to paragraph: whose words go on, which text was announced, who asks and who answers.

`frames_of` reads a paragraph by itself. What a paragraph says may hang on the one before it: the words of the last
speaker go on, a message that was announced begins, an answer follows its question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from presskit.layout import Block
from presskit.layout.dialogue import ANSWER, QUESTION, turn
from presskit.statements.find import frames_of
from presskit.statements.frame import Frame, Segment, Stretch
from presskit.statements.headlines import named_quote
from presskit.statements.heads import read_head
from presskit.statements.lead_ins import skip_lead_ins
from presskit.statements.passage import Passage
from presskit.statements.prefaces import unquoted
from presskit.statements.subjects import find_subject

# Words and endings of the first and second person: "ما", "هستیم", "می دانم", "خواهیم کرد", "کنید".
_IN_PERSON = re.compile(
    r"(?<!\w)(?:ما|من|بنده|اینجانب|شما|خودم|خودمان|هستیم|هستم|نیستیم|نیستم|داریم|دارم|نداریم|ندارم|"
    r"کنیم|کنم|باشیم|شویم|کردیم|کردم|شدیم|بودیم|خواهیم|خواهم|ن?می ?\w{2,}(?:یم|ید|م))(?=[ ،.؟!:»]|$)"
)
# Words of one who judges, which no newsroom writes of its own accord.
_JUDGES = re.compile(
    r"(?<!\w)(?:باید|نباید|متاسفانه|خوشبختانه|ان ?شا(?:ء ?)?الله|به نظر می ?رسد|واضح است|بدیهی است|طبیعی است)"
    r"(?=[ ،.؛؟!])"
)
# "متن کامل پیام X به این شرح است:" - what comes between is who wrote it.
_ANNOUNCEMENT = re.compile(
    r"(?:متن|متن کامل|مشروح|گزیده)(?: این)? "
    r"(?:پیام|بیانیه|نامه|اطلاعیه|سخنان|اظهارات|یادداشت|توییت|فراخوان|استعفانامه)"
    r"(?:[ه]? ?(?:ی|ای))?(?: (?:مذکور|مزبور|یادشده|یاد شده))? (?=\w)"
)
_AS_FOLLOWS = re.compile(
    r"،? ?\b(?:(?:به|بدین|از) (?:این |همین )?|ب|به)(?:شرح|قرار|صورت)\b"
    r"|،? ?(?:در ادامه|در زیر)|،? ?(?:چنین است|آمده است)"
)


class _Announced(NamedTuple):
    """A text that is to follow; ``source`` is who wrote it, or None where that is the last who spoke."""

    source: Stretch | None


@dataclass(slots=True)
class Paragraphs:
    """Reads a body's paragraphs in order, each in the light of those before it."""

    last: Frame | None = None
    awaited: Frame | None = None  # a frame without words: they follow in the next paragraph
    announced: _Announced | None = None
    question: tuple[Stretch, Stretch | None] | None = None
    dialogue: bool = False  # whether the page asks questions
    interviewed: Stretch | None = None  # who is said to have answered, before the first question
    more: bool = False
    labelled: bool = True  # whether the questions have labels, so that answers may have some

    def read(self, block: Block, passage: Passage, more: bool) -> list[Frame]:
        """The frames of the next paragraph; ``more`` says that questions are still to come."""
        if block.rule == QUESTION:
            self._ask(passage)
            return []
        self.more = more
        frames = [self._answer(passage)] if block.rule == ANSWER else self._frames(passage)
        kept = [frame for frame in frames if frame.segments]
        self.awaited = next((frame for frame in frames if not frame.segments), None)
        self.announced = _announces(passage)
        self.last = kept[-1] if kept and self.awaited is None else None
        if self.dialogue:
            self.interviewed = interviewed(passage) or self.interviewed
        return kept

    def _frames(self, passage: Passage) -> list[Frame]:
        """A paragraph that is no turn: its own frames, unless it only goes on with an answer or a message."""
        span = passage.start, passage.end
        frames = frames_of(passage) or named_quote(passage)
        if self.last is not None and self.last.runs_on and (_closes(passage, frames) or not _breaks(passage, frames)):
            answered = self.last.rule == "answer" or (self.last.continues or self.last).rule == "answer"
            if not answered or self.more or _IN_PERSON.search(passage.text, passage.start, passage.end):
                return _run_on(passage, self.last)
        if frames:
            frames[0].question = frames[0].question or _asked_before(passage, frames[0])
            return frames
        if self.announced is not None:
            segments = [_whole(passage)]
            return [Frame("announced-text", segments=segments, open=True, runs_on=True, source=self.announced.source)]
        if self.awaited is not None:
            self.awaited.segments, self.awaited.open = [_whole(passage)], True
            self.awaited.runs_on = passage.text.count("«", *span) > passage.text.count("»", *span)
            return [self.awaited]
        if self.last is not None and _goes_on(passage, self.last):
            return [_continued(passage, self.last)]
        return []

    def _ask(self, passage: Passage) -> None:
        found = turn(passage.text[passage.start : passage.end])
        self.last = None
        self.labelled = found is not None
        if found is None:
            bullets = len(_BULLETS.match(passage.text, passage.start, passage.end)[0])  # type: ignore[index]
            words = passage.strip(passage.start + bullets, passage.end)
            self.question = (words[0], words[0] + len(passage.text[slice(*words)].rstrip(" *"))), None
            return
        label = passage.start + found.start, passage.start + found.end
        named = " " in passage.text[slice(*label)] or passage.text[slice(*label)] in passage.lexicon.outlets
        question = passage.strip(passage.start + found.over, passage.end)
        question = question[0], question[0] + len(passage.text[slice(*question)].rstrip(" *"))
        self.question = (question, label if named else None) if question[0] < question[1] else None

    def _answer(self, passage: Passage) -> Frame:
        found = turn(passage.text[passage.start : passage.end])
        mention: Stretch | None = None
        start = passage.start
        if found is not None and self.labelled:
            label = passage.start + found.start, passage.start + found.end
            start = passage.start + found.over
            if passage.text[slice(*label)] not in passage.lexicon.answerers:
                mention = label
        if mention:
            passage.cast.remember(mention)
        frame = Frame("answer", mention=mention, segments=[Segment(*passage.strip(start, passage.end), "direct")])
        frame.open = frame.runs_on = True
        frame.source = None if mention else self.interviewed
        if self.question is not None:
            frame.question, frame.asker = self.question
            self.question = None
        return frame


def _run_on(passage: Passage, last: Frame) -> list[Frame]:
    """What goes on with a quotation or a message; after the mark that closes it the newsroom may speak again."""
    frame = _continued(passage, last)
    close = _closing_mark(passage)
    frames = frames_of(passage.after_offset(close + 1)) if close >= 0 and not frame.runs_on else []
    if frames:
        frame.segments = [Segment(*passage.strip(passage.start, close), "direct")]
        frame.open = False
        if not passage.has_word(*frame.segments[0][:2]):
            return frames
    return [frame, *frames]


def _closing_mark(passage: Passage) -> int:
    """Where a mark stands that closes a quotation of an earlier paragraph, or -1."""
    close = passage.text.find("»", passage.start, passage.end)
    opened = passage.text.find("«", passage.start, passage.end)
    return -1 if 0 <= opened < close else close


def _closes(passage: Passage, frames: list[Frame]) -> bool:
    """Whether a quotation of an earlier paragraph goes on at first, and closes before anybody else speaks."""
    close = _closing_mark(passage)
    return close >= 0 and all(frame.cue is not None and frame.cue.start > close for frame in frames)


def _continued(passage: Passage, last: Frame) -> Frame:
    frame = Frame("continues", segments=[_whole(passage)], continues=last.continues or last, open=True)
    quotation = last.runs_on and last.rule not in {"answer", "announced-text"} and last.source is None
    frame.runs_on = last.runs_on and not (quotation and "»" in passage.text[passage.start : passage.end])
    frame.source = last.source
    return frame


def _whole(passage: Passage) -> Segment:
    """A paragraph's words, without a mark that opens or closes a quotation of several paragraphs."""
    start, end = unquoted(passage, passage.strip(passage.start, passage.end))
    for opening, closing in ("«»", '""'):
        words = passage.text[start:end]
        opened, closed = words.count(opening), words.count(closing)
        if not (opened - closed or (opening == closing and opened % 2)):
            continue
        if words.startswith(opening) and opened >= closed:
            start += 1
        elif words.rstrip(" .؛").endswith(closing) and closed >= opened:
            end = start + len(words.rstrip(" .؛")) - 1
    return Segment(start, end, "direct")


def _breaks(passage: Passage, frames: list[Frame]) -> bool:
    """Whether a paragraph ends an answer or a message: it tells of somebody who speaks, as the newsroom does."""
    if passage.starts(passage.lexicon.narration, passage.start):
        return True
    first = frames[0] if frames else None
    if first is None or first.cue is None or first.mention is None or first.mention[0] > passage.start + _NEAR:
        return False
    hit = passage.hit_at(first.mention[0])
    third = hit is not None and hit.kind == "pronoun"
    return third or passage.looks_like_speaker(*first.mention)


_NEAR = 60  # letters before the speaker that still open a paragraph: "در پایان،"


def _goes_on(passage: Passage, last: Frame) -> bool:
    """Whether a paragraph without a frame is the last speaker's.

    The words before it must have been left open, and it must show that somebody speaks: it says I, we or you. It is the
    newsroom's where it opens with its phrases, or names the speaker.
    """
    if not last.open or passage.starts(passage.lexicon.narration, passage.start):
        return False
    if passage.text.endswith(":", 0, last.segments[-1].end):  # "سه نسل داریم:"
        return True
    here = skip_lead_ins(passage, passage.start, passage.end)
    hit = passage.hit_at(here)
    if (hit is not None and hit.kind == "pronoun") or passage.cast.longest_at(passage.text, here, passage.end):
        return False
    span = passage.start, passage.end
    return bool(_IN_PERSON.search(passage.text, *span) or _JUDGES.search(passage.text, *span))


# "از X سوال شد: Q؟ وی گفت", "نظر شما چیست؟ نوری گفت": words that only one who asks says.
_ASKING = re.compile(r"(?<!\w)(?:شما|نظرتان|خودتان|برایتان)(?=[ ،.؟])|(?:چیست|چطور|چرا)\b[^.]*$|؟[ »\"]*$")
_WAS_ASKED = re.compile(r".{0,60}?(?:سوال|پرسش|سیوال) (?:شد|کردیم|کردند|پرسیده شد) ?[:،]? ?(?:که )?")


def _asked_before(passage: Passage, frame: Frame) -> Stretch | None:
    """The question that stands before its answer's frame, in the paragraph's first sentences."""
    if frame.cue is None or not frame.open or passage.sentence_of(frame.place) <= passage.start:
        return None
    start, end = passage.strip(passage.start, passage.sentence_of(frame.place))
    asked = _WAS_ASKED.match(passage.text, start, end)
    start = asked.end() if asked else start
    if not asked and not _ASKING.search(passage.text, start, end):
        return None
    end = start + len(passage.text[start:end].rstrip(" .؟"))
    return (start, end) if start < end else None


def interviewed(passage: Passage) -> Stretch | None:
    """Who ``به پرسش‌ها پاسخ داد``, or ``گفت‌وگو با`` whom a line tells of, that opens an interview."""
    for hit in passage.within(passage.start, passage.end):
        if (
            hit.kind == "cue"
            and hit.verb is not None
            and hit.verb.lemma in _ANSWERING
            and not passage.quoted(hit.start)
        ):
            return read_head(passage, passage.sentence_of(hit.start), hit.start).subject
    partner = _TALK.search(passage.text, passage.start, passage.end)
    if partner is None:
        return None
    if _is_medium(passage, partner.end()):
        subject = read_head(passage, passage.sentence_of(partner.start()), partner.start()).subject
    else:
        subject = find_subject(passage, partner.end(), passage.end)
    return subject if subject and passage.looks_like_speaker(*subject) else None


def _is_medium(passage: Passage, start: int) -> bool:
    """Whether who is spoken with at ``start`` asks: ``خبرنگار ما``, ``«ورزش سه»``, an outlet."""
    if passage.text.startswith(_OURS, start) or passage.starts(passage.lexicon.media, start):
        return True
    return any(hit.start <= start + 1 and hit.kind == "outlet" for hit in passage.people(start, passage.end))


_TALK = re.compile(r"(?:گفت ?و ?گو|گفتگو|مصاحبه)(?: ?(?:ی|یی|ای))?(?: \w+){0,2}? با ")
_OURS = ("ما ", "«", '"')  # "گفت‌وگو با «ورزش سه»"
_BULLETS = re.compile(r"[\s*\-•●■▪]*")


_ANSWERING = ("پاسخ", "جواب")


def _announces(passage: Passage) -> _Announced | None:
    """The text that a paragraph announces: ``متن پیام X به شرح زیر است:``."""
    if not passage.text[passage.start : passage.end].rstrip(" *").endswith(":"):
        return None
    for match in _ANNOUNCEMENT.finditer(passage.text, passage.start, passage.end):
        stop = _AS_FOLLOWS.search(passage.text, match.end() - 1, passage.end)
        if stop is not None and stop.start() <= match.end():
            return _Announced(None)
        source = find_subject(passage, match.end(), stop.start() if stop else passage.end)
        return _Announced(source) if source else None
    return None
