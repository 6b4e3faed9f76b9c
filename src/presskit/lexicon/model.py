"""The word lists as the rules see them: a `Lexicon`, and the `Hit` that a scan of a text gives.

Everything in a lexicon stands in its spelling-blind form (`presskit.text.view.key`), and so must the text that is
scanned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from presskit.lexicon.forms import Form
from presskit.lexicon.misspelt import one_slip_off

HitKind = Literal[
    "cue", "element", "preface", "pronoun", "adverb", "occasion", "according",
    "role", "title", "given", "body", "outlet",
]  # fmt: skip


class Verb(NamedTuple):
    """A verb of saying; ``lemma`` is the element alone where it is a compound. For the rest see data/verbs.toml."""

    lemma: str
    takes: frozenset[str] = frozenset()
    weak: bool = False
    topic: str | None = None
    lights: frozenset[str] = frozenset()

    @property
    def asks(self) -> bool:
        """``از X خواست``: who follows ``از`` is asked, and is no part of the subject."""
        return "تا" in self.takes


class Outlet(NamedTuple):
    """A medium: its usual name, its sort, and whether that name is also an ordinary word or place."""

    name: str
    kind: str
    ambiguous: bool


class Hit(NamedTuple):
    """A word of the lexicon in a text: ``text[start:end]``. ``verb`` and ``form`` only for cues and elements."""

    start: int
    end: int
    kind: HitKind
    verb: Verb | None = None
    light: str = ""
    form: Form | None = None

    @property
    def takes(self) -> frozenset[str]:
        """How the verb of a cue takes what was said."""
        return self.verb.takes if self.verb else frozenset()

    @property
    def lemma(self) -> str:
        """The citation form of a cue: ``گفت#گو``, ``تصریح کرد``; of an element alone, the element."""
        assert self.verb is not None
        return f"{self.verb.lemma} {self.light}".strip()


class Label(NamedTuple):
    """What the value of a field stands under in a meta line, ``text[start:end]``: ``کد خبر``, of the field ``code``."""

    start: int
    end: int
    field: str


class Phrases:
    """Words and phrases to find where they begin; of several that do, the longest."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_start.setdefault(word[:_KEY], []).append(word)

    def end(self, text: str, offset: int, end: int) -> int:
        """Where the phrase that begins at ``offset`` and is over by ``end`` ends, or 0."""
        for word in self._by_start.get(text[offset : offset + _KEY], ()):
            stop = offset + len(word)
            if stop <= end and text.startswith(word, offset) and (stop == end or not text[stop].isalnum()):
                return stop
        return 0

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text phrases begin and end, in order, none overlapping."""
        reached = 0
        for match in _WORD_START.finditer(text):
            end = self.end(text, match.start(), len(text)) if match.start() >= reached else 0
            if end:
                yield match.start(), end
                reached = end


