"""Blocks to a page: an ordered list of rules for each stretch of it.

From the outside in: what closes the page (end mark, and all after it), what is no prose, the meta lines, then the head from
the top, then the body. A rule is a short function that says of one block whether it is what the rule is named after; the
first that says yes decides, and its name stays with the block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from presskit.fields import outlets
from presskit.layout.blocks import Block, Kind, split
from presskit.layout.meta import is_meta
from presskit.lexicon import Lexicon
from presskit.text.view import View


class Page(NamedTuple):
    """What a rule may look at: the spelling-blind words of every block, and the lexicon."""

    texts: Sequence[str]
    blocks: Sequence[Block]
    lexicon: Lexicon
    wrapped: bool
    reported: frozenset[str]  # the outlets that the page says it reports by


Rule = Callable[[Page, int], bool]


def layout(source: str, view: View, lexicon: Lexicon) -> list[Block]:
    """The blocks of a page in order, each with its kind and the rule that decided."""
    blocks = split(source)
    texts = [view.text[view.offset(block.start) : view.offset(block.end)].strip() for block in blocks]
    wrapped = any("\n" in source[block.start : block.end] for block in blocks)
    page = Page(texts, blocks, lexicon, wrapped, outlets.reported(view.text, lexicon))
    end = _close(page)
    for index in range(end):
        _decide(page, index, _ANYWHERE)
    body = _head(page, [index for index in range(end) if _open(blocks[index])])
    for index in body:
        _decide(page, index, _BODY)
    return blocks


def _open(block: Block) -> bool:
    return block.rule == "paragraph-by-default"


def _decide(page: Page, index: int, rules: Sequence[tuple[Kind, Rule]]) -> bool:
    for kind, rule in rules:
        if rule(page, index):
            _mark(page.blocks[index], kind, rule)
            return True
    return False


def _mark(block: Block, kind: Kind, rule: Callable[..., object]) -> None:
    block.kind, block.rule = kind, rule.__name__.strip("_").replace("_", "-")


# --- the end of the page ------------------------------------------------------------------------------------------

_AROUND_END_MARK = re.compile(r"[\s/*#|_.\-‫‬]*")
_LONGEST_END_MARK = 60
_DESK_CODE = re.compile(r"[\d*/ ]{5,20}|منبع ?:.{1,60}")


def _close(page: Page) -> int:
    """Mark the end mark and what follows it; the number of blocks before."""
    for index in range(len(page.blocks)):
        if end_mark_words(page, index) and not _followed_by_page(page, index):
            _mark(page.blocks[index], "end_mark", end_mark_words)
            for block in page.blocks[index + 1 :]:
                _mark(block, "boilerplate", _after_end_mark)
            return index
    last = len(page.blocks) - 1
    if last > 1 and desk_code(page, last):
        _mark(page.blocks[last], "end_mark", desk_code)
        return last
    return len(page.blocks)


def end_mark_words(page: Page, index: int) -> bool:
    """``انتهای پیام/``, ``پایان پیام/ت``, ``/انتهای پیام/۱۲۳`` alone on their line."""
    text = page.texts[index]
    if len(text) > _LONGEST_END_MARK:
        return False
    match = _AROUND_END_MARK.match(text)
    start = match.end() if match else 0
    for mark in page.lexicon.end_marks:
        if text.startswith(mark, start):
            rest = text[start + len(mark) :]
            return not rest or not rest[0].isalpha() and len(rest.split()) <= 4
    return False


def _followed_by_page(page: Page, index: int) -> bool:
    """An end mark that stands before most of the text closes something else."""
    before = sum(map(len, page.texts[:index]))
    return sum(map(len, page.texts[index + 1 :])) > 4 * before + 400


def desk_code(page: Page, index: int) -> bool:
    """IRNA's ``9376**1771``, a bare ``265 33``, ``منبع: …`` as the last line."""
    text = page.texts[index]
    return bool(_DESK_CODE.fullmatch(text)) and len(text) >= 5


def _after_end_mark() -> None:
    """The rule's name for what follows the end mark."""


# --- what is no prose, wherever it stands --------------------------------------------------------------------------

_LINK = re.compile(r"!?\[[^\]]*\]\([^)]*\)|https?://\S+|www\.\S+|<[^>]*>")
_TAG = re.compile(r"[#@][\w.]+")
_RULER = re.compile(r"[\s*\-_=~•·.─—#|]+")
_FURNITURE = re.compile(
    r"(?:بیشتر بخوانید|بیشتر بدانید|اخبار مرتبط|خبرهای مرتبط|مطالب مرتبط|همچنین بخوانید|در همین رابطه بخوانید|برچسب ?ها|کلید ?واژه ?ها|لینک کوتاه|"
    r"کد ?کوتاه|اشتراک ?گذاری|به اشتراک بگذارید|ارسال نظر|نظرات|کپی ?رایت|کلیه حقوق|تمام حقوق|تمامی حقوق|تلفن تماس|تلفن تحریریه|"
    r"ما را در|کانال تلگرام|ارسال به دوستان|نسخه چاپی|عکس ?:|عکاس ?:|تصاویر ?:|فیلم ?:|ویدیو ?:|گزارش تصویری)(?!\w)"
)
_FURNITURE_LENGTH = 160


