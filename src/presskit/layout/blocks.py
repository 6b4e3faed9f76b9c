"""Lines to blocks: a line is a block of its own, unless the text was broken at some column.

Hard-wrapped text shows itself: it parts its paragraphs by blank lines, and a line ends where the next word would no
longer have fitted. So two lines are joined only where that holds, and short lines (a date over a code) stay apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal[
    "kicker", "headline", "subheadline", "meta", "lead", "heading", "paragraph", "end_mark", "boilerplate"
]  # fmt: skip

_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")
# What may stand around a line's words without being part of it: white space and what is invisible.
_EDGE = " \t\x0b\x0c\x1c\x1d\x1e\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff\u200b"
_VISIBLE = re.compile(r"[^\s\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]")
_TRIMMED = re.compile(rf"[^{_EDGE}](?:.*[^{_EDGE}])?", re.DOTALL)
_NO_PROSE = re.compile(r"!?\[|\S+$")  # an image, a link, a lone word: its length says nothing about the column

_WIDEST = 110  # no converter wraps later than that; a longer line was never wrapped
_NARROWEST = 40
_SLACK = 8  # columns that a converter may leave free: it counts invisible characters otherwise than we do


@dataclass(slots=True)
class Block:
    """A block of the page: ``source[start:end]``, what it is, and the rule that said so."""

    start: int
    end: int
    kind: Kind = "paragraph"
    rule: str = "paragraph-by-default"


def split(source: str) -> list[Block]:
    """The blocks of a source in order, none of them blank, their edges trimmed. Every visible character is in one."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(source) if _VISIBLE.search(match.group())]
    width = _wrap_width(source, lines)
    blocks: list[Block] = []
    joined_to = -1
    for number, (start, end) in enumerate(lines):
        if joined_to == number:
            blocks[-1].end = end
        else:
            blocks.append(Block(start, end))
        if width and number + 1 < len(lines) and _wrapped(source, lines[number], lines[number + 1], width):
            joined_to = number + 1
    for block in blocks:
        _trim(source, block)
    return blocks


def _trim(source: str, block: Block) -> None:
    match = _TRIMMED.search(source, block.start, block.end)
    if match:
        block.start, block.end = match.span()


def _wrap_width(source: str, lines: list[tuple[int, int]]) -> int:
    """The column at which the text was wrapped, or 0 where it was not."""
    lengths = [end - start for start, end in lines if not _NO_PROSE.match(source, start, end)]
    if not lengths or max(lengths) > _WIDEST:
        return 0
    width = max(lengths)
    neighbours = [(one, two) for one, two in pairwise(lines) if _adjacent(source, one, two)]
    parted = len(lines) - 1 - len(neighbours)
    full = sum(_full(source, one, two, width) for one, two in neighbours)
    return width if width >= _NARROWEST and parted and full * 2 >= len(neighbours) > 0 else 0


def _adjacent(source: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    between = source[one[1] : two[0]]
    return len(between) == 1 or between == "\r\n"


def _full(source: str, one: tuple[int, int], two: tuple[int, int], width: int) -> bool:
    """Whether the first word of line ``two`` would not have fitted on line ``one``."""
    word = source[two[0] : two[1]].split(None, 1)[0]
    return one[1] - one[0] + 1 + len(word) > width - _SLACK


def _wrapped(source: str, one: tuple[int, int], two: tuple[int, int], width: int) -> bool:
    """Whether line ``two`` goes on with ``one``; two spaces at a line's end are Markdown for a break that is meant."""
    return not source.endswith("  ", *one) and _adjacent(source, one, two) and _full(source, one, two, width)
