"""The page as its rules see it, and how one decides a block: the first that says yes, whose name stays with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from presskit.layout.blocks import Block, Kind
from presskit.lexicon import Hit, Lexicon, Scan


class Page(NamedTuple):
    """What a rule may look at: the spelling-blind words of every block, and the lexicon."""

    texts: Sequence[str]
    places: Sequence[int]  # where each text begins in the view
    blocks: Sequence[Block]
    scan: Scan
    wrapped: bool
    reported: frozenset[str]  # the outlets that the page says it reports by
    source: str

    @property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return self.scan.lexicon

    def raw(self, index: int) -> str:
        """A block as it stands in the source, links and all."""
        return self.source[self.blocks[index].start : self.blocks[index].end]

    def frames(self, index: int) -> Sequence[Hit]:
        """The words in a block that make frames, in the view's offsets."""
        return self.scan.frames.within(self.places[index], self.places[index] + len(self.texts[index]))

    def opens_with_pronoun(self, index: int) -> bool:
        """``وی …``: somebody is spoken of who was named before."""
        hit = self.scan.frames.at(self.places[index])
        return hit is not None and hit.kind == "pronoun"


SENTENCE_END = re.compile(r"[.…!؟][\s»\"')\]]*$")
_REPORT = re.compile(r"(?:\W*)به (?:گزارش|نقل از) ")

Rule = Callable[[Page, int], bool]


def undecided(block: Block) -> bool:
    """Whether no rule has claimed a block yet; one that none claims stays a paragraph."""
    return block.rule == "paragraph-by-default"


def decide(page: Page, index: int, rules: Sequence[tuple[Kind, Rule]]) -> bool:
    """Ask rules of a block in their order, and mark it by the first that says yes; whether one did."""
    for kind, rule in rules:
        if rule(page, index):
            mark(page.blocks[index], kind, rule)
            return True
    return False


def mark(block: Block, kind: Kind, rule: Rule) -> None:
    """Give a block its kind, and the name of the rule that decided, in kebab case: ``explain`` shows it."""
    block.kind, block.rule = kind, rule.__name__.strip("_").replace("_", "-")


# --- what the rules of several stretches ask ------------------------------------------------------------------------


def count_words(text: str) -> int:
    """How many words a text has."""
    return text.count(" ") + 1


def opens_as_report(text: str) -> bool:
    """``به گزارش ایسنا، …``: the story itself."""
    return bool(_REPORT.match(text))


def has_frame(page: Page, index: int) -> bool:
    """Whether somebody is said to speak: a cue before a colon or a quotation mark."""
    text = page.scan.text
    return any(
        hit.kind == "cue" and text[hit.end : hit.end + 2].strip()[:1] in {":", "«", '"'} for hit in page.frames(index)
    )
