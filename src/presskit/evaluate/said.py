"""The statements: what was said, by whom, in answer to what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from presskit.evaluate.align import Pair, align, match_speakers
from presskit.evaluate.count import Count
from presskit.evaluate.result import Disagreement, Score
from presskit.evaluate.spans import Part, Stretch, length, overlap, shared, span, stretches
from presskit.text.view import key

THRESHOLDS = (0.3, 0.8)
PARTS = ("cue", "mention", "topic", "question", "asker", "content", "speaker", "continues")
"""The parts in which a statement must be right to be right in all parts."""
TRIPLE = frozenset({"cue", "content", "speaker"})
MISSED, INVENTED = "statement, missed", "statement, invented"


@dataclass(frozen=True, slots=True)
class _Case:
    """A document's statements, paired, with what links them to others."""

    pairs: Sequence[Pair]
    judged: frozenset[str]
    speakers: Mapping[str, str]
    gold_people: Mapping[str, Part] | None
    found_people: Mapping[str, Part]
    linked: frozenset[tuple[str, str]]


def score_statements(gold: Part, found: Part, document: str, result: Score) -> None:
    """Hold the statements of a prediction against those of the gold, where the gold has any say on them."""
    if "statements" not in gold:
        return
    wanted, ours = gold["statements"] or [], found.get("statements") or []
    case = _case(gold, found, align(wanted, ours), _judged(wanted))
    for name in ("cue", "mention", "topic"):
        if name in case.judged:
            result.measures[name].add(Count.of(_spans(ours, name), _spans(wanted, name)))
    if "content" in case.judged:
        _score_content(wanted, ours, case.pairs, result)
    for name, of in _LINKS.items():
        if name in case.judged:
            result.measures[name].add(_linked(case, of))
    for pair in case.pairs:
        _score_pair(pair, case, document, result)
    result.disagreements.extend(_misnamed(case, document))


def _judged(wanted: Sequence[Part]) -> frozenset[str]:
    """The parts that the gold's statements have; all, where there are none: then whatever is found is too much."""
    keys = {key for statement in wanted for key in statement}
    questions = [statement["question"] for statement in wanted if statement.get("question")]
    asked = "question" in keys and all("asker" in question for question in questions)
    return frozenset(PARTS) if not wanted else frozenset(keys | ({"asker"} if asked else set())) & set(PARTS)


def _case(gold: Part, found: Part, pairs: Sequence[Pair], judged: frozenset[str]) -> _Case:
    people = _by_id(gold["speakers"]) if "speakers" in gold else None
    ours = _by_id(found.get("speakers") or ())
    return _Case(pairs, judged, match_speakers(pairs), people, ours, _continued(gold, found, pairs))


def _by_id(speakers: Sequence[Part]) -> dict[str, Part]:
    return {speaker["id"]: speaker for speaker in speakers}


def _spans(statements: Sequence[Part], name: str) -> list[Stretch]:
    return [where for statement in statements if (where := span(statement.get(name)))]


# --- content --------------------------------------------------------------------------------------------------------


def _score_content(wanted: Sequence[Part], ours: Sequence[Part], pairs: Sequence[Pair], result: Score) -> None:
    measures = result.measures
    found_all = [where for one in ours for where in stretches(one)]
    wanted_all = [where for one in wanted for where in stretches(one)]
    measures["content, exact"].add(Count.of(found_all, wanted_all))
    forms = [(_forms(a), _forms(b)) for a, b in pairs if a and b]
    same = [theirs[where] == ours[where] for theirs, ours in forms for where in theirs.keys() & ours if theirs[where]]
    measures["content, form"].add(Count(sum(same), len(same), len(same)))
    for least in THRESHOLDS:
        near = sum(bool(a and b and overlap(stretches(a), stretches(b)) >= least) for a, b in pairs)
        spoken = [sum(bool(stretches(one)) for one in side) for side in (ours, wanted)]
        measures[f"content, overlap {least}"].add(Count(near, *spoken))
    measures["content, characters"].add(Count(shared(found_all, wanted_all), length(found_all), length(wanted_all)))
    both = sum(shared(stretches(a), stretches(b)) for a, b in pairs if a and b)
    each = [sum(length(stretches(one)) for one in side) for side in (ours, wanted)]
    measures["content, characters by statement"].add(Count(both, *each))


