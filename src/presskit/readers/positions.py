"""Where things stand: lines and columns of a text, and the value at a path in a JSON text."""

from __future__ import annotations

import json
import re

_SPACE = re.compile(r"\s*")
_DECODER = json.JSONDecoder()


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a character of ``text``; CR, LF and CRLF end a line.

    >>> place_of("one\\r\\ntwo", 6)
    (2, 2)
    """
    line_start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = text.count("\n", 0, offset) + text.count("\r", 0, offset) - text.count("\r\n", 0, offset)
    return ends + 1, offset - line_start + 1


def offset_of(text: str, loc: tuple[int | str, ...]) -> int:
    """The offset of the value at ``loc`` in the JSON ``text``, or of the innermost value on the way to it
    that is there.

    >>> text = '{"statements": [{"id": "q1"}, {"id": "q2"}]}'
    >>> text[offset_of(text, ("statements", 1, "id")):][:4]
    '"q2"'
    """
    at = after_space(text, 0)
    for step in loc:
        try:
            child = _child(text, at, step)
        except (ValueError, RecursionError):  # what is no JSON has no values to point at
            break
        if child is None:
            break
        at = child
    return at


def after_space(text: str, at: int) -> int:
    """The offset of the first character from ``at`` on that is no white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _child(text: str, at: int, step: int | str) -> int | None:
    """The offset of the member or element ``step`` of the object or array that begins at ``at``."""
    opening = text[at : at + 1]
    if opening not in ("{", "["):
        return None
    index = 0
    at = after_space(text, at + 1)
    while text[at : at + 1] not in ("}", "]", ""):
        key: int | str = index
        if opening == "{":
            key, at = _DECODER.raw_decode(text, at)
            at = after_space(text, after_space(text, at) + 1)  # behind the colon
        if key == step:
            return at
        at = after_space(text, _DECODER.raw_decode(text, at)[1])
        at = after_space(text, at + 1) if text[at : at + 1] == "," else at
        index += 1
    return None
