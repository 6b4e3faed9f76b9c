"""Whether a JSON value has the shape of a record, as far as it has one: what `score` may take for granted.

Gold may be partial, and predictions may be of other systems, so this asks for less than `presskit validate`: keys may
be missing, or more than a record has. What is there must be of the right kind, and every span as long as its text: a
system that counts bytes or UTF-16 units would otherwise be taken for one that is always wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from presskit.check import path
from presskit.errors import RecordError

Loc = tuple[int | str, ...]
Shape = Callable[[Any, Loc], None]


def check_shape(value: object) -> dict[str, Any]:
    """The value itself, where it can be evaluated.

    Raises:
        RecordError: ``value-wrong``, ``key-missing`` or ``span-mismatch``, with the place.
    """
    _RECORD(value, ())
    return cast(dict[str, Any], value)


def _wrong(loc: Loc, message: str, code: str = "value-wrong") -> RecordError:
    return RecordError(code, f"{message} at {path(loc)}")


def _a(kind: type | tuple[type, ...], named: str) -> Shape:
    def check(value: Any, loc: Loc) -> None:
        """Refuse what is not of the kind; a truth value is no number here."""
        if not isinstance(value, kind) or isinstance(value, bool):
            raise _wrong(loc, f"this is not {named}")

    return check


def _nullable(shape: Shape) -> Shape:
    return lambda value, loc: None if value is None else shape(value, loc)


def _list(shape: Shape) -> Shape:
    def check(value: Any, loc: Loc) -> None:
        """Refuse what is no list, or has an item of another shape."""
        _a(list, "a list")(value, loc)
        for index, item in enumerate(value):
            shape(item, (*loc, index))

    return check


def _object(shapes: Mapping[str, Shape], needed: Iterable[str] = ()) -> Shape:
    def check(value: Any, loc: Loc) -> None:
        """Refuse what is no object, lacks a key that is needed, or has another shape under a known one."""
        _a(dict, "an object")(value, loc)
        for name in needed:
            if name not in value:
                raise _wrong((*loc, name), "this key is missing", "key-missing")
        for name, shape in shapes.items():
            if name in value:
                shape(value[name], (*loc, name))

    return check


def _part(**shapes: Shape) -> Shape:
    """A located text, and what else it has."""
    shape = _object({"text": _TEXT, "span": _SPAN, **shapes}, ("text", "span"))

    def check(value: Any, loc: Loc) -> None:
        """Refuse what is no located text, or whose span is not as long as its text."""
        shape(value, loc)
        start, end = value["span"]["start"], value["span"]["end"]
        if start < 0 or end - start != len(value["text"]):
            message = f"the span is {end - start} characters long, and the text {len(value['text'])},"
            raise _wrong((*loc, "span"), message, "span-mismatch")

    return check


def _share(value: Any, loc: Loc) -> None:
    _a((int, float), "a number")(value, loc)
    if not 0 <= value <= 1:
        raise _wrong(loc, "this is not between 0 and 1")


_TEXT = _a(str, "a text")
_WHOLE = _a(int, "a whole number")
_SPAN = _object({"start": _WHOLE, "end": _WHOLE}, ("start", "end"))
_MAYBE_TEXT = _nullable(_TEXT)
_LOCATED = _part()
_MAYBE = _nullable(_LOCATED)
_VALUE = _nullable(_part(jalali=_TEXT, time=_MAYBE_TEXT, value=_TEXT, name=_MAYBE_TEXT, kind=_MAYBE_TEXT))
_SOURCE = {"uri": _MAYBE_TEXT, "sha256": _MAYBE_TEXT, "encoding": _MAYBE_TEXT, "length": _nullable(_WHOLE)}
_SPEAKER = {"id": _TEXT, "name": _MAYBE_TEXT, "roles": _list(_TEXT)}
_STATEMENT = {
    "id": _TEXT,
    "speaker": _MAYBE_TEXT,
    "continues": _MAYBE_TEXT,
    "rule": _MAYBE_TEXT,
    "confidence": _nullable(_share),
    "content": _list(_part(form=_MAYBE_TEXT)),
    "question": _nullable(_part(asker=_MAYBE)),
    **dict.fromkeys(("mention", "cue", "topic"), _MAYBE),
}
_RECORD = _object(
    {
        "source": _nullable(_object(_SOURCE)),
        **dict.fromkeys(("kicker", "headline", "subheadline", "lead", "end_mark", "place", "byline"), _MAYBE),
        **dict.fromkeys(("published", "news_code", "outlet", "occasion"), _VALUE),
        **dict.fromkeys(("meta", "boilerplate"), _list(_LOCATED)),
        "sections": _list(_object({"heading": _MAYBE, "paragraphs": _list(_LOCATED)})),
        "speakers": _list(_object(_SPEAKER, ("id",))),
        "statements": _list(_object(_STATEMENT)),
    }
)
