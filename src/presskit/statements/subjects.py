"""The subject of a cue: which words name the speaker, and where they end."""

from __future__ import annotations

import re

from presskit.lexicon import Hit
from presskit.statements.frame import Stretch
from presskit.statements.objects import OBJECT_MARK, before_object, judges, lists_objects, object_is_later
from presskit.statements.passage import Passage

_BOUNDARY = re.compile(
    r" (?:با|در|از|به|را|که|بر|برای|تا|طی|ضمن|پس|پیش|توسط|مبنی|نیز|هم|همچنین|"
    r"هنگام|هنوز|چون|زیرا|اگر|اما|وقتی|این|آن|هر|خود|بعد|قبل|\d{1,2}|اول)(?= )|[،:؛()«»\"]"
)
_NO_SUBJECT = re.compile(
    r"(?:با|در|از|به|بر|برای|تا|طی|که|را|وقتی|هنگامی|زمانی|اگر|چون|زیرا|چنانچه|درحالی|هرچند|گرچه|اگرچه|آیا|چرا|مگر) "
)
_MOST_WORDS = 30
_OBJECT = re.compile(r" را(?= |$)")
_OF_ADDRESS = re.compile(r"\.[a-z]")  # "salamat.gov.ir ثبت‌نام کنند"
_COPULAS = frozenset(("است", "بود", "نیست", "هستند"))


def find_subject(passage: Passage, start: int, end: int) -> Stretch | None:
    """The words that name the speaker from ``start`` on, up to time, occasion, preface or cue."""
    if start >= end:
        return None
    hit = passage.hit_at(start)
    if hit is not None and hit.kind == "pronoun":
        return hit.start, hit.end
    if (hit is not None and hit.kind in {"preface", "adverb"}) or begins_with_preposition(passage, start, end):
        return None
    stop = _subject_end(passage, start, end)
    if OBJECT_MARK.match(passage.text, stop, end):
        before = before_object(passage, start, stop)
        stop = before if start < before < stop else start
    elif object_is_later(passage, stop, end) or lists_objects(passage, start, stop, end):
        stop = before_object(passage, start, stop) or stop
    elif judges(passage, end) and " را" not in passage.text[stop:end]:
        stop = passage.cast.longest_at(passage.text, start, stop) or stop
    stretch = passage.strip(start, _known_alone(passage, start, stop))
    stretch = _without_guillemets(passage, stretch)
    words = passage.text[stretch[0] : stretch[1]].split(" ")
    named = len(words) <= _MOST_WORDS and words[-1] not in _COPULAS  # "این خبری است که …"
    if _OBJECT.search(passage.text, stretch[1], end) and passage.starts(passage.lexicon.object_openers, start):
        named = named and passage.looks_like_speaker(*stretch)  # "یکی از مشکلات را کمبود آب دانست"
    named = named and not _OF_ADDRESS.match(passage.text, max(stretch[0] - 1, 0), stretch[1])
    return stretch if named and passage.has_word(*stretch) else None


def _known_alone(passage: Passage, start: int, stop: int) -> int:
    """Where somebody known ends whom one odd word follows: ``بدری نمونه`` in ``بدری نمونه این گذشت را در …``."""
    known = passage.cast.longest_at(passage.text, start, stop)
    rest = passage.text[known:stop] if known else ""
    office = any(hit.kind in {"role", "body"} for hit in passage.people(start, stop))  # "پلیس تهران بزرگ"
    odd = rest.startswith(" ") and rest.count(" ") == 1 and not office and not passage.people(known, stop)
    return known if odd and rest.strip().isalpha() else stop


def begins_with_preposition(passage: Passage, start: int, end: int) -> bool:
    """Whether no subject can begin at ``start``."""
    return start < end and _NO_SUBJECT.match(passage.text, start, end) is not None


