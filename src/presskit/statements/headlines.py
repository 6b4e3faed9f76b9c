"""What headlines and kickers attribute: ``NAME: C``, a kicker ``NAME در نشست خبری:`` over C, ``X خبر داد: C``."""

from __future__ import annotations

import re

from presskit.statements.frame import Frame, Segment, Stretch
from presskit.statements.lead_ins import skip_lead_ins
from presskit.statements.passage import Passage
from presskit.statements.subjects import find_subject

_NAME_COLON = re.compile(r"[*\s]*([^:«\"؟!]{2,60}?) ?[:؛] ?(?=\S)")
_MOST_NAME_WORDS = 8


def named_headline(passage: Passage) -> Frame | None:
    """``بقائی: مذاکره ادامه دارد``: the name, then what was said, in the newsroom's compression."""
    match = _NAME_COLON.match(passage.text, passage.start, passage.end)
    if not match:
        return None
    name = _speaker(passage, match.start(1), match.end(1))
    if name is None or _introduces(passage, match.start(1), match.end(1)):
        return None
    return _frame("headline-name-colon", passage, name, match.end(), passage.end)


def name_before_words(passage: Passage) -> Frame | None:
    """``کرباسی پاسخگوی اعتراض هستم``: a headline that lost its colon, after the name of one who speaks below."""
    title = next((hit for hit in passage.people(passage.start, passage.end) if hit.kind == "title"), None)
    begin = title.end + 1 if title is not None and title.start == passage.start else passage.start
    known = passage.cast.longest_at(passage.text, begin, passage.end) or _known_in_two(passage, begin)
    if not known or _PUNCTUATION.search(passage.text, passage.start, passage.end):
        return None
    told = any(hit.kind == "cue" and hit.end == passage.end for hit in passage.within(known, passage.end))
    if told or passage.text[begin:known].count(" ") > 1:  # "محمود صادقی به رئیس قوه نامه نوشت"
        return None
    if passage.text[known : passage.end].count(" ") < _FEWEST_WORDS:
        return None
    return _frame("headline-name-bare", passage, (passage.start, known), known, passage.end)


def _known_in_two(passage: Passage, start: int) -> int:
    """Where two words end that are one name below, whose half-space became a space: ``یوسف نژاد``; or 0."""
    words = _TWO_WORDS.match(passage.text, start, passage.end)
    return words.end() if words and passage.cast.knows(words[1] + words[2]) else 0


_TWO_WORDS = re.compile(r"(\w{2,}) (\w{2,})(?= )")
_PUNCTUATION = re.compile(r'[:؛،.«»"؟!/]')
_FEWEST_WORDS = 3


def named_quote(passage: Passage) -> list[Frame]:
    """``سوسن رهنما عضو شورای شهر: «…»`` alone in a paragraph: the words are all of the quotation."""
    frame = named_headline(passage)
    if frame is None or frame.segments[0].form != "direct" or frame.mention is None:
        return []
    if not passage.looks_like_speaker(*frame.mention):
        return []  # "شعار نمایشگاه: «هر کودک یک کتاب»"
    return [Frame("named-quote", mention=frame.mention, segments=frame.segments)]


def kicker_over_headline(kicker: Passage, headline: Passage) -> Frame | None:
    """A kicker that names somebody, over the headline that says what they said."""
    end = kicker.end
    while end > kicker.start and kicker.text[end - 1] in " :؛":
        end -= 1
    cue = next((hit for hit in kicker.within(kicker.start, end) if hit.kind == "cue"), None)
    name = _speaker(kicker, kicker.start, cue.start if cue else end)
    if name is None or not kicker.looks_like_speaker(*name):
        return None
    frame = _frame("kicker-over-headline", headline, name, headline.start, headline.end)
    if frame is not None:
        frame.cue = cue
    return frame


def _frame(rule: str, passage: Passage, name: Stretch, start: int, end: int) -> Frame | None:
    start, end = passage.strip(start, end)
    while end > start and passage.text[end - 1] == "*":
        end -= 1
    if start >= end:
        return None
    quote = passage.quotes.around(start)
    if quote is not None and quote.start == start and quote.end >= end and quote.closed:
        return Frame(rule, None, name, [Segment(start + 1, quote.end - 1, "direct")])
    return Frame(rule, None, name, [Segment(start, end, "indirect")])


def _introduces(passage: Passage, start: int, end: int) -> bool:
    """The words before the colon are a frame with its own cue, which the rules for sentences read."""
    return any(hit.kind == "cue" for hit in passage.within(start, end))


def _speaker(passage: Passage, start: int, end: int) -> Stretch | None:
    """The name in ``NAME``, ``NAME در نشست خبری``, ``NAME خطاب به مردم``: who speaks, without where and to whom."""
    here = skip_lead_ins(passage, start, end)
    subject = find_subject(passage, here, end)
    if subject is None or passage.text[subject[0] : subject[1]].count(" ") >= _MOST_NAME_WORDS:
        return None
    rest = passage.text[subject[1] : end].strip()
    if passage.looks_like_speaker(*subject):
        return subject
    return subject if not rest and passage.text[subject[0] : subject[1]].count(" ") < 3 else None
