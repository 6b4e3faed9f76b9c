"""The record of a press briefing: what `presskit.parse` returns and every format is written from.

The meaning of each field is in docs/fields.md. Three rules hold for every record:

* every text is verbatim: ``source[span.start:span.end] == text``, in code points of the decoded source;
* what the text does not carry is ``None`` or empty, never a guess;
* a record is frozen: it is made whole and never changed.

This module imports nothing of presskit, so that anything may import it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

SCHEMA_VERSION = "1.0"
SCHEMA_ID = f"urn:presskit:press-briefing:{SCHEMA_VERSION}"

Form = Literal["direct", "indirect"]
Where = Literal["headline", "lead", "body"]
MentionKind = Literal["name", "role", "pronoun"]
Severity = Literal["error", "warning", "info"]
OccasionKind = Literal[
    "press_conference", "interview", "statement", "message", "speech", "meeting", "ceremony", "social_media", "other"
]

Place = tuple[str | int, ...]
"""A place in a record, as pydantic gives it: ``("statements", 2, "speaker")``."""

Offset = Annotated[int, Field(ge=0)]
Text = Annotated[str, Field(min_length=1)]
SpeakerId = Annotated[str, Field(pattern=r"^s[1-9][0-9]*$")]
StatementId = Annotated[str, Field(pattern=r"^q[1-9][0-9]*$")]
# Patterns say as much as a pattern can, for those who read records by their JSON Schema alone; that a day is there in
# its year, and is the same in both calendars, takes the validators.
_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_JALALI = r"[0-9]{4}-(0[1-6]-(0[1-9]|[12][0-9]|3[01])|(0[7-9]|1[0-2])-(0[1-9]|[12][0-9]|30))"
_GREGORIAN = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
JalaliDate = Annotated[str, Field(pattern=f"^{_JALALI}$")]
GregorianDate = Annotated[str, Field(pattern=f"^{_GREGORIAN}$")]
Clock = Annotated[str, Field(pattern=f"^{_CLOCK}$")]
Moment = Annotated[str, Field(pattern=f"^{_GREGORIAN}T{_CLOCK}[+-]{_CLOCK}$")]


class _Model(BaseModel):
    """What all parts of a record share: frozen, strict about types, closed to unknown keys."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)


class Span(_Model):
    """Half-open range of code points in the decoded source: ``source[start:end]``."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.start > self.end:
            raise ValueError(f"span starts at {self.start} and ends before it, at {self.end}")
        return self


class Located(_Model):
    """A verbatim text and where it stands."""

    text: Text
    span: Span


class Source(_Model):
    """The input the record was made from.

    ``uri`` is the name it was given by; ``sha256`` the digest of its bytes, or of its UTF-8 form where the input was
    already text; ``length`` counts the code points of the decoded source.
    """

    uri: str | None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    encoding: str
    length: Offset


class Published(Located):
    """Date and time of publication.

    ``jalali`` and ``gregorian`` are ISO-like (``1401-06-28``, ``2022-09-19``) and name one day; ``time`` is ``HH:MM``
    or ``HH:MM:SS``; ``at`` is ISO 8601 with Tehran's offset on that very day, and is null where there is no time.
    """

    jalali: JalaliDate
    gregorian: GregorianDate
    time: Clock | None
    at: Moment | None

    @model_validator(mode="after")
    def _same_day(self) -> Published:
        import jdatetime

        year, month, day = (int(part) for part in self.jalali.split("-"))
        gregorian = jdatetime.date(year, month, day).togregorian().isoformat()
        if gregorian != self.gregorian:
            raise ValueError(f"Jalali {self.jalali} is {gregorian}, not {self.gregorian}")
        if self.at is not None and not self.at.startswith(f"{gregorian}T{self.time}"):
            raise ValueError(f"'at' {self.at} is not {gregorian} {self.time}")
        return self


class NewsCode(Located):
    """The outlet's identifier of the page; ``value`` is in ASCII digits."""

    value: Annotated[str, Field(min_length=1, pattern="^[^۰-۹٠-٩]*$")]


class Outlet(Located):
    """Who published the page; ``name`` is the outlet's usual name."""

    name: Text


class Occasion(Located):
    """The event at which things were said."""

    kind: OccasionKind


class Section(_Model):
    """A run of body paragraphs under one subheading, or under none."""

    heading: Located | None
    paragraphs: tuple[Located, ...]


class Mention(Located):
    """Words that name a speaker: by name, by role, or by a pronoun."""

    kind: MentionKind


class Speaker(_Model):
    """One who speaks: a person, or a body that issues a statement.

    ``name`` is the fullest form that the text has, without titles; null for one who is named by role alone.
    """

    id: SpeakerId
    name: str | None
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]


class Cue(Located):
    """The verb group that reports speech; ``lemma`` is ``past#present`` for simple verbs, else the citation form."""

    lemma: Text


