"""Who has been heard of so far: the names and roles by which a text's speakers go, in their spelling-blind form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from presskit.lexicon import Scan
from presskit.statements.frame import Stretch
from presskit.statements.mentions import Mention, read_mention

_SHORTEST = 3
_TWO_SURNAMES = 3  # words, with the given name
_QUOTES = re.compile('[«»"]')
_GLUED = ("با ", "در ", "از ")  # "جهانپوربا اشاره به": a preposition that lost its space


@dataclass(slots=True)
class Cast:
    """Mentions met so far, whole (``ناصر کنعانی سخنگوی …``), and surnames (``کنعانی``), by their first letters."""

    scan: Scan
    _known: set[str] = field(default_factory=set)
    _longest: dict[str, int] = field(default_factory=dict)  # of those that begin with the same letters
    _mentions: dict[Stretch, Mention] = field(default_factory=dict)

    def mention(self, place: Stretch) -> Mention:
        """A mention taken apart, once."""
        if place not in self._mentions:
            self._mentions[place] = read_mention(self.scan, *place)
        return self._mentions[place]

    def remember(self, place: Stretch) -> None:
        """Know the speaker of a mention from here on: by the whole of it, the name, the surname, the role."""
        mention, text = self.mention(place), self.scan.text
        if mention.kind == "pronoun" or mention.anaphoric:
            return
        self._add(text[slice(*place)])
        for role in mention.roles:
            self._add(text[slice(*role)])
        if mention.name:
            name = text[slice(*mention.name)]
            words = _QUOTES.sub("", name).split()
            for number in range(1, len(words)):
                self._add(" ".join(words[number:]))
            if len(words) == _TWO_SURNAMES and words[0] in self.scan.lexicon.given_names:
                self._add(words[1])  # "راشدی" of "محمدمهدی راشدی نوری"
            self._add(name)

    def _add(self, words: str) -> None:
        if len(words) >= _SHORTEST:
            self._known.add(words)
            self._longest[words[:_SHORTEST]] = max(len(words), self._longest.get(words[:_SHORTEST], 0))

    def knows(self, words: str) -> bool:
        """Whether somebody has been mentioned by these words."""
        return words in self._known

    def longest_at(self, text: str, offset: int, end: int) -> int:
        """Where the longest known mention that begins at ``offset`` ends, or 0."""
        longest = self._longest.get(text[offset : offset + _SHORTEST], 0)
        for stop in range(min(end, offset + longest), offset + _SHORTEST - 1, -1):
            if text[offset:stop] in self._known:
                glued = text[stop : stop + 1].isalnum()
                if not glued or text.startswith(_GLUED, stop):
                    return stop
        return 0
