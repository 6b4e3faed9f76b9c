"""The spelling-blind view: what it folds, what it drops, and the way back to the source."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from presskit.text.view import View, fold, key

# Letters and marks that the view treats in some way, and a few that it must leave alone.
MIXED = st.text(
    alphabet=st.sampled_from("یيكکۀئأ می1۱١a.,;?:«“\"'*_> \t\r\n\u200c\u200f\u0640\u064e\ufeff\u2028\x0b😀")
)
ANY = st.one_of(MIXED, st.text())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("می‌گوید", "میگوید"),
        ("می‌گوید", "ميگويد"),
        ("تحریم‌های", "تحريمهاي"),
        ("گُفت‌وگـــو", "گفتوگو"),
        ("۱۴۰۱/۰۶/۲۸", "1401/06/28"),
        ("١٤٠١", "1401"),
        ("مسئول", "مسیول"),
        ("رئيس‌جمهور", "رییسجمهور"),
        ("مسألة", "مساله"),
        ("خانۀ ما", "خانه ما"),
        ("“نقل”", '"نقل"'),
        ("آیا؟ بله; خیر,", "آیا? بله؛ خیر،"),
        ("**تیتر**", "تیتر"),
        ("سخنگوی\r\n  وزارت", "سخنگوی وزارت"),
        ("\ufeffمتن", "متن"),
        ("\u202bمتن\u202c", "متن"),
        ("متن\u00a0خبر", "متن خبر"),
        ("متن \u200c خبر", "متن خبر"),
        ("خط\n> نقل", "خط نقل"),
    ],
)
def test_one_key_for_every_spelling(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("گفت", "گفته"), ("آمد", "امد"), ("کرد", "گرد"), ("a*b", "ab"), ("a_b", "ab"), ("x > y", "x y")],
)
def test_other_words_keep_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("می‌گوید:\r\n\r\n«نه»", "میگوید: «نه»"),
        ("**وی** گفت", "وی گفت"),
        ("گفت   که\t\tما", "گفت که ما"),
        ("گفت\n>> که", "گفت که"),
        ("plain, text?", "plain، text؟"),
        ("", ""),
        ("\u200c", ""),
    ],
)
def test_the_view(source: str, text: str) -> None:
    assert View.of(source).text == text


@given(ANY, ANY)
@example("\x0b", "ی")
def test_folding_moves_nothing_and_sees_one_character_at_a_time(one: str, other: str) -> None:
    assert len(fold(one)) == len(one)
    assert fold(one + other) == fold(one) + fold(other)


@given(ANY)
def test_folding_and_keys_are_final(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)


@given(ANY)
def test_every_character_knows_its_place(source: str) -> None:
    view = View.of(source)
    folded = fold(source).replace("\n", " ")
    places = [view.start(index) for index in range(len(view.text))]
    assert places == sorted(set(places))
    assert "".join(folded[place] for place in places) == view.text
    assert [view.offset(place) for place in places] == list(range(len(view.text)))
    assert [view.end(index + 1) for index in range(len(view.text))] == [place + 1 for place in places]
    assert "\n" not in view.text


@given(ANY)
def test_what_was_dropped_leads_to_the_next_that_was_kept(source: str) -> None:
    view = View.of(source)
    kept = [view.start(index) for index in range(len(view.text))]
    for place in range(len(source) + 1):
        assert view.offset(place) == sum(other < place for other in kept)


@given(ANY)
def test_a_stretch_takes_no_noise_at_its_ends(source: str) -> None:
    view = View.of(source)
    for start in range(len(view.text)):
        stretch = source[view.start(start) : view.end(start + 1)]
        assert fold(stretch).replace("\n", " ") == view.text[start]


def _lines_run(function: Callable[[], object]) -> int:
    """How many lines of Python ``function`` runs: a measure of work that a busy machine does not disturb."""
    count = 0

    def trace(*_: object) -> Callable[..., object]:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", ["می‌گوید **که** \n> ", "\u200c", "a\u200c", " \u200c", "*_", "«"])
def test_work_grows_as_the_text_does(unit: str) -> None:
    short, long = (_lines_run(lambda times=times: View.of(unit * times)) for times in (1_000, 2_000))
    assert long <= 2 * short + 10


def test_a_place_is_found_by_halving() -> None:
    view = View.of("ا\u200c" * 2**16)
    assert _lines_run(lambda: view.start(40_000)) < 10
    assert _lines_run(lambda: view.end(40_000)) < 10
    assert _lines_run(lambda: view.offset(80_000)) < 100