def _without_guillemets(passage: Passage, stretch: Stretch) -> Stretch:
    start, end = stretch
    if end - start > 2 and passage.text[start] in '«"' and passage.text[end - 1] in '»"':
        return start + 1, end - 1
    if (
        end - start > 4
        and passage.text.startswith(_APOSTROPHES, start)
        and passage.text.endswith(_APOSTROPHES, start, end)
    ):
        return start + 2, end - 2
    return stretch


_APOSTROPHES = "''"  # for quotation marks


def _subject_end(passage: Passage, start: int, end: int) -> int:
    text = passage.text
    marks = [hit.start for hit in passage.within(start + 1, end) if _ends_subject(passage, hit)]
    limit = min(marks, default=end)
    here = start
    while here < limit:
        match = _BOUNDARY.search(text, here, min(limit, end))
        if match is None:
            break
        mark, at = match.group().strip(), match.start()
        if mark in _PAIRS and (close := _closed(text, at)):
            here = close
        elif mark == "،" and _apposition(passage, start, at, end):
            here = at + 1
        elif _goes_on(passage, start, match, end):
            here = match.end()
        elif mark == "این" and (over := _of_this(passage, start, at, end)):
            here = over
        else:
            limit = at
    while limit > start and text[limit - 1] == " ":
        limit -= 1
    return limit


def _goes_on(passage: Passage, start: int, match: re.Match[str], end: int) -> bool:
    """Whether what mostly ends a subject is part of this one: a number that is no day, a governed preposition."""
    mark = match.group().strip()
    if mark.isdigit() or mark == "اول":
        return not _is_day(passage, match.end())
    return mark in passage.lexicon.governed and _governed(passage, start, match.start(), mark, end)


def _is_day(passage: Passage, start: int) -> bool:
    """Whether a month follows a number: ``نوری ۲۲ شهریور گفت``."""
    month = _MONTH.match(passage.text, start)
    return month is not None and month[1] in passage.lexicon.months["jalali"]


_MONTH = re.compile(r" (\w+?)(?: ?ماه)?(?= )")


def _ends_subject(passage: Passage, hit: Hit) -> bool:
    """Time, occasion, preface; and the first part of a verb: ``نوری گریزی به گذشته زد``, ``نوری خبر از صلح داد``."""
    if hit.kind in {"adverb", "preface", "pronoun"}:
        return True
    split = hit.verb is not None and (hit.verb.topic or passage.text.startswith(" از ", hit.end))
    return hit.kind == "element" and bool(split)


_PAIRS = {"(": (")", 30), "«": ("»", 60), '"': ('"', 60)}  # closing mark, and how far off it may be


def _closed(text: str, at: int) -> int:
    """Past the short parenthesis or quotation that opens at ``at``, or 0; one with digits is an age or a date."""
    mark, furthest = _PAIRS[text[at]]
    close = text.find(mark, at + 1, at + furthest)
    return 0 if close < 0 or (mark == ")" and any(map(str.isdigit, text[at:close]))) else close + 1


def _governed(passage: Passage, start: int, at: int, preposition: str, end: int) -> bool:
    """Whether the preposition stands inside the role: ``ستاد مبارزه با مواد مخدر``, ``نماینده مردم تهران در مجلس``."""
    words = passage.text[start:at].split()
    if not words:
        return False
    governors = passage.lexicon.governed[preposition]
    if words[-1] in governors or " ".join(words[-2:]) in governors:
        return True
    if preposition == "از":
        return _is_one_of(passage, at + len(" از "), end)
    if preposition != "در" or " در " in passage.text[start:at]:
        return False
    if passage.text.startswith(_AFFAIRS, at):
        return True
    return any(word in passage.lexicon.located_roles for word in words)