class Content(Located):
    """A segment of what was said, in the speaker's words (``direct``) or the newsroom's (``indirect``)."""

    form: Form


class Question(Located):
    """The question that a statement answers; ``asker`` where the text names one."""

    asker: Located | None


class Statement(_Model):
    """One act of attribution: somebody, a cue that says they spoke, and what they said.

    ``rule`` names the rule that decided; ``confidence`` is the measured share of such statements that are right in all
    parts (docs/accuracy.md).
    """

    id: StatementId
    speaker: SpeakerId | None
    mention: Located | None
    cue: Cue | None
    # How many there may be `presskit.check` says: a rule's slip is to be told as an issue, and not to end the parser.
    content: Annotated[tuple[Content, ...], Field(json_schema_extra={"minItems": 1, "maxItems": 2})]
    topic: Located | None
    question: Question | None
    continues: StatementId | None
    where: Where
    section: Offset | None
    rule: Text
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]


class Issue(_Model):
    """Something wrong or doubtful. ``path`` points into the record: ``$.statements[2].speaker``."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    severity: Severity
    message: Text
    span: Span | None
    path: str


class Token(_Model):
    """A word as hazm reads it; ``lemma`` as hazm gives it."""

    text: Text
    lemma: str


class Reading(_Model):
    """What hazm makes of the text, on request, for reading and counting; it carries no offsets."""

    normalized: str | None
    sentences: tuple[tuple[Token, ...], ...] | None


class Edit(_Model):
    """A word of the source that was put right in the repaired text; ``rule`` names the rule that decided.

    ``confidence`` is the measured share of that rule's edits that are right (docs/repair.md).
    """

    span: Span
    before: Text
    after: Text
    rule: Text
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]


class Repair(_Model):
    """The source with its lost half-spaces (ZWNJ) given back, on request. All spans refer to the source itself.

    A half-space takes the place of a space, which moves nothing, or is put between two letters: ``inserted`` holds
    those places, as offsets of the source in order. `to_repaired` and `to_source` go from one text to the other.
    """

    text: str
    edits: tuple[Edit, ...]
    inserted: tuple[Offset, ...]

    def to_repaired(self, offset: int) -> int:
        """Where the character at ``offset`` of the source stands in the repaired text."""
        return offset + bisect_right(self.inserted, offset)

    def to_source(self, offset: int) -> int:
        """Where the character at ``offset`` of the repaired text stands in the source; for a half-space that was put
        in, where the letter after it stands."""
        before = bisect_left(range(len(self.inserted)), offset, key=lambda index: self.inserted[index] + index)
        return offset - before

    @model_validator(mode="after")
    def _ordered(self) -> Repair:
        if any(second <= first for first, second in pairwise(self.inserted)):
            raise ValueError("the inserted half-spaces are not in order")
        return self


class PressBriefing(_Model):
    """The whole record. See docs/fields.md for what each field is, and what it is not."""

    schema_version: Literal["1.0"]
    source: Source
    kicker: Located | None
    headline: Located | None
    subheadline: Located | None
    meta: tuple[Located, ...]
    published: Published | None
    news_code: NewsCode | None
    outlet: Outlet | None
    place: Located | None
    byline: Located | None
    lead: Located | None
    occasion: Occasion | None
    sections: tuple[Section, ...]
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]
    end_mark: Located | None
    boilerplate: tuple[Located, ...]
    issues: tuple[Issue, ...]
    reading: Reading | None = None
    repair: Repair | None = None

    @model_validator(mode="after")
    def _ids_resolve(self) -> PressBriefing:
        wrong = [*_wrong_ids(self)]
        if wrong:
            told = "; ".join(message for _, message in wrong)
            raise PydanticCustomError("references_wrong", "{told}", {"told": told, "places": wrong})
        return self


def _wrong_ids(record: PressBriefing) -> Iterator[tuple[Place, str]]:
    """The ids that stand twice, and those that name nothing: where, and what is wrong."""
    speakers: set[str] = set()
    for index, speaker in enumerate(record.speakers):
        if speaker.id in speakers:
            yield ("speakers", index, "id"), f"two speakers share the id {speaker.id}"
        speakers.add(speaker.id)
    seen: set[str] = set()
    for index, one in enumerate(record.statements):
        place = ("statements", index)
        if one.speaker is not None and one.speaker not in speakers:
            yield (*place, "speaker"), f"{one.id} names speaker {one.speaker}, and there is none"
        if one.continues is not None and one.continues not in seen:
            yield (*place, "continues"), f"{one.id} continues {one.continues}, which does not stand before it"
        if one.section is not None and one.section >= len(record.sections):
            yield (*place, "section"), f"{one.id} stands in section {one.section} of {len(record.sections)}"
        if one.id in seen:
            yield (*place, "id"), f"two statements share the id {one.id}"
        seen.add(one.id)
