"""Whether a text has lost its half-spaces, told cheaply: by endings and verbs that cannot be written so.

No word list is loaded for it, since every parse asks. It sees about half of what was lost, so a share that it tells is
a least one; what was lost where, only the repair (`presskit.text.repair`) can say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presskit.text.view import ZWNJ

_SAMPLE = 20_000
_FEWEST = 3  # fewer are slips, as every text has some
# Words that end so by themselves.
_WHOLE = (
    "تنها",
    "بها",
    "آنها",
    "اینها",
    "انتها",
    "منتها",
    "فقها",
    "سفها",
    "رها",
    "منها",
    "الها",
    "اشتها",
    "مها",
    "انها",
)
# A plural glued to a letter that needs a half-space after it; letters such as ر join to nothing: کارها. The literal
# comes first, since the search for one is what makes it quick.
_ENDING = re.compile(
    r"ها(?<=[بپتثجچحخسشصضطظعغفقکگلمنهی]ها)"
    + "".join(rf"(?<!\b{word})" for word in _WHOLE)
    + r"(?:ی|یی|یش|یشان|ست)?(?!\w)"
)
_VERB = re.compile("می(?:کن|شو|توان|خواه|ده|گوی|گیر|رسد|باش|داند)")
_SPACED = (" می ", " نمی ", " ها ", " های ")
_ENOUGH = 250  # a half-space in so many characters is a text that has kept its own


class Lost(NamedTuple):
    """``deleted`` and ``spaced`` half-spaces among ``words`` words, and where the first word without one stands."""

    deleted: int
    spaced: int
    words: int
    example: tuple[int, int] | None

    @property
    def share(self) -> float:
        """The share of the words that have lost one, at least."""
        return (self.deleted + self.spaced) / self.words


def lost(text: str) -> Lost | None:
    """What a text, by its first 20,000 characters, has lost; None where it has kept more than that.

    >>> lost("تحریمها و درگیریها را حل نمیکند")
    Lost(deleted=3, spaced=0, words=6, example=(0, 7))
    >>> lost("تحریم‌ها و درگیری‌ها را حل نمی‌کند")
    """
    sample = text[:_SAMPLE]
    kept = sample.count(ZWNJ)
    if kept * _ENOUGH > len(sample) or len(sample) < _FEWEST:
        return None
    sample = sample.replace("ي", "ی").replace("ك", "ک")
    spaced = sum(map(sample.count, _SPACED))
    deleted = len(_ENDING.findall(sample)) + len(_VERB.findall(sample))
    if deleted + spaced < max(_FEWEST, kept):
        return None
    first = _ENDING.search(sample)
    return Lost(
        deleted, spaced, sample.count(" ") + sample.count("\n") + 1, _word(sample, first.end()) if first else None
    )


def _word(text: str, end: int) -> tuple[int, int]:
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return start, end
