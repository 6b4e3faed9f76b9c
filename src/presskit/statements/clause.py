"""What a rule is given: a cue in its clause, and what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from presskit.lexicon import Hit
from presskit.statements.frame import Frame, Head, Segment, Stretch
from presskit.statements.heads import read_head
from presskit.statements.passage import After, Passage
from presskit.statements.prefaces import unquoted

FINITE = (
    r"(?:ن?می ?\w+|است|نیست|بود|نبود|شد|نشد|شده|شده است|دارد|ندارد|هستند|نیستند|بودند|نبودند|شدند|نشدند|دارند|ندارند)"
)
"""A pattern for the verbs that mostly end a clause."""
# "با بیان اینکه هوا سرد است گفت": the claim is over with its verb, comma or none.
_CLAIM_IS_OVER = re.compile(rf" {FINITE}$")
_WHO = (" که ", "، که ")
_LONGEST_VERB = 30  # letters
_SUBORDINATING = re.compile(r" (?:که|اگر|وقتی|چنانچه|هرچند|اینکه|درحالی ?که) ")


@dataclass
class Clause:
    """A cue in its clause: ``text[start:end]`` from the clause's first word to its sentence's last."""

    passage: Passage
    cue: Hit
    start: int
    end: int
    joined: bool = False  # to a clause before it, whose subject it shares

    @cached_property
    def head(self) -> Head:
        """What stands before the cue."""
        return read_head(self.passage, self.start, self.cue.start)

    def shorten_head(self, end: int) -> None:
        """Read the head again as far as ``end``, where the cue's own object begins."""
        subject = self.head.subject
        self.__dict__["head"] = read_head(self.passage, self.start, end)
        self.head.subject = self.head.subject or subject

    @cached_property
    def after(self) -> tuple[After, int]:
        """What follows the cue, and where it is over."""
        return self.passage.after(self.cue, self.end)

    @property
    def takes(self) -> frozenset[str]:
        """How the cue's verb can take what was said."""
        return self.cue.takes

    @property
    def weak(self) -> bool:
        """Whether the verb means other things as well."""
        return self.cue.verb is None or self.cue.verb.weak

    @cached_property
    def subordinate(self) -> bool:
        """Whether the cue stands in a preface's claim, or under a relative or conditional word, and reports nothing."""
        text, head = self.passage.text, self.head
        if head.claims:
            closed = text[head.claims[-1][1] : self.cue.start].strip().startswith("،")
            return not closed and not _CLAIM_IS_OVER.search(text, *head.claims[-1])
        rest = text[slice(*head.rest)]
        if rest.rstrip().endswith("،") and not self._only_preface(rest):
            return False  # "یک مقام که نخواست نامش فاش شود، گفت": a comma closes the clause
        if rest.startswith(_WHO) and self._relative_is_over():
            return False
        if rest.startswith(_WHO) and head.topic is not None:  # "نوری که رئیس شوراست با اشاره به T گفت"
            rest = text[head.topic[1] : self.cue.start]
        return head.question is None and bool(_SUBORDINATING.search(f" {rest}"))

    def _only_preface(self, rest: str) -> bool:
        """Whether the comma closes no more than a preface of the clause: ``X که ضمن حمایت از طرح، خواستار T شده``."""
        opened = rest.rpartition(" که ")[2]
        return opened.startswith("ضمن ") and not any(word in self.passage.lexicon.light for word in opened.split())

    def _relative_is_over(self) -> bool:
        """Whether the clause under the subject's ``که`` has its verb: ``X که پیمان بسته است در مصاحبه‌ای گفت``."""
        passage, (start, end) = self.passage, self.head.rest
        for hit in passage.within(start, end):
            if hit.kind == "adverb" and _CLAIM_IS_OVER.search(
                passage.text, max(start, hit.start - _LONGEST_VERB), hit.start - 1
            ):
                return not _SUBORDINATING.search(f" {passage.text[hit.end : end]}")
        return False


Rule = Callable[[Clause], Frame | None]


def _claimed(passage: Passage, claim: Stretch) -> Segment:
    """A preface's claim: the newsroom's words, unless quotation marks enclose it whole."""
    inner = unquoted(passage, claim)
    return Segment(*inner, "direct" if inner != claim else "indirect")


def frame_of(clause: Clause, rule: str, segments: list[Segment]) -> Frame:
    """A frame with all that its head says; claims come before what follows the cue."""
    head = clause.head
    claims = [_claimed(clause.passage, claim) for claim in head.claims]
    return Frame(
        rule=rule,
        cue=clause.cue,
        mention=head.subject,
        segments=sorted([*claims, *segments])[:2] if len(claims) + len(segments) > 1 else [*claims, *segments],
        topic=head.topic,
        question=head.question,
        asker=head.asker,
    )
