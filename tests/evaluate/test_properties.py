"""What holds of every record and its prediction, whatever is in them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from made_records import TEXT, Record, part, said, speaker, statement

from presskit.evaluate import score
from presskit.evaluate.calibration import at_least, bands
from presskit.evaluate.spans import Stretch, length, overlap, shared

stretches = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: (min(ends), max(ends))), max_size=5
)


def _characters(parts: list[Stretch]) -> set[int]:
    return {offset for start, end in parts for offset in range(start, end)}


@given(stretches, stretches)
def test_stretches_count_as_sets_of_characters_do(one: list[Stretch], other: list[Stretch]) -> None:
    ours, theirs = _characters(one), _characters(other)
    assert length(one) == len(ours)
    assert shared(one, other) == len(ours & theirs)
    assert overlap(one, other) == (len(ours & theirs) / len(ours | theirs) if ours and theirs else 0)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record whose statements and lines stand in order, cut out of `TEXT` at any places."""
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=24)))
    pieces = list(pairwise(cuts))
    statements = []
    while len(pieces) > 3 and draw(st.booleans()):
        cue, topic, *content = (pieces.pop(0) for _ in range(3))
        more = {"topic": topic} if draw(st.booleans()) else {"question": topic, "mention": topic}
        more |= {"rule": draw(st.sampled_from(["one", "two"])), "confidence": draw(st.floats(0, 1))}
        has_cue = draw(st.booleans())
        statements.append(
            statement(
                len(statements) + 1, cue if has_cue else None, *content,
                speaker=draw(st.sampled_from(["s1", "s2", None])),
                form=draw(st.sampled_from(["direct", "indirect"])), **more,
            )
        )  # fmt: skip
    kinds = st.sampled_from(["meta", "boilerplate"])
    page: Record = {
        **dict.fromkeys(("kicker", "headline", "subheadline", "lead", "end_mark", "byline")),
        "sections": [],
    }
    page |= {"meta": [], "boilerplate": []}
    for piece in pieces:
        page[draw(kinds)].append(part(piece))
    if pieces and draw(st.booleans()):
        page["byline"] = part(pieces[0])
    return {**page, **said(*statements, speakers=[speaker(1, "علی"), speaker(2, None, "سخنگو")])}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Record, Record]:
    """A record, and one that is like it but for some parts, or has nothing to do with it."""
    gold = draw(records())
    if draw(st.integers(0, 4)) == 0:
        return gold, draw(records())
    others = draw(st.permutations([{}, {"cue": None}, {"speaker": "s2"}, {"speaker": None}, {"topic": None}]))
    changed = [{**one, **draw(st.sampled_from(others))} for one in gold["statements"] if draw(st.integers(0, 3))]
    for one in changed:
        if draw(st.booleans()):
            first = one["content"][0]["span"]
            one["content"] = [part((first["start"], max(first["start"] + 1, first["end"] - 2)), form="direct")]
    return gold, {**gold, "statements": changed, "byline": None}


@given(records())
def test_a_record_against_itself_is_right_in_everything(record: Record) -> None:
    held = score(record, record)
    assert not held.disagreements
    for count in held.measures.values():
        assert count.right == count.found == count.wanted
        assert count.f1 in (None, 1.0)
    assert all(right for _, right in held.sure)


@given(pairs())
def test_scores_lie_between_nothing_and_everything(both: tuple[Record, Record]) -> None:
    gold, found = both
    held = score(gold, found)
    for count in (*held.measures.values(), *held.rules.values()):
        assert 0 <= count.right <= count.found or not count.found
    for count in held.measures.values():
        assert count.right <= count.wanted
        assert all(share is None or 0 <= share <= 1 for share in (count.precision, count.recall, count.f1))


@given(pairs())
def test_swapping_gold_and_prediction_swaps_precision_and_recall(both: tuple[Record, Record]) -> None:
    gold, found = both
    forth, back = score(gold, found), score(found, gold)
    judged = forth.measures.keys() & back.measures.keys()
    assert {"all parts", "lines", "byline"} & judged
    for name in judged:
        one, other = forth.measures[name], back.measures[name]
        assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1), name


@given(pairs())
def test_all_parts_right_is_the_least_of_all(both: tuple[Record, Record]) -> None:
    gold, found = both
    held = score(gold, found).measures
    whole = held["all parts"].right
    assert whole <= held["cue, content and speaker"].right <= held["content, overlap 0.8"].right
    assert held["content, overlap 0.8"].right <= held["content, overlap 0.3"].right
    assert held["content, characters by statement"].right <= sum(length([where]) for where in _contents(found))


def _contents(record: Record) -> list[Stretch]:
    return [(one["span"]["start"], one["span"]["end"]) for made in record["statements"] for one in made["content"]]


@given(records(), st.lists(records(), max_size=3))
def test_documents_add_up_in_any_order(gold: Record, found: list[Record]) -> None:
    scores = [score(gold, one) for one in found]
    forth, back = score(gold, gold), score(gold, gold)
    for one in scores:
        forth.add(one)
    for one in reversed(scores):
        back.add(one)
    assert forth.measures == back.measures and forth.rules == back.rules and forth.lines == back.lines


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_statement_is_in_one_band_of_confidence(sure: list[tuple[float, bool]]) -> None:
    assert sum(band.statements for band in bands(sure)) == len(sure)
    assert sum(band.right for band in bands(sure)) == sum(right for _, right in sure)
    for level in at_least(sure):
        assert level.statements == sum(confidence >= level.low for confidence, _ in sure)
        assert level.share is None or 0 <= level.share <= 1
        assert level.claimed is None or level.low <= level.claimed + 1e-9


def test_bands_counted_by_hand() -> None:
    """Of five statements two claim 0.9 and more, and one of these is right; they claim 0.94 on the average."""
    sure = [(0.4, False), (0.6, True), (0.7, True), (0.9, True), (0.98, False)]
    level = next(band for band in at_least(sure) if band.low == 0.9)
    assert (level.statements, level.right, level.share) == (2, 1, 0.5)
    assert level.claimed is not None and round(level.claimed, 6) == 0.94
    assert [band.statements for band in bands(sure)] == [1, 0, 1, 1, 0, 1, 1]
