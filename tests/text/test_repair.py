"""Lost half-spaces given back: cases as data, what must not change, and what holds of any text."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.text import hazm
from presskit.text.repair import Repaired, Repairer, default, repair
from presskit.text.repair.confidence import of as confidence
from presskit.text.repair.inside import split
from presskit.text.repair.known import Context
from presskit.text.repair.table import dumps, kept, kept_path, loads, without_idle
from presskit.text.repair.words import Words, compile_words, own_data
from presskit.text.view import ZWNJ

CASES = json.loads(Path(__file__).with_name("cases").joinpath("repair.json").read_text(encoding="utf-8"))
SEED = Path(__file__).parents[2] / "seeds" / "000_8cd93b1bce707555.txt"
LABELS = [case["label"] for case in CASES]
# Letters and words that rules look at, and what stands between them.
PIECES = st.sampled_from(
    [
        *"یهارمن", "می", "نمی", "ها", "های", "ای", "اند", "تر", "ترین", "تحریم", "هسته", "گفت", "وگو", "رفته", "شود",
        "طلبان", "بی", "نظیر", "سه", "شنبه", "پور", "ی", ZWNJ, ZWNJ, " ", " ", "  ", "\n", ".", "،", "«", "»", "`", "#",
        "ي", "ك", "ِ", "ـ", "a", "1", "۲", "@", "https://x.ir/", "](", ")", "\u200f",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@pytest.fixture(scope="module")
def made() -> Words:
    """The words that there are without hazm."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hazm, "data", lambda name: None)
        return compile_words()


@pytest.fixture(scope="module")
def own(made: Words) -> Repairer:
    """The repairer that there is without hazm."""
    return Repairer(made)


@pytest.mark.skipif(find_spec("hazm") is None, reason="there is no hazm for Python 3.14")
@pytest.mark.parametrize("case", CASES, ids=LABELS)
def test_case(case: dict[str, str]) -> None:
    assert repair(case["before"]).text == case["after"]


@pytest.mark.parametrize("case", CASES, ids=LABELS)
def test_case_without_hazm(own: Repairer, case: dict[str, str]) -> None:
    assert not own.complete
    assert own.repair(case["before"]).text == case["after"]


def test_seed_has_its_half_spaces_back(own: Repairer) -> None:
    text = SEED.read_text(encoding="utf-8")
    for repairer in (own, default()):
        repaired = repairer.repair(text)
        counts = Counter(edit.after for edit in repaired.edits)
        assert counts["درگیری‌ها"] == 4
        assert {"تحریم‌ها", "هسته‌ای", "سه‌شنبه", "جلسه‌ای", "نمی‌کند", "بین‌المللی", "گفت‌وگوی", "شده‌ای"} <= counts.keys()
        assert not [word for word in repaired.text.split() if word.endswith(("هها", "یها", "نها")) and word != "تنها"]


@pytest.mark.parametrize("text", ["گفت‌وگوها ادامه دارد؛ می‌روند.", "در کشورهای منطقه", "الف\u200c ب", "\ufeffمتن"])
def test_what_is_right_stays(text: str) -> None:
    assert repair(text) == Repaired(text, (), ())


def test_an_edit_says_what_it_did() -> None:
    (edit,) = repair("رفع تحریم ها").edits
    assert (edit.start, edit.end, edit.before, edit.after) == (4, 12, "تحریم ها", "تحریم‌ها")
    assert edit.rule == "plural-apart"
    assert edit.confidence == confidence(["plural-apart"])
    (edit,) = repair("سرمایهگذاری های").edits
    assert edit.rule.split("+")[-1] == "plural-apart"
    assert edit.confidence == confidence(edit.rule.split("+"))


def test_offsets_go_both_ways() -> None:
    source = "وی میگوید تحریم ها"
    repaired = repair(source)
    assert repaired.text == "وی می‌گوید تحریم‌ها"
    assert repaired.inserted == (5,)
    assert [repaired.to_repaired(offset) for offset in (0, 4, 5, 9, len(source))] == [0, 4, 6, 10, len(repaired.text)]
    assert [repaired.to_source(offset) for offset in (0, 4, 5, 6, 10)] == [0, 4, 5, 5, 9]


@settings(max_examples=300)
@given(TEXTS)
def test_it_changes_half_spaces_and_nothing_else(text: str) -> None:
    repaired = repair(text)
    assert repaired.text.replace(ZWNJ, "").replace(" ", "") == text.replace(ZWNJ, "").replace(" ", "")
    assert len(repaired.text) == len(text) + len(repaired.inserted)
    rebuilt, done = "", 0
    for edit in repaired.edits:
        assert text[edit.start : edit.end] == edit.before != edit.after
        rebuilt += text[done : edit.start] + edit.after
        done = edit.end
    assert rebuilt + text[done:] == repaired.text


@settings(max_examples=300)
@given(TEXTS)
def test_a_second_repair_changes_nothing_more(text: str) -> None:
    assert repair(repair(text).text).edits == ()


