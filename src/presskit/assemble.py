"""What the stages found, made into a `PressBriefing`: view offsets back to source offsets, texts sliced, ids given.

Nothing is decided here about words. The record is built of plain values and checked once, as a whole, by its model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeGuard

from presskit.fields import bylines, codes, dates, occasions, outlets
from presskit.issues import text_issues
from presskit.layout import Block
from presskit.lexicon import Lexicon
from presskit.record import SCHEMA_VERSION, PressBriefing
from presskit.statements import Found, confidence
from presskit.statements.frame import Segment
from presskit.statements.person import Person
from presskit.text.decode import Decoded
from presskit.text.view import View

Part = dict[str, Any]
_HEAD = 80  # letters in which an outlet names itself before a story


def assemble(
    source: Part, decoded: Decoded, view: View, blocks: Sequence[Block], found: Sequence[Found], lexicon: Lexicon
) -> PressBriefing:
    """The record of a page."""
    return _Assembly(view, blocks, lexicon).record(source, decoded, found)


class _Assembly:
    def __init__(self, view: View, blocks: Sequence[Block], lexicon: Lexicon) -> None:
        self.view, self.blocks, self.lexicon = view, blocks, lexicon
        self.issues: list[Part] = []
        self.reported = outlets.reported(view.text, lexicon)

    def record(self, source: Part, decoded: Decoded, found: Sequence[Found]) -> PressBriefing:
        parts: Part = {"schema_version": SCHEMA_VERSION, "source": source}
        parts |= {kind: self._first(kind) for kind in ("kicker", "headline", "subheadline", "lead", "end_mark")}
        parts |= {kind: tuple(map(self._block, self._all(kind))) for kind in ("meta", "boilerplate")}
        parts["sections"], section_of = self._sections()
        parts |= self._meta_fields()
        parts |= self._outlet_and_place()
        parts["occasion"] = self._occasion(found)
        statements = [one for one in found if _said(one)]
        parts["speakers"], ids = self._speakers(statements)
        parts["statements"] = self._statements(statements, ids, section_of)
        text_issues(decoded, parts, self.issues, self.view)
        parts["issues"] = tuple(self.issues)
        return PressBriefing.model_validate(parts)

    # --- places ----------------------------------------------------------------------------------------------------

    def _located(self, start: int, end: int, **more: Any) -> Part:
        """The located text of a stretch of the view."""
        return self._at(self.view.start(start), self.view.end(end), **more)

    def _at(self, start: int, end: int, **more: Any) -> Part:
        return {"text": self.view.source[start:end], "span": {"start": start, "end": end}, **more}

    def _block(self, block: Block) -> Part:
        return self._at(block.start, block.end)

    def _all(self, kind: str) -> list[Block]:
        return [block for block in self.blocks if block.kind == kind]

    def _first(self, kind: str) -> Part | None:
        return next(map(self._block, self._all(kind)), None)

    def _text(self, block: Block) -> tuple[str, int]:
        """A block's words in the view, and where they begin there."""
        start = self.view.offset(block.start)
        return self.view.text[start : self.view.offset(block.end)], start

    def _sections(self) -> tuple[tuple[Part, ...], dict[int, int]]:
        """The body's sections, and the section of every paragraph by its block's number."""
        sections: list[Part] = []
        section_of: dict[int, int] = {}
        for number, block in enumerate(self.blocks):
            if block.kind == "heading":
                sections.append({"heading": self._block(block), "paragraphs": []})
            elif block.kind == "paragraph":
                if not sections:
                    sections.append({"heading": None, "paragraphs": []})
                sections[-1]["paragraphs"].append(self._block(block))
                section_of[number] = len(sections) - 1
        for section in sections:
            section["paragraphs"] = tuple(section["paragraphs"])
        return tuple(sections), section_of

    # --- fields ----------------------------------------------------------------------------------------------------

    def _meta_fields(self) -> Part:
        fields: Part = {"published": None, "news_code": None, "byline": None}
        for number, block in enumerate(self.blocks):
            if block.kind != "meta":
                continue
            text, base = self._text(block)
            if fields["news_code"] is None and (code := codes.news_code(text, self.lexicon)):
                fields["news_code"] = self._located(base + code[0], base + code[1], value=text[slice(*code)])
            if fields["byline"] is None and (byline := bylines.byline(text, self.lexicon)):
                fields["byline"] = self._located(base + byline[0], base + byline[1])
            stamp, doubts = dates.stamp(text, self.lexicon) if fields["published"] is None else (None, [])
            for doubt in doubts:
                place = self._located(base + doubt.start, base + doubt.end)
                self._issue(doubt.code, "warning", doubt.message, place["span"], "$.published")
            fields["published"] = self._published(self._timed(stamp, number), base) or fields["published"]
        for block in self._all("meta") if fields["published"] is None else ():
            text, base = self._text(block)
            fields["published"] = fields["published"] or self._published(dates.hijri_stamp(text, self.lexicon), base)
        return fields

    def _timed(self, stamp: dates.Stamp | None, number: int) -> dates.Stamp | None:
        """A date with the time that stands alone on the line after it or before it."""
        for other in (number + 1, number - 1):
            if stamp and 0 <= other < len(self.blocks) and self.blocks[other].kind == "meta":
                stamp = dates.timed(stamp, self._text(self.blocks[other])[0].strip(), self.lexicon)
        return stamp

    def _published(self, stamp: dates.Stamp | None, base: int) -> Part | None:
        if stamp is None:
            return None
        values = {"jalali": stamp.jalali, "gregorian": stamp.gregorian, "time": stamp.time, "at": stamp.at}
        return self._located(base + stamp.start, base + stamp.end, **values)

    def _issue(self, code: str, severity: str, message: str, span: Part | None, path: str) -> None:
        self.issues.append({"code": code, "severity": severity, "message": message, "span": span, "path": path})

    def _outlet_and_place(self) -> Part:
        outlet: Part | None = None
        place: Part | None = None
        for block in self.blocks:
            if block.kind not in {"meta", "lead", "subheadline", "paragraph"} or (outlet and place):
                continue
            for found_outlet, found_place in self._sources(block):
                if found_outlet and outlet is None:
                    outlet = self._located(found_outlet[0], found_outlet[1], name=found_outlet[2])
                if found_place and place is None:
                    place = self._located(found_place[0], found_place[1])
        for block in self.blocks if outlet is None else ():  # a page that only quotes its source was taken from there
            text, base = self._text(block)
            if found := outlets.quoted(text, self.lexicon):
                outlet = self._located(found.start + base, found.end + base, name=found.name)
                break
        return {"outlet": outlet, "place": place}

    def _sources(self, block: Block) -> Iterator[tuple[tuple[int, int, str] | None, tuple[int, int, str] | None]]:
        """Outlet and place of a block, in the view's offsets, by each way that an outlet has of naming them."""
        text, base = self._text(block)

        def moved(found: outlets.Found | None) -> tuple[int, int, str] | None:
            return (found.start + base, found.end + base, found.name) if found else None

        if block.kind == "meta":
            yield moved(outlets.known(text, self.lexicon)), moved(outlets.place_alone(text, self.lexicon))
        if pair := outlets.dateline(text, self.lexicon):
            yield moved(pair[1]), moved(pair[0])
        if block.kind != "meta":
            if ":" in text[:_HEAD] or "-" in text[:_HEAD]:
                found = outlets.prefix(text, self.lexicon, self.reported) or outlets.dashed(text, self.lexicon)
                yield moved(found), None
            outlet, place = outlets.report(text, self.lexicon)
            yield moved(outlet), moved(place)

    def _occasion(self, found: Sequence[Found]) -> Part | None:
        """The occasion that the kicker or the first head to name one names; of two in one place the more telling."""
        kicker = self._all("kicker")
        stretches = [self._text(block) for block in kicker]
        for one in found:
            cue = one.frame.cue
            if cue is not None and one.where != "headline":
                start = self.view.offset(self.blocks[one.block].start)
                sentence = max(self.view.text.rfind(". ", start, cue.start) + 1, start)
                stretches.append((self.view.text[sentence : cue.start], sentence))
        for text, base in stretches:
            here = occasions.occasions(text, self.lexicon)
            if here:
                best = min(here, key=lambda occasion: (occasion.rank, occasion.start))
                return self._located(base + best.start, base + best.end, kind=best.kind)
        return None

    # --- who said what ---------------------------------------------------------------------------------------------

    def _speakers(self, found: Sequence[Found]) -> tuple[tuple[Part, ...], dict[int, str]]:
        """The speakers in the order in which they are first met, and the id of each person."""
        people: dict[int, Person] = {id(one.person): one.person for one in found if one.person}
        ids = {key: f"s{number}" for number, key in enumerate(people, start=1)}
        return tuple(self._speaker(ids[key], person) for key, person in people.items()), ids

    def _speaker(self, identity: str, person: Person) -> Part:
        named = sorted(person.mentions, key=lambda mention: (mention.name is None, mention.start))
        places = [mention.name for mention in named if mention.name]
        names = [self._words(*place) for place in ([person.full_name] if person.full_name else places)]
        roles = [
            self._words(*role) for mention in named for role in mention.roles if not _bare(mention, self.view.text)
        ]
        mentions = sorted(person.mentions, key=lambda mention: mention.start)
        return {
            "id": identity,
            "name": max(names, key=lambda name: name.count(" "), default=None),
            "roles": tuple(dict.fromkeys(roles)),
            "mentions": tuple(self._located(mention.start, mention.end, kind=mention.kind) for mention in mentions),
        }

    def _words(self, start: int, end: int) -> str:
        """Verbatim words on one line, without what is invisible or Markdown's."""
        words = self.view.source[self.view.start(start) : self.view.end(end)]
        return " ".join(re.sub(r"[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|\*\*", "", words).split())

    def _statements(self, found: Sequence[Found], ids: dict[int, str], section_of: dict[int, int]) -> tuple[Part, ...]:
        statements: list[Part] = []
        number_of = {id(one.frame): f"q{number}" for number, one in enumerate(found, start=1)}
        for index, one in enumerate(found):
            frame = one.frame
            speaker = ids.get(id(one.person)) if one.person else None
            statements.append(
                {
                    "id": number_of[id(frame)],
                    "speaker": speaker,
                    "mention": self._located(*frame.mention) if frame.mention else None,
                    "cue": self._located(frame.cue.start, frame.cue.end, lemma=frame.cue.lemma) if frame.cue else None,
                    "content": tuple(self._located(part.start, part.end, form=part.form) for part in _said(one)),
                    "topic": self._located(*frame.topic) if _holds_words(frame.topic) else None,
                    "question": self._question(one),
                    "continues": number_of.get(id(frame.continues)),
                    "where": one.where,
                    "section": section_of.get(one.block),
                    "rule": frame.rule,
                    "confidence": confidence.of(one, len(ids)),
                }
            )
            if speaker is None:
                place = statements[-1]["content"][0]["span"]
                message = "the text does not say who speaks here"
                self._issue("speaker-unresolved", "warning", message, place, f"$.statements[{index}].speaker")
        return tuple(statements)

    def _question(self, one: Found) -> Part | None:
        question, asker = one.frame.question, one.frame.asker
        if not _holds_words(question):
            return None
        return self._located(*question, asker=self._located(*asker) if _holds_words(asker) else None)


def _holds_words(stretch: tuple[int, int] | None) -> TypeGuard[tuple[int, int]]:
    """Whether a rule found a stretch, and not only the place where it would be: ``با بیان اینکه گفت``."""
    return stretch is not None and stretch[0] < stretch[1]


def _said(found: Found) -> list[Segment]:
    """The segments of what was said; none, and there is no statement: ``گفت:`` at a page's end."""
    return [part for part in found.frame.segments if part.start < part.end]


def _bare(mention: Any, text: str) -> bool:
    """``این مسئول`` says nothing of a role; ``این نماینده مجلس`` does."""
    return mention.anaphoric and all(" " not in text[slice(*role)] for role in mention.roles)
