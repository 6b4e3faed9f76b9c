"""Who published the page and from where: ``به گزارش X``, ``X:`` before the lead, ``تهران - ایرنا -``, a meta line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presskit.lexicon import Lexicon, Outlet, longest_words


class Found(NamedTuple):
    """An outlet or a place in a text, ``text[start:end]``, and its usual name."""

    start: int
    end: int
    name: str


_PREFIX = re.compile(r"[*\s\"«]*([^:،.]{2,50}?)[\s*\"»]*:(?!/)")
# What every form of a dateline opens with: a place or an outlet, up to the first sign. Most paragraphs have neither.
_FIRST_WORDS = re.compile(r"[*\s]*([^\W\d][\w ]{1,40}?) ?[-/،(:]")
_DATELINE = re.compile(r"[*\s]*([^\W\d][\w ]{1,25}?) ?[-/،] ?([\w «»\"]{2,40}?) ?[-:](?!\w)")
_IN_BRACKETS = re.compile(r"[*\s]*([^\W\d][\w ]{1,25}?) ?\( ?([\w ]{2,40}?) ?\) ?[-:،]")
_OUTLET_SLASH = re.compile(r"[*\s]*([^\W\d][\w ]{2,40}?) ?/ ?(?=\w)")
_PLACE_COLON = re.compile(r"[*\s]*([^\W\d][\w ]{1,25}?) ?: ?(?=\w)")
_PLACE_DASH = re.compile(r"[*\s]*([^\W\d][\w ]{1,25}?) ?- ?(?=[«\"\w])")
_STORY_GOES_ON = re.compile(r"[«\"]?(?:[^\s\-/|]+ ){5}[^\s\-/|]")  # six words, and no further dash between them
_OUTLET_DASH = re.compile(r"[*\s]*([^\W\d][\w ]{2,40}?) ?[-_] ?(?=[«\"\w])")
_REPORT = re.compile(
    r"به گزارش(?= |[«\"']) ?"
    r"(?:(?:خبرنگار|گروه|سرویس|بخش) (?:[^،:.]{0,30}? )?(?=(?:خبرگزاری|پایگاه|باشگاه خبرنگاران|سایت)))?"
)
_QUOTED = re.compile(r"\W*به نقل از [«\"']*")
# "روز دوشنبه خبرنگار گروه اجتماعی ": the desk of an outlet whose name follows.
_DESK = re.compile(r"(?:روز \w+ )?(?:خبرنگار|گروه|سرویس|بخش) ")
_DESK_WORDS = 4
_WORD_AND_SPACE = re.compile(r"\w+ ")
_NAME_OVER = re.compile(r" ?(?:[،:.*؛]|$)| از | در ")
_NAME_END = re.compile(r"[،:.*؛]| از (?=\w)| به نقل از | در (?=\w)")
_LONGEST_NAME = 80  # four words; a page may say "به گزارش" thousands of times with no end of a name after it
_FROM = re.compile(r" ?(?:از|در) ([^\W\d][\w]*(?: \w+)?)[،:*]| از ([^\W\d]\w+)(?= )")
_BUREAU = re.compile(r" ?- ?(?:منطقه |استان )?(?=\w)")  # "به گزارش ایسنا - منطقه یزد،"
_GENERIC = (
    "خبرنگار",
    "گروه",
    "روابط عمومی",
    "منابع",
    "رسانه",
    "ما ",
    "این ",
    "پایگاه اطلاع رسانی",
    "وزارت",
    "سازمان",
    "اداره",
    "دفتر",
)


def prefix(text: str, lexicon: Lexicon, reported: frozenset[str] = frozenset()) -> Found | None:
    """The outlet before the first colon: ``نصر: سخنگوی …``; one that the lexicon knows, or that the page reports by."""
    match = _PREFIX.match(text)
    if not match:
        return None
    name = match.group(1).strip()
    outlet = lexicon.outlets.get(name)
    return Found(*match.span(1), outlet.name if outlet else name) if outlet or name in reported else None


def reported(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The names in every ``به گزارش NAME،`` of a page: what else it writes them over is an outlet's as well."""
    return frozenset(text[found.start : found.end] for found in _reports(text, lexicon))