_WORD_START = re.compile(r"\b\w")
_KEY = 2  # letters to tell phrases apart by; none is shorter, but for "و", which is its own key
_COLON = re.compile(r":(?!/)")
_MOST_WORDS = 3  # of a light verb's form
_LONGEST_COMPOUND = 80  # letters, of an element and a light verb's form
_UP_TO_THREE_WORDS = re.compile(r" ?(\w+)(?: (\w+)(?: (\w+))?)?")


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """All word lists. Frozen: a parse never changes it, so that many may share one."""

    simple: dict[str, tuple[Verb, Form]]  # by every form: "می گوید"
    elements: dict[str, Verb]  # by the element of a compound: "تصریح"
    light: dict[str, tuple[str, Form]]  # by every form of a light verb: its past stem, and which form
    prefaces: frozenset[str]
    question_openers: frozenset[str]
    questions: frozenset[str]
    question_separators: tuple[str, ...]
    that: Phrases
    empty: Phrases
    acts: Phrases
    object_openers: Phrases
    pronouns: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    governed: dict[str, frozenset[str]]
    located_roles: frozenset[str]
    occasions: dict[str, str]  # words -> kind
    occasion_ends: frozenset[str]
    according: tuple[str, ...]
    narration: Phrases
    connectives: Phrases
    askers: frozenset[str]
    answerers: frozenset[str]
    label_fields: dict[str, str]  # label of a meta line -> the field whose value it stands over
    label_words: Phrases
    furniture: Phrases
    end_marks: tuple[str, ...]
    home: frozenset[str]
    desks: frozenset[str]
    press_offices: Phrases
    roles: frozenset[str]
    plural_roles: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    seats: frozenset[str]
    generic: frozenset[str]
    anaphors: Phrases
    honorifics: frozenset[str]
    given_names: frozenset[str]
    name_particles: frozenset[str]
    named_after: frozenset[str]
    kin: frozenset[str]
    outlets: dict[str, Outlet]
    places: dict[str, str]  # spelling -> usual name
    organisations: dict[str, str]  # any of its names -> the spelling-blind form of its usual one
    months: dict[str, dict[str, int]]  # calendar, "day", "weekday" or "day_part" -> word -> number

    def frames(self, text: str) -> list[Hit]:
        """The words that make a frame, in order, none overlapping: cues, elements, prefaces, pronouns, adverbs.

        Where several begin at one place the longest wins, so ``گفت و گو`` hides its ``گفت``.
        """
        hits: list[Hit] = []
        for start, end, (kind, verb, form) in _words(self._frames, text):
            if kind == "element":
                hits.append(self._compound(text, start, end, verb))
            elif kind == "glued":  # "اظهارداشت"
                hits.append(Hit(start, end, "cue", verb, form, self.light[form][1]))
            else:
                hits.append(Hit(start, end, kind, verb, "", form))
        misspelt = list(self._misspelt(text, hits))
        return sorted([*hits, *misspelt]) if misspelt else hits

    def _misspelt(self, text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Compounds with one letter amiss before their light verb and a colon: ``تببین کرد:``, ``اظها داشت:``."""
        cues = {hit.end for hit in hits if hit.kind == "cue"}
        starts = {hit.start for hit in hits}
        for colon in _COLON.finditer(text):
            end = colon.start() - text.endswith(" ", 0, colon.start())
            if end in cues:
                continue
            words = text[max(end - _LONGEST_COMPOUND, 0) : end].rsplit(" ", _MOST_WORDS + 1)
            forms = (" ".join(words[-number:]) for number in range(min(_MOST_WORDS, len(words) - 1), 0, -1))
            light = next((form for form in forms if form in self.light), None)
            if light is None:
                continue
            word = words[-2 - light.count(" ")]
            start = end - len(f"{word} {light}")
            element = self._meant(word, light) if start not in starts else None
            if element is not None:
                start += word == f"و{element}"
                yield Hit(start, end, "cue", self.elements[element], *self.light[light])

    def _meant(self, word: str, light: str) -> str | None:
        """The element that a word was to be before a form of a light verb."""
        past = self.light[light][0]
        return next(one_slip_off(word, (one for one, verb in self.elements.items() if past in verb.lights)), None)

    def people(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """The words that name people in ``text[start:end]``, in order: roles, titles, given names, bodies, outlets."""
        found = _words(self._people, text, start, len(text) if end is None else end)
        return [Hit(start, end, kind) for start, end, kind in found]

    def labels(self, text: str) -> Iterator[Label]:
        """The labels in a line, in order, whether or not a value stands under them."""
        return (Label(start, end, self.label_fields[text[start:end]]) for start, end in self.label_words.find(text))

    def _compound(self, text: str, start: int, end: int, verb: Verb) -> Hit:
        match = _UP_TO_THREE_WORDS.match(text, end)
        for last in (3, 2, 1) if match else ():
            assert match is not None
            word_end = match.end(last)
            known = self.light.get(text[match.start(1) : word_end]) if word_end > 0 else None
            if known and known[0] in verb.lights:
                return Hit(start, word_end, "cue", verb, *known)
        return Hit(start, end, "element", verb)

    @cached_property
    def _frames(self) -> Any:
        return _automaton(
            ((form, ("cue", *entry)) for form, entry in self.simple.items()),
            ((element, ("element", verb, None)) for element, verb in self.elements.items()),
            (
                (element + light, ("glued", verb, light))
                for element, verb in self.elements.items()
                for light in verb.lights
            ),
            ((word, ("preface", None, None)) for word in self.prefaces | self.question_openers),
            ((word, ("pronoun", None, None)) for word in self.pronouns),
            ((word, ("adverb", None, None)) for word in self.adverbs),
            ((word, ("occasion", None, None)) for word in self.occasions),
            ((word, ("according", None, None)) for word in self.according),
        )

    @cached_property
    def _people(self) -> Any:
        return _automaton(
            ((word, "role") for word in self.roles | self.plural_roles),
            ((word, "title") for word in self.honorifics),
            ((word, "body") for word in self.bodies),
            ((word, "body") for word in self.organisations),
            ((word, "given") for word in self.given_names),
            ((word, "outlet") for word, outlet in self.outlets.items() if not outlet.ambiguous),
        )


def _automaton(*entries: Iterable[tuple[str, Any]]) -> Any:
    """An Aho-Corasick automaton over words; the first entry of a word wins."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for some in entries:
        for word, value in some:
            if not automaton.exists(word):
                automaton.add_word(word, (len(word), value))
    automaton.make_automaton()
    return automaton


def _words(automaton: Any, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Any]]:
    """The automaton's words that stand as whole words in ``text[start:end]``: leftmost, longest, none overlapping."""
    # The automaton is given the stretch alone: it would make a copy of a whole text, however little of it is read.
    stretch = text[start:end]
    stop = len(stretch)
    found = []
    for last, (length, value) in automaton.iter(stretch):
        after = last + 1
        begin = after - length
        if (after < stop and stretch[after].isalnum()) or (begin and stretch[begin - 1].isalnum()):
            continue
        found.append((start + begin, -length, value))
    found.sort()  # leftmost, then longest: no two words begin and end alike
    reached = start
    for begin, minus_length, value in found:
        if begin >= reached:
            reached = begin - minus_length
            yield begin, reached, value
