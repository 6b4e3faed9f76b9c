"""The head of the page, from the top: kicker, headline, subheadline, lead."""

from __future__ import annotations

import re

from presskit.fields import outlets
from presskit.layout.blocks import Kind
from presskit.layout.dialogue import TURNS
from presskit.layout.page import Page, Rule, count_words, decide, has_frame, opens_as_report, undecided
from presskit.lexicon import Lexicon

_LONGEST_HEADLINE = 160
_LONGEST_KICKER = 90
_LONGEST_LEAD = 700
_MOST_ISSUER_WORDS = 6
_SIGN = re.compile(r"[:.!؟؛«»\"/]")
_BULLET = re.compile(r"[♦🔹🔸🔴🔵🔻🔺▪️◾●•■]")


def read_page_head(page: Page, indices: list[int]) -> list[int]:
    """Mark kicker, headline, subheadline and lead; what is left is the body. None of them stands after a turn."""
    talk = next((index for index, block in enumerate(page.blocks) if block.rule in TURNS), len(page.blocks))
    rest = [index for index in indices if index < talk]
    after = [index for index in indices if index > talk]
    if len(rest) > 1 and decide(page, rest[0], _OVER_THE_HEAD):
        rest.pop(0)
    if len(rest) > 1 and decide(page, rest[0], _KICKER):
        rest.pop(0)
    if rest and decide(page, rest[0], _HEADLINE):
        rest.pop(0)
        if len(rest) > 1 and decide(page, rest[0], _SUBHEADLINE):
            rest.pop(0)
        if len(rest) > 1 and decide(page, rest[0], _LEAD):
            rest.pop(0)
    return rest + after


def issuer(page: Page, index: int) -> bool:
    """``وزارت نیرو``, ``روابط عمومی شهرداری اصفهان``: who issued the page, alone over its kicker or headline."""
    text, lexicon = page.texts[index], page.lexicon
    below = next((i for i in range(index + 1, len(page.blocks)) if undecided(page.blocks[i])), index)
    if below == index or not (reads_as_headline(page, below) or kicker_punctuation(page, below)):
        return False
    office = lexicon.press_offices.end(text, 0, len(text))
    name = text[office:].strip()
    if office and not page.frames(index) and not _SIGN.search(name) and name.split(" ")[-1] not in lexicon.light:
        return count_words(name) <= _MOST_ISSUER_WORDS
    return name in lexicon.organisations or _body_of_a_place(name, lexicon)


def _body_of_a_place(name: str, lexicon: Lexicon) -> bool:
    """``شهرداری اصفهان``, ``آموزش و پرورش استان یزد``."""
    words = name.split(" ")
    return any(
        " ".join(words[:cut]) in lexicon.bodies
        and " ".join(words[cut:]).removeprefix("استان ").removeprefix("شهر ") in lexicon.places
        for cut in range(1, len(words))
    )


def kicker_punctuation(page: Page, index: int) -> bool:
    """``NAME در نشست خبری:``, ``NAME:`` over a headline: a short first line that ends with a colon or semicolon."""
    text = page.texts[index].rstrip("* ")
    return len(text) <= _LONGEST_KICKER and text.endswith((":", "؛")) and reads_as_headline(page, index + 1)


def kicker_cue(page: Page, index: int) -> bool:
    """``سخنگوی قوه قضاییه اعلام کرد`` over a headline, without the colon."""
    text = page.texts[index]
    if len(text) > _LONGEST_KICKER or not reads_as_headline(page, index + 1) or _report_or_prefix(page, index + 1):
        return False
    hits = page.frames(index)
    end = page.places[index] + len(text)
    ends = bool(hits) and hits[-1].kind == "cue" and hits[-1].end >= end - 1 and not _ends_as_lead_would(page, index)
    occasion = re.search(r" در (?:نشست|کنفرانس) (?:خبری|مطبوعاتی)$", text)
    return ends or bool(occasion)


def _ends_as_lead_would(page: Page, index: int) -> bool:
    """A headline like ``… خبر داد`` over its lead is no kicker: the next line would be long."""
    return len(page.texts[index + 1]) > 100


