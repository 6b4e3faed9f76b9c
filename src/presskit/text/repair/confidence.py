"""How sure each rule of the repair is: the share of its half-spaces that the editors of the texts wrote too.

Measured on the two halves of well-edited news that the rules were made by (docs/repair.md); what those editors forgot
counts against a rule, so that the figures are rather low than high. None is given more than 0.99, and a rule that was
seen fewer than a hundred times less than it reached. Of several rules in one edit the least sure counts.
"""

from __future__ import annotations

_SHARES = {
    "after-any": 0.8, "after-he": 0.95, "after-he-apart": 0.99, "after-ye": 0.95, "after-ye-apart": 0.95,
    "and-apart": 0.8, "are-apart": 0.95, "article": 0.9, "auxiliary": 0.99, "auxiliary-apart": 0.99,
    "before-alef": 0.95, "degree": 0.94, "degree-apart": 0.97, "ezafe": 0.97, "ezafe-apart": 0.98, "family": 0.9,
    "he-or-plural": 0.98, "head": 0.9, "joined-and": 0.9, "joined-ending": 0.99, "letters": 0.9, "listed": 0.98,
    "listed-apart": 0.93, "of-god": 0.95, "own-apart": 0.95, "plural": 0.99, "plural-apart": 0.99,
    "pronoun-apart": 0.97, "second": 0.9, "surname": 0.95, "surname-apart": 0.83, "tail": 0.98, "tail-apart": 0.84,
    "two-words": 0.9, "verb": 0.99, "verb-apart": 0.99, "without-apart": 0.95,
}  # fmt: skip
_UNMEASURED = 0.9


def of(rules: list[str]) -> float:
    """The confidence of an edit that took all of ``rules``."""
    return min(_SHARES.get(rule, _UNMEASURED) for rule in rules)