def _of_this(passage: Passage, start: int, at: int, cue: int) -> int:
    """Past ``این جشنواره`` in ``عضو هیئت داوران این جشنواره گفت``, where it belongs to an office before it, or 0."""
    if not any(hit.kind in {"role", "body"} for hit in passage.people(start, at)):
        return 0
    ends = [whose.end() for body in _THIS_BODY if (whose := body.match(passage.text, at, cue))]
    if judges(passage, cue):  # "این" may open what is judged
        ends = [end for end in ends if passage.text.startswith("،", end) or _another_office(passage, end, cue)]
    return next((end for end in ends if _subject_over(passage, end, cue)), 0)


def _another_office(passage: Passage, end: int, cue: int) -> bool:
    """``مدیر این شرکت و مجری طرح``."""
    here = end + len(" و ")
    people = passage.people(here, cue) if passage.text.startswith(" و ", end) else ()
    return bool(people) and people[0].start == here and people[0].kind == "role"


def _subject_over(passage: Passage, end: int, cue: int) -> bool:
    """Whether the cue, an adverb or a preface stands after a subject that ends at ``end``, or another office."""
    if passage.text[end:cue].strip() == "" or passage.text.startswith((" و ", "،"), end):
        return True
    hit = passage.hit_at(end + 1)
    return hit is not None and hit.kind in {"adverb", "preface", "cue"}


_THIS_BODY = (re.compile(r" این (?!را\b)\w+"), re.compile(r" این \w+ (?!را\b)\w+"))
_AFFAIRS = " در امور "  # "معاون وزیر نیرو در امور آب"


def _is_one_of(passage: Passage, start: int, cue: int) -> bool:
    """``رضا نوری از مسئولان پلیس``, ``یکی دیگر از ماموران``; not ``رضا نوری از مسئولان پلیس خواست``."""
    hit = passage.hit_at(cue)
    if hit is not None and hit.verb is not None and ("از" in hit.verb.takes or hit.verb.asks):
        return False
    return any(
        passage.text[start : person.end] in passage.lexicon.plural_roles for person in passage.people(start, cue)
    )


def _apposition(passage: Passage, start: int, comma: int, end: int) -> bool:
    """Whether the comma parts a name from its role, or a role from its name."""
    here = comma + 1
    while here < end and passage.text[here] == " ":
        here += 1
    ahead = passage.people(here, min(end, here + 60))
    if ahead and ahead[0].start == here and ahead[0].kind in {"role", "title", "given"}:
        return True
    if passage.hit_at(here) is not None or begins_with_preposition(passage, here, end):
        return False
    if _LISTED_PLACE.match(passage.text, here, end) and _represents(passage, start, comma):
        return True
    if _ADJECTIVES.search(passage.text, start, comma) and _ADJECTIVE.match(passage.text, here, end):
        return any(hit.kind == "role" for hit in passage.people(start, comma))  # "معاون سیاسی، امنیتی استانداری"
    part = passage.text.rfind("،", start, comma) + 1 or start  # "رضا نوری، وزیر تعاون، کار و رفاه"
    named = any(hit.kind in {"role", "body"} for hit in passage.people(part, comma))
    return named and _LIST_ENDS.match(passage.text, here, end) is not None


_ADJECTIVES = re.compile(r"(?:معاون|معاونت|معاونین|مدیرکل|مدیر|مشاور|دفتر|کمیسیون|کمیته)(?: \w+)? \w{3,}ی$")
_ADJECTIVE = re.compile(r"\w{3,}ی (?!در |از |با |به )\w")
_LIST_ENDS = re.compile(r"(?:[^\s،]+ ){0,3}و ")
_LISTED_PLACE = re.compile(r"(?!(?:با|در|از|به|بر|که) )(\w+(?: \w+)?)(?=،| و )")


def _represents(passage: Passage, start: int, comma: int) -> bool:
    """``نماینده مردم تهران، ری و پردیس``: the places of one seat are listed."""
    seat = passage.text.rfind(_SEAT, start, comma)
    return seat >= 0 and " " not in passage.text[seat + len(_SEAT) : comma].rpartition("،")[2].strip()


_SEAT = "نماینده مردم "
