"""The repair of a text: its words one after the other, each split or joined by the rules.

What is no Persian running text is passed over whole: addresses, numbers and what is glued to them, words with Latin
letters, tags, code in backticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.text.repair import confidence
from presskit.text.repair.between import COMPOUNDS, WITH_AND, join, joins_with_and, may_join
from presskit.text.repair.endings import TELLING
from presskit.text.repair.inside import Split, split, with_cuts
from presskit.text.repair.known import Context
from presskit.text.repair.model import Edit, Repaired
from presskit.text.repair.words import Words
from presskit.text.view import ZWNJ, fold

_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_MARKS = "\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = rf"[{_LETTERS}][{_LETTERS}{_MARKS}{ZWNJ}]*+"
_TOKEN = re.compile(
    rf"""
    (?P<word>(?<![\w{ZWNJ}]){_WORD}(?![\w@\\]))
  | ```[^`]*+``` | `[^`\n]*+`                    # code
  | \]\([^)\s\[\]]*+\)                            # the target of a link
  | [#@]\S++                                     # a tag or a handle
  | [0-9A-Za-z\u00c0-\u024f_][^\s،؛؟!«»()]*+      # an address, a number, a Latin word, and what is glued to it
  | {_WORD}                                      # a word with such things glued to it
    """,
    re.VERBOSE,
)
_LONGEST = 64
_MOST_MARKS = 1  # what Persian puts on a word: ``حتماً``
_NO_CONTEXT = Context()
_MARK = re.compile(f"[{_MARKS}]")


class Repairer:
    """Repairs texts by a table of words, and remembers what it has decided about each word."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._splits: dict[tuple[str, Context], Split | None] = {}
        self._joins: dict[tuple[str, str], str | None] = {}

    @property
    def complete(self) -> bool:
        """Whether hazm's word list is among its words."""
        return self._words.complete

    def repair(self, text: str) -> Repaired:
        """Give a text its half-spaces back. Linear in its length."""
        edits: list[Edit] = []
        inserted: list[int] = []
        parts: list[str] = []
        done = 0
        folded = fold(text)
        for group in self._changes(folded, chosen=_keeps_its_spaces(folded)):
            before, after = text[group.start : group.end], group.spelt(text)
            edits.append(
                Edit(
                    group.start,
                    group.end,
                    before,
                    after,
                    "+".join(dict.fromkeys(group.rules)),
                    confidence.of(group.rules),
                )
            )
            inserted.extend(group.cuts)
            parts += text[done : group.start], after
            done = group.end
        parts.append(text[done:])
        return Repaired("".join(parts), tuple(edits), tuple(inserted))

    def _changes(self, folded: str, *, chosen: bool) -> Iterator[_Group]:
        """The words to change, each with all that becomes one word with it; ``chosen``: its spaces are its editor's."""
        group: _Group | None = None
        done = 0  # where the last group ended
        last, last_start, last_end = "", 0, -1
        first, first_start = "", -1  # the word before و, where there is one space on both its sides
        for start, end, key, found in self._words_of(folded):
            beside = start == last_end + 1 and folded[last_end] == " "
            rule = self._join(last, key) if beside else None
            if last == "و" and beside and done <= first_start and joins_with_and(first, key):
                rule = WITH_AND
            if chosen and rule in COMPOUNDS:
                rule = None
            if rule is None and group is not None:
                yield group
                done, group = group.end, None
            if rule is not None or found is not None:
                group = group or _Group(first_start if rule == WITH_AND else last_start if rule else start)
                group.end = end
                if rule is not None:
                    group.joins += (last_start - 1, start - 1) if rule == WITH_AND else (start - 1,)
                    group.rules.append(rule)
                if found is not None:
                    group.cuts += _places(folded, start, end, found.cuts)
                    group.rules.append(found.rule)
            first, first_start = (last, last_start) if key == "و" and beside else ("", -1)
            last, last_start, last_end = key, start, end
        if group is not None:
            yield group

    def _words_of(self, folded: str) -> Iterator[tuple[int, int, str, Split | None]]:
        """Each word: its place, its letters with the half-spaces it is given, and what gave them."""
        tokens = [match.span() for match in _TOKEN.finditer(folded) if match["word"]]
        keys = [folded[start:end] for start, end in tokens]
        if _MARK.search(folded):
            keys = [_key(word) for word in keys]
        levels = self._words.levels
        for index, (start, end) in enumerate(tokens):
            key = keys[index]
            if key in _LETTER_OR_ENDING and self._begins_letters(folded, tokens, keys, index):
                yield start, end, "", None  # no ending: سوی ای اف سی
                continue
            if levels.get(key):  # most words: usual, and right as they are
                yield start, end, key, None
                continue
            if len(key) > _LONGEST or end - start > len(key) + _MOST_MARKS:
                continue  # nobody's word, and the rules try every place in one; or Arabic, with all its vowels
            context = _NO_CONTEXT
            if key.endswith(_TWO_WAYS):
                before = keys[index - 1] if index and folded[tokens[index - 1][1] : start] == " " else "."
                gap = folded[end : tokens[index + 1][0]] if index + 1 < len(tokens) else "."
                after = "." if _CLOSING.search(gap) else keys[index + 1] if gap == " " else ""
                context = Context(_telling(before), _telling(after))
            found = self._split(key, context)
            yield start, end, with_cuts(key, found.cuts) if found else key, found

    def _begins_letters(self, folded: str, tokens: list[tuple[int, int]], keys: list[str], index: int) -> bool:
        """Whether the next word is a Latin letter's name too."""
        if index + 1 == len(keys) or folded[tokens[index][1] : tokens[index + 1][0]] != " ":
            return False
        return keys[index + 1] in self._words.letters and keys[index + 1] not in _LETTER_OR_WORD

    def _split(self, key: str, context: Context) -> Split | None:
        asked = (key, context)
        try:
            return self._splits[asked]
        except KeyError:
            found = self._splits[asked] = split(*asked, self._words)
            return found

    def _join(self, first: str, second: str) -> str | None:
        if ZWNJ in first:
            first = first.rpartition(ZWNJ)[2]
        if ZWNJ in second:
            second, _, rest = second.partition(ZWNJ)
            if second in _LETTER_OR_ENDING and not rest.startswith("ها"):  # سوی ای‌اف‌سی
                return None
        if not may_join(first, second, self._words):  # most pairs
            return None
        pair = (first, second)
        try:
            return self._joins[pair]
        except KeyError:
            found = self._joins[pair] = join(*pair, self._words)
            return found


class _Group:
    """A word, or words that become one, while they are gathered: where half-spaces go in, which spaces give way."""

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.cuts: list[int] = []
        self.joins: list[int] = []
        self.rules: list[str] = []

    def spelt(self, text: str) -> str:
        """The words with their half-spaces."""
        parts: list[str] = []
        done = self.start
        joins = set(self.joins)
        for at in sorted(self.cuts + self.joins):
            parts += text[done:at], ZWNJ
            done = at + (at in joins)
        parts.append(text[done : self.end])
        return "".join(parts)


_LETTER_OR_ENDING = frozenset(("ای", "ام"))
_LETTER_OR_WORD = frozenset(("ای", "بی", "ام", "ان", "او", "آر", "تو", "یو", "کی", "سی"))
# A word that may be two: ``نامهای`` is ``نام‌های`` or ``نامه‌ای``. There the words around it are asked for.
_TWO_WAYS = "های"
_CLOSING = re.compile(r"[.،؛:؟!»)\n]")


# What nobody writes: where it stands, half-spaces became spaces.
_BROKEN = (" می ", " نمی ", " ها ", " های ")


def _keeps_its_spaces(folded: str) -> bool:
    """Whether a text has kept more half-spaces than became spaces, as far as a glance tells. Then its compounds in
    two words are its editor's choice."""
    kept = folded.count(ZWNJ)
    return kept > 0 and kept > sum(map(folded.count, _BROKEN))


def _telling(word: str) -> str:
    """What of a word beside can matter: which of few it is."""
    first = word.partition(ZWNJ)[0]
    if first.startswith(("می", "نمی")):
        return "می"
    return first if first in TELLING else ""


def _key(word: str) -> str:
    return _MARK.sub("", word)


def _places(folded: str, start: int, end: int, cuts: tuple[int, ...]) -> list[int]:
    """Offsets of cuts in the text: marks on the letters do not count, and stay with the letter before."""
    if end - start == len(_key(folded[start:end])):
        return [start + cut for cut in cuts]
    letters = [at for at in range(start, end) if not _MARK.match(folded[at])]
    return [letters[cut] for cut in cuts]
