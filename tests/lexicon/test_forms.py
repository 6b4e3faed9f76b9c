"""The forms of the reporting verbs against hazm's ``Conjugation``: none is made up, and of the third person none lacks.

hazm spells ``می‌گوید`` with ZWNJ and joins the endings of the perfect with it; the spelling-blind form makes one of all.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from importlib.util import find_spec
from typing import Any

import pytest

from presskit.lexicon.forms import forms
from presskit.text.hazm import _hazm, conjugations
from presskit.text.view import key

pytestmark = pytest.mark.skipif(find_spec("hazm") is None, reason="there is no hazm for Python 3.14")

_VERBS: dict[str, dict[str, Any]] = tomllib.loads(
    resources.files("presskit.lexicon").joinpath("data", "verbs.toml").read_text(encoding="utf-8")
)
_STEMS = {lemma.split("#")[0]: entry["present"] for lemma, entry in _VERBS["simple"].items()}
_STEMS |= {past: present for past, present in _VERBS["light"].items() if present}
# hazm's methods that give what a report has, and the third persons among the six forms of each.
_TENSES = ("perfective_past", "negative_perfective_past", "imperfective_past", "negative_imperfective_past")
_PERFECTS = ("present_perfect", "negative_present_perfect", "past_precedent", "negative_past_precedent")
_PRESENTS = ("imperfective_present", "negative_imperfective_present")


def blind(form: str) -> str:
    """A form as all spellings of it are: without the space that ZWNJ may have become."""
    return key(form).replace(" ", "")


def ours(past: str) -> set[str]:
    return {blind(form.text) for form in forms(key(past), key(_STEMS[past]))}


def third_persons(past: str) -> set[str]:
    """What hazm has of the third person, in the tenses that a report is in."""
    conjugation = _hazm().Conjugation()
    found = []
    for tense in (*_TENSES, *_PERFECTS):
        found += [getattr(conjugation, tense)(past)[number] for number in (2, -1)]
    for tense in _PRESENTS:
        found += [getattr(conjugation, tense)(_STEMS[past])[number] for number in (2, -1)]
    return {blind(form) for form in found}


@pytest.mark.parametrize("past", _STEMS)
def test_no_third_person_lacks(past: str) -> None:
    assert third_persons(past) - ours(past) == set()


@pytest.mark.parametrize("past", _STEMS)
def test_no_form_is_made_up(past: str) -> None:
    known = {blind(form) for form in conjugations(past, _STEMS[past])}
    participle = f"{key(past)}ه"
    # A participle that lacks its copula, its short copula ("گفته‌اند" is hazm's, "گفته‌است" joined is key's), and
    # "دارد" without می: a report has them, a conjugation does not.
    also = {
        participle,
        f"ن{participle}",
        f"{participle}بود",
        f"{participle}بودند",
        f"ن{participle}بود",
        f"ن{participle}بودند",
    }
    also |= {"دارد", "دارند", "ندارد", "ندارند"} if past == "داشت" else set()
    assert ours(past) - known - also == set()


def test_only_the_third_person() -> None:
    assert not ours("گفت") & {blind(form) for form in ("گفتم", "گفتی", "گفتیم", "می‌گویم", "بگوید", "خواهد گفت", "گو")}


@pytest.mark.parametrize(
    ("past", "text", "negative", "participle"),
    [
        ("گفت", "گفت", False, False),
        ("گفت", "نگفته است", True, False),
        ("گفت", "گفته", False, True),
        ("گفت", "نمی گوید", True, False),
        ("داشت", "دارد", False, False),
    ],
)
def test_what_a_form_is(past: str, text: str, negative: bool, participle: bool) -> None:
    (form,) = {form for form in forms(past, _STEMS[past]) if form.text == text}
    assert (form.negative, form.participle) == (negative, participle)
