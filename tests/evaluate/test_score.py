"""Every measure, on examples counted by hand: the sums are in the comments."""

from __future__ import annotations

from typing import Any

import pytest
from made_records import Record, part, said, speaker, statement

from presskit.evaluate import Count, Score, score
from presskit.evaluate.spans import length, merged, overlap, shared


def count(gold: Record, found: Record, measure: str) -> tuple[float, float, float]:
    held = score(gold, found).measures[measure]
    return held.right, held.found, held.wanted


def what(gold: Record, found: Record) -> list[str]:
    return [told.what for told in score(gold, found, "a.txt").disagreements]


ONE = statement(1, (0, 3), (10, 20))
TWO = statement(2, (30, 33), (40, 60))

# label, measure, gold, prediction, right, found, wanted
STATEMENTS: list[tuple[str, str, Record, Record, float, float, float]] = [
    ("a cue missed", "cue", said(ONE, TWO), said(ONE), 1, 1, 2),
    ("a cue invented", "cue", said(ONE), said(ONE, TWO), 1, 2, 1),
    # 0-3 against 0-4: one character too many is no cue of the gold
    ("a cue too long", "cue", said(ONE), said(statement(1, (0, 4), (10, 20))), 0, 1, 1),
    ("the same twice is once right", "cue", said(ONE), said(ONE, ONE), 1, 2, 1),
    ("no cue in either", "cue", said(statement(1, None, (0, 9))), said(statement(1, None, (0, 9))), 0, 0, 0),
    (
        "mentions: one right, one too short, one missed",
        "mention",
        said(*(statement(n, (n * 40, n * 40 + 3), mention=(n * 40 + 4, n * 40 + 9)) for n in (0, 1, 2))),
        said(
            statement(0, (0, 3), mention=(4, 9)),
            statement(1, (40, 43), mention=(44, 48)),
            statement(2, (80, 83)),
        ),
        1, 2, 3,
    ),
    ("a topic where the gold has none", "topic", said(ONE), said({**ONE, "topic": part((4, 8))}), 0, 1, 0),
    # two segments in the gold, one of them found as it is; the other is cut in two
    (
        "segments", "content, exact", said(statement(1, (0, 3), (10, 20), (30, 50))),
        said(statement(1, (0, 3), (10, 20), (30, 40), (41, 50))), 1, 3, 2,
    ),
    # form: the one segment at the same place is indirect in the gold
    ("form", "content, form", said(statement(1, (0, 3), (10, 20), form="indirect")), said(ONE), 0, 1, 1),
    ("form is asked only where the place is right", "content, form", said(ONE), said(statement(1, (0, 3), (10, 21))),
     0, 0, 0),
    # 10-20 and 16-24 share 4 characters of 14: 0.29; with 15-24, 5 of 14: 0.36
    ("overlap under 0.3", "content, overlap 0.3", said(ONE), said(statement(1, (0, 3), (16, 24))), 0, 1, 1),
    ("overlap over 0.3", "content, overlap 0.3", said(ONE), said(statement(1, (0, 3), (15, 24))), 1, 1, 1),
    # 40-60 and 40-56 share 16 of 20: 0.8, which is enough; 40-55 share 15 of 20
    ("overlap of 0.8", "content, overlap 0.8", said(TWO), said(statement(2, (30, 33), (40, 56))), 1, 1, 1),
    ("overlap under 0.8", "content, overlap 0.8", said(TWO), said(statement(2, (30, 33), (40, 55))), 0, 1, 1),
    # gold 10-20 and 40-60: 30 characters; found 15-45: 30; in both 15-20 and 40-45: 10
    ("characters", "content, characters", said(ONE, TWO), said(statement(1, (0, 3), (15, 45))), 10, 30, 30),
    # the same, but 15-45 is the answer to the first alone, with which it shares 5
    ("characters by statement", "content, characters by statement", said(ONE, TWO),
     said(statement(1, (0, 3), (15, 45))), 5, 30, 30),
    # two statements with the cue of the gold say 10-20: each character counts once, but in statements twice
    ("characters said twice", "content, characters", said(ONE), said(ONE, ONE), 10, 10, 10),
    ("characters said twice, by statement", "content, characters by statement", said(ONE), said(ONE, ONE), 10, 20, 10),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "gold", "found", "right", "found_all", "wanted"),
    [pytest.param(*case[1:], id=case[0]) for case in STATEMENTS],
)
def test_what_is_found(
    measure: str, gold: Record, found: Record, right: float, found_all: float, wanted: float
) -> None:
    assert count(gold, found, measure) == (right, found_all, wanted)