def _forms(statement: Part) -> dict[Stretch, str | None]:
    return {(part["span"]["start"], part["span"]["end"]): part.get("form") for part in statement.get("content") or ()}


# --- what belongs to what -------------------------------------------------------------------------------------------


def _question(statement: Part) -> Stretch | None:
    return span(statement.get("question"))


def _asker(statement: Part) -> Stretch | None:
    return span((statement.get("question") or {}).get("asker"))


def _continues(statement: Part) -> str | None:
    return statement.get("continues") or None


_LINKS: Mapping[str, Callable[[Part], object]] = {"question": _question, "asker": _asker, "continues": _continues}


def _linked(case: _Case, of: Callable[[Part], object]) -> Count:
    """What a statement is linked to is right where the statement that answers to it is linked to the same."""
    right = 0
    for gold, found in case.pairs:
        if gold and found and of(gold) and of(found):
            right += _same_continues(gold, found, case) if of is _continues else of(gold) == of(found)
    found_all = sum(bool(found and of(found)) for _, found in case.pairs)
    wanted_all = sum(bool(gold and of(gold)) for gold, _ in case.pairs)
    return Count(right, found_all, wanted_all)


def _continued(gold: Part, found: Part, pairs: Sequence[Pair]) -> frozenset[tuple[str, str]]:
    """The ids of the pairs of statements that go on with one thing: some pair before each begins or is in that too."""
    ours, theirs = _roots(found.get("statements") or ()), _roots(gold["statements"] or ())
    begun: set[tuple[str, str]] = set()
    linked: set[tuple[str, str]] = set()
    for one, other in pairs:
        if one and other and one.get("id") and other.get("id"):
            chain = (theirs[one["id"]], ours[other["id"]])
            if chain in begun:
                linked.add((one["id"], other["id"]))
            begun.add(chain)
    return frozenset(linked)


def _roots(statements: Sequence[Part]) -> dict[str, str]:
    """The statement that each goes back to, over however many that it continues."""
    roots: dict[str, str] = {}
    for statement in statements:
        if statement.get("id"):
            before = str(statement.get("continues") or statement["id"])
            roots[statement["id"]] = roots.get(before, before)
    return roots


def _same_continues(gold: Part, found: Part, case: _Case) -> bool:
    if not _continues(gold) and not _continues(found):
        return True
    both = bool(_continues(gold) and _continues(found))
    return both and (gold.get("id", ""), found.get("id", "")) in case.linked


def _same_speaker(gold: Part, found: Part, case: _Case) -> bool:
    ours, theirs = found.get("speaker"), gold.get("speaker")
    return case.speakers.get(ours) == theirs if ours and theirs else not ours and not theirs


def _same_name(gold: Part, found: Part, case: _Case) -> bool:
    """Whether the speakers bear one name; where the gold has none for them, whether they share a role."""
    ours, theirs = found.get("speaker"), gold.get("speaker")
    if not ours or not theirs:
        return not ours and not theirs
    person, known = case.found_people.get(ours, {}), (case.gold_people or {}).get(theirs, {})
    names = [key(one.get("name") or "") for one in (person, known)]
    roles = [{key(role) for role in one.get("roles") or ()} for one in (person, known)]
    return names[0] == names[1] and bool(names[0] or not roles[1] or roles[0] & roles[1])


# --- statement by statement -----------------------------------------------------------------------------------------


def _score_pair(pair: Pair, case: _Case, document: str, result: Score) -> None:
    gold, found = pair
    wrong: list[str] = []
    if gold is None or found is None:
        wrong = [MISSED if found is None else INVENTED]
        result.disagreements.append(_unanswered(document, pair))
    else:
        wrong = [name for name in PARTS if name in case.judged and not _SAME[name](gold, found, case)]
        _score_answer(gold, found, case, wrong, result)
        result.disagreements.extend(_disagreement(document, what, gold, found, case) for what in wrong)
    triple = not wrong if gold is None or found is None else not TRIPLE & set(wrong)
    result.measures["cue, content and speaker"].add(Count(triple, found is not None, gold is not None))
    result.measures["all parts"].add(Count(not wrong, found is not None, gold is not None))
    if found is not None:
        result.rules[found.get("rule") or "?"].add(Count(not wrong, 1, 0))
        if found.get("confidence") is not None:
            result.sure.append((found["confidence"], not wrong))


