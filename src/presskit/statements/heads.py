"""The head of a frame: all that stands before its cue. Who (subject), about what (topic, question), what was claimed before.

A head reads: lead-ins (``به گزارش …،``, ``در ادامه این نشست،``), the subject, then time and occasion, then prefaces
(``با اشاره به T``, ``با بیان اینکه C``, ``در پاسخ به سوالی درباره Q``), then the cue. Prefaces may also come first, their comma
before the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from presskit.lexicon import Hit
from presskit.statements.frame import Stretch
from presskit.statements.passage import Passage

# Prefaces that may stand inside another's object: "با اشاره به سخنان X درباره Y".
_INNER = ("درباره", "در باره", "در مورد", "درمورد", "در خصوص", "درخصوص", "پیرامون", "راجع به", "در زمینه", "نسبت به", "در رابطه با", "در ارتباط با")
_BOUNDARY = re.compile(
    r" (?:با|در|از|به|را|که|بر|برای|تا|طی|ضمن|پس|پیش|توسط|مبنی|نیز|هم|همچنین|هنگام|هنوز|چون|زیرا|اگر|اما|وقتی|این|آن|هر|خود|بعد|قبل)(?= )|[،:؛()«»\"]"
)
_LEAD_IN = re.compile(r"[\s*\-♦️🔹🔸🔴🔵◾▪■●•>)\]،.؛]+")
_CONNECTIVE = re.compile(r"(?:و|اما|ولی|البته|لذا|بنابراین|همچنین|ضمن اینکه|ضمنا|چنانکه|در عین حال|از سوی دیگر|از طرفی|از سوی دیگر،) ")
_REPORT = re.compile(r"(?:بنا ?)?(?:به|بر|براساس|بر اساس) (?:گزارش|نقل از) ")
_MOST_WORDS = 30


@dataclass(slots=True)
class Head:
    """What stands before a cue; ``rest`` is what follows the subject."""

    subject: Stretch | None
    rest: Stretch
    topic: Stretch | None = None
    claims: list[Stretch] = field(default_factory=list)
    question: Stretch | None = None
    asker: Stretch | None = None


def read_head(passage: Passage, start: int, end: int) -> Head:
    """The head in ``text[start:end]``; ``end`` is where the cue begins."""
    here = skip_lead_ins(passage, start, end)
    fronted: Stretch | None = None
    hit = passage.hit_at(here)
    if hit is not None and hit.kind == "preface":
        after = _after_fronted(passage, hit.end, end)
        if after:
            fronted, here = (here, after), skip_lead_ins(passage, after, end)
    subject = find_subject(passage, here, end)
    head = Head(subject, (subject[1] if subject else here, end))
    if fronted:
        _read_prefaces(passage, *fronted, head)
    _read_prefaces(passage, *head.rest, head)
    if subject is None:
        head.subject = _subject_at_end(passage, *head.rest)
    return head


# --- lead-ins -------------------------------------------------------------------------------------------------------


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
    """Whether a subject may begin at ``person``: not under a preposition or in an ezafe chain with one (``با خبرنگار``)."""
    words = passage.text[start:person].split()
    return not words or words[-1] not in {"با", "به", "از", "در", "بر", "برای", "و", "توسط"} and len(words) <= 12


def _first_person(passage: Passage, start: int, end: int, skip: set[str]) -> int | None:
    pronouns = [hit.start for hit in passage.within(start, end) if hit.kind == "pronoun"]
    others = [hit.start for hit in passage.people(start, end) if hit.kind not in skip]
    return min(pronouns + others, default=None)


def _after_fronted(passage: Passage, start: int, end: int) -> int:
    """Where a fronted preface is over: past the last comma that a subject follows, or 0."""
    comma = passage.text.rfind("،", start, end)
    while comma > start:
        if not passage.quoted(comma):
            here = skip_lead_ins(passage, comma + 1, end)
            subject = find_subject(passage, here, end)
            if subject and looks_like_speaker(passage, *subject) and not passage.text[subject[1] : end].strip(" ،"):
                return comma + 1
            if subject and (passage.hit_at(subject[0]) or _rest_is_framed(passage, subject, end)):
                return comma + 1
        comma = passage.text.rfind("،", start, comma)
    return 0


def _rest_is_framed(passage: Passage, subject: Stretch, end: int) -> bool:
    """After the subject comes an adverb or a preface at once, as in ``X در ادامه گفت``."""
    hit = passage.hit_at(subject[1] + 1)
    return looks_like_speaker(passage, *subject) and hit is not None and hit.kind in {"adverb", "preface"}


# --- the subject ----------------------------------------------------------------------------------------------------


def find_subject(passage: Passage, start: int, end: int) -> Stretch | None:
    """The words that name the speaker from ``start`` on, up to time, occasion, preface or cue."""
    if start >= end:
        return None
    hit = passage.hit_at(start)
    if hit is not None and hit.kind == "pronoun":
        return hit.start, hit.end
    if hit is not None and hit.kind in {"preface", "adverb"}:
        return None
    stop = _subject_end(passage, start, end)
    stretch = passage.strip(start, stop)
    stretch = _without_guillemets(passage, stretch)
    words = passage.text[stretch[0] : stretch[1]].count(" ") + 1
    return stretch if stretch[0] < stretch[1] and words <= _MOST_WORDS else None


def _without_guillemets(passage: Passage, stretch: Stretch) -> Stretch:
    start, end = stretch
    if end - start > 2 and passage.text[start] in "«\"" and passage.text[end - 1] in "»\"":
        return start + 1, end - 1
    return stretch


def _subject_end(passage: Passage, start: int, end: int) -> int:
    text = passage.text
    marks = [hit.start for hit in passage.within(start + 1, end) if hit.kind in {"adverb", "preface", "pronoun"}]
    limit = min(marks, default=end)
    here = start
    while here < limit:
        match = _BOUNDARY.search(text, here, min(limit, end))
        if match is None:
            break
        mark, at = match.group().strip(), match.start()
        if mark == "(" and (close := text.find(")", at, at + 30)) > 0 and not any(map(str.isdigit, text[at:close])):
            here = close + 1
        elif mark in "«\"" and (close := text.find("»" if mark == "«" else '"', at + 1, at + 60)) > 0:
            here = close + 1
        elif mark == "،" and _apposition(passage, start, at, end):
            here = at + 1
        elif mark in {"با", "در", "از", "به", "بر", "این"} and _governed(passage, start, at, mark):
            here = match.end()
        else:
            limit = at
    while limit > start and text[limit - 1] == " ":
        limit -= 1
    return limit


def _governed(passage: Passage, start: int, at: int, preposition: str) -> bool:
    """Whether the preposition stands inside the role: ``ستاد مبارزه با مواد مخدر``, ``نماینده مردم تهران در مجلس``."""
    words = passage.text[start:at].split()
    if not words:
        return False
    governors = passage.lexicon.governed.get(preposition, frozenset())
    if words[-1] in governors or " ".join(words[-2:]) in governors:
        return True
    if preposition != "در" or " در " in passage.text[start:at]:
        return False
    return any(word in passage.lexicon.located_roles for word in words)


def _apposition(passage: Passage, start: int, comma: int, end: int) -> bool:
    """Whether the comma parts a name from its role, or a role from its name."""
    here = comma + 1
    while here < end and passage.text[here] == " ":
        here += 1
    ahead = passage.people(here, min(end, here + 60))
    if ahead and ahead[0].start == here and ahead[0].kind in {"role", "title", "given"}:
        return True
    before, after = passage.text[start:comma], passage.text[here:end]
    listed = re.match(r"(?:\S+ ){0,3}و ", after)  # "کمیسیون برنامه، بودجه و محاسبات"
    return bool(listed) and any(hit.kind in {"role", "body"} for hit in passage.people(start, comma)) and "،" not in before


def looks_like_speaker(passage: Passage, start: int, end: int) -> bool:
    """Whether words can name somebody: a role, a title, a given name, a body, or somebody of the cast."""
    hit = passage.hit_at(start)
    if hit is not None and hit.kind == "pronoun":
        return True
    if passage.cast.longest_at(passage.text, start, end):
        return True
    if passage.text.startswith(("این ", "آن "), start):
        return any(passage.starts(tuple(passage.lexicon.anaphors), start + offset) for offset in (4, 3))
    return any(hit.kind in {"role", "title", "given", "body", "outlet"} for hit in passage.people(start, end))


def _subject_at_end(passage: Passage, start: int, end: int) -> Stretch | None:
    """A pronoun or a known name right before the cue, after a preface without a comma: ``با اشاره به T وی گفت``."""
    hits = passage.within(start, end)
    while hits and hits[-1].kind == "adverb" and not passage.text[hits[-1].end : end].strip(" ،"):
        end = hits.pop().start
    if hits and hits[-1].kind == "pronoun" and not passage.text[hits[-1].end : end].strip(" ،"):
        return hits[-1].start, hits[-1].end
    return None


# --- prefaces -------------------------------------------------------------------------------------------------------


def _read_prefaces(passage: Passage, start: int, end: int, head: Head) -> None:
    """Take topic, claims and question of ``text[start:end]`` into the head."""
    _read_topic_verb(passage, start, end, head)
    openers = _openers(passage, start, end)
    for number, opener in enumerate(openers):
        stop = openers[number + 1].start if number + 1 < len(openers) else end
        stretch = _trim(passage, opener.end, stop)
        if stretch[0] >= stretch[1] or _read_question(passage, opener, stretch, head):
            continue
        after_that = passage.starts(passage.lexicon.that, stretch[0])
        if passage.starts(passage.lexicon.empty, stretch[0]) and not after_that:
            continue
        if after_that and not _about(passage, opener):
            head.claims.append(passage.strip(after_that, stretch[1]))
        else:
            head.topic = passage.strip(after_that or stretch[0], stretch[1])
            head.topic = unquoted(passage, head.topic)


def _about(passage: Passage, opener: Hit) -> bool:
    """``درباره اینکه T`` reports no claim."""
    return passage.text.startswith((*_INNER, "در واکنش", "در پاسخ"), opener.start)


def _openers(passage: Passage, start: int, end: int) -> list[Hit]:
    found: list[Hit] = []
    claim = False
    for hit in passage.within(start, end):
        if hit.kind != "preface" or passage.quoted(hit.start):
            continue
        before = passage.text[start : hit.start].rstrip()
        parted = before.endswith(("،", " و", "؛"))
        inner = passage.text.startswith(_INNER, hit.start)
        if found and ((inner or claim) and not parted or claim and inner):
            continue
        found.append(hit)
        claim = bool(passage.starts(passage.lexicon.that, hit.end + 1))
    return found


def _trim(passage: Passage, start: int, end: int) -> Stretch:
    """A preface's object without its comma, and without connectives and adverbs that belong to the cue."""
    start, end = passage.strip(start, end)
    while True:
        before = end
        if passage.text.endswith(" و", start, end):
            end -= 2
        for hit in reversed(passage.within(start, end)):
            if hit.kind in {"adverb", "pronoun"} and not passage.text[hit.end : end].strip(" ،"):
                end = hit.start
            elif hit.kind == "adverb" and _is_occasion(passage, hit):
                end = hit.start
        start, end = passage.strip(start, end)
        if end == before:
            return start, end


