"""Who is who: the mentions of a text, in its order, resolved to speakers.

Names come first: two mentions are one person where one name is the tail or a part of the other (``کنعانی``, ``ناصر
کنعانی``). A role belongs to the person who was named with it, or with one like it: the same head, and no word that
tells two apart (``سخنگوی دستگاه دیپلماسی`` and ``سخنگوی وزارت امور خارجه`` name one office). Pronouns and dropped
subjects are the last speaker. Two people are never merged for a role word alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from presskit.lexicon import Lexicon
from presskit.statements.mentions import Mention

# Words that stand in the names of many bodies, and tell none from another.
_GENERIC = frozenset(
    "وزارت قوه سازمان شرکت اداره کل کشور استان شهر شهرستان ستاد مرکز موسسه کمیته هییت تیم باشگاه".split()
)
# Heads of offices that fill a person's days; a deputy, a member or an expert may be other things as well.
_OFFICES = frozenset(
    "وزیر استاندار فرماندار بخشدار شهردار رییس مدیرعامل مدیرکل دبیر دبیرکل سفیر دادستان فرمانده سخنگو سرمربی"
    " مدیر".split()
)
_STOP = frozenset("و در از به با بر برای این آن ی ای".split())


@dataclass(slots=True)
class Person:
    """A speaker in the making: the words of all names and roles, in spelling-blind form, and the mentions."""

    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention, text: str, lexicon: Lexicon) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        if mention.name:
            self.names.append(name_key(text[slice(*mention.name)], lexicon))
        roles = (role_key(text[slice(*role)], lexicon) for role in mention.roles)
        self.roles.extend(role for role in roles if not mention.anaphoric or " " in role)  # "این سخنگو" tells nothing


def name_key(name: str, lexicon: Lexicon) -> str:
    """A name without ``سید``, and with a surname that was glued to a given name parted from it: ``محمدعلوی``."""
    words = [part for word in name.split() for part in _parted(word, lexicon)]
    return " ".join(words[1:] if words[0] == "سید" and len(words) > 1 else words)


def _parted(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    if word not in lexicon.given_names:
        for end in range(3, len(word) - _SHORTEST_SURNAME + 1):
            if word[:end] in lexicon.given_names:
                return word[:end], word[end:]
    return (word,)


_SHORTEST_SURNAME = 4


def role_key(role: str, lexicon: Lexicon) -> str:
    """A role with the usual names of its organisations, so that epithets compare."""
    for spelling, usual in lexicon.organisations.items():
        if spelling != usual and spelling in role and re.search(rf"\b{re.escape(spelling)}\b", role):
            role = re.sub(rf"\b{re.escape(spelling)}\b", usual, role)
            break
    return role


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one person's: all words of the shorter are in the longer, its last among the last.

    >>> same_name("کنعانی", "ناصر کنعانی"), same_name("علی کنعانی", "ناصر کنعانی")
    (True, False)
    """
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) == len(long):
        return False
    if len(short) == 1:
        return short[0] in long[1:] or ("".join(long).endswith(short[0]) and len(short[0]) > 4)
    if "".join(long).endswith("".join(short)):
        return True
    return set(short) <= set(long) and short[0] == long[0]


