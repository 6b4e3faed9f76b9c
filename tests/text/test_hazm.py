"""hazm at work on a copy: values stay whole, hostile text stays cheap, and its absence has a name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.errors import PresskitError
from presskit.text.hazm import _hazm, _tools, conjugations, read


def _words(text: str) -> list[list[str]]:
    sentences = read(text, normalize=False, tokens=True).sentences
    assert sentences is not None
    return [[token.text for token in sentence] for sentence in sentences]


@pytest.fixture
def without_hazm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hazm", None)
    monkeypatch.setattr("presskit.text.hazm._tools", _tools.__wrapped__)


@pytest.mark.usefixtures("without_hazm")
@pytest.mark.parametrize(
    "ask",
    [partial(read, "متن", normalize=True, tokens=False), partial(conjugations, "گفت", "گو")],
    ids=["read", "conjugations"],
)
def test_its_absence_has_a_code(ask: Callable[[], object]) -> None:
    with pytest.raises(PresskitError, match="hazm") as caught:
        ask()
    assert caught.value.code == "hazm-missing"


@pytest.mark.skipif(find_spec("hazm") is None, reason="there is no hazm for Python 3.14")
class TestWithHazm:
    @pytest.mark.parametrize(
        "value",
        [
            "www.moe.gov.ir",
            "moe.gov.ir/fa/news",
            "https://www.isna.ir/news/98021005543/?q=%D8&p=2",
            "info_desk@dabirkhane12.com",
            "۱۴۰۲/۷/۱۲",
            "۱۴۰۲-۰۷-۱۲",
            "۳٫۱۴",
            "۳.۱۴",
            "۱٬۲۵۰٬۰۰۰",
            "۱۱:۳۶",
            "۲۵٪",
            "ج.ا.ا",
            "snake_case",
            "\ue000",
            "0123456789abcdef" * 4,
        ],
    )
    def test_a_value_stays_whole(self, value: str) -> None:
        reading = read(f"وی درباره {value} گفت: خبر درست است.", normalize=True, tokens=True)
        assert reading.normalized == f"وی درباره {value} گفت: خبر درست است."
        assert reading.sentences is not None
        assert value in [token.text for token in reading.sentences[0]]

    @pytest.mark.parametrize(
        ("text", "normalized"),
        [
            ("نمی دانم که میگوید", "نمی‌دانم که می‌گوید"),
            ("در 1402/7/12 ، 3.5% رشد", "در ۱۴۰۲/۷/۱۲، ۳.۵٪ رشد"),
            ("پايان كار.سپس رفت", "پایان کار. سپس رفت"),
            ("(www.moe.gov.ir).", "(www.moe.gov.ir)."),
            ("سطر نخست\r\nسطر دوم\rسطر سوم", "سطر نخست\nسطر دوم\nسطر سوم"),
            ("و ...........", "و …"),
            ("", ""),
        ],
    )
    def test_normalized(self, text: str, normalized: str) -> None:
        reading = read(text, normalize=True, tokens=False)
        assert reading.normalized == normalized
        assert reading.sentences is None

    @pytest.mark.parametrize(
        ("text", "sentences"),
        [
            ("او رفت. ما ماندیم!", [["او", "رفت", "."], ["ما", "ماندیم", "!"]]),
            ("م. ر. شجریان خواند. ما ماندیم.", [["م. ر.", "شجریان", "خواند", "."], ["ما", "ماندیم", "."]]),
            ("تیتر\nمتن خبر", [["تیتر"], ["متن", "خبر"]]),
            ("در سال ۱۴۰۱. ۵ نفر", [["در", "سال", "۱۴۰۱."], ["۵", "نفر"]]),
            ("این را خواهند خواند", [["این", "را", "خواهند خواند"]]),
            (" \n ", []),
        ],
    )
    def test_sentences(self, text: str, sentences: list[list[str]]) -> None:
        assert _words(text) == sentences

    def test_lemmas(self) -> None:
        reading = read("کتاب ها را می بینم و info@x.ir", normalize=False, tokens=True)
        assert reading.normalized is None
        assert reading.sentences is not None
        lemmas = {token.text: token.lemma for token in reading.sentences[0]}
        assert lemmas["کتاب‌ها"] == "کتاب"
        assert lemmas["می‌بینم"] == "دید#بین"
        assert lemmas["info@x.ir"] == "info@x.ir"

    @settings(max_examples=60)
    @given(st.text(alphabet=st.sampled_from('می گفت.۱2/:_@a\ue000\u200c\n\r!؟«»"ه ا')))
    def test_every_value_comes_back(self, text: str) -> None:
        reading = read(text, normalize=True, tokens=True)
        assert reading.normalized is not None
        assert reading.sentences is not None
        words = "".join(token.text for sentence in reading.sentences for token in sentence)
        for mark in ("_", "\ue000", "2", "@"):
            assert reading.normalized.count(mark) == words.count(mark)
        assert words.count("\ue000") == text.count("\ue000")
        assert words.count("_") == text.count("_")

    def test_hazm_never_sees_more_than_a_piece(self, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: list[str] = []
        normalizer = _tools().normalizer
        normalize = normalizer.normalize
        monkeypatch.setattr(normalizer, "normalize", lambda text: seen.append(text) or normalize(text))
        hostile = "س" * 100_000 + " " + "." * 100_000 + " " + "خواهد " * 20_000
        read(hostile, normalize=True, tokens=False)
        assert max(map(len, seen)) <= 4_000
        assert all(len(word) <= 63 for piece in seen for word in piece.split())

    def test_conjugations(self) -> None:
        forms = conjugations("گفت", "گو")
        assert {"گفت", "گفتند", "گفته است", "می‌گوید", "می‌گفت", "خواهد گفت", "نگفت"} <= forms
        assert "گو" not in forms
        assert set(_hazm().Conjugation().perfective_past("گفت")) <= forms
