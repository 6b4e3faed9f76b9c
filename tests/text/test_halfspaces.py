"""Whether a text has lost its half-spaces, told without a word list."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import parse
from presskit.text.halfspaces import lost
from presskit.text.view import ZWNJ

SEED = Path(__file__).parents[2] / "seeds" / "000_8cd93b1bce707555.txt"
RIGHT = "وی می‌گوید تحریم‌ها و درگیری‌های مرزی را حل نمی‌کند و گفت‌وگوها ادامه دارد. "


@pytest.mark.parametrize(
    ("text", "deleted", "spaced"),
    [
        (RIGHT.replace(ZWNJ, ""), 4, 0),
        (RIGHT.replace(ZWNJ, " "), 0, 4),
        ("جنبشها و جنبشهاي و روشهایی و كتابها", 4, 0),
        ("او ميكند و ميشود و نميتواند", 3, 0),
    ],
)
def test_lost(text: str, deleted: int, spaced: int) -> None:
    found = lost(text)
    assert found is not None
    assert (found.deleted, found.spaced) == (deleted, spaced)
    assert 0 < found.share <= 1


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT * 1000,
        "",
        " ",
        "تحریمها و درگیریها",  # two are slips
        "تنها بهای آن، آنها، اینها، انتهای کار، منتها، رهایی، فقها، کارها و کشورهای دیگر",
        "در میدان میانه می ماند",
        f"تحریمها، درگیریها، کتابها {RIGHT * 3}",  # more was kept than lost
    ],
)
def test_not_lost(text: str) -> None:
    assert lost(text) is None


def test_the_first_word_is_shown() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = lost(text)
    assert found is not None
    assert found.example is not None
    assert text[slice(*found.example)] == "تحریمها"


@pytest.mark.parametrize(("instead", "severity"), [("", "warning"), (" ", "info"), (ZWNJ, None)])
def test_a_record_notes_it(instead: str, severity: str | None) -> None:
    text = f"احمدی: راه باز است\nعلی احمدی گفت: {RIGHT.replace(ZWNJ, instead)}"
    noted = [issue for issue in parse(text).issues if issue.code == "zwnj-lost"]
    assert [issue.severity for issue in noted] == ([severity] if severity else [])
    assert all("in 100 words" in issue.message for issue in noted)