def _score_answer(gold: Part, found: Part, case: _Case, wrong: Sequence[str], result: Score) -> None:
    """What is judged of a statement only once it was found."""
    if "speaker" in case.judged:
        result.measures["speaker"].add(Count("speaker" not in wrong, 1, 1))
        if case.gold_people is not None:
            result.measures["speaker, by name"].add(Count(_same_name(gold, found, case), 1, 1))


def _same_content(gold: Part, found: Part, _: _Case) -> bool:
    if sorted(stretches(gold)) != sorted(stretches(found)):
        return False
    ours = _forms(found)
    return all(form is None or form == ours[where] for where, form in _forms(gold).items())


def _same_place(name: str) -> Callable[[Part, Part, _Case], bool]:
    return lambda gold, found, _: span(gold.get(name)) == span(found.get(name))


_SAME: Mapping[str, Callable[[Part, Part, _Case], bool]] = {
    **{name: _same_place(name) for name in ("cue", "mention", "topic", "question")},
    "asker": lambda gold, found, _: _asker(gold) == _asker(found),
    "content": _same_content,
    "speaker": _same_speaker,
    "continues": _same_continues,
}


# --- disagreements --------------------------------------------------------------------------------------------------


def _unanswered(document: str, pair: Pair) -> Disagreement:
    only = pair.gold or pair.found or {}
    said = " … ".join(part["text"] for part in only.get("content") or ())
    start, end = _place(only)
    if pair.found is None:
        return Disagreement(document, MISSED, said, None, start, None, end)
    return Disagreement(document, INVENTED, None, said, start, only.get("rule"), end)


def _disagreement(document: str, what: str, gold: Part, found: Part, case: _Case) -> Disagreement:
    parts = [part for one in (gold, found) if isinstance(part := _part(one, what), Mapping)]
    start, end = (span(parts[0]) if parts else None) or _place(gold)
    told = _shown(gold, what, case.gold_people or {}), _shown(found, what, case.found_people)
    return Disagreement(document, what, *told, start, found.get("rule"), end)


def _misnamed(case: _Case, document: str) -> Iterator[Disagreement]:
    """Speakers who are told apart rightly and named otherwise than in the gold: each once, where they first speak."""
    told: set[str] = set()
    for gold, found in case.pairs:
        if not gold or not found or not found.get("speaker") or found["speaker"] in told or case.gold_people is None:
            continue
        if _same_speaker(gold, found, case) and not _same_name(gold, found, case):
            told.add(found["speaker"])
            names = _shown(gold, "speaker", case.gold_people), _shown(found, "speaker", case.found_people)
            start, end = _place(gold)
            yield Disagreement(document, "speaker, by name", *names, start, found.get("rule"), end)


def _place(statement: Part) -> Stretch:
    """Where a statement stands: its first content, else its cue or mention."""
    places = [*stretches(statement), *(where for name in ("cue", "mention") if (where := span(statement.get(name))))]
    return places[0] if places else (0, 0)


def _part(statement: Part, what: str) -> Any:
    return (statement.get("question") or {}).get("asker") if what == "asker" else statement.get(what)


def _shown(statement: Part, what: str, people: Mapping[str, Part]) -> str | None:
    if what == "speaker":
        person = people.get(statement.get("speaker") or "")
        called = [person["name"]] if person and person.get("name") else (person or {}).get("roles") or []
        return " ".join([*called[:1], f"[{statement['speaker']}]"]) if statement.get("speaker") else None
    if what == "content":
        return " … ".join(f"[{part.get('form', '')}] {part['text']}" for part in statement.get("content") or ())
    part = _part(statement, what)
    return str(part["text"]) if isinstance(part, Mapping) else part and str(part)
