"""Rules for words that follow the cue: after a colon, in quotation marks, in a ``که`` clause, after a comma."""

from __future__ import annotations

from presskit.statements.clause import Clause, frame_of
from presskit.statements.frame import Frame, Segment
from presskit.statements.passage import After, Passage


def direct_after_colon(clause: Clause) -> Frame | None:
    """``X گفت: C``: C is direct, to the end of the paragraph unless a new frame or its closing mark ends it before."""
    kind, over = clause.after
    if kind is not After.COLON or (clause.cue.form and clause.cue.form.participle and not _can_be_finite(clause)):
        return None
    return direct(clause, "direct-after-colon", over)


def direct_in_quotes(clause: Clause) -> Frame | None:
    """``X گفت «C»``."""
    kind, over = clause.after
    if kind is not After.QUOTE or (clause.cue.form and clause.cue.form.participle):
        return None
    if clause.weak and clause.head.subject is None:
        return None
    return direct(clause, "direct-in-quotes", over)


def clause_after_that(clause: Clause) -> Frame | None:
    """``X گفت که C``: C is indirect, to the end of its sentence."""
    kind, over = clause.after
    if kind is not After.THAT or "که" not in clause.takes or clause.subordinate:
        return None
    start, end = clause.passage.strip(over, clause.end)
    return frame_of(clause, "clause-after-that", [Segment(start, end, "indirect")]) if start < end else None


def direct_after_comma(clause: Clause) -> Frame | None:
    """``X متذکر شد، C``: a comma for the colon."""
    kind, over = clause.after
    if kind is not After.COMMA or clause.weak or clause.subordinate or clause.head.subject is None:
        return None
    if clause.cue.form and clause.cue.form.participle:
        return None
    return direct(clause, "direct-after-comma", over)


def clause_after_cue(clause: Clause) -> Frame | None:
    """``X معتقد است همه …``, ``X یادآور شد در این جلسه …``: neither colon nor ``که``."""
    kind, over = clause.after
    asks = _asks(clause)
    if kind is not After.WORDS and not (asks and kind is After.COMMA):
        return None
    if "که" not in clause.takes or clause.subordinate or (clause.weak and not asks):
        return None
    if clause.head.subject is None:
        if not clause.joined:
            return None
    elif not clause.passage.looks_like_speaker(*clause.head.subject) and not _named_by_cue(clause):
        return None
    start, end = clause.passage.strip(over, clause.end)
    if end - start < 12:
        return None
    if asks:
        start += len(_SO_THAT) * clause.passage.text.startswith(_SO_THAT, start)
        clause.shorten_head(clause.passage.text.rfind(" از ", clause.start, clause.cue.start))
    return frame_of(clause, "clause-after-cue", [Segment(start, end, "indirect")])


_SO_THAT = "تا "  # "از مردم خواست تا C"


def _named_by_cue(clause: Clause) -> bool:
    """Whether a few words that nobody knows are a speaker, as their cue tells: ``فان‌دایک مدعی شد …``."""
    cue, subject = clause.cue, clause.head.subject
    if subject is None or not cue.light or (cue.form and cue.form.participle) or _asks(clause):
        return False
    words = clause.passage.text[slice(*subject)].split()
    return len(words) <= _MOST_NAME_WORDS and all(word.isalpha() for word in words)


_MOST_NAME_WORDS = 4


def _asks(clause: Clause) -> bool:
    """``از T خواست C``."""
    verb = clause.cue.verb
    return verb is not None and verb.asks and " از " in f" {clause.passage.text[clause.start : clause.cue.start]}"


def direct(clause: Clause, rule: str, start: int) -> Frame:
    """Direct words from ``start`` on: a quotation, or all to the end of the paragraph."""
    passage = clause.passage
    start, _ = passage.strip(start, passage.end)
    quote = passage.quotes.around(start)
    if quote is not None and quote.start == start:
        inner = passage.strip(start + 1, quote.end - 1 if quote.closed else quote.end)
        rest = passage.text[quote.end : passage.end].strip(" .،؛*")
        ended = passage.text[quote.end - 2 : quote.end + 1].strip('»" ')[-1:] in {".", "؟", "!"}
        whole = ended or passage.text[inner[0] : inner[1]].count(" ") >= 4
        if not quote.closed or not rest or whole or _and_cue(passage, quote.end):
            frame = frame_of(clause, rule, [Segment(*inner, "direct")] if inner[0] < inner[1] else [])
            frame.open = frame.runs_on = not quote.closed
            return frame
    end = passage.end
    while end > start and passage.text[end - 1] in " *":
        end -= 1
    frame = frame_of(clause, rule, [Segment(start, end, "direct")] if start < end else [])
    frame.open = True
    return frame


def _and_cue(passage: Passage, start: int) -> bool:
    """Whether the newsroom goes on after a quotation: ``«C» و ادامه داد``."""
    hit = passage.hit_at(start + len(_AND)) if passage.text.startswith(_AND, start) else None
    return hit is not None and hit.kind in {"cue", "adverb"}


_AND = " و "


def _can_be_finite(clause: Clause) -> bool:
    """A participle for a finite verb, in headlines and captions: ``وی گفته: …``."""
    return clause.head.subject is not None
