"""The news code: the outlet's identifier of the page, from the meta lines."""

from __future__ import annotations

import re

_LABELLED = re.compile(
    r"(?:کد ?(?:خبری?|مطلب)|شناسه ?(?:خبر|مطلب)|شماره خبر|(?i:news ?(?:id|code))) ?:? ?"
    r"([0-9][\w\-*]*|[A-Za-z]+-?[0-9][\w\-]*)"
)
# Divan News: "9038 سیاسی 1400/02/19 - 18:16"
_LEADING = re.compile(r"([0-9]{3,}) (?=[^\W\d]+ [0-9]{4}/)")


def news_code(text: str) -> tuple[int, int] | None:
    """Where the news code stands in a line in its spelling-blind form.

    >>> news_code("کد خبر: 75316")
    (8, 13)
    """
    match = _LABELLED.search(text) or _LEADING.match(text)
    return match.span(1) if match else None
