"""What is no prose, wherever it stands on the page: links, rulers, tags, the page's furniture, meta lines."""

from __future__ import annotations

import re

from presskit.layout.blocks import Kind
from presskit.layout.meta import is_meta
from presskit.layout.page import Page, Rule, count_words

_LINK = re.compile(r"!?\[[^\[\]]{0,400}\]\([^()]{0,2000}\)|https?://\S+|www\.\S+|<[^>]*>")
_IN_LINKS = ("](", "://", "www.", "<")  # one of them is in every link, and quickly looked for
_TAG = re.compile(r"[#@][\w.]+")
_RULER = re.compile(r"[\s*\-_=~•·.─—#|]+")
_BULLETS = "*-•🔹♦️ "
_FURNITURE_LENGTH = 160
_SLASH = re.compile(r" ?/ ?")
_ARROW = re.compile(r" ?[>›] ?| » ?")
_MOST_STEP_WORDS = 4


def image_or_link(page: Page, index: int) -> bool:
    """``![](…)``, ``[…](…)``, a bare address: nothing is left without them."""
    text = page.raw(index)
    return (
        any(sign in text for sign in _IN_LINKS) and bool(_LINK.search(text)) and not _LINK.sub("", text).strip(" .،|-*")
    )


def ruler(page: Page, index: int) -> bool:
    """``* * *``, ``-----``: no letter and no digit."""
    return bool(_RULER.fullmatch(page.texts[index])) or not any(map(str.isalnum, page.texts[index]))


def tags(page: Page, index: int) -> bool:
    """Hashtags and handles alone."""
    text = page.texts[index]
    return bool(_TAG.search(text)) and not any(map(str.isalnum, _TAG.sub("", text)))


def furniture(page: Page, index: int) -> bool:
    """Share links, related news, copyright lines, telephone numbers of the newsroom."""
    if len(page.texts[index]) > _FURNITURE_LENGTH:
        return False
    text = page.texts[index].lstrip(_BULLETS).replace(" :", ":")
    return bool(page.lexicon.furniture.end(text, 0, len(text)))


def breadcrumb(page: Page, index: int) -> bool:
    """``استانها > خراسان رضوی``, ``صفحه نخست » سیاسی``, ``خانه / اخبار / ورزشی``: the way to a page within its site."""
    text = page.texts[index]
    if len(text) > _FURNITURE_LENGTH:
        return False
    steps = _SLASH.split(text)
    if steps[0] not in page.lexicon.home or len(steps) < 2:  # a headline may have its two parts about a slash
        steps = _ARROW.split(text) if "«" not in text else []
    steps = [step for step in steps if step]
    return len(steps) > 1 and all(count_words(step) <= _MOST_STEP_WORDS for step in steps) and text[-1] not in ".:؟"


def meta_line(page: Page, index: int) -> bool:
    """Date, code, category, reporter or outlet, and next to nothing else."""
    return is_meta(page.texts[index], page.lexicon)


def desk_alone(page: Page, index: int) -> bool:
    """``سیاسی``, ``اخبار سیاسی`` on the first line or under a meta line; elsewhere it is a heading."""
    first, _, rest = page.texts[index].partition(" ")
    name = rest if first in page.lexicon.home else page.texts[index]
    return name in page.lexicon.desks and (not index or page.blocks[index - 1].kind == "meta")


ANYWHERE: tuple[tuple[Kind, Rule], ...] = (
    ("boilerplate", ruler),
    ("boilerplate", image_or_link),
    ("boilerplate", tags),
    ("boilerplate", furniture),
    ("meta", breadcrumb),
    ("meta", meta_line),
    ("meta", desk_alone),
)