def people(*speakers: str | None) -> list[Record]:
    return [statement(n, (n * 20, n * 20 + 3), (n * 20 + 5, n * 20 + 15), speaker=who)
            for n, who in enumerate(speakers)]  # fmt: skip


# label, who says each of some statements in the gold, and in the prediction, and how many of these are right
SPEAKERS: list[tuple[str, list[str | None], list[str | None], int]] = [
    ("ids may differ", ["s1", "s1", "s2"], ["s7", "s7", "s5"], 3),
    # s1 is the gold's s1, whom it shares two statements with; the gold's s2 is then nobody's
    ("two people taken for one", ["s1", "s1", "s2"], ["s1", "s1", "s1"], 2),
    # the gold's s1 is s1, with two statements; s2 is nobody
    ("one person taken for two", ["s1", "s1", "s1"], ["s1", "s1", "s2"], 2),
    ("unknown stays unknown", [None, "s1"], [None, "s1"], 2),
    ("somebody for nobody", [None, "s1"], ["s2", "s1"], 1),
    ("nobody for somebody", ["s2", "s1"], [None, "s1"], 1),
    ("swapped once", ["s1", "s1", "s2", "s2"], ["s1", "s1", "s2", "s1"], 3),
]


@pytest.mark.parametrize(("gold", "found", "right"), [pytest.param(*case[1:], id=case[0]) for case in SPEAKERS])
def test_who_speaks(gold: list[str | None], found: list[str | None], right: int) -> None:
    assert count(said(*people(*gold)), said(*people(*found)), "speaker") == (right, len(gold), len(gold))


def test_a_speaker_of_a_statement_that_was_missed_is_not_judged() -> None:
    assert count(said(ONE, TWO), said(ONE), "speaker") == (1, 1, 1)


# label, the gold's speaker, the prediction's, whether they bear one name
NAMES: list[tuple[str, Record, Record, bool]] = [
    ("the same name", speaker(1, "علی کریمی"), speaker(1, "علی کریمی"), True),
    ("spelt otherwise", speaker(1, "علی کریمی"), speaker(1, "علي کريمي"), True),
    ("the surname alone", speaker(1, "علی کریمی"), speaker(1, "کریمی"), False),
    ("a name made up", speaker(1, None, "سخنگو"), speaker(1, "سخنگو"), False),
    ("a role in common", speaker(1, None, "سخنگو", "معاون"), speaker(1, None, "معاون"), True),
    ("no role in common", speaker(1, None, "سخنگو"), speaker(1, None, "معاون"), False),
    ("known by nothing", speaker(1), speaker(1, None, "معاون"), True),
]


@pytest.mark.parametrize(("gold", "found", "same"), [pytest.param(*case[1:], id=case[0]) for case in NAMES])
def test_what_a_speaker_is_called(gold: Record, found: Record, same: bool) -> None:
    one, other = said(ONE, TWO, speakers=[gold]), said(ONE, TWO, speakers=[found])
    assert count(one, other, "speaker, by name") == (2 * same, 2, 2)
    assert what(one, other) == ([] if same else ["speaker, by name"]), "told once for a speaker, not for each statement"
    assert count(one, other, "all parts") == (2, 2, 2), "who it is counts there, not what they are called"