def _is_occasion(passage: Passage, hit: Hit) -> bool:
    words = passage.text[hit.start : hit.end]
    return words.startswith(("در گفت", "در مصاحبه", "در جمع")) or passage.text.startswith("در نشست خبری", hit.start)


_THIS = re.compile(r"(?:این|یک|برخی|چند|همین|سلسله) ")


def _read_question(passage: Passage, opener: Hit, stretch: Stretch, head: Head) -> bool:
    """``در پاسخ به سوال خبرنگار X مبنی بر اینکه Q``."""
    if passage.text[opener.start : opener.end] not in passage.lexicon.question_openers:
        return False
    start, end = stretch
    match = _THIS.match(passage.text, start, end)
    word_end = _question_word(passage, match.end() if match else start)
    if not word_end:
        return False
    quote = passage.quotes.around(passage.text.find("«", word_end, end)) if "«" in passage.text[word_end:end] else None
    separator = _separator(passage, word_end, end)
    if separator:
        asker = passage.strip(word_end, separator[0])
        question = passage.strip(separator[1], end)
    elif quote is not None:
        asker, question = passage.strip(word_end, quote.start), (quote.start, quote.end)
    else:
        return True
    if question[0] < question[1]:
        head.question = unquoted(passage, question)
        head.asker = asker if asker[0] < asker[1] else None
    return True


