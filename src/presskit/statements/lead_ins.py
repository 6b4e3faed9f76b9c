"""Lead-ins: what opens a sentence before its speaker: bullets, connectives, ``به گزارش …،``, time and place."""

from __future__ import annotations

import re

from presskit.fields.occasions import with_whom
from presskit.lexicon import Hit, longest_words
from presskit.statements.passage import Passage

_LEAD_IN = re.compile(r"[\s*\-♦️🔹🔸🔴🔵◾▪■●•>)\]،.؛]+")
_PREPOSITIONS = frozenset("با به از در بر برای و توسط".split())
_REPORT = re.compile(
    r"(?:بنا ?)?(?:به|بر|براساس|بر اساس|برپایه|بر پایه|طبق) ?(?:این |همین )?(?:گزارش|نقل از|نوشته)(?= |،)"
)
_AGO = re.compile(r"(?:\w+ ){1,3}(?:قبل|پیش|گذشته) بود که ")  # "دو هفته قبل بود که نوری گفت"
_DATE = re.compile(r"(?:روز |مورخ |در تاریخ )?\d{1,2} ?(\w+)(?: ?ماه)?(?: سال)?(?: \d{2,4}| جاری| گذشته)?،? ?")


def skip_lead_ins(passage: Passage, start: int, end: int) -> int:
    """Past bullets, connectives, ``به گزارش …،`` and fronted time, place and occasion."""
    here = start
    while here < end:
        before = here
        match = _LEAD_IN.match(passage.text, here, end) if not passage.text[here].isalpha() else None
        here = match.end() if match else here
        if here >= end:
            break
        here = passage.starts(passage.lexicon.connectives, here) or here
        told = passage.starts(passage.lexicon.narration, here)  # "خاطرنشان می‌شود، در این مراسم نوری گفت"
        here = told if told and passage.text.startswith("،", told) else here
        match = _REPORT.match(passage.text, here, end) if passage.text.startswith(("ب", "ط"), here) else None
        if match:
            here = _after_report(passage, match.end(), end)
        here = _after_date(passage, here, end)
        ago = _AGO.match(passage.text, here, end)
        here = ago.end() if ago else here
        hit = passage.hit_at(here)
        if hit is not None and hit.kind == "adverb":
            here = _after_adverb(passage, hit, end)
        elif passage.text.startswith(_IN, here):
            here = _after_time(passage, here, end) or here
        if here == before:
            break
    return min(here, end)


def _after_date(passage: Passage, start: int, end: int) -> int:
    """Past ``روز ۲۳ اردیبهشت ۱۳۹۹``."""
    match = _DATE.match(passage.text, start, end)
    months = passage.lexicon.months
    known = match is not None and any(match.group(1) in months.get(name, ()) for name in ("jalali", "gregorian"))
    return match.end() if match and known else start


def _after_report(passage: Passage, start: int, end: int) -> int:
    """Past the mark that closes ``به گزارش X از Y،``; where there is none, up to the first one who can speak."""
    stops = [stop for mark in "،؛" if (stop := passage.text.find(mark, start, min(end, start + _LONGEST_REPORT))) >= 0]
    colon = passage.text.find(":", start, min(end, start + 60))
    stop = min([*stops, *([colon] if colon >= 0 else [])], default=-1)
    if stop >= 0 and (listed := _LISTED.match(passage.text, stop, end)):
        names = any(hit.kind in {"given", "title", "role"} for hit in passage.people(stop, listed.end()))
        stop = stop if names else listed.end() - 1
    inner = [hit.start for hit in passage.within(start, max(stop, start)) if hit.kind in {"pronoun", "preface"}]
    named = _named_after_report(passage, start, stop if stop >= 0 else end)
    if inner or named is not None:
        return min([*inner, *([named] if named is not None else [])])
    if stop >= 0:
        destination = _DESTINATION.match(passage.text, stop + 1, end)
        return destination.end() if destination else stop + 1
    person = _first_person(passage, start, end, skip={"outlet"})
    return _after_outlet(passage, start, end) or (person if person is not None else start)


def _after_outlet(passage: Passage, start: int, end: int) -> int:
    """Past the outlet of ``به گزارش خبرنگار پارلمانی خبرگزاری فارس نوری نماینده قم``, to one who comes at once."""
    agency = _AGENCY.match(passage.text, start, end) or _QUOTED.match(passage.text, start, end)
    if agency is None or agency[1] not in passage.lexicon.outlets:
        return 0
    lexicon = passage.lexicon
    return agency.start(2) if agency[2] not in _PREPOSITIONS and agency[2] not in lexicon.places else 0


_LISTED = re.compile(r"، ?\w+ و \w+(?: \w+){0,3}،")  # "سازمان صنعت، معدن و تجارت خراسان، نوری گفت"
_AGENCY = re.compile(r"[\w ]{0,40}?خبرگزاری (\w+)(?: (?:شهرستان|استان|منطقه|مرکز) \w+)? (\w+)")

_QUOTED = re.compile(r" ?(?:«|\"|'')([^«»\"']{2,30})(?:»|\"|'') (\w+)")  # "به گزارش «ورزش سه» نوری گفت"

_LONGEST_REPORT = 120
_DESTINATION = re.compile(r" ?به (?:استان |شهر )?\w+،")  # "به گزارش خبرنگار اعزامی فارس، به استان یزد، …"


def _named_after_report(passage: Passage, start: int, end: int) -> int | None:
    """Where the speaker is named though no comma closed the report: ``به گزارش فارس از قزوین رضا نوری گفت``."""
    for hit in passage.people(start, end):
        before = passage.text[start : hit.start].split()
        if hit.kind in {"given", "title"} and len(before) >= 2 and not _governs(passage, before[-1]):
            particle = before[-1] if before[-1] in passage.lexicon.name_particles else ""
            return hit.start - len(particle) - bool(particle)
    return None


