"""Prefaces: topic, claims and question of ``با اشاره به T``, ``با بیان اینکه C``, ``در پاسخ به سوالی درباره Q``."""

from __future__ import annotations

import re

from presskit.lexicon import Hit
from presskit.statements.frame import Head, Stretch
from presskit.statements.passage import Passage

_INNER = (
    "درباره",
    "در باره",
    "در مورد",
    "درمورد",
    "در خصوص",
    "درخصوص",
    "پیرامون",
    "راجع به",
    "در زمینه",
    "نسبت به",
    "در رابطه با",
    "در ارتباط با",
)


def read_prefaces(passage: Passage, start: int, end: int, head: Head) -> None:
    """Take topic, claims and question of ``text[start:end]`` into the head."""
    end = _before_addressee(passage, start, end)
    spoken_of = _topic_verb(passage, start, end)
    openers = [opener for opener in _openers(passage, start, end) if not (spoken_of and spoken_of[0] <= opener.start)]
    end = spoken_of[0] if spoken_of else end
    for number, opener in enumerate(openers):
        stop = openers[number + 1].start if number + 1 < len(openers) else end
        emphasis = _EMPHASIS.match(passage.text, opener.start, stop)  # "با تأکید چندباره بر T"
        begin = emphasis.end() if emphasis else opener.end
        stretch = _trim(passage, begin, stop, keep_pronouns=head.subject is not None)
        if stretch[0] >= stretch[1] or _read_question(passage, opener, stretch, head):
            continue
        after_that = passage.starts(passage.lexicon.that, stretch[0])
        if passage.starts(passage.lexicon.empty, stretch[0]) and not after_that:
            continue
        if after_that and not _about(passage, opener):
            head.claims.append(passage.strip(after_that, stretch[1]))
        else:
            head.topic = head.topic or _without_mark(passage, passage.strip(after_that or stretch[0], stretch[1]))
    if spoken_of:
        head.topic = spoken_of[1]


def _before_addressee(passage: Passage, start: int, end: int) -> int:
    """Where a head is over but for who was told: ``درباره T، به ایسنا گفت``, ``با رد T به «ورزش سه» گفت``."""
    match = _ADDRESSEE.search(passage.text, start, end)
    if match is None or not (
        match[1] in passage.lexicon.outlets or passage.starts(passage.lexicon.media, match.start(1))
    ):
        return end
    word = passage.text[start : match.start()].rpartition(" ")[2]
    of_topic = word in passage.lexicon.governed["به"] and not match.group().startswith("،")  # "درباره کمک به فارس"
    return end if of_topic else match.start()


def _about(passage: Passage, opener: Hit) -> bool:
    """``درباره اینکه T`` reports no claim."""
    return passage.text.startswith((*_INNER, "در واکنش", "در پاسخ"), opener.start)


def _openers(passage: Passage, start: int, end: int) -> list[Hit]:
    """The prefaces of a head; one inside another's object, or inside a question, opens nothing of its own."""
    found: list[Hit] = []
    claim = False
    for hit in passage.within(start, end):
        if hit.kind != "preface" or passage.quoted(hit.start) or _only_asks(passage, hit):
            continue
        before = passage.text[start : hit.start].rstrip()
        if before.endswith(" و") and passage.text[hit.start : hit.end] == "پیرامون":
            continue  # "محیط و پیرامون ما"
        parted = before.endswith(("،", " و", "؛"))
        inner = passage.text.startswith(_INNER, hit.start) or bool(found and asks(passage, found[-1]))
        inner |= passage.text.startswith("در ", hit.start) and not asks(passage, hit)
        near = parted and passage.text[hit.end : end].count(" ") <= _SHORT_TOPIC
        if found and (((inner or claim) and not parted) or (claim and inner and not near)):
            continue
        found.append(hit)
        claim = bool(passage.starts(passage.lexicon.that, hit.end + 1))
    return found


def _only_asks(passage: Passage, hit: Hit) -> bool:
    """``در مقابل`` opens a question, and is no preface without one."""
    return passage.text[hit.start : hit.end] not in passage.lexicon.prefaces and not asks(passage, hit)


def _trim(passage: Passage, start: int, end: int, *, keep_pronouns: bool) -> Stretch:
    """A preface's object without its comma, and without connectives, adverbs and a pronoun that belong to the cue.

    A comma closes the preface: an adverb before it is the object's own (``با اشاره به نقش ایران در این زمینه، افزود``).
    """
    closed = passage.text[start:end].rstrip().endswith("،")
    last_words = {"adverb"} if keep_pronouns else {"adverb", "pronoun"}
    start, end = passage.strip(start, end)
    while True:
        before = end
        if passage.text.endswith(" و", start, end):
            end -= 2
        for hit in reversed(passage.within(start, end)):
            last = not closed and hit.kind in last_words and not passage.text[hit.end : end].strip(" ،")
            if last and passage.text[hit.start : hit.end] in passage.lexicon.times:
                last = passage.text[start : hit.start].rstrip().endswith("،")
            if last or (hit.kind == "adverb" and _is_occasion(passage, hit)):
                end = hit.start
        start, end = passage.strip(start, end)
        if end == before:
            return start, end


def _is_occasion(passage: Passage, hit: Hit) -> bool:
    words = passage.text[hit.start : hit.end]
    return words.startswith(("در گفت", "در مصاحبه", "در جمع")) or passage.text.startswith("در نشست خبری", hit.start)


