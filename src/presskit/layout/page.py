"""The page as its rules see it, and how one decides a block: the first that says yes, whose name stays with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from presskit.layout.blocks import Block, Kind
from presskit.lexicon import Lexicon


class Page(NamedTuple):
    """What a rule may look at: the spelling-blind words of every block, and the lexicon."""

    texts: Sequence[str]
    blocks: Sequence[Block]
    lexicon: Lexicon
    wrapped: bool
    reported: frozenset[str]  # the outlets that the page says it reports by


SENTENCE_END = re.compile(r"[.…!؟][\s»\"')\]]*$")
_REPORT = re.compile(r"(?:\W*)به (?:گزارش|نقل از) ")

Rule = Callable[[Page, int], bool]


def undecided(block: Block) -> bool:
    return block.rule == "paragraph-by-default"


def decide(page: Page, index: int, rules: Sequence[tuple[Kind, Rule]]) -> bool:
    for kind, rule in rules:
        if rule(page, index):
            mark(page.blocks[index], kind, rule)
            return True
    return False


def mark(block: Block, kind: Kind, rule: Callable[..., object]) -> None:
    block.kind, block.rule = kind, rule.__name__.strip("_").replace("_", "-")


# --- what the rules of several stretches ask ------------------------------------------------------------------------


def count_words(text: str) -> int:
    """How many words a text has."""
    return text.count(" ") + 1


def opens_as_report(text: str) -> bool:
    """``به گزارش ایسنا، …``: the story itself."""
    return bool(_REPORT.match(text))


def has_frame(page: Page, text: str) -> bool:
    """Whether somebody is said to speak: a cue before a colon or a quotation mark."""
    hits = page.lexicon.frames(text)
    return any(hit.kind == "cue" and text[hit.end : hit.end + 2].strip()[:1] in {":", "«", '"'} for hit in hits)