def dateline(text: str, lexicon: Lexicon) -> tuple[Found, Found | None] | None:
    """Place and outlet of ``تهران - ایرنا - …``, ``تهران (ایسنا) - …`` or ``تهران – اقتصاد برتر – ۱۳ اردیبهشت``.

    Also of ``ایسنا/خراسان رضوی …``. The place alone of ``مشهد – رئیس پلیس …``, where a story goes on after the dash:
    ``تهران - مشهد`` is a road; and of ``مشهد: رئیس پلیس …``.
    """
    first = _FIRST_WORDS.match(text)
    if first is None or (first[1] not in lexicon.places and first[1] not in lexicon.outlets):
        return None
    outlet = _OUTLET_SLASH.match(text)
    known = lexicon.outlets.get(outlet[1]) if outlet else None
    if outlet and known and not _is_a_word(outlet[1], known) and (place := _place_at(text, outlet.end(), lexicon)):
        return place, Found(*outlet.span(1), known.name)
    match = _DATELINE.match(text) or _IN_BRACKETS.match(text)
    if match and _is_place(match.group(1), lexicon):
        name = match.group(2)
        known = lexicon.outlets.get(name)
        if known or not (len(name.split()) > 3 or _opens_with_role(name, lexicon)):
            return Found(*match.span(1), match.group(1)), Found(*match.span(2), known.name if known else name)
    match = _PLACE_COLON.match(text)
    if match and _is_place(match.group(1), lexicon) and _opens_with_role(text[match.end() :], lexicon):
        return Found(*match.span(1), match.group(1)), None
    match = _PLACE_DASH.match(text)
    if match is None or not _is_place(match.group(1), lexicon) or not _STORY_GOES_ON.match(text, match.end()):
        return None
    words = text[match.end() :].split(" ", 2)
    if any(" ".join(words[:count]).rstrip("،.:؛") in lexicon.places for count in (1, 2)):
        return None
    return Found(*match.span(1), match.group(1)), None


def _place_at(text: str, start: int, lexicon: Lexicon) -> Found | None:
    """The longest known place that begins at ``start``."""
    end = longest_words(text, start, lambda words: _is_place(words, lexicon))
    return Found(start, end, text[start:end]) if end else None


def _is_place(words: str, lexicon: Lexicon) -> bool:
    return words in lexicon.places and words not in lexicon.months["weekday"]  # "دوشنبه / 12 …" is a Monday


def _opens_with_role(name: str, lexicon: Lexicon) -> bool:
    """``تهران - وزیر نیرو: …``: a speaker."""
    return any(hit.kind == "role" and not hit.start for hit in lexicon.people(name))


def dashed(text: str, lexicon: Lexicon) -> Found | None:
    """``باشگاه خبرنگاران جوان - «…»``; the quotation is needed where ``ایران - عراق`` may be two teams."""
    match = _OUTLET_DASH.match(text)
    outlet = lexicon.outlets.get(match.group(1)) if match else None
    if match is None or outlet is None or (_is_a_word(match.group(1), outlet) and text[match.end()] not in '«"'):
        return None
    return Found(*match.span(1), outlet.name)


def _is_a_word(name: str, outlet: Outlet) -> bool:
    """Whether a name of an outlet is an ordinary word as well; the longer ones are not."""
    return outlet.ambiguous and " " not in name


def opening(text: str, lexicon: Lexicon, names: frozenset[str] = frozenset()) -> int:
    """Where the words of a paragraph begin after ``نصر:``, ``تهران - ایرنا -``, ``مشهد -`` or ``خبرگزاری فارس -``."""
    head = text[:100]
    pair = dateline(head, lexicon)
    parts = pair or (prefix(head, lexicon, names) or dashed(head, lexicon),)
    over = max((part.end for part in parts if part), default=0)
    if not over:
        return 0
    while over < len(text) and text[over] in ' :-_"»*)':
        over += 1
    return over