_ANSWERS = ("در پاسخ", "درپاسخ", "در جواب", "پاسخ")
_THIS = re.compile(r"(?:این|یک|برخی|چند|همین|سلسله) ")


def _read_question(passage: Passage, opener: Hit, stretch: Stretch, head: Head) -> bool:
    """``در پاسخ به سوال خبرنگار X مبنی بر اینکه Q``."""
    if passage.text[opener.start : opener.end] not in passage.lexicon.question_openers:
        return False
    start, end = stretch
    that = passage.starts(passage.lexicon.that, start)
    if that and passage.text.startswith(_ANSWERS, opener.start):  # "در پاسخ به اینکه Q"
        head.question = _without_mark(passage, passage.strip(that, end))
        return True
    match = _THIS.match(passage.text, start, end)
    word_end = _question_word(passage, match.end() if match else start)
    if not word_end:
        # "در پاسخ به خبرنگاران" tells of no question.
        return bool(passage.starts(passage.lexicon.media, start)) and passage.text[start:end].count(" ") < _FEW
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
        head.question = _without_mark(passage, question)
        head.asker = asker if asker[0] < asker[1] else None
    return True


def asks(passage: Passage, opener: Hit) -> bool:
    """Whether a preface opens a question: ``در پاسخ به`` before one of the words for it."""
    if passage.text[opener.start : opener.end] not in passage.lexicon.question_openers:
        return False
    if passage.text.startswith(_ANSWERS, opener.start) and passage.starts(passage.lexicon.that, opener.end + 1):
        return True
    match = _THIS.match(passage.text, opener.end + 1)
    return bool(_question_word(passage, match.end() if match else opener.end + 1))


def past_question(passage: Passage, start: int) -> int:
    """Past ``در پاسخ به سوال دیگری`` at ``start``, which tells nothing of the question; or 0."""
    here = start + (passage.text.startswith(" ", start))
    opener = passage.hit_at(here)
    if opener is None or not asks(passage, opener):
        return 0
    match = _THIS.match(passage.text, opener.end + 1)
    word = _question_word(passage, match.end() if match else opener.end + 1)
    other = _OTHER.match(passage.text, word) if word else None
    return other.end() if other else word


_OTHER = re.compile(r" دیگری?(?= )")


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


def _without_mark(passage: Passage, stretch: Stretch) -> Stretch:
    """Without the question mark that closes it, unless quotation marks make it somebody's own words."""
    inner = unquoted(passage, stretch)
    if inner != stretch:
        return inner
    start, end = stretch
    return start, start + len(passage.text[start:end].rstrip(" ؟"))


def unquoted(passage: Passage, stretch: Stretch) -> Stretch:
    """Without the pair of quotation marks that encloses it whole."""
    start, end = stretch
    quote = passage.quotes.around(start)
    if quote is not None and quote.start == start and quote.closed and quote.end == end:
        return passage.strip(start + 1, end - 1)
    return stretch


def _topic_verb(passage: Passage, start: int, end: int) -> tuple[int, Stretch] | None:
    """Where ``به T اشاره کرد و``, ``از T یاد کرد و``, ``به بررسی T پرداخت و`` begins, and its T."""
    found = None
    for hit in passage.within(start, end):
        if hit.verb is None or hit.verb.topic is None or passage.quoted(hit.start):
            continue
        joint = _JOINED.match(passage.text, hit.end, end)
        if passage.text[hit.end : end].strip() and not joint:
            continue
        if joint and joint.group().strip() == "،" and _in_claim(passage, start, hit.start):
            continue
        opener = _own_preposition(passage, hit.verb.topic, start, hit.start)
        if opener:  # "به تشریح T پرداخت" is about T
            topic = passage.starts(passage.lexicon.acts, opener.end()) or opener.end()
            found = opener.start(), passage.strip(topic, hit.start)
    return found


_ADDRESSEE = re.compile(r"،? به [«\"']{0,2}(\w+(?: \w+){0,3}?)[»\"']{0,2} *$")
_FEW = 3  # words: "خبرنگاران حاضر در نشست" are no question


def _own_preposition(passage: Passage, preposition: str, start: int, end: int) -> re.Match[str] | None:
    """The first ``preposition`` that is no preface's and opens no occasion: ``با اشاره به U، به T اشاره کرد``."""
    prefaces = [hit for hit in passage.within(start, end) if hit.kind == "preface"]
    pattern = re.compile(rf"(?:^|[ ،]){preposition} (?!مناسبت |عنوان |منظور |نقل |همراه )")
    found = pattern.finditer(passage.text, start, end)
    return next((one for one in found if not any(hit.start <= one.start() < hit.end for hit in prefaces)), None)


_SHORT_TOPIC = 8  # words: "با بیان اینکه C، در مورد T گفت"


def _in_claim(passage: Passage, start: int, end: int) -> bool:
    """Whether ``با بیان اینکه`` stands before ``end``, so that a comma closes the claim."""
    return any(
        hit.kind == "preface" and passage.starts(passage.lexicon.that, hit.end + 1)
        for hit in passage.within(start, end)
    )


_EMPHASIS = re.compile(r"(?:با|ضمن) تاکید (?:\w+ ){1,3}?بر ")
_JOINED = re.compile(r" ?(?:،|و(?: |$))")