def image_or_link(page: Page, index: int) -> bool:
    """``![](…)``, ``[…](…)``, a bare address: nothing is left without them."""
    text = page.texts[index]
    return bool(_LINK.search(text)) and not _LINK.sub("", text).strip(" .،|-*")


def ruler(page: Page, index: int) -> bool:
    """``* * *``, ``-----``: no letter and no digit."""
    return bool(_RULER.fullmatch(page.texts[index])) or not any(map(str.isalnum, page.texts[index]))


def tags(page: Page, index: int) -> bool:
    """Hashtags and handles alone."""
    text = page.texts[index]
    return bool(_TAG.search(text)) and not any(map(str.isalnum, _TAG.sub("", text)))


def furniture(page: Page, index: int) -> bool:
    """Share links, related news, copyright lines, telephone numbers of the newsroom."""
    text = page.texts[index]
    return len(text) <= _FURNITURE_LENGTH and bool(_FURNITURE.match(text.lstrip("*-•🔹♦️ ")))


def meta_line(page: Page, index: int) -> bool:
    """Date, code, category, reporter or outlet, and next to nothing else."""
    return is_meta(page.texts[index], page.lexicon)


_ANYWHERE: tuple[tuple[Kind, Rule], ...] = (
    ("boilerplate", ruler),
    ("boilerplate", image_or_link),
    ("boilerplate", tags),
    ("boilerplate", furniture),
    ("meta", meta_line),
)

# --- the head of the page -------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"[.…!؟][\s»\"')\]]*$")
_REPORT = re.compile(r"(?:\W*)به (?:گزارش|نقل از) ")
_LONGEST_HEADLINE = 160
_LONGEST_KICKER = 90
_LONGEST_LEAD = 700


def _head(page: Page, indices: list[int]) -> list[int]:
    """Mark kicker, headline, subheadline and lead; what is left is the body."""
    rest = list(indices)
    if len(rest) > 1 and _decide(page, rest[0], _KICKER):
        rest.pop(0)
    if rest and _decide(page, rest[0], _HEADLINE):
        headline = rest.pop(0)
        if len(rest) > 1 and _decide(page, rest[0], _SUBHEADLINE):
            rest.pop(0)
        if len(rest) > 1 and (_decide(page, rest[0], _LEAD) or _before_meta(page, headline, rest[0])):
            rest.pop(0)
    elif page.blocks and rest and page.blocks[indices[0]].kind == "kicker":
        page.blocks[indices[0]].kind, page.blocks[indices[0]].rule = "headline", "kicker-without-a-headline"
    return rest


def _words(text: str) -> int:
    return text.count(" ") + 1


def kicker_punctuation(page: Page, index: int) -> bool:
    """``NAME در نشست خبری:``, ``NAME:`` over a headline: a short first line that ends with a colon or semicolon."""
    text = page.texts[index].rstrip("* ")
    return len(text) <= _LONGEST_KICKER and text.endswith((":", "؛")) and reads_as_headline(page, index + 1)


def kicker_cue(page: Page, index: int) -> bool:
    """``سخنگوی قوه قضاییه اعلام کرد`` over a headline, without the colon."""
    text = page.texts[index]
    if len(text) > _LONGEST_KICKER or not reads_as_headline(page, index + 1) or _report_or_prefix(page, index + 1):
        return False
    hits = page.lexicon.frames(text)
    ends = bool(hits) and hits[-1].kind == "cue" and hits[-1].end >= len(text) - 1 and not _ends_as_lead_would(page, index)
    occasion = re.search(r" در (?:نشست|کنفرانس) (?:خبری|مطبوعاتی)$", text)
    return ends or bool(occasion)


def _ends_as_lead_would(page: Page, index: int) -> bool:
    """A headline like ``… خبر داد`` over its lead is no kicker: the next line would be long."""
    return len(page.texts[index + 1]) > 100


def reads_as_headline(page: Page, index: int) -> bool:
    """One short line that neither ends as a sentence of prose nor opens as a report."""
    if index >= len(page.texts) or page.blocks[index].kind != "paragraph":
        return False
    text = page.texts[index]
    if len(text) > _LONGEST_HEADLINE or _REPORT.match(text):
        return False
    return not text.endswith((".", "،", ":"))


