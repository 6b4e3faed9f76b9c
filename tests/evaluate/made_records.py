"""Records made of offsets, so that what they score can be counted by hand."""

from __future__ import annotations

from typing import Any

TEXT = "ابپتثجچحخد" * 30
"""Three hundred characters: parts of the records here are cut out of it."""

Record = dict[str, Any]
Stretch = tuple[int, int]


def part(where: Stretch | None, **more: Any) -> Record | None:
    """A located text, or none."""
    if where is None:
        return None
    return {"text": TEXT[slice(*where)], "span": {"start": where[0], "end": where[1]}, **more}


def statement(
    number: int,
    cue: Stretch | None = None,
    *content: Stretch,
    speaker: str | None = "s1",
    mention: Stretch | None = None,
    topic: Stretch | None = None,
    question: Stretch | None = None,
    asker: Stretch | None = None,
    **more: Any,
) -> Record:
    """A statement, direct unless told: ``statement(1, (0, 3), (5, 15))`` has its cue at 0 to 3 and says 5 to 15."""
    form = more.pop("form", "direct")
    return {
        "id": f"q{number}",
        "speaker": speaker,
        "mention": part(mention),
        "cue": part(cue),
        "content": [part(where, form=form) for where in content],
        "topic": part(topic),
        "question": part(question, asker=part(asker)),
        "continues": None,
        **more,
    }


def speaker(number: int, name: str | None = None, *roles: str) -> Record:
    """A speaker."""
    return {"id": f"s{number}", "name": name, "roles": list(roles)}


def said(*statements: Record, speakers: list[Record] | None = None) -> Record:
    """A record that has statements, and no page."""
    record: Record = {"statements": list(statements)}
    return record if speakers is None else {**record, "speakers": speakers}


ONE_RECORD: Record = {
    "source": {"uri": "a.txt"},
    **said(statement(1, (0, 3), (10, 20)), speakers=[speaker(1, "علی")]),
}
