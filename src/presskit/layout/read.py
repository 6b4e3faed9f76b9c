"""Blocks to a page: an ordered list of rules for each stretch of it.

From the outside in: what closes the page (end mark, and all after it), what is no prose, the meta lines, then the
head from the top, then the body. A rule is a short function that says of one block whether it is what the rule is
named after; the first that says yes decides, and its name stays with the block.
"""

from __future__ import annotations

from collections.abc import Sequence

from presskit.fields import outlets
from presskit.layout.blocks import Block, split
from presskit.layout.body import BODY
from presskit.layout.close import close_page
from presskit.layout.dialogue import mark_turns
from presskit.layout.furniture import ANYWHERE
from presskit.layout.head import read_page_head
from presskit.layout.page import Page, decide, undecided
from presskit.lexicon import Scan
from presskit.text.view import View


def layout(source: str, view: View, scan: Scan) -> list[Block]:
    """The blocks of a page in order, each with its kind and the rule that decided."""
    blocks = split(source)
    places, texts = _words(view, blocks)
    wrapped = any("\n" in source[block.start : block.end] for block in blocks)
    page = Page(texts, places, blocks, scan, wrapped, outlets.reported(view.text, scan.lexicon), source)
    end = close_page(page)
    mark_turns(page, end)
    for index in range(end):
        if undecided(blocks[index]):
            decide(page, index, ANYWHERE)
    body = read_page_head(page, [index for index in range(end) if undecided(blocks[index])])
    for index in body:
        decide(page, index, BODY)
    return blocks


def _words(view: View, blocks: Sequence[Block]) -> tuple[list[int], list[str]]:
    """Where each block's words begin in the view, and those words, without spaces around them."""
    places, texts = [], []
    for block in blocks:
        start = view.offset(block.start)
        text = view.text[start : view.offset(block.end)]
        places.append(start + len(text) - len(text.lstrip()))
        texts.append(text.strip())
    return places, texts
