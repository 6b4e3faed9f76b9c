"""All statements of a page: every block read, its frames put in order, and their speakers resolved.

The body is read first: it names the speakers in full, and headline and lead are read with them known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from presskit.fields import outlets
from presskit.layout import Block
from presskit.layout.dialogue import ANSWER, QUESTION
from presskit.lexicon import Scan
from presskit.statements.cast import Cast
from presskit.statements.find import frames_of
from presskit.statements.frame import Frame, Segment, Stretch
from presskit.statements.headlines import kicker_over_headline, name_before_words, named_headline
from presskit.statements.mentions import Mention
from presskit.statements.paragraphs import Paragraphs, interviewed
from presskit.statements.passage import Passage
from presskit.statements.person import Person
from presskit.statements.speakers import resolve
from presskit.text.view import View

Where = Literal["headline", "lead", "body"]


@dataclass(slots=True)
class Found:
    """A frame with its place in the page and its speaker; ``person`` is None where nobody is known."""

    frame: Frame
    where: Where
    block: int
    mention: Mention | None = None
    person: Person | None = None


@dataclass(slots=True)
class _Reader:
    view: View
    blocks: Sequence[Block]
    scan: Scan
    cast: Cast
    reported: frozenset[str]

    def passage(self, block: Block) -> Passage:
        start, end = self.view.offset(block.start), self.view.offset(block.end)
        return Passage(self.scan, start, end, self.cast)


def find_statements(view: View, blocks: Sequence[Block], scan: Scan) -> list[Found]:
    """The statements of a page in the order of the text, with their speakers."""
    reader = _Reader(view, blocks, scan, Cast(scan), outlets.reported(view.text, scan.lexicon))
    list(_lead(reader))  # a name that only the lead has in full is known to the body
    body = list(_body(reader))
    lead = list(_lead(reader))
    found = [*_headline(reader), *lead, *body]
    for one in found:
        words = one.frame.mention or one.frame.source
        if words:
            one.mention = reader.cast.mention(words)
    people = resolve([one.mention for one in found], scan)
    for one, person in zip(found, people, strict=True):
        one.person = person
    return found


def _headline(reader: _Reader) -> Iterator[Found]:
    kicker = next((block for block in reader.blocks if block.kind == "kicker"), None)
    # The archives that wrap their lines have also lost the headlines' punctuation.
    wrapped = any("\n" in reader.view.source[block.start : block.end] for block in reader.blocks)
    for number, block in enumerate(reader.blocks):
        if block.kind != "headline":
            continue
        passage = reader.passage(block)
        frame = kicker_over_headline(reader.passage(kicker), passage) if kicker else None
        frame = frame or named_headline(passage) or (name_before_words(passage) if wrapped else None)
        frames = [frame] if frame else frames_of(passage)
        for one in frames:
            one.segments = [
                segment
                if segment.form == "indirect" or _in_guillemets(passage, segment)
                else Segment(segment.start, segment.end, "indirect")
                for segment in one.segments
            ]
            yield Found(one, "headline", number)


def _in_guillemets(passage: Passage, segment: Segment) -> bool:
    return segment.start > 0 and passage.text[segment.start - 1] in '«"'


def _lead(reader: _Reader) -> Iterator[Found]:
    for number, block in enumerate(reader.blocks):
        if block.kind in {"lead", "subheadline"}:
            for frame in frames_of(_without_outlet(reader, reader.passage(block))):
                yield Found(frame, "lead", number)


def _body(reader: _Reader) -> Iterator[Found]:
    questions = [number for number, block in enumerate(reader.blocks) if block.rule == QUESTION]
    paragraphs = Paragraphs(dialogue=bool(questions), interviewed=_interviewed(reader) if questions else None)
    for number, block in enumerate(reader.blocks):
        if block.kind == "paragraph":
            passage = reader.passage(block)
            if block.rule not in {QUESTION, ANSWER}:
                passage = _without_outlet(reader, passage)
            for frame in paragraphs.read(block, passage, more=bool(questions) and number < questions[-1]):
                yield Found(frame, "body", number)


def _interviewed(reader: _Reader) -> Stretch | None:
    """Whom the top of an interview says that it is with."""
    tops = (block for block in reader.blocks if block.kind in {"kicker", "headline", "subheadline", "lead"})
    return next((who for block in tops if (who := interviewed(reader.passage(block)))), None)


def _without_outlet(reader: _Reader, passage: Passage) -> Passage:
    """A passage after the outlet's name that it opens with."""
    over = outlets.opening(passage.text[passage.start : passage.end], passage.lexicon, reader.reported)
    return passage.after_offset(passage.start + over) if over else passage
