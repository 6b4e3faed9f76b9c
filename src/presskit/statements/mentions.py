"""The parts of a mention: titles, name, roles. ``سرهنگ اسرافیل جعفری فرمانده انتظامی استان`` is title, name and role.

A name stands before its role or after it; a comma may part them. What opens with a role and holds no name is a role
alone; what holds no role is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from presskit.lexicon import Hit, Lexicon, Scan
from presskit.statements.frame import Stretch

Kind = Literal["name", "role", "pronoun"]

_THIS = re.compile(r"(?:این|آن|همین|یک|یکی از|برخی از|برخی|تعدادی از) ")
_ADJECTIVE = re.compile(
    r"(?:نخستین|اولین|تنها|یکی از|یکی دیگر از|جوان ?ترین|مسن ?ترین|بهترین|"
    r"(?:جمعی|گروهی|شماری|تعدادی|عده ?ای|بسیاری) از) "
)
_PAPER = re.compile(r"(?:روزنامه|هفته ?نامه|خبرگزاری|شبکه خبری|شبکه تلویزیونی) (?!نگار)(?=\w)")
_ONE_OF = " از "
_DASH = " _ "
_ALSO = re.compile(r"،? (?:نیز|هم)(?= )")
_PLACE_END = "آباد"  # "فرماندار خلیل‌آباد"
_LONGEST_NAME = 6  # words
_REVERED = re.compile(r" ?\((?:ع|عج|ص|س|ره|رض)\)")
_SUFFIX = re.compile(r" ?\([^)]{1,12}\)$")


@dataclass(slots=True)
class Mention:
    """A mention taken apart: stretches of the view's text. ``anaphoric``: ``این مقام مسئول`` points back."""

    start: int
    end: int
    kind: Kind
    name: Stretch | None = None
    roles: list[Stretch] = field(default_factory=list)
    anaphoric: bool = False
    body: bool = False
    plural: bool = False
    also: bool = False  # "فرماندار نیز گفت": somebody besides the last speaker


def read_mention(scan: Scan, start: int, end: int) -> Mention:
    """Take the mention ``text[start:end]`` apart."""
    text, lexicon = scan.text, scan.lexicon
    words = text[start:end]
    if words in lexicon.pronouns:
        return Mention(start, end, "pronoun")
    this = _THIS.match(text, start, end)
    anaphoric = bool(this and words.startswith(("این", "آن", "همین")))
    mention = Mention(start, end, "role", anaphoric=anaphoric, also=bool(_ALSO.match(text, end)))
    hits = scan.people.within(start, end)
    here = _skip_titles(this.end() if this else start, end, hits)
    if text.startswith(("«", '"'), here):
        here += 1
    adjective = _ADJECTIVE.match(text, here, end)
    first = next((hit for hit in hits if hit.start == (adjective.end() if adjective else here)), None)
    paper = _PAPER.match(text, here, end)
    if paper or (first is not None and first.kind == "outlet"):
        mention.kind, mention.name, mention.body = "name", (paper.end() if paper else here, end), True
    elif mention.anaphoric or (
        first is not None and first.kind in {"role", "body"} and not _is_given(text, first, end, hits, lexicon)
    ):
        mention.body = first is not None and first.kind == "body"
        mention.plural = first is not None and text[first.start : first.end] in lexicon.plural_roles
        _role_first(text, here, end, hits, mention, lexicon)
    else:
        _name_first(text, here, end, hits, mention)
    mention.roles = _split_roles(text, mention.roles, hits)
    return mention


def _is_given(text: str, role: Hit, end: int, hits: Sequence[Hit], lexicon: Lexicon) -> bool:
    """``مالک شریعتی``: a word for a role that is a given name as well, before a surname and nothing else."""
    rest = text[role.end : end].split()
    return text[role.start : role.end] in lexicon.given_names and 1 <= len(rest) <= 2 and hits[-1] is role


def _skip_titles(start: int, end: int, hits: Sequence[Hit]) -> int:
    here = start
    for hit in hits:
        if hit.start == here and hit.kind == "title" and hit.end < end:
            here = hit.end + 1
    return here


