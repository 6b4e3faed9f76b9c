"""Markdown to read: the page as it was laid out, then who said what. Nothing in the text can act as
markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presskit.export.files import Sink
from presskit.record import PressBriefing, Speaker, Statement

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~]")
_LINE_START = re.compile(r"^(\d*)(?=[-+=.)])")  # where a list or an underline would begin
_BREAKS = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")


def write(records: Iterable[PressBriefing], out: Sink) -> None:
    """Write each record as a chapter of its own, a rule between two."""
    for index, record in enumerate(records):
        if index:
            out.write("\n---\n\n")
        out.write("\n".join(_chapter(record)))


def escape(text: str) -> str:
    """``text`` in one line, in which Markdown and HTML find no markup.

    >>> escape("<b>[خبر](x)*")
    '&lt;b&gt;\\\\[خبر\\\\](x)\\\\*'
    """
    line = _BREAKS.sub(" ", text.strip())
    line = _MARKUP.sub(_escaped, line.replace("&", "&amp;"))
    return _LINE_START.sub(r"\1\\", line)


def _escaped(match: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;"}.get(match[0], f"\\{match[0]}")


def _chapter(record: PressBriefing) -> Iterator[str]:
    if record.kicker:
        yield f"*{escape(record.kicker.text)}*\n"
    yield f"# {escape(record.headline.text) if record.headline else '—'}\n"
    if record.subheadline:
        yield f"**{escape(record.subheadline.text)}**\n"
    if facts := " · ".join(_facts(record)):
        yield f"{facts}\n"
    if record.lead:
        yield f"> {escape(record.lead.text)}\n"
    for section in record.sections:
        if section.heading:
            yield f"## {escape(section.heading.text)}\n"
        for paragraph in section.paragraphs:
            yield f"{escape(paragraph.text)}\n"
    if record.statements:
        yield "## نقل‌قول‌ها\n"
        speakers = {speaker.id: speaker for speaker in record.speakers}
        for number, statement in enumerate(record.statements, start=1):
            yield f"{number}. {_statement(statement, speakers)}"
        yield ""


def _facts(record: PressBriefing) -> Iterator[str]:
    if record.outlet:
        yield escape(record.outlet.name)
    if record.published:
        time = f" {record.published.time}" if record.published.time else ""
        yield f"{record.published.jalali}{time} ({record.published.gregorian})"
    if record.news_code:
        yield f"کد خبر {escape(record.news_code.value)}"
    if record.place:
        yield escape(record.place.text)
    if record.byline:
        yield escape(record.byline.text)


def _statement(statement: Statement, speakers: dict[str, Speaker]) -> str:
    speaker = speakers.get(statement.speaker or "")
    who = (speaker.name or "، ".join(speaker.roles)) if speaker else ""
    cue = f" ({escape(statement.cue.text)})" if statement.cue else ""
    said = " … ".join(
        f"«{escape(part.text)}»" if part.form == "direct" else escape(part.text) for part in statement.content
    )
    return f"**{escape(who) or '—'}**{cue}: {said}"
