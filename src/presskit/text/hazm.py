"""What hazm can tell of a text, on request: normalised words, sentences, tokens, lemmas, conjugations.

The one place that imports hazm, and only once it is asked: the import takes up to a second, its dictionaries
another. hazm works on a copy here, never on a text whose offsets matter, and three things are kept from it:

* *values*: it breaks dates, decimals, addresses and initials (``۱۴۰۲ / ۷ / ۱۲``, ``www. moe. gov. ir``). Each
  gives way to one private-use character, which hazm leaves alone, and comes back once hazm is done;
* *monsters*: a run of 64 characters without a space is nobody's word, and passes as a value does;
* *long texts*: some of its patterns are quadratic, so it gets one line at a time, and a long line in pieces.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from presskit.errors import PresskitError

if TYPE_CHECKING:
    from presskit.record import Reading, Token

_MARK = "\ue000"
_VALUE = re.compile(
    rf"""
    (?P<verbatim>
        \S{{64,}}                                               # a monster; what follows is short
      | (?i:https?://|ftp://|www\.)[^\s«»<>"،؛]*[^\s«»<>"،؛.:!?؟)\]}}]
      | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+                # an e-mail address
      | (?<![\w.-])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{{2,}}(?:/[^\s«»<>"،؛)]*)?
      | (?<!\w)[^\W\d_]\.(?:[ ]?[^\W\d_]\.)*(?=[ ]?\w)          # initials, whose stops end no sentence
      | [_{_MARK}]                                              # what would be taken for our marks
    )
  | (?<![\d./:٫٬,-])\d+(?:(?:[./:٫٬,-]\d+)+[%٪]?|[%٪])           # a date, time, decimal, range or share
    """,
    re.VERBOSE,
)
_MANY_DOTS = re.compile(r"\.{4,}")
_PIECE = re.compile(r".{1,4000}(?!\S)")
_DIGITS = str.maketrans("0123456789٠١٢٣٤٥٦٧٨٩%", "۰۱۲۳۴۵۶۷۸۹" * 2 + "٪")


class _Tools(NamedTuple):
    """hazm's own, which has no types."""

    normalizer: Any
    sentences: Any
    words: Any
    lemmatizer: Any


def read(text: str, *, normalize: bool, tokens: bool) -> Reading:
    """What hazm makes of ``text``: its normalised form, and its sentences as tokens with their lemmas.

    Every line is read by itself, so a sentence that is broken over lines has to be joined before. A verb of
    several words is one token (``گفته شده است``). Values stay whole, with their digits in Persian.

    Raises:
        PresskitError: ``hazm-missing``, where hazm is not installed.
    """
    from presskit.record import Reading

    values: list[str] = []

    def shield(match: re.Match[str]) -> str:
        values.append(match["verbatim"] or match[0].translate(_DIGITS))
        return _MARK

    shielded = _VALUE.sub(shield, _MANY_DOTS.sub("...", text))
    normalizer = _tools().normalizer
    lines = [" ".join(map(normalizer.normalize, _PIECE.findall(line))) for line in shielded.splitlines()]
    return Reading(
        normalized=_restore("\n".join(lines), iter(values)) if normalize else None,
        sentences=tuple(_sentences(lines, iter(values))) if tokens else None,
    )


def conjugations(past_stem: str, present_stem: str) -> set[str]:
    """Every form of a verb that hazm's ``Conjugation`` gives, such as ``می‌گوید`` and ``گفته است``.

    Raises:
        PresskitError: ``hazm-missing``, where hazm is not installed.
    """
    return set(_hazm().Conjugation().get_all(f"{past_stem}#{present_stem}"))


def data(name: str) -> Path | None:
    """One of the word lists that hazm brings along, such as ``words.dat``, without importing hazm."""
    spec = find_spec("hazm")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(place, "data", name)
        if path.is_file():
            return path
    return None


def version() -> str:
    """The version of the hazm that is installed, without importing it; empty where there is none.

    It stands in the name of a folder beside hazm's own; ``importlib.metadata`` would take 17 ms to say the same.
    """
    spec = find_spec("hazm")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for folder in Path(place).parent.glob("hazm-*.dist-info"):
            return folder.name.removeprefix("hazm-").removesuffix(".dist-info")
        return "unknown"
    return ""


def _sentences(lines: list[str], values: Iterator[str]) -> Iterator[tuple[Token, ...]]:
    for line in lines:
        for sentence in _tools().sentences.tokenize(line):
            yield tuple(_words(sentence, values))


def _words(sentence: str, values: Iterator[str]) -> Iterator[Token]:
    from presskit.record import Token

    tools = _tools()
    for piece in _PIECE.findall(sentence):
        for word in tools.words.tokenize(piece):
            # Any underscore of the text's own is a value: this one is hazm's, between the words of a verb.
            text = _restore(word.replace("_", " "), values)
            yield Token(text=text, lemma=text if _MARK in word else tools.lemmatizer.lemmatize(word))


def _restore(text: str, values: Iterator[str]) -> str:
    return re.sub(_MARK, lambda _: next(values), text)


@cache
def _tools() -> _Tools:
    hazm = _hazm()
    return _Tools(hazm.Normalizer(), hazm.SentenceTokenizer(), hazm.WordTokenizer(), hazm.Lemmatizer())


def _hazm() -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its dependencies' deprecations are not our users' business
            import hazm
    except ImportError:
        message = "normalising and tokens need hazm, which is not installed (for Python 3.14 there is none)"
        raise PresskitError("hazm-missing", message) from None
    return hazm