ASKED = statement(1, (0, 3), (10, 20), question=(22, 28), asker=(24, 26))

# label, measure, gold, prediction, right, found, wanted
LINKS: list[tuple[str, str, Record, Record, int, int, int]] = [
    ("a question", "question", said(ASKED), said(ASKED), 1, 1, 1),
    ("a question missed", "question", said(ASKED), said(ONE), 0, 0, 1),
    # the words of the question are right, but another statement is said to answer it
    ("of another statement", "question", said(ASKED, TWO),
     said(ONE, {**TWO, "question": ASKED["question"]}), 0, 1, 1),
    ("an asker missed", "asker", said(ASKED), said({**ASKED, "question": part((22, 28), asker=None)}), 0, 0, 1),
    ("an asker made up", "asker", said({**ASKED, "question": part((22, 28), asker=None)}), said(ASKED), 0, 1, 0),
    ("an asker is not judged where the gold's questions have none", "asker",
     said({**ASKED, "question": part((22, 28))}), said(ASKED), 0, 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "gold", "found", "right", "found_all", "wanted"),
    [pytest.param(*case[1:], id=case[0]) for case in LINKS],
)
def test_what_is_answered(measure: str, gold: Record, found: Record, right: int, found_all: int, wanted: int) -> None:
    assert count(gold, found, measure) == (right, found_all, wanted)


def chain(*continues: str | None) -> Record:
    """Statements q0, q1, …, each with the id of the one that it continues."""
    return said(*({**one, "continues": before} for one, before in zip(people(*["s1"] * len(continues)), continues,
                                                                     strict=True)))  # fmt: skip


# label, what each statement continues in the gold, and in the prediction, right, found, wanted
CHAINS: list[tuple[str, list[str | None], list[str | None], int, int, int]] = [
    ("as in the gold", [None, "q0", "q1"], [None, "q0", "q1"], 2, 2, 2),
    ("back to the first, or to the last: it is one chain", [None, "q0", "q1"], [None, "q0", "q0"], 2, 2, 2),
    ("of another statement", [None, None, "q0"], [None, None, "q1"], 0, 1, 1),
    # the second link is right all the same: q2 goes on with q1
    ("a link missed", [None, "q0", "q1"], [None, None, "q1"], 1, 1, 2),
    ("a link too many", [None, None, None], [None, None, "q1"], 0, 1, 0),
]


@pytest.mark.parametrize(
    ("gold", "found", "right", "found_all", "wanted"), [pytest.param(*case[1:], id=case[0]) for case in CHAINS]
)
def test_what_continues(
    gold: list[str | None], found: list[str | None], right: int, found_all: int, wanted: int
) -> None:
    assert count(chain(*gold), chain(*found), "continues") == (right, found_all, wanted)


def test_all_parts_rules_and_confidence() -> None:
    """Three statements of the gold; of the three found, one is right, one has a wrong topic, one is invented."""
    three = statement(3, (70, 73), (80, 90))
    gold = said(ONE, TWO, three)
    right = {**ONE, "rule": "colon", "confidence": 0.9}
    half = {**TWO, "rule": "colon", "confidence": 0.7, "topic": part((34, 38))}
    invented = statement(4, (100, 103), (110, 120), rule="headline")
    held = score(gold, said(right, half, invented), "a.txt")
    assert held.measures["all parts"] == Count(1, 3, 3)
    assert held.measures["cue, content and speaker"] == Count(2, 3, 3), "the topic is none of the three"
    assert held.rules == {"colon": Count(1, 2, 0), "headline": Count(0, 1, 0)}
    assert held.sure == [(0.9, True), (0.7, False)], "the last one claims nothing"
    told = [(one.what, one.offset, one.rule) for one in held.disagreements]
    assert told == [("topic", 34, "colon"), ("statement, missed", 80, None), ("statement, invented", 110, "headline")]