def _role_first(text: str, start: int, end: int, hits: Sequence[Hit], mention: Mention, lexicon: Lexicon) -> None:
    """``سخنگوی وزارت امور خارجه ناصر کنعانی``: the name begins at a title or a given name close to the end."""
    for hit in hits:
        if hit.kind not in {"title", "given"} or hit.start <= start + 2 or mention.body or mention.anaphoric:
            continue
        after_role = next((other.start for other in hits if other.kind == "role" and other.start > hit.start), end)
        begin = _skip_titles(hit.start, after_role, hits)
        name = _strip(text, begin, after_role)
        words = text[slice(*name)].split()
        governed = names_another(text[start : hit.start].split(), lexicon)  # "بیمارستان رضا نوری"
        placed = any(word in lexicon.places or word == _PLACE_END for word in words[1:])  # "سرمربی تیم شاهین کرمان"
        revered = _REVERED.match(text, name[1], end) or _REVERED.search(text, *name)  # "بنیاد مهدی موعود(عج)"
        if revered:
            continue
        if 2 <= len(words) <= _LONGEST_NAME and not governed and not placed and words[0] != "و":
            mention.name, mention.kind = name, "name"
            mention.roles = [_strip(text, start, hit.start)]
            if after_role < end:
                mention.roles.append(_strip(text, after_role, end))
            return
    mention.roles = [_strip(text, start, end)]


def names_another(before: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a name after these words is somebody else's: ``وکیل مدافع رضا نوری``, ``وکیل نوری و مریم صادقی``."""
    ends = (len(before), len(before) - 2) if before[-1:] == ["و"] else (len(before),)
    return any(
        " ".join(before[max(end - count, 0) : end]) in lexicon.named_after for end in ends for count in (1, 2, 3)
    )


def _name_first(text: str, start: int, end: int, hits: Sequence[Hit], mention: Mention) -> None:
    """``ناصر کنعانی سخنگوی …``: the name ends where the first role begins."""
    roles = [hit for hit in hits if hit.kind in {"role", "body"} and hit.start > start]
    roles = roles[_is_surname(roles, next((hit for hit in hits if hit.start >= start), None), end) :]
    role = roles[0].start if roles else end
    adjective = re.compile(rf"(?:^| ){_ADJECTIVE.pattern}$").search(text, start, role)
    role = adjective.start() + (text[adjective.start()] == " ") if adjective else role
    dash = text.find(_DASH, start, role)
    role = dash if dash > 0 else role  # "محمود سریر _ آهنگساز": whatever he is
    if text.endswith(_ONE_OF, start, role):  # "رضا نوری از مسئولان پلیس"
        role -= len(_ONE_OF) - 1
    name = _strip(text, start, role)
    if name[0] >= name[1] or text[name[0]].isdigit():  # "60 نفر از نمایندگان مجلس"
        mention.roles = [_strip(text, start, end)]
        mention.plural = name[0] < name[1]
        return
    suffix = _SUFFIX.search(text, *name)
    mention.name, mention.kind = (name[0], suffix.start()) if suffix else name, "name"
    if text[name[0] : name[1]].count(" ") >= _LONGEST_NAME:
        mention.name, mention.kind, mention.roles = None, "role", [_strip(text, start, end)]
    elif role < end:
        mention.roles = [_strip(text, role, end)]


def _is_surname(roles: Sequence[Hit], given: Hit | None, end: int) -> bool:
    """Whether the first role after a given name is a surname that is a word for a trade.

    So in ``آرش خوشنویس سخنگوی …``, and in ``محمدتقی رهبر``: nobody writes a given name and an office alone.
    """
    if not roles or given is None or given.kind != "given" or roles[0].start != given.end + 1:
        return False
    if len(roles) == 1:
        return roles[0].end == end
    return roles[1].kind == "role" and roles[1].start <= roles[0].end + 2


def _split_roles(text: str, roles: list[Stretch], hits: Sequence[Hit]) -> list[Stretch]:
    """``نماینده مردم گرمسار و سخنگوی کمیسیون``: two roles, where the words after the ``و`` have a head of their own."""
    heads = {hit.start for hit in hits if hit.kind == "role"}
    found: list[Stretch] = []
    for start, end in roles:
        begin = start
        for joint in re.compile(" و ").finditer(text, start, end):
            if joint.end() in heads and text[begin : joint.start()].count(" ") >= 1:
                found.append((begin, joint.start()))
                begin = joint.end()
        found.append((begin, end))
    return found


_EDGES = ' ،«"»-_'


def _strip(text: str, start: int, end: int) -> Stretch:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