def _after_adverb(passage: Passage, hit: Hit, end: int) -> int:
    """Past a fronted adverbial: to its comma, or to the first one who can speak, or over the bare adverb."""
    if (this := _THIS_OCCASION.match(passage.text, hit.end, end)) and this[1] in passage.lexicon.occasions:
        return this.end()  # "در ادامه این جلسه نوری گفت"
    comma = passage.text.find("،", hit.end, min(end, hit.end + 150))
    person = _first_person(passage, hit.end, comma if comma >= 0 else end, skip={"body", "outlet"})
    if passage.text.startswith("،", hit.end):
        return hit.end + 1
    if comma >= 0:
        rest = passage.text[comma + 1 : end]
        if rest.strip() and not any(h.kind == "preface" for h in passage.within(hit.end, comma)):
            if name := _name_before_role(passage, hit.end, comma):
                return name
            if person is None or passage.text[person - 1] != " " or not _can_follow(passage, hit.end, person):
                return comma + 1
            return person
    if person is not None and _can_follow(passage, hit.end, person):
        return person
    return hit.end


def _after_time(passage: Passage, start: int, end: int) -> int:
    """Where a name begins after ``در هفته گذشته نیز``, that a comma parts from its role; or 0."""
    time = passage.hit_at(start + len(_IN))
    if time is None or time.kind != "adverb":
        return 0
    comma = passage.text.find("،", time.end, end)
    return _name_before_role(passage, time.end, comma) if comma >= 0 else 0


def _name_before_role(passage: Passage, start: int, comma: int) -> int:
    """Where a name begins that a comma parts from its role: ``در هفته گذشته نیز رضا نوری، استاندار تهران``; or 0."""
    name = _NAME.fullmatch(passage.text, start, comma)
    role = passage.scan.people.at(comma + 1 + passage.text.startswith(" ", comma + 1)) if name else None
    if name is None or role is None or role.kind != "role":
        return 0
    words = name[1].split()
    is_name = words[0] not in _NO_NAME and _PREPOSITIONS.isdisjoint(words)
    known = all(hit.kind in {"given", "title"} for hit in passage.people(start, comma))
    return name.start(1) if is_name and known else 0


_NAME = re.compile(r"(?: نیز| هم)? (\w+(?: \w+){1,3})")
_NO_NAME = frozenset("این آن همین همان ارتباط رابطه راستا خصوص".split())  # "در همین ارتباط نوری، مدیر …"
_THIS_OCCASION = re.compile(r" (?:از )?این (\w+) ")


def _can_follow(passage: Passage, start: int, person: int) -> bool:
    """Whether a subject may begin at ``person``: not under a preposition, as in ``با خبرنگار``."""
    words = passage.text[start:person].split()
    return not words or (not _governs(passage, words[-1]) and len(words) <= 12)


def _governs(passage: Passage, word: str) -> bool:
    return word in _PREPOSITIONS or word in passage.lexicon.named_after


def _first_person(passage: Passage, start: int, end: int, skip: set[str]) -> int | None:
    pronouns = [hit.start for hit in passage.within(start, end) if hit.kind == "pronoun"]
    others = [hit.start for hit in passage.people(start, end) if hit.kind not in skip]
    return min(pronouns + others, default=None)


def skip_time_and_occasion(passage: Passage, start: int, end: int) -> int:
    """Past adverbs, and past an interview's partner as far as words for people and media go: ``در گفت‌وگو با فارس``."""
    here = start
    while True:
        while here < end and passage.text[here] in " ،":
            here += 1
        hit = passage.hit_at(here)
        if hit is None or hit.kind != "adverb" or hit.end > end:
            return here
        here = max(hit.end, _after_occasion(passage, hit))
        if partner := with_whom(passage.text, here, passage.lexicon, end):
            here = _after_partner(passage, here, partner.end(), end)


def after_named_occasion(passage: Passage, start: int, end: int) -> int:
    """Past the comma after an occasion that has a name: ``در مراسم آغاز کار مدرسه، O را J``; or 0.

    A press conference and an interview have none: ``در نشست خبری آب، برق و گاز را …``.
    """
    here = passage.strip(start, end)[0]
    hit = passage.hit_at(here)
    over = _after_occasion(passage, hit) if hit is not None and hit.kind == "adverb" else 0
    kind = passage.lexicon.occasions.get(passage.text[here + len(_IN) : over])
    comma = passage.text.find("،", over, end) if kind in _NAMED else -1
    return comma + 1 if comma > over and passage.text[over:comma].count(" ") <= _LONGEST_NAME else 0


_NAMED = ("meeting", "ceremony")
_LONGEST_NAME = 12  # words


def _after_occasion(passage: Passage, adverb: Hit) -> int:
    """Past all words of the occasion that an adverbial opens: ``در نشستی مطبوعاتی``; or 0."""
    if not passage.text.startswith(_IN, adverb.start):
        return 0
    return longest_words(passage.text, adverb.start + len(_IN), passage.lexicon.occasions.__contains__)


def _after_partner(passage: Passage, here: int, start: int, end: int) -> int:
    """Past who was spoken with: as far as words for people and media go, or to the comma after a name nobody knows."""
    over = start
    for person in passage.people(start, end):
        if person.start <= over + 1:
            over = person.end
    comma = passage.text.find("،", start, min(end, start + _LONGEST_PARTNER))
    if comma < 0:
        return over if over > start else here
    known = max((person.end for person in passage.people(start, comma)), default=start)
    if passage.text[known:comma].count(" ") <= 1 and " را " not in passage.text[start:comma]:
        return comma
    return over if over > start else here


_IN = "در "
_LONGEST_PARTNER = 60