@pytest.mark.parametrize(
    ("change", "part_wrong"),
    [
        ({"cue": part((0, 4))}, "cue"),
        ({"mention": part((4, 8))}, "mention"),
        ({"topic": part((4, 8))}, "topic"),
        ({"content": [part((10, 20), form="indirect")]}, "content"),
        ({"content": [part((10, 19), form="direct")]}, "content"),
        ({"speaker": None}, "speaker"),
        ({"question": part((4, 8), asker=None)}, "question"),
        ({"continues": "q9"}, "continues"),
    ],
)
def test_every_part_counts(change: dict[str, Any], part_wrong: str) -> None:
    assert what(said(ONE), said({**ONE, **change})) == [part_wrong]
    assert count(said(ONE), said({**ONE, **change}), "all parts") == (0, 1, 1)


def test_statements_are_paired_by_cue_before_content() -> None:
    """The first shares its content with the gold's second, but has the cue of the first."""
    found = statement(1, (0, 3), (40, 60))
    assert what(said(ONE, TWO), said(found)) == ["content", "statement, missed"]


def test_without_a_common_cue_the_greater_share_decides() -> None:
    """10-40 shares 10 of 30 with the first (0.33), and 20 of 40 with a second at 20-50 (0.5)."""
    gold = said(statement(1, None, (10, 20)), statement(2, None, (20, 50)))
    held = score(gold, said(statement(1, None, (10, 40))), "a.txt")
    assert [(told.what, told.offset) for told in held.disagreements] == [("statement, missed", 10), ("content", 20)]


def page(**parts: Any) -> Record:
    """A page of some parts, and none of the others."""
    empty: Record = dict.fromkeys(("kicker", "headline", "subheadline", "lead", "end_mark"))
    return {**empty, "meta": [], "boilerplate": [], "sections": [], **parts}


def body(*paragraphs: tuple[int, int], heading: tuple[int, int] | None = None) -> Record:
    return {"heading": part(heading), "paragraphs": [part(where) for where in paragraphs]}


PAGE = page(headline=part((0, 9)), lead=part((10, 29)), sections=[body((30, 49), (50, 69))])

# label, gold, prediction, right, found, wanted, what was taken for what
LINES: list[tuple[str, Record, Record, int, int, int, dict[tuple[str, str | None], int]]] = [
    ("a lead taken for a paragraph", PAGE, page(headline=part((0, 9)), sections=[body((10, 29), (30, 49), (50, 69))]),
     3, 4, 4, {("lead", "paragraph"): 1}),
    ("a line lost", PAGE, page(headline=part((0, 9)), lead=part((10, 29)), sections=[body((30, 49))]),
     3, 3, 4, {("paragraph", None): 1}),
    # where it begins is no matter of its kind: marks of emphasis are in the one and not in the other
    ("a line that begins later", PAGE, {**PAGE, "headline": part((2, 7))}, 4, 4, 4, {}),
    ("a line that the whole gold has not", PAGE, {**PAGE, "boilerplate": [part((80, 90))]}, 4, 5, 4, {}),
    ("lines that partial gold has not are not judged", {"headline": part((0, 9))}, PAGE, 1, 1, 1, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "found", "right", "found_all", "wanted", "confused"),
    [pytest.param(*case[1:], id=case[0]) for case in LINES],
)
def test_lines(
    gold: Record, found: Record, right: int, found_all: int, wanted: int, confused: dict[tuple[str, str | None], int]
) -> None:
    assert count(gold, found, "lines") == (right, found_all, wanted)
    taken = score(gold, found).lines
    assert {kinds: lines for kinds, lines in taken.items() if kinds[0] != kinds[1]} == confused


def test_a_block_of_several_lines_counts_each() -> None:
    block = {"text": "یک خط\n\nدو خط\n", "span": {"start": 0, "end": 13}}
    wrapped = page(sections=[{"heading": None, "paragraphs": [block]}])
    assert count(wrapped, wrapped, "lines") == (2, 2, 2)