def _question_word(passage: Passage, start: int) -> int:
    for end in (match.end() for match in re.finditer(r"\b\w+(?: \w+)?", passage.text[start : start + 30])):
        if passage.text[start : start + end] in passage.lexicon.questions:
            return start + end
    word = re.match(r"\w+", passage.text[start : start + 20])
    return start + word.end() if word and word.group() in passage.lexicon.questions else 0


def _separator(passage: Passage, start: int, end: int) -> Stretch | None:
    """The first word that opens the question itself, the longest where several do."""
    best: Stretch | None = None
    for words in passage.lexicon.question_separators:
        at = passage.text.find(f" {words} ", start, end)
        if at >= 0 and (best is None or at < best[0]):
            best = at, at + len(words) + 1
    return best


def unquoted(passage: Passage, stretch: Stretch) -> Stretch:
    """Without the pair of quotation marks that encloses it whole."""
    start, end = stretch
    quote = passage.quotes.around(start)
    if quote is not None and quote.start == start and quote.closed and quote.end == end:
        return passage.strip(start + 1, end - 1)
    return stretch


def _read_topic_verb(passage: Passage, start: int, end: int, head: Head) -> None:
    """``به T اشاره کرد و``, ``از T یاد کرد و``, ``به بررسی T پرداخت و``: T is what the words are about."""
    for hit in passage.within(start, end):
        if hit.verb is None or hit.verb.topic is None or passage.quoted(hit.start):
            continue
        if hit.kind == "element" and not re.match(r" و ", passage.text[hit.end : hit.end + 3]):
            continue
        opener = re.compile(rf"(?:^|[ ،]){hit.verb.topic} ").search(passage.text, start, hit.start)
        if opener:
            head.topic = passage.strip(opener.end(), hit.start)
