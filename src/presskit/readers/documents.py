"""One file to its records: a release is parsed, a file of records is read, and what fails comes as an
`Entry` too.

Every command reads through here, so that one bad file, or one bad line, never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from presskit.errors import AccessError, InputError, PresskitError
from presskit.readers.files import MAX_BYTES, STDIN, display_name, opened, read_all
from presskit.readers.records import RecordText, holds_records, record_texts, spells_records

if TYPE_CHECKING:
    from presskit.lexicon import Lexicon
    from presskit.pipeline import Explanation
    from presskit.record import PressBriefing

REFUSALS = frozenset({"empty-input", "not-persian", "html-input"})
"""Codes of the errors with which the parser says that a text is no press release."""
_SNIFF = 512


class Options(NamedTuple):
    """How files are read. Plain values, so that worker processes can be told them."""

    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    lexicons: tuple[Path, ...] = ()
    normalize: bool = False
    tokens: bool = False
    repair: bool = False


class Entry(NamedTuple):
    """One record of a file, or the ``error`` in its stead.

    ``data`` holds the bytes of a release, ``json`` the text and place of a record that was read as one.
    """

    name: str
    record: PressBriefing | None = None
    error: PresskitError | None = None
    data: bytes | None = None
    json: RecordText | None = None

    @property
    def label(self) -> str:
        """The file, with the line in it where it holds many records."""
        return self.name if self.json is None or self.json.line == 1 else f"{self.name}:{self.json.line}"


class Reader:
    """Reads files as records, under one set of options and one lexicon.

    Raises:
        LexiconError: a lexicon file is not well formed.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self._lexicon_made: Lexicon | None = None
        if options.lexicons:
            _ = self._lexicon  # an ill-formed one is to be told before any file is read

    @property
    def _lexicon(self) -> Lexicon:
        if self._lexicon_made is None:
            from presskit.lexicon import kept
            from presskit.userdirs import cache_folder

            self._lexicon_made = kept(cache_folder(), *self.options.lexicons)
        return self._lexicon_made

    def entries(self, path: str, name: str | None = None) -> Iterator[Entry]:
        """The records that the file at ``path`` holds; ``-`` is standard input, which may hold none.

        Args:
            name: what to call the file in records and messages; its path, unless told.

        Raises:
            UsageError: for what is wrong with every file alike, such as an encoding that there is none of.
        """
        shown = shown_name(path, name)
        try:
            with opened(path) as stream:
                head = stream.readline(_SNIFF)
                if path == STDIN and not head:
                    return  # the command before this one had no records to hand on
                if holds_records(path, head):
                    for text in record_texts(path, stream, head, self.options.max_bytes):
                        yield _loaded(shown, text)
                    return
                data = read_all(stream, self.options.max_bytes, start=head)
        except (InputError, AccessError) as error:
            yield Entry(shown, error=error)
        except PresskitError:
            raise
        except Exception as error:
            yield Entry(shown, error=_defect(error))
        else:
            yield self._parsed(shown, data, uri=name if path == STDIN else shown)

    def release(self, path: str, name: str | None = None) -> Entry:
        """The record of the release at ``path``, whatever it is called."""
        shown = shown_name(path, name)
        try:
            data = self._release(path)
        except (InputError, AccessError) as error:
            return Entry(shown, error=error)
        return self._parsed(shown, data, uri=name if path == STDIN else shown)

    def explained(self, path: str, name: str | None = None) -> tuple[Explanation, str]:
        """What decided each part of the release at ``path``, and its decoded text.

        Raises:
            InputError, AccessError: it could not be read, or is no press release.
        """
        from presskit.pipeline import explain

        data = self._release(path)
        uri = name if path == STDIN else shown_name(path, name)
        explanation = explain(data, uri=uri, encoding=self.options.encoding, lexicon=self._lexicon)
        if refusal := refused(explanation.record):
            raise refusal
        return explanation, source_text(explanation.record, data)

    def _release(self, path: str) -> bytes:
        with opened(path) as stream:
            data = read_all(stream, self.options.max_bytes)
        if spells_records(data):
            advice = "`presskit validate` and `presskit export` read them"
            raise InputError("records-input", f"this holds records, not a release; {advice}")
        return data

    def _parsed(self, shown: str, data: bytes, uri: str | None) -> Entry:
        from presskit.pipeline import parse

        try:
            record = parse(data, uri=uri, encoding=self.options.encoding, lexicon=self._lexicon)
            if refusal := refused(record):
                return Entry(shown, error=refusal, data=data)
            if self.options.normalize or self.options.tokens:
                record = self._with_reading(record, data)
            if self.options.repair:
                record = _with_repair(record, data)
        except InputError as error:
            return Entry(shown, error=error, data=data)
        except PresskitError:
            raise
        except Exception as error:
            return Entry(shown, error=_defect(error), data=data)
        return Entry(shown, record=record, data=data)

    def _with_reading(self, record: PressBriefing, data: bytes) -> PressBriefing:
        from presskit.text.hazm import read

        text = source_text(record, data)
        reading = read(text, normalize=self.options.normalize, tokens=self.options.tokens)
        return record.model_copy(update={"reading": reading})


def _with_repair(record: PressBriefing, data: bytes) -> PressBriefing:
    from presskit.record import Edit, Repair, Span
    from presskit.text.repair import repair

    done = repair(source_text(record, data))
    edits = tuple(
        Edit(
            span=Span(start=edit.start, end=edit.end),
            before=edit.before,
            after=edit.after,
            rule=edit.rule,
            confidence=edit.confidence,
        )
        for edit in done.edits
    )
    repaired = Repair(text=done.text, edits=edits, inserted=done.inserted)
    return record.model_copy(update={"repair": repaired})


def _defect(error: Exception) -> InputError:
    """A defect of ours costs the file that shows it, and not the others."""
    first_line = str(error).partition("\n")[0]
    return InputError("internal-error", f"a defect in presskit, please report it: {type(error).__name__}: {first_line}")


def refused(record: PressBriefing) -> InputError | None:
    """The error with which a parser refused the whole text, where it did."""
    for issue in record.issues:
        if issue.severity == "error" and issue.code in REFUSALS:
            return InputError(issue.code, issue.message)
    return None


def shown_name(path: str, name: str | None = None) -> str:
    """What a file is called in messages."""
    return name or ("standard input" if path == STDIN else display_name(path))


def source_text(record: PressBriefing, data: bytes) -> str:
    """The decoded source that the spans of ``record`` count in.

    Raises:
        DecodeError: the bytes are not in the encoding that the record names.
    """
    from presskit.text.decode import decode

    return decode(data, encoding=record.source.encoding).text


def _loaded(name: str, text: RecordText) -> Entry:
    from presskit.check import load

    if text.error is not None:
        return Entry(name, error=text.error, json=text)
    try:
        return Entry(name, record=load(text.text), json=text)
    except InputError as error:
        return Entry(name, error=error, json=text)