DATE = part((0, 9), jalali="1401-06-28", gregorian="2022-09-19", time="11:36", at=None)

# label, field, the gold's, the prediction's, right, found, wanted
FIELDS: list[tuple[str, str, Record | None, Record | None, int, int, int]] = [
    ("the same place", "byline", part((0, 9)), part((0, 9)), 1, 1, 1),
    ("another place", "byline", part((0, 9)), part((10, 19)), 0, 1, 1),
    ("missed", "place", part((0, 9)), None, 0, 0, 1),
    ("made up", "place", None, part((0, 9)), 0, 1, 0),
    ("neither has it", "place", None, None, 0, 0, 0),
    ("a date is a value: where it stands does not count", "published", DATE, {**DATE, **part((5, 9))}, 1, 1, 1),
    ("another time", "published", DATE, {**DATE, "time": None}, 0, 1, 1),
    ("a code is a value", "news_code", part((0, 9), value="75316"), part((0, 5), value="75316"), 1, 1, 1),
    ("a code without its value is a place", "news_code", part((0, 9)), part((0, 9), value="75316"), 1, 1, 1),
    ("an outlet by another name", "outlet", part((0, 9), name="فارس"), part((0, 9), name="ایسنا"), 0, 1, 1),
    ("partial gold asks for no name", "outlet", part((0, 9)), part((0, 9), name="ایسنا"), 1, 1, 1),
    ("an occasion of another kind", "occasion", part((0, 9), kind="speech"), part((0, 9), kind="other"), 0, 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "gold", "found", "right", "found_all", "wanted"), [pytest.param(*case[1:], id=case[0]) for case in FIELDS]
)
def test_fields(field: str, gold: Record | None, found: Record | None, right: int, found_all: int, wanted: int) -> None:
    assert count({field: gold}, {field: found}, field) == (right, found_all, wanted)
    assert what({field: gold}, {field: found}) == ([] if right or found_all == wanted == 0 else [field])


def test_what_the_gold_does_not_have_is_not_judged() -> None:
    assert not score({}, {**PAGE, **said(ONE), "byline": part((0, 9))}).measures
    held = score({"statements": [{"content": ONE["content"]}]}, said(ONE)).measures
    assert "cue" not in held and "speaker" not in held
    assert held["all parts"] == Count(1, 1, 1)


def test_what_the_prediction_does_not_have_is_missed() -> None:
    held = score({**PAGE, **said(ONE), "byline": part((0, 9))}, {}).measures
    assert {name: (one.right, one.found) for name, one in held.items()} == dict.fromkeys(held, (0, 0))
    assert held["cue"].wanted == held["byline"].wanted == held["all parts"].wanted == 1


def test_documents_add_up() -> None:
    """Micro: 1 of 1 and 0 of 3 are 1 of 4, not one half."""
    total = Score()
    total.add(score(said(ONE), said(ONE), "a.txt"))
    total.add(score(said(ONE, TWO, statement(3, (70, 73), (80, 90))), said(), "b.txt"))
    assert total.measures["cue"] == Count(1, 1, 4)
    assert total.measures["cue"].recall == 0.25
    assert [told.document for told in total.disagreements] == ["b.txt"] * 3


def test_stretches() -> None:
    assert merged([(5, 9), (0, 3), (3, 4), (7, 7)]) == [(0, 4), (5, 9)]
    assert length([(0, 4), (2, 6)]) == 6
    assert shared([(0, 4), (6, 9)], [(2, 8), (3, 7)]) == 4
    assert overlap([(0, 10)], [(5, 15)]) == 5 / 15
    assert overlap([], []) == 0.0
    assert shared([(0, 10**12)], [(5, 10**12 + 5)]) == 10**12 - 5, "as fast for long stretches as for short"
