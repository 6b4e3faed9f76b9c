"""Lost half-spaces (ZWNJ) given back.

Scrapers and converters delete the ZWNJ (``تحریمها``, ``نمیکند``, ``هستهای``) or turn it into a space (``تحریم ها``,
``نمی کند``). `repair` puts it back where word lists and Persian morphology are sure of it. The source is never changed:
the repaired text stands beside it, with each edit and its reason, and the way between the two texts' offsets.

One way through: `table` has the words; `inside` and `between` have the rules, for a half-space lost in a word and for
one that became a space; `engine` goes through a text with them; `model` is what comes out.
"""

from __future__ import annotations

from functools import cache

from presskit.text.repair.engine import Repairer
from presskit.text.repair.model import Edit, Repaired

__all__ = ["Edit", "Repaired", "Repairer", "default", "repair"]


@cache
def default() -> Repairer:
    """The repairer by presskit's own words and hazm's, where it is installed; read once in a process."""
    from presskit.text.repair.table import words

    return Repairer(words())


def repair(text: str) -> Repaired:
    """Give ``text`` its lost half-spaces back. What is right stays; a second repair changes nothing more.

    >>> repair("وی میگوید تحریم ها بیثمر است").text == "وی می‌گوید تحریم‌ها بی‌ثمر است"
    True
    """
    return default().repair(text)
