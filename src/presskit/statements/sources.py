"""Sources without a verb of their own: ``به گفته X، C``, ``در بیانیه X آمده است: C``."""

from __future__ import annotations

import re

from presskit.lexicon import Hit, Verb
from presskit.statements.after_cue import direct
from presskit.statements.clause import Clause
from presskit.statements.frame import Frame, Head, Segment, Stretch
from presskit.statements.passage import Passage


def according_to(passage: Passage, start: int, end: int) -> Frame | None:
    """``به گفته X، C``: C to the end of its sentence."""
    opener = passage.hit_at(start)
    if opener is None or opener.kind != "according" or opener.end >= end:
        return None
    here = opener.end + 1
    if passage.text.startswith("ی ", here):
        here += 2
    subject = _source(passage, here, end)
    if subject is None:
        return None
    content = passage.strip(subject[1], end)
    if passage.text[content[0] : content[1]].count(" ") < 2:
        return None
    cue = Hit(start, opener.end, "cue", Verb(passage.text[start : opener.end]))
    return Frame("according-to", cue, subject, [Segment(*content, "indirect")])


_LONGEST_SOURCE = 12  # words
_OF_SOMETHING = frozenset(("عضو", "نماینده", "معاون"))  # roles that are never told without what of


def _source(passage: Passage, start: int, end: int) -> Stretch | None:
    """Whom ``به گفته`` names: a pronoun, somebody known, or one who ends at a comma."""
    hit = passage.hit_at(start)
    if hit is not None and hit.kind == "pronoun":
        return hit.start, hit.end
    known = passage.cast.longest_at(passage.text, start, end)
    over = passage.this_one(start)
    if over and passage.text[start:over].partition(" ")[2] not in passage.lexicon.offices | _OF_SOMETHING:
        known = max(known, over)  # "به گفته این مسئول C"
    comma = passage.text.find("،", start, min(end, start + 120))
    if comma > 0 and passage.text[start:comma].count(" ") > _LONGEST_SOURCE:
        comma = 0
    role = passage.text[known or start : max(comma, 0)].lstrip()  # what stands between a known name and the comma
    if (
        role
        and not role[0].isdigit()
        and not role.startswith(("در ", "از ", "به ", "با ", "که "))
        and passage.looks_like_speaker(start, comma)
    ):
        return start, comma
    return (start, known) if known else None


_REPORT = re.compile(r"به گزارش [^،:]{2,60}،")
_DOCUMENT = re.compile(
    r"\W*(?:همچنین )?در (?:بخش(?:ی|هایی)?(?: دیگری?)? از |متن |ادامه |پایان |ابتدای |توضیح )?"
    r"(?P<document>(?:این |آن )?(?:بیانیه|پیام|نامه|اطلاعیه|گزارش|یادداشت|متن|سند|خبر|سوژه|مقاله)(?:ای)?)"
    r"(?P<who> [^:،]{2,80}?)?(?: (?:خطاب )?به [^:،]{2,60}?)? (?:چنین |همچنین |نیز )?"
    r"(?P<cue>آمده است|(?P<said>\w+) شده(?: است)?) ?(?::|،|که )"
)


def document_says(passage: Passage, start: int, end: int) -> Frame | None:
    """``در بیانیه X آمده است: C``: X speaks, or the document where nobody is named."""
    report = _REPORT.match(passage.text, start, end)
    match = _DOCUMENT.match(passage.text, report.end() if report else start, end)
    said = passage.hit_at(match.start("said")) if match and match["said"] else None
    if match is None or (match["said"] and (said is None or said.verb is None)):
        return None
    who = match.span("who") if match.group("who") else match.span("document")
    mention = passage.strip(*who)
    lemma = f"{match['said']} شد" if said is not None else "آمد#آ"  # "در این نامه تأکید شده است"
    cue = Hit(*match.span("cue"), "cue", Verb(lemma))
    if match.group().endswith("که "):
        content = Segment(*passage.strip(match.end(), end), "indirect")
        return Frame("document-says", cue, mention, [content]) if content.start < content.end else None
    clause = Clause(passage, cue, start, end)
    clause.__dict__["head"] = Head(mention, (mention[1], cue.start))
    return direct(clause, "document-says", match.end())
