"""Records held against gold: who said what, who that is, what each line of the page is. Defined in docs/accuracy.md."""

from presskit.evaluate.align import Pair, align
from presskit.evaluate.count import Count
from presskit.evaluate.score import Disagreement, Score, score

__all__ = ["Count", "Disagreement", "Pair", "Score", "align", "score"]
