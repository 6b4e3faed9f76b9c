"""How sure a statement is: the share of statements of its sort that were right in all parts on annotated texts.

A rule has a share of its own, and each doubt lowers it. `presskit evaluate` tells how well the two hold on any gold
(docs/accuracy.md); where they do not, the numbers here are to be changed.
"""

from __future__ import annotations

from collections.abc import Callable

from presskit.statements.briefing import Found

_OTHERWISE = 0.85
_RULES = {
    "direct-after-colon": 0.97,
    "object-before-cue": 0.94,
    "headline-name-colon": 0.92,
    "kicker-over-headline": 0.92,
    "complement": 0.9,
    "answer": 0.9,
    "according-to": 0.88,
    "judgement-before-cue": 0.86,
    "clause-after-cue": 0.86,
    "direct-after-comma": 0.84,
    "continues": 0.84,
    "clause-after-that": 0.82,
}
_CROWD = 5


def nobody(found: Found, _speakers: int) -> bool:
    """The text does not say who speaks."""
    return found.person is None


def nameless(found: Found, _speakers: int) -> bool:
    """Somebody known by a role alone: he may be one who is named elsewhere."""
    return found.person is not None and not found.person.names


def question_asked(found: Found, _speakers: int) -> bool:
    """An answer to a question: where the question ends is often hard to tell."""
    return found.frame.question is not None and found.frame.rule != "answer"


def company(_found: Found, speakers: int) -> bool:
    """More speakers than one: who is meant by a pronoun or a role is less sure."""
    return 1 < speakers < _CROWD


def crowd(_found: Found, speakers: int) -> bool:
    """Many speakers, who are easily taken for one another."""
    return speakers >= _CROWD


Doubt = Callable[[Found, int], bool]
DOUBTS: tuple[tuple[Doubt, float], ...] = (
    (nobody, 0.6),
    (nameless, 0.85),
    (question_asked, 0.92),
    (company, 0.9),
    (crowd, 0.75),
)


def of(found: Found, speakers: int) -> float:
    """The confidence of a statement of a page with so many ``speakers``, from 0 to 1."""
    sure = _RULES.get(found.frame.rule, _OTHERWISE)
    for doubt, factor in DOUBTS:
        if doubt(found, speakers):
            sure *= factor
    return round(sure, 2)
