"""The event at which things were said: ``در نشست خبری``, ``در گفت‌وگو با خبرنگار فارس``, ``در مراسم …``."""

from __future__ import annotations

import re
from typing import NamedTuple

from presskit.lexicon import Lexicon, longest_words


class Occasion(NamedTuple):
    """An occasion in a text, ``text[start:end]``; the order of ``rank`` says which of two is meant."""

    start: int
    end: int
    kind: str
    rank: int


_RANK = (
    "press_conference",
    "interview",
    "statement",
    "message",
    "social_media",
    "speech",
    "meeting",
    "ceremony",
    "other",
)
_IN = re.compile(r"(?:^|[ ،(])(?:(?:در|طی) یک |(?:در|طی) |در(?=گفت))(?=\w)")
_WITH = re.compile(r"(?: (\w+))? با ")
_STOP = re.compile(r"[،:؛.«(]| (\w+)(?= )")
_QUOTED = re.compile(r"(?:«[^«»]{1,40}»|\"[^\"]{1,40}\")")
_LONGEST = 90


def occasions(text: str, lexicon: Lexicon) -> list[Occasion]:
    """The occasions that the head of a statement names, in order.

    >>> from presskit.lexicon import default
    >>> text = "وی در نشست خبری گفت"
    >>> [text[found.start : found.end] for found in occasions(text, default())]
    ['نشست خبری']
    """
    found = []
    for match in _IN.finditer(text):
        start = match.end()
        end = longest_words(text, start, lexicon.occasions.__contains__)
        if end:
            kind = lexicon.occasions[text[start:end]]
            found.append(Occasion(start, _close(text, end, kind, lexicon), kind, _RANK.index(kind)))
    return found


def _close(text: str, end: int, kind: str, lexicon: Lexicon) -> int:
    """Where the occasion's words end: an interview takes its partner along, a ceremony its name."""
    if kind == "press_conference":
        return end
    partner = with_whom(text, end, lexicon)
    if kind == "interview" and not partner:
        return end
    if partner and longest_words(text, end + 1, lexicon.prefaces.__contains__):
        return end  # "در گفتگویی با اشاره به …"
    if partner and (named := _QUOTED.match(text, partner.end())):  # "با «ورزش سه»"
        return named.end()
    stops = _STOP.finditer(text, partner.end() if partner else end)
    over = (stop.start() for stop in stops if not stop.group(1) or stop.group(1) in lexicon.occasion_ends)
    close = min(next(over, len(text)), end + _LONGEST)
    return end + len(text[end:close].rstrip())


def with_whom(text: str, end: int, lexicon: Lexicon, stop: int | None = None) -> re.Match[str] | None:
    """What parts an occasion that ends at ``end`` from whom it is with: `` با ``, `` تلفنی با ``."""
    match = _WITH.match(text, end, len(text) if stop is None else stop)
    return match if match and (match[1] is None or match[1] in lexicon.occasion_sorts) else None
