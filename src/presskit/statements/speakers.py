"""Who is who: the mentions of a text, in its order, resolved to speakers.

Names come first: two mentions are one person where one name is the tail or a part of the other (``کنعانی``, ``ناصر
کنعانی``). A role belongs to the person who was named with it, or with one like it: the same head, and no word that
tells two apart (``سخنگوی دستگاه دیپلماسی`` and ``سخنگوی وزارت امور خارجه`` name one office). Pronouns and dropped
subjects are the last speaker. A role that nobody has goes to who is named beside it, unless two offices exclude each
other (docs/rules.md).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from presskit.lexicon import Lexicon, Scan
from presskit.statements.full_names import find_full_names
from presskit.statements.identity import content_words, name_key, rivals, role_key, same_name, same_role, stem
from presskit.statements.mentions import Mention, names_another
from presskit.statements.person import MOST_NAMESAKES, PeopleIndex, Person

_TAIL = 4
_LONGEST_OFFICE = 2  # words before a surname: "رئیس جمهور روحانی"


_SINGLE = frozenset(("وی", "او", "ایشان"))
_ANOTHER = (" دیگر", " دیگری")  # "خبرنگار دیگری": somebody new


def resolve(mentions: Sequence[Mention | None], scan: Scan) -> list[Person | None]:
    """The person of every mention, in the order of the text; None going in stands for a dropped subject."""
    found = _Resolver(mentions, scan.text, scan.lexicon).run()
    find_full_names(list({id(person): person for person in found if person}.values()), scan)
    return found


class _Resolver:
    """Linear in the number of mentions: people are found by the words of their names and the heads of their roles."""

    def __init__(self, mentions: Sequence[Mention | None], text: str, lexicon: Lexicon) -> None:
        self.mentions, self.text, self.lexicon = mentions, text, lexicon
        self.named: dict[int, Person] = {}  # by the number of the mention
        self._numbers: list[int] = []  # the keys of ``named``, in order
        self.people: list[Person] = []
        self._by_word, self._by_head = PeopleIndex(), PeopleIndex()
        self._alone = False
        self.merged: dict[int, Person] = {}  # people who turned out to be others, by identity

    def run(self) -> list[Person | None]:
        self._read_names()
        found: list[Person | None] = []
        last: Person | None = None
        human: Person | None = None  # the last who is one: "وی" is no newspaper
        for number, mention in enumerate(self.mentions):
            single = mention is not None and self.text[mention.start : mention.end] in _SINGLE
            person = self._person(number, mention, human if single and human else last)
            found.append(person)
            if person is not None and (last is None or not self._asks(person)):
                last = person  # after a reporter's question "وی" is still who was asked
                human = human if mention is not None and mention.body else person
        return self._merged(found)

    def _person(self, number: int, mention: Mention | None, last: Person | None) -> Person | None:
        if mention is None or mention.kind == "pronoun":
            person = last or self._next(number)
            if person is not None and mention is not None:
                person.mentions.append(mention)
            return person
        if mention.name:
            return self._named(number, mention, last)
        return self._by_role(number, mention, last)

    # --- names ------------------------------------------------------------------------------------------------------

    def _read_names(self) -> None:
        """The people with names; longer names first, so that a surname finds whoever is named in full."""
        named = [
            (number, mention, name_key(self.text[slice(*mention.name)], self.lexicon))
            for number, mention in enumerate(self.mentions)
            if mention and mention.name
        ]
        for number, _, name in sorted(named, key=lambda item: (-item[2].count(" "), item[0])):
            person = self._bearer(name, number) or self._new()
            if name not in person.names and len(person.names) < MOST_NAMESAKES:
                person.names.append(name)
                self._by_word.add(_name_keys(name), person)
            person.place = number
            self.named[number] = person
        self._numbers = sorted(self.named)
        for number, mention, _ in named:
            self._take(self.named[number], mention)
        self._alone = len({id(person) for person in self.named.values()}) == 1  # one is named, and nobody else

    def _named(self, number: int, mention: Mention, last: Person | None) -> Person:
        """Who has the name; one whom no office was told of is the last who spoke by an office alone."""
        person = self.named[number]
        fresh = not person.roles and person.mentions[0] is mention and not mention.also
        if not fresh or last is None or last.names or not last.roles or self._asks(last):
            return person
        told = last.mentions[-1]
        if told.body or told.plural or not self.lexicon.bodies.isdisjoint(content_words(last.roles[0])[:1]):
            return person
        self._merge(last, person)
        return person

    def _bearer(self, name: str, number: int) -> Person | None:
        """Who has a name already; of two, the one named nearest before."""
        candidates = {id(person): person for key in _name_keys(name) for person in self._by_word.get(key)}
        fitting = [person for person in candidates.values() if any(same_name(name, known) for known in person.names)]
        before = [person for person in fitting if person.place <= number]
        return max(before, key=lambda one: one.place, default=None) or min(
            fitting, key=lambda one: one.place, default=None
        )

    # --- roles ------------------------------------------------------------------------------------------------------

    def _by_role(self, number: int, mention: Mention, last: Person | None) -> Person:
        """The person of a mention by role alone."""
        if mention.anaphoric and last is not None:
            self._take(last, mention)
            return last
        role = role_key(self.text[slice(*mention.roles[0])], self.lexicon)
        person = self._holder(role, last) or self._surname_inside(role)
        head = role.split(" ")[0].removesuffix("ی")
        other = mention.also or head in self.lexicon.askers or head in self.lexicon.kin
        alone = not (mention.body or mention.plural or other)
        if person is None and alone:
            person = self._candidate(role, number, last)
        elif person is not None and not person.names and alone and _unclaimed(last) and not self._rivals(last, role):
            self._merge(person, last)  # "معاون استاندار" of the lead is "عزیزی", who was named without a role
            person = last
        person = person or self._new()
        self._take(person, mention)
        return person

    def _holder(self, role: str, last: Person | None) -> Person | None:
        """Who has a role already, or one like it; the last speaker where several do."""
        words = content_words(role)
        candidates = self._by_head.get(words[0]) if words else ()
        if role.endswith(_ANOTHER):
            return None
        holders = [person for person in candidates if any(same_role(role, known) for known in person.roles)]
        holders = [person for person in holders if role in person.roles] or holders
        return last if last in holders else holders[-1] if holders else None

    def _surname_inside(self, role: str) -> Person | None:
        """``رئیس جمهور روحانی``: a role that ends with a surname, or a surname that is a word for a trade."""
        *office, word = role.split(" ")
        if len(office) > _LONGEST_OFFICE or names_another(office, self.lexicon):  # "وکیل روحانی"
            return None
        return next(
            (
                person
                for person in self._by_word.get(word)
                if any(name.rpartition(" ")[2] == word for name in person.names)
            ),
            None,
        )

    def _candidate(self, role: str, number: int, last: Person | None) -> Person | None:
        """The last speaker where he was named without a role, or in the lead the first who is named after it."""
        if last is not None and last.names:
            known = not last.roles or self._alone or self._sits(role, last)
            return last if known and not self._rivals(last, role) else None
        for later in range(number + 1, len(self.mentions)):
            mention = self.mentions[later]
            if mention is None or mention.kind == "pronoun" or mention.anaphoric:
                continue
            if not mention.name:  # another role, which the name that follows is nearer to
                if same_role(role, role_key(self.text[slice(*mention.roles[0])], self.lexicon)):
                    continue
                return None
            person = self.named[later]
            only = not person.roles or self._alone
            return person if only and not self._rivals(person, role) else None
        return None

    def _rivals(self, person: Person | None, role: str) -> bool:
        return person is not None and any(rivals(role, known, self.lexicon) for known in person.roles)

    def _sits(self, role: str, person: Person) -> bool:
        """Whether both are seats of one house: who sits in parliament has the offices of its committees as well."""
        return bool(self.lexicon.seats.intersection(role.split())) and any(
            self.lexicon.seats.intersection(known.split()) for known in person.roles
        )

    def _asks(self, person: Person) -> bool:
        """A reporter without a name."""
        return not person.names and any(head in self.lexicon.askers for head in _heads(person.roles))

    # --- people -----------------------------------------------------------------------------------------------------

    def _new(self) -> Person:
        self.people.append(Person())
        return self.people[-1]

    def _take(self, person: Person, mention: Mention) -> None:
        """Take a mention in. ``این سخنگو`` tells nothing of a role that was not known."""
        person.mentions.append(mention)
        roles = [role_key(self.text[slice(*role)], self.lexicon) for role in mention.roles]
        new = [role for role in roles if role not in person.roles and (not mention.anaphoric or " " in role)]
        new = new[: max(MOST_NAMESAKES - len(person.roles), 0)]
        person.roles.extend(new)
        self._by_head.add(_heads(new), person)

    def _merge(self, person: Person, other: Person | None) -> None:
        assert other is not None
        self.merged[id(person)] = other
        other.mentions = sorted([*person.mentions, *other.mentions], key=lambda mention: mention.start)
        other.roles.extend(role for role in person.roles if role not in other.roles)
        self._by_head.replace(_heads(person.roles), person, other)

    def _merged(self, found: list[Person | None]) -> list[Person | None]:
        return [self.merged.get(id(person), person) if person else None for person in found]

    def _next(self, number: int) -> Person | None:
        """Who is named first after a pronoun that nobody was named before."""
        place = bisect_right(self._numbers, number)
        return self.named[self._numbers[place]] if place < len(self._numbers) else None


def _heads(roles: Iterable[str]) -> list[str]:
    return [words[0] for role in roles if (words := content_words(role))]


def _name_keys(name: str) -> set[str]:
    """What a name is found by: its words, and how it ends when it is written in one."""
    joined, words = name.replace(" ", ""), name.split()
    return {*words, *map(stem, words), joined[-_TAIL:], joined[:-1][-_TAIL:]}


def _unclaimed(person: Person | None) -> bool:
    """Somebody who was named, and never with a role."""
    return person is not None and bool(person.names) and not person.roles
