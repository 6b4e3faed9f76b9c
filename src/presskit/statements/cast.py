"""Who has been heard of so far: the names and roles by which a text's speakers go, in their spelling-blind form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from presskit.lexicon import Scan
from presskit.statements.frame import Stretch
from presskit.statements.mentions import Mention, read_mention

_SHORTEST = 3
_QUOTES = re.compile('[«»"]')
_GLUED = ("با ", "در ", "از ")  # "جهانپوربا اشاره به": a preposition that lost its space


@dataclass(slots=True)
class Cast:
    """Mentions met so far, whole (``ناصر کنعانی سخنگوی …``), and surnames (``کنعانی``), by their first letters."""

    scan: Scan
    _known: dict[str, dict[str, None]] = field(default_factory=dict)
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
            self._add(name)

    def _add(self, words: str) -> None:
        if len(words) >= _SHORTEST:
            self._known.setdefault(words[:_SHORTEST], {})[words] = None

    def longest_at(self, text: str, offset: int, end: int) -> int:
        """Where the longest known mention that begins at ``offset`` ends, or 0."""
        best = 0
        for mention in self._known.get(text[offset : offset + _SHORTEST], ()):
            stop = offset + len(mention)
            if best < stop <= end and text.startswith(mention, offset):
                glued = text[stop : stop + 1].isalnum()
                if not glued or text.startswith(_GLUED, stop):
                    best = stop
        return best
