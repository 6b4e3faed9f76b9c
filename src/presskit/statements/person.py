"""A speaker in the making, and how such are found by a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from presskit.statements.frame import Stretch
from presskit.statements.mentions import Mention

MOST_NAMESAKES = 20  # people under one word, and names or roles of one, that others are held against


@dataclass(eq=False, slots=True)
class Person:
    """A speaker in the making: the words of all names and roles, in spelling-blind form, and the mentions."""

    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    place: int = 0  # of the last mention taken in, counted in mentions
    full_name: Stretch | None = None  # where the text has it in full, though not where it says that he speaks


class PeopleIndex:
    """People by the words of their names, or by the heads of their roles: of many under one word the latest few."""

    def __init__(self) -> None:
        self._people: dict[str, dict[int, Person]] = {}

    def add(self, keys: Iterable[str], person: Person) -> None:
        for key in keys:
            self._people.setdefault(key, {})[id(person)] = person

    def get(self, key: str) -> list[Person]:
        """Who is under a word, in the order in which they came."""
        return list(islice(reversed(self._people.get(key, {}).values()), MOST_NAMESAKES))[::-1]

    def replace(self, keys: Iterable[str], person: Person, other: Person) -> None:
        """Let another person stand for one."""
        for key in keys:
            people = self._people.get(key, {})
            if people.pop(id(person), None) is not None:
                people[id(other)] = other
