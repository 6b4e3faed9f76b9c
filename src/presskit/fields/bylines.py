"""The reporter or writer, where the page names one: ``نویسنده: …``, ``خبرنگار: …`` in a meta line."""

from __future__ import annotations

import re

from presskit.lexicon import Lexicon

_NAME = re.compile(r" ?: ?([^\W\d][\w .]{2,40}?)(?= ?[-|/،:]| ?$)")


def byline(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a reporter's name stands in a meta line in its spelling-blind form. A reporter's number is no name.

    >>> from presskit.lexicon import default
    >>> byline("نویسنده: مریم صادقی - 11:36", default())
    (9, 19)
    """
    labels = (label for label in lexicon.labels(text) if label.field == "byline")
    match = next(filter(None, (_NAME.match(text, label.end) for label in labels)), None)
    return match.span(1) if match else None
