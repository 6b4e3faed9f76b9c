"""Where a subject ends and its object begins, which no sign parts: ``طلایی ارزش داروها را ده میلیارد عنوان کرد``."""

from __future__ import annotations

import re

from presskit.lexicon import Hit
from presskit.statements.passage import Passage

OBJECT_MARK = re.compile(r" ?را(?= |$)")
_OBJECT_CLAUSE = re.compile(r" که [^:،«]*? را(?= |$)")
_OBJECT_LATER = re.compile(r" (?:در|به|از|با|بر|برای|درباره|پیرامون|مبنی|نسبت|درخصوص) [^:،«]*? را(?= |$)")


def object_is_later(passage: Passage, stop: int, cue: int) -> bool:
    """Whether words of the object's own part it from its ``را``: ``طرح ساخت پل در شهر را``, ``آب که کم است را``."""
    if _OBJECT_LATER.match(passage.text, stop, cue):
        return True
    return _OBJECT_CLAUSE.match(passage.text, stop, cue) is not None and takes_object(passage, cue)


def before_object(passage: Passage, start: int, stop: int) -> int:
    """Where the subject ends in ``طلایی ارزش داروها را``: after somebody known, or after an office; 0 where unknown."""
    text = passage.text
    begin = start + len(_ONE) * text.startswith(_ONE, start)
    known = max(passage.cast.longest_at(text, start, stop), passage.cast.longest_at(text, begin, stop))
    for hit in passage.people(start, stop):  # "دکتر", "نماینده" before a known name
        if hit.start == begin and hit.kind in {"title", "role"}:
            begin = hit.end + 1
            known = max(known, passage.cast.longest_at(text, begin, stop))
    if known:
        return max(known, _office_end(passage, start, stop))
    ends = (_before_opener(passage, start, stop), _office_end(passage, start, stop))
    return min(filter(None, ends), default=0)


def _before_opener(passage: Passage, start: int, stop: int) -> int:
    """Where a word begins that opens what is spoken of, ``این``, ``علت``, ``افزایش``, after one who can speak; or 0."""
    for edge in _EDGE.finditer(passage.text, start, stop):
        here, subject = edge.end(), passage.text[start : edge.start()]
        opens = passage.text[here].isdigit() or passage.starts(passage.lexicon.object_openers, here)
        if not opens or subject in passage.lexicon.roles:  # "معاون جذب" is one office
            continue
        if not any(hit.start < here < hit.end for hit in passage.people(start, stop)):  # "مدیر عامل"
            return edge.start() if passage.looks_like_speaker(start, edge.start()) else 0
    return 0


_EDGE = re.compile(r" (?=[^ ])|(?<=[^\W\d])(?=\d)")  # before a word, or digits that lost their space


def lists_objects(passage: Passage, start: int, stop: int, cue: int) -> bool:
    """Whether a comma in the subject or after it parts objects: ``نوری جذب سرمایه، ایجاد شغل و … را هدف خواند``."""
    later = passage.text.startswith("،", stop) and " را " in passage.text[stop:cue]
    return (later and takes_object(passage, cue)) or ("،" in passage.text[start:stop] and judges(passage, cue))


def takes_object(passage: Passage, cue: int) -> bool:
    hit = passage.hit_at(cue)
    return hit is not None and "را" in hit.takes


def judges(passage: Passage, cue: int) -> bool:
    """Whether the cue takes an object with ``را``, which a careless text may have left out."""
    hit = passage.hit_at(cue)
    return hit is not None and hit.verb is not None and hit.verb.weak and takes_object(passage, cue)


_ONE, _THIS = "یک ", "این "


def _office_end(passage: Passage, start: int, stop: int) -> int:
    """Where an office's name ends: with its body or its place (``سخنگوی وزارت نیرو``, ``امام جمعه شهرستان قروه``)."""
    people = passage.people(start, stop)
    this = len(_THIS) * passage.text.startswith(_THIS, start)
    if not people or people[0].start != start + this or people[0].kind == "outlet":
        return 0
    if people[0].kind == "given":  # "ناصر کنعانی سخنگوی وزارت امور خارجه"
        start = next((hit.start for hit in people if hit.kind == "role"), stop)
    ends = [hit.end for hit in people if hit.kind == "body" and hit.start > start and _is_whole(passage, hit)]
    for word in _PLACED.finditer(passage.text, start, stop):
        two = f"{word.group(1)} {word.group(2)}"
        if two in passage.lexicon.places:
            ends.append(word.end(2))
        elif (
            word.group(1) in passage.lexicon.places
            or (word.group(1) in _COUNTRY and "،" not in passage.text[start : word.start()])
            or word.group().startswith((" شهرستان", " استان", " شهر "))
        ):
            ends.append(word.end(1))
    return max((end for end in ends if end <= stop), default=0)


_COUNTRY = ("کشور", "کشورمان")  # "دادستان کل کشور"


def _is_whole(passage: Passage, body: Hit) -> bool:
    """``سازمان`` alone is the beginning of a name; ``وزارت نیرو`` and ``حماس`` are whole ones."""
    words = passage.text[body.start : body.end]
    return " " in words or words in passage.lexicon.organisations


_PLACED = re.compile(r" (?:جمهوری اسلامی |شهرستان |استان |شهر )?(\w+)(?=(?: (\w+))?)")