@given(TEXTS)
def test_letters_keep_their_places(text: str) -> None:
    repaired = repair(text)
    for offset, letter in enumerate(text):
        there = repaired.to_repaired(offset)
        assert repaired.text[there] == letter or (letter == " " and repaired.text[there] == ZWNJ)
        assert repaired.to_source(there) == offset
    assert list(repaired.inserted) == sorted(set(repaired.inserted))


def test_a_word_that_nobody_wrote_costs_nothing() -> None:
    text = "س" * 100_000 + " ها"
    assert repair(text).edits == ()


class TestTable:
    """The words in the cache: the same as made anew, and made anew where they cannot be used."""

    @pytest.fixture(autouse=True)
    def _quick(self, made: Words, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0

        def compiled() -> Words:
            self.times += 1
            return made

        monkeypatch.setattr("presskit.text.repair.table.compile_words", compiled)

    def test_it_is_made_once(self, made: Words, tmp_path: Path) -> None:
        folder = tmp_path / "not" / "yet"
        assert kept(folder) == made
        assert kept(folder) == without_idle(made)
        assert self.times == 1
        assert [path.name for path in folder.iterdir()] == [kept_path(folder).name]

    def test_round_trip(self, made: Words) -> None:
        assert loads(dumps(made)) == made

    @pytest.mark.parametrize(
        "harm", [lambda data: data[:-1], lambda data: b"", lambda data: data.replace(b"\n", b"\r", 9)]
    )
    def test_a_broken_one_is_made_anew(self, made: Words, tmp_path: Path, harm: Any) -> None:
        kept(tmp_path)
        path = kept_path(tmp_path)
        whole = path.read_bytes()
        path.write_bytes(harm(whole))
        assert kept(tmp_path) == made
        assert self.times == 2
        assert path.read_bytes() == whole

    def test_no_cache_is_no_trouble(self, made: Words, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        assert kept(tmp_path / "file") == made

    def test_its_name_says_what_it_is_made_from(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        before = kept_path(tmp_path)
        monkeypatch.setattr(hazm, "version", lambda: "9.9")
        assert kept_path(tmp_path) != before
        assert "9.9" in kept_path(tmp_path).name


def test_words_left_out_of_the_table_change_nothing() -> None:
    """Of a sample of words with what the whole list has and what the table keeps."""
    own = compile_words() if find_spec("hazm") is None else _with_some_of_hazm()
    pruned = without_idle(own)
    assert len(pruned.levels) < len(own.levels) or find_spec("hazm") is None
    for word in own.levels:
        for form in (word, f"{word}های", f"{word}ترین"):
            assert split(form, Context(), own) == split(form, Context(), pruned), form


def _with_some_of_hazm() -> Words:
    with pytest.MonkeyPatch.context() as patch:
        whole = hazm.data("words.dat")
        assert whole is not None
        some = _Lines(whole.read_text(encoding="utf-8").splitlines()[::40])
        patch.setattr(hazm, "data", lambda name: some if name == "words.dat" else None)
        return compile_words()


class _Lines:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def read_text(self, encoding: str) -> str:
        return "\n".join(self._lines)


class TestOwnWords:
    """presskit's own lists, as a file."""

    tables = tomllib.loads(own_data().decode())

    @pytest.mark.parametrize("table", [name for name in tables if name != "verbs"])
    def test_no_word_is_there_twice_in_a_list(self, table: str) -> None:
        for words in self.tables[table].values():
            counts = Counter(words.split())
            assert [word for word, count in counts.items() if count > 1] == []

    @pytest.mark.parametrize("table", ["compounds", "lost", "apart", "names", "twofold"])
    def test_a_compound_has_a_half_space_between_letters(self, table: str) -> None:
        words = " ".join(self.tables[table].values()).split()
        assert [
            word for word in words if not all(part.isalpha() for part in word.split(ZWNJ)) or ZWNJ not in word
        ] == []

    def test_other_words_have_none(self) -> None:
        others = self.tables.keys() - {"compounds", "lost", "apart", "names", "twofold", "verbs"}
        words = " ".join(" ".join(self.tables[table].values()) for table in others).split()
        assert [word for word in words if not word.isalpha()] == []

    def test_verbs_have_two_stems(self) -> None:
        verbs = self.tables["verbs"]["stems"].split()
        assert [
            verb for verb in verbs if not all(stem.isalpha() for stem in verb.split("#")) or verb.count("#") != 1
        ] == []
        assert len(verbs) == len(set(verbs)) >= 100


def test_every_rule_is_documented_and_measured() -> None:
    from presskit.text.repair import between, confidence, inside

    rules = [name for rules in (inside._FIRST, inside._RULES, inside._GUESSES, between.RULES) for name, _ in rules]
    rules.append(between.WITH_AND)
    page = Path(__file__).parents[2].joinpath("docs", "repair.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == sorted(rules, key=_order(page))
    assert confidence._SHARES.keys() == set(rules)
    assert all(0.8 <= share <= 0.99 for share in confidence._SHARES.values())


def _order(page: str) -> Callable[[str], int]:
    return lambda rule: page.find(f"| `{rule}` |")