def reads_as_headline(page: Page, index: int) -> bool:
    """One short line that neither ends as a sentence of prose nor opens as a report."""
    if index >= len(page.texts) or not undecided(page.blocks[index]):
        return False
    text = page.texts[index]
    if len(text) > _LONGEST_HEADLINE or opens_as_report(text):
        return False
    return not text.endswith((".", "،", ":"))


def _report_or_prefix(page: Page, index: int) -> bool:
    return opens_as_report(page.texts[index]) or outlet_prefix(page, index)


def over_an_interview(page: Page, index: int) -> bool:
    """``گفت‌وگو با رضا کریمی:`` at once over the first question."""
    text = page.texts[index]
    turns = index + 1 < len(page.blocks) and page.blocks[index + 1].rule in TURNS
    return turns and len(text) <= _LONGEST_HEADLINE and text.endswith(":") and not opens_as_report(text)


def subheadline_line(page: Page, index: int) -> bool:
    """A second short line that ends as no sentence does, before the story opens."""
    text = page.texts[index]
    if not reads_as_headline(page, index) or _report_or_prefix(page, index) or count_words(text) > 25:
        return False
    return not has_frame(page, index)


def outlet_prefix(page: Page, index: int) -> bool:
    """``نصر: …``, ``خبرگزاری فارس: …``, ``باشگاه خبرنگاران جوان - «…»``."""
    text = page.texts[index]
    return bool(outlets.prefix(text, page.lexicon, page.reported) or outlets.dashed(text, page.lexicon))


def _ends_open(page: Page, index: int) -> bool:
    """``وزیر نیرو:`` sums nothing up."""
    return page.texts[index].rstrip("* ").endswith(":")


def lead_before_the_report(page: Page, index: int) -> bool:
    """The paragraph before the one that opens with ``به گزارش …``."""
    following = next((i for i in range(index + 1, len(page.texts)) if page.blocks[i].kind == "paragraph"), None)
    if page.wrapped or following is None or opens_as_report(page.texts[index]) or _ends_open(page, index):
        return False
    return opens_as_report(page.texts[following])


def lead_under_headline(page: Page, index: int) -> bool:
    """The short first paragraph of a page with a line to a paragraph, unless it already tells where it was said."""
    text = page.texts[index]
    if page.wrapped or opens_as_report(text) or len(text) > _LONGEST_LEAD or _ends_open(page, index):
        return False
    if _BULLET.match(text):  # a channel's posts have no lead: each line is a piece of the story
        return False
    body = [i for i in range(index + 1, len(page.texts)) if page.blocks[i].kind == "paragraph"]
    told = any(
        hit.kind == "adverb" and page.scan.text.startswith(("در گفت", "در مصاحبه"), hit.start)
        for hit in page.frames(index)
    )
    return len(body) >= 2 and not told and not page.opens_with_pronoun(index)


def before_meta(page: Page, index: int) -> bool:
    """The one paragraph between the headline and the meta lines, over the story: it sums that up."""
    below = [block.kind for block in page.blocks[index + 1 :] if block.kind != "boilerplate"]
    return bool(below) and below[0] == "meta" and "paragraph" in below and not _ends_open(page, index)


_OVER_THE_HEAD: tuple[tuple[Kind, Rule], ...] = (("meta", issuer),)
_KICKER: tuple[tuple[Kind, Rule], ...] = (("kicker", kicker_punctuation), ("kicker", kicker_cue))
_HEADLINE: tuple[tuple[Kind, Rule], ...] = (
    ("headline", reads_as_headline),
    ("headline", over_an_interview),
)
_SUBHEADLINE: tuple[tuple[Kind, Rule], ...] = (("subheadline", subheadline_line),)
_LEAD: tuple[tuple[Kind, Rule], ...] = (
    ("lead", outlet_prefix),
    ("lead", lead_before_the_report),
    ("lead", lead_under_headline),
    ("lead", before_meta),
)