def _report_or_prefix(page: Page, index: int) -> bool:
    return bool(_REPORT.match(page.texts[index])) or outlet_prefix(page, index)


def subheadline_line(page: Page, index: int) -> bool:
    """A second short line that ends as no sentence does, before the story opens."""
    text = page.texts[index]
    if not reads_as_headline(page, index) or _report_or_prefix(page, index) or _words(text) > 25:
        return False
    return not _has_frame(page, text)


def _has_frame(page: Page, text: str) -> bool:
    return any(hit.kind == "cue" and text[hit.end : hit.end + 2].strip()[:1] in {":", "«", '"'} for hit in page.lexicon.frames(text))


def outlet_prefix(page: Page, index: int) -> bool:
    """``نصر: …``, ``خبرگزاری فارس: …``, ``باشگاه خبرنگاران جوان - «…»``."""
    text = page.texts[index]
    return bool(outlets.prefix(text, page.lexicon, page.reported) or outlets.dashed(text, page.lexicon))


def lead_before_the_report(page: Page, index: int) -> bool:
    """The paragraph before the one that opens with ``به گزارش …``."""
    following = next((i for i in range(index + 1, len(page.texts)) if page.blocks[i].kind == "paragraph"), None)
    if page.wrapped or following is None or _REPORT.match(page.texts[index]):
        return False
    return bool(_REPORT.match(page.texts[following]))


def lead_under_headline(page: Page, index: int) -> bool:
    """The short first paragraph of a page with a line to a paragraph, unless it already tells where it was said."""
    text = page.texts[index]
    if page.wrapped or _REPORT.match(text) or len(text) > _LONGEST_LEAD:
        return False
    body = [i for i in range(index + 1, len(page.texts)) if page.blocks[i].kind == "paragraph"]
    hits = page.lexicon.frames(text)
    told = any(hit.kind == "adverb" and text[hit.start : hit.end].startswith(("در گفت", "در مصاحبه")) for hit in hits)
    pronoun = bool(hits) and hits[0].kind == "pronoun" and hits[0].start == 0
    return len(body) >= 2 and not told and not pronoun


def _before_meta(page: Page, headline: int, index: int) -> bool:
    """A paragraph between the headline and the meta lines sums the story up."""
    if not any(page.blocks[i].kind == "meta" for i in range(index + 1, min(index + 4, len(page.blocks)))):
        return False
    _mark(page.blocks[index], "lead", _before_meta)
    return True


_KICKER: tuple[tuple[Kind, Rule], ...] = (("kicker", kicker_punctuation), ("kicker", kicker_cue))
_HEADLINE: tuple[tuple[Kind, Rule], ...] = (("headline", reads_as_headline),)
_SUBHEADLINE: tuple[tuple[Kind, Rule], ...] = (("subheadline", subheadline_line),)
_LEAD: tuple[tuple[Kind, Rule], ...] = (
    ("lead", outlet_prefix),
    ("lead", lead_before_the_report),
    ("lead", lead_under_headline),
)

# --- the body -------------------------------------------------------------------------------------------------------

_LONGEST_HEADING = 120
_MOST_HEADING_WORDS = 18
_BULLET = re.compile(r"[*•●■▪♦️🔹🔸🔴🔵\-\s]+")
_ANSWER = re.compile(r"[^:«\"]{1,40}:")


def heading_line(page: Page, index: int) -> bool:
    """A short line that ends as no sentence does, has no frame, and titles the paragraph that follows."""
    text = _BULLET.sub("", page.texts[index], count=1) if _BULLET.match(page.texts[index]) else page.texts[index]
    if not text or len(text) > _LONGEST_HEADING or _words(text) > _MOST_HEADING_WORDS:
        return False
    if text.rstrip("* ").endswith((".", "،", ":", "!", "…", "»", '"')) or text[0] in "«\"" or _REPORT.match(text):
        return False
    if not _titles_something(page, index):
        return False
    hits = page.lexicon.frames(text)
    return not (hits and hits[0].kind == "pronoun" and hits[0].start == 0) and not _has_frame(page, text)


def _titles_something(page: Page, index: int) -> bool:
    """A longer paragraph follows at once."""
    following = index + 1
    while following < len(page.blocks) and page.blocks[following].kind == "boilerplate":
        following += 1
    if following >= len(page.blocks) or page.blocks[following].kind != "paragraph":
        return False
    return len(page.texts[following]) > len(page.texts[index]) or bool(_SENTENCE_END.search(page.texts[following]))


_BODY: tuple[tuple[Kind, Rule], ...] = (("heading", heading_line),)
