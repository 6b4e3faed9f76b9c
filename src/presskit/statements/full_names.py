"""The full names of those who speak, where the story has them: ``مسعود ستایشی سخنگوی قوه قضائیه حاضر شد``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from presskit.lexicon import Hit, Scan
from presskit.statements.person import Person

_WORD = re.compile(r" (\w+)")


def find_full_names(people: Collection[Person], scan: Scan) -> None:
    """Look for whom the text calls by a surname or a role alone where it speaks of him with his given name as well."""
    _find_by_role(people, scan)
    short = {
        scan.text[slice(*mention.name)]: person
        for person in people
        if person.names and not any(" " in name for name in person.names)
        for mention in person.mentions
        if mention.name
    }
    begin, before = 0, -1  # where a run of given names began, and where the last of them ended
    for hit in scan.people if short else ():
        if scan.text[hit.start : hit.end] not in scan.lexicon.given_names:  # whatever else the word may be
            continue
        begin = begin if hit.start == before + 1 else hit.start
        before = hit.end
        word = _WORD.match(scan.text, hit.end)
        person = short.get(word.group(1)) if word else None
        if word and person is not None and person.full_name is None:
            person.full_name = begin, word.end()
    for match in _introductions(scan) if short else ():
        person = short.get(match[2])
        if person is not None and person.full_name is None:
            person.full_name = match.span(1)


def _find_by_role(people: Iterable[Person], scan: Scan) -> None:
    """``مسعود ستایشی سخنگوی قوه قضائیه به پرسش‌ها پاسخ داد``: whoever speaks by that role alone has the name."""
    nameless = {
        scan.text[slice(*role)]: person
        for person in people
        if not person.names
        for mention in person.mentions
        for role in mention.roles
        if not (mention.body or mention.plural or mention.anaphoric)
    }
    given: Hit | None = None
    for hit in scan.people if nameless else ():
        if hit.kind == "given":
            given = hit
        elif hit.kind == "role" and given is not None and hit.start - given.end <= _LONGEST_NAME:
            surname = _SURNAME.fullmatch(scan.text, given.end, hit.start)
            ends = _ends(scan.text, hit.start) if surname else ()
            end = next((end for end in ends if scan.text[hit.start : end] in nameless), 0)
            if surname and end:
                nameless[scan.text[hit.start : end]].full_name = given.start, surname.end(1)


_SURNAME = re.compile(r"( \w+(?: \w+)?)(?: |، ?)")
_LONGEST_ROLE = 80  # letters


def _ends(text: str, start: int) -> Iterator[int]:
    """Where words end after ``start``, the furthest first."""
    return (end for end in range(min(start + _LONGEST_ROLE, len(text)), start, -1) if text[end : end + 1] in _BREAKS)


_BREAKS = frozenset(("", " ", "،", ".", ":", "\n"))


def _introductions(scan: Scan) -> Iterator[re.Match[str]]:
    """``«مائورو وییرا»``, and ``، مائورو وییرا وزیر …``: full names whose given name the lexicon need not have."""
    for match in _IN_QUOTES.finditer(scan.text):
        after = scan.people.at(match.end() + scan.text.startswith(" ", match.end()))
        if after is not None and after.kind == "role":
            yield match
    for hit in scan.people:
        if hit.kind == "role":
            before = _BEFORE_ROLE.search(scan.text, max(0, hit.start - _LONGEST_NAME), hit.start)
            if before:
                yield before


_IN_QUOTES = re.compile(r"«(\w+(?: \w+)? (\w+))»")
_BEFORE_ROLE = re.compile(r"[،\n] ?(\w+ (\w+)) \Z")
_LONGEST_NAME = 40  # letters