def same_role(one: str, other: str) -> bool:
    """Whether two roles can be one office: the same head, and the words of one among those of the other."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    first, second = _content_words(one), _content_words(other)
    if not first or not second or _head(first[0]) != _head(second[0]):
        return False
    short, long = sorted((set(first[1:]), set(second[1:])), key=len)
    if not short:
        return True
    shared = len(short & long)
    return shared == len(short) or (shared >= 2 and shared * 3 >= len(short) * 2)


def _content_words(role: str) -> list[str]:
    return [
        word.removesuffix("ی") if number == 0 else word
        for number, word in enumerate(role.replace("(", " ").replace(")", " ").split())
        if word not in _STOP
    ]


def _head(word: str) -> str:
    return {"سرپرست": "سرپرست", "مسوول": "مسیول"}.get(word, word)


def resolve(mentions: Sequence[Mention | None], text: str, lexicon: Lexicon) -> list[Person | None]:
    """The person of every mention, in the order of the text; None going in stands for a dropped subject."""
    people = _named(mentions, text, lexicon)
    found: list[Person | None] = []
    last: Person | None = None
    for position, mention in enumerate(mentions):
        if mention is None or mention.kind == "pronoun":
            person = last or _next_person(mentions, position, people)
            if person is not None and mention is not None:
                person.mentions.append(mention)
        elif mention.name:
            person = next(person for person in people if any(known is mention for known in person.mentions))
        else:
            person = _by_role(mention, position, mentions, people, last, text, lexicon)
        found.append(person)
        last = person or last
    return found


def _named(mentions: Sequence[Mention | None], text: str, lexicon: Lexicon) -> list[Person]:
    """The people with names. Longer names first, so that a surname finds its bearer wherever he is named in full."""
    people: list[Person] = []
    named = [(position, mention) for position, mention in enumerate(mentions) if mention and mention.name]
    named.sort(key=lambda item: (-_words(item[1], text), item[0]))
    homes: list[tuple[int, Mention, Person]] = []
    for position, mention in named:
        assert mention.name
        name = name_key(text[slice(*mention.name)], lexicon)
        fitting = [person for person in people if any(same_name(name, known) for known in person.names)]
        person = min(fitting, key=lambda one: _distance(one, position, homes), default=None)
        if person is None or (name.count(" ") and not any(same_name(name, known) for known in person.names)):
            person = Person()
            people.append(person)
        person.names.append(name)
        homes.append((position, mention, person))
    for _, mention, person in sorted(homes, key=lambda home: home[0]):
        person.add(mention, text, lexicon)
    return people


def _words(mention: Mention, text: str) -> int:
    return text[slice(*mention.name)].count(" ") if mention.name else 0


def _distance(person: Person, position: int, homes: list[tuple[int, Mention, Person]]) -> int:
    """How far the nearest mention of a person is; one before counts as nearer than one after."""
    return min(position - at if at < position else 1000 + at - position for at, _, home in homes if home is person)


def _by_role(
    mention: Mention,
    position: int,
    mentions: Sequence[Mention | None],
    people: list[Person],
    last: Person | None,
    text: str,
    lexicon: Lexicon,
) -> Person | None:
    """The person of a mention by role alone."""
    if mention.anaphoric and last is not None:
        last.add(mention, text, lexicon)
        return last
    role = role_key(text[slice(*mention.roles[0])], lexicon)
    holders = [person for person in people if any(same_role(role, known) for known in person.roles)]
    exact = [person for person in holders if role in person.roles]
    person = last if last in (exact or holders) else (exact or holders)[-1] if holders else None
    if person is None:
        person = _surname_inside(role, people)
    if person is None and not (mention.body or mention.plural or mention.also):
        person = _only_candidate(role, position, mentions, people, last, lexicon)
    if person is None:
        person = Person()
        people.append(person)
    person.add(mention, text, lexicon)
    return person


def _surname_inside(role: str, people: list[Person]) -> Person | None:
    """``رئیس جمهور روحانی``: a role that ends with a known surname, or a surname that is a word for a trade."""
    words = role.split()
    for person in people:
        if any(words[-1] == name.split()[-1] for name in person.names):
            return person
    return None


def _only_candidate(
    role: str,
    position: int,
    mentions: Sequence[Mention | None],
    people: list[Person],
    last: Person | None,
    lexicon: Lexicon,
) -> Person | None:
    """The last speaker where he was named without a role, or in the lead the first who is named after it."""
    named = [person for person in people if person.names and not _holds_other(person, role, lexicon)]
    if last is not None and _holds_other(last, role, lexicon):
        return None
    if last is not None:
        if last.names and (not last.roles or len(named) == 1):
            return last
        return None
    following = _next_person(mentions, position, named)
    if following is not None and (not following.roles or len(named) == 1):
        return following
    return None


def _holds_other(person: Person, role: str, lexicon: Lexicon) -> bool:
    """Whether a person holds another office of the same sort: ``سخنگوی دولت``, and not ``سخنگوی قوه قضاییه``."""
    return any(_rivals(role, known, lexicon) for known in person.roles)


def _rivals(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one person hardly has both roles: two offices, or one in two places, with no telling word in common."""
    first, second = _content_words(one), _content_words(other)
    if not first or not second:
        return False
    heads = _head(first[0]), _head(second[0])
    if heads[0] != heads[1] and not (heads[0] in _OFFICES and heads[1] in _OFFICES):
        return False
    ours, theirs = (
        {word for word in words[1:] if word not in _GENERIC and word not in lexicon.places} for words in (first, second)
    )
    alike = any(word.startswith(like) or like.startswith(word) for word in ours for like in theirs)
    return bool((ours and theirs) or heads[0] != heads[1]) and not alike


def _next_person(mentions: Sequence[Mention | None], position: int, people: list[Person]) -> Person | None:
    for mention in mentions[position + 1 :]:
        for person in people:
            if mention is not None and any(known is mention for known in person.mentions):
                return person
    return None