def report(text: str, lexicon: Lexicon) -> tuple[Found | None, Found | None]:
    """The outlet, and the place, of ``به گزارش خبرگزاری فارس از گرگان،``."""
    for found in _reports(text, lexicon):
        return found, _place(text, found.end, lexicon)
    return None, None


def quoted(text: str, lexicon: Lexicon) -> Found | None:
    """The outlet that a paragraph opens with: ``به نقل از فارس، …``."""
    match = _QUOTED.match(text)
    end = _known_at(text, match.end(), lexicon) if match else 0
    return Found(match.end(), end, lexicon.outlets[text[match.end() : end]].name) if match and end else None


def _reports(text: str, lexicon: Lexicon) -> Iterator[Found]:
    for match in _REPORT.finditer(text) if "به گزارش" in text else ():
        start = match.end()
        while start < len(text) and text[start] in "\"'«* ":
            start += 1
        start = _after_desk(text, start, lexicon)
        end = _known_at(text, start, lexicon)
        name = lexicon.outlets[text[start:end]].name if end else ""
        if not end:
            stop = _NAME_END.search(text, start, start + _LONGEST_NAME)
            end = stop.start() if stop else 0
            while end > start and text[end - 1] in "\"'» ":
                end -= 1
            name = text[start:end]
            if not end or not 1 <= len(name.split()) <= 4 or name.startswith(_GENERIC):
                continue
        yield Found(start, end, name)


def _after_desk(text: str, start: int, lexicon: Lexicon) -> int:
    """Where the known outlet begins whose desk stands at ``start``, or ``start``.

    ``خبرنگار حوزه سلامت ایسنا`` reports for ایسنا: a name that is an ordinary word as well must be the last of them.
    """
    desk = _DESK.match(text, start)
    begin = desk.end() if desk else start
    for _ in range(_DESK_WORDS if desk else 0):
        end = _known_at(text, begin, lexicon)
        if end and (not lexicon.outlets[text[begin:end]].ambiguous or _NAME_OVER.match(text, end)):
            return begin
        word = _WORD_AND_SPACE.match(text, begin)
        if word is None:
            break
        begin = word.end()
    return start


def _known_at(text: str, start: int, lexicon: Lexicon) -> int:
    """Where the longest known outlet that begins at ``start`` ends, or 0."""
    ends = [match.end() for match in re.finditer(r"\b", text[start : start + 60])]
    for end in reversed(ends):
        if text[start : start + end] in lexicon.outlets:
            return start + end
    return 0


def _place(text: str, start: int, lexicon: Lexicon) -> Found | None:
    start += text[start : start + 1] in {'"', "»"}
    bureau = _BUREAU.match(text, start)
    if bureau and (found := _place_at(text, bureau.end(), lexicon)):
        return found
    match = _FROM.match(text, start)
    if not match:
        return None
    group = 1 if match.group(1) else 2
    words = match.group(group)
    if group == 2 and words not in lexicon.places:
        return None
    if group == 1 and match.group().lstrip().startswith("در") and words not in lexicon.places:
        return None
    return Found(*match.span(group), words)


def known(text: str, lexicon: Lexicon) -> Found | None:
    """The outlet that stands alone between the separators of a meta line."""
    for match in re.finditer(r"[^\-|/:،]+", text):
        part = match.group().strip()
        outlet = lexicon.outlets.get(part)
        if outlet:
            start = match.start() + match.group().index(part)
            return Found(start, start + len(part), outlet.name)
    return None


def place_alone(text: str, lexicon: Lexicon) -> Found | None:
    """The place that opens a meta line: ``تهران – …``."""
    match = re.match(r"([^\W\d][\w ]*?) ?[-|/،]", text)
    return Found(*match.span(1), match.group(1)) if match and _is_place(match.group(1), lexicon) else None
