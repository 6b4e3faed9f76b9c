"""What a rule finds: a `Frame`, one act of attribution in the offsets of the spelling-blind view."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from presskit.lexicon import Hit

Form = Literal["direct", "indirect"]
Stretch = tuple[int, int]


class Segment(NamedTuple):
    """A stretch of what was said."""

    start: int
    end: int
    form: Form


@dataclass(slots=True)
class Frame:
    """An act of attribution before its speaker is resolved. All places are offsets in the view's text.

    ``open`` says that the last segment is direct speech that later sentences of the paragraph go on with; ``runs_on``
    that later paragraphs do so too, whatever they say: a message, an answer, a quotation not closed yet. ``source``
    names the speaker where a mention stands outside of the statement.
    """

    rule: str
    cue: Hit | None = None
    mention: Stretch | None = None
    segments: list[Segment] = field(default_factory=list)
    topic: Stretch | None = None
    question: Stretch | None = None
    asker: Stretch | None = None
    continues: Frame | None = None
    open: bool = False
    runs_on: bool = False
    source: Stretch | None = None

    @property
    def place(self) -> int:
        """Where the frame begins, for the order of statements."""
        places = [segment.start for segment in self.segments]
        if self.mention:
            places.append(self.mention[0])
        if self.cue:
            places.append(self.cue.start)
        return min(places)


@dataclass(slots=True)
class Head:
    """What stands before a cue; ``rest`` is what follows the subject."""

    subject: Stretch | None
    rest: Stretch
    topic: Stretch | None = None
    claims: list[Stretch] = field(default_factory=list)
    question: Stretch | None = None
    asker: Stretch | None = None
