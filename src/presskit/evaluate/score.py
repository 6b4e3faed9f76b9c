"""One document's prediction against its gold: counts of every measure, and every disagreement. See docs/accuracy.md.

Gold records may be partial: a part that a gold record does not have is not judged. Nothing is read here but plain JSON
values, so that records of other systems can be held against the gold as well.
"""

from __future__ import annotations

from presskit.evaluate.page import score_fields, score_lines
from presskit.evaluate.result import Disagreement, Score
from presskit.evaluate.said import score_statements
from presskit.evaluate.spans import Part

__all__ = ["Disagreement", "Score", "score"]


def score(gold: Part, found: Part, document: str = "") -> Score:
    """Hold the record ``found`` against ``gold``; both as plain JSON values. A part that ``found`` lacks is missed."""
    result = Score()
    score_lines(gold, found, document, result)
    score_fields(gold, found, document, result)
    score_statements(gold, found, document, result)
    return result
