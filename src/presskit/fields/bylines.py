"""The reporter or writer, where the page names one: ``نویسنده: …``, ``خبرنگار: …`` in a meta line."""

from __future__ import annotations

import re

_LABELLED = re.compile(
    r"(?:نویسنده|خبرنگار|گزارشگر|گزارش از|به قلم|تهیه ?کننده|مترجم) ?: ?([^\W\d][\w .]{2,40}?)(?= ?[-|/،:]| ?$)"
)


def byline(text: str) -> tuple[int, int] | None:
    """Where a reporter's name stands in a meta line in its spelling-blind form. A reporter's number is no name."""
    match = _LABELLED.search(text)
    return match.span(1) if match else None
