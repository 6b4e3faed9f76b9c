"""The news code: the outlet's identifier of the page, from the meta lines."""

from __future__ import annotations

import re

from presskit.lexicon import Lexicon

_LABELLED = re.compile(r" ?:? ?([0-9][\w\-*]*|[A-Za-z]+-?[0-9][\w\-]*)")
# Divan News: "9038 سیاسی 1400/02/19 - 18:16"
_LEADING = re.compile(r"([0-9]{3,}) (?=[^\W\d]+ [0-9]{4}/)")


def news_code(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the news code stands in a line in its spelling-blind form.

    >>> from presskit.lexicon import default
    >>> news_code("کد خبر: 75316", default())
    (8, 13)
    """
    labels = (label for label in lexicon.labels(text) if label.field == "code")
    labelled = next(filter(None, (_LABELLED.match(text, label.end) for label in labels)), None)
    match = labelled or _LEADING.match(text)
    return match.span(1) if match else None
