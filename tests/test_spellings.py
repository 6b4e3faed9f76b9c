"""One page in all its spellings and encodings: the same record, spelling and spans aside.

The seed has lost its ZWNJ; that they are back, or are spaces, that letters are Arabic or digits Persian, and what
bytes all of it stands in, must not decide anything.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from presskit import PressBriefing, parse
from presskit.text.view import ZWNJ, key

# The words of the seed that lost a ZWNJ, with it.
RESTORED = """
تحریم‌ها هیچ‌گونه سه‌شنبه درگیری‌های درگیری‌ها بحران‌های منطقه‌ای سریع‌ترین تلاش‌های گفت‌وگوی دیدگاه‌ها دیدگاه‌های توصیه‌های
نمی‌کند نمی‌کنم می‌کند می‌تواند می‌رود می‌داند چارچوب‌های تنش‌ها جلسه‌ای شده‌ای نشست‌های بین‌المللی حاشیه‌ای هسته‌ای فرصت‌های
جریان‌های سال‌ها سال‌های گروه‌ها طرف‌های طرف‌هایی همگرایی‌ها ملت‌های ملت‌ها دولت‌هایی علاقه‌مندان
""".split()
# Releases in other manners, that keep their ZWNJ.
KEPT = [path for path in sorted(Path(__file__).parent.glob("gold/g*.txt")) if ZWNJ in path.read_text(encoding="utf-8")]
# Issues that say of a text how it is spelt or encoded, and not what it says.
_OF_SPELLING = {"encoding-guessed", "zwnj-lost"}


def restored(text: str) -> str:
    """``text`` with the ZWNJ back where it lost them."""
    lost = {word.replace(ZWNJ, ""): word for word in RESTORED}
    return re.sub(r"\w+", lambda match: lost.get(match[0], match[0]), text)


def _replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    def change(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return change


def _persian_digits(text: str) -> str:
    return text.translate({ord("0") + digit: chr(0x06F0 + digit) for digit in range(10)})


def _arabic_digits(text: str) -> str:
    return text.translate({ord("0") + digit: chr(0x0660 + digit) for digit in range(10)})


SPELLINGS: dict[str, Callable[[str], str]] = {
    "zwnj-lost": lambda text: text,
    "zwnj-restored": restored,
    "zwnj-spaces": lambda text: restored(text).replace(ZWNJ, " "),
    "arabic-yeh-and-kaf": _replaced(("ی", "ي"), ("ک", "ك")),
    "alef-maksura": _replaced(("ی", "ى")),
    "persian-digits": _persian_digits,
    "arabic-digits": _arabic_digits,
    "hamza-lost": _replaced(("أ", "ا"), ("ئ", "ی"), ("ؤ", "و")),
    "diacritics": _replaced(("گفت:", "گُفت:"), ("افزود", "افزُود"), ("صریح", "صَریح"), ("رسمی", "رسمیّ")),
    "tatweel": _replaced(("سخن", "سخـن"), ("کنعانی", "کنعـانی"), ("گفت:", "گفــت:")),
    "crlf": _replaced(("\n", "\r\n")),
    "cr": _replaced(("\n", "\r")),
    "blank-lines": _replaced(("\n", "\n\n")),
    "line-end-spaces": _replaced(("\n", "  \n")),
    "right-to-left-marks": _replaced(("\n", "\u200f\n\u200f")),
    "no-break-spaces": _replaced((" ", "\u00a0")),
    "all-at-once": lambda text: _persian_digits(restored(text)).replace("ی", "ي").replace("\n", "\r\n"),
}  # fmt: skip


def _in_1256(text: str) -> bytes:
    """Windows-1256 has neither the Persian yeh nor Persian digits."""
    return text.replace("ی", "ي").encode("cp1256")


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "utf-8-bom": lambda text: text.encode("utf-8-sig"),
    "utf-16-le-bom": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be-bom": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32": lambda text: text.encode("utf-32"),
    "windows-1256": _in_1256,
}


def said(node: Any) -> Any:
    """What a record says: its texts as any spelling has them, without the places they stand at."""
    if isinstance(node, PressBriefing):
        codes = [issue.code for issue in node.issues if issue.code not in _OF_SPELLING]
        return _fields(node, without={"source", "issues"}) | {"issues": codes}
    if isinstance(node, BaseModel):
        return _fields(node, without={"span"})
    if isinstance(node, tuple):
        return [said(item) for item in node]
    return key(node).replace(" ", "") if isinstance(node, str) else node


def _fields(node: BaseModel, without: set[str]) -> dict[str, Any]:
    return {name: said(getattr(node, name)) for name in type(node).model_fields if name not in without}


@pytest.fixture(scope="module")
def wanted(seed_text: str) -> dict[str, Any]:
    found = said(parse(seed_text))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("instead", ["", " "], ids=["zwnj-lost", "zwnj-spaces"])
@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_lost_zwnj_decide_nothing(path: Path, instead: str) -> None:
    text = path.read_bytes().decode()
    _assert_says(text.replace(ZWNJ, instead), said(parse(text)))


def test_some_releases_keep_their_zwnj() -> None:
    assert [path.stem for path in KEPT] == ["g02", "g04", "g05", "g06", "g13"]


def _assert_says(data: bytes | str, wanted: dict[str, Any]) -> None:
    found = said(parse(data))
    for name in wanted:  # one after the other, for a difference that can be read
        assert found[name] == wanted[name], name


def test_every_restored_word_is_in_the_seed(seed_text: str) -> None:
    words = set(re.findall(r"\w+", seed_text))
    assert [word for word in RESTORED if word.replace(ZWNJ, "") not in words] == []
    assert restored(seed_text).replace(ZWNJ, "") == seed_text


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_spelling_decides_nothing(spelling: str, seed_text: str, wanted: dict[str, Any]) -> None:
    text = SPELLINGS[spelling](seed_text)
    assert text != seed_text or spelling == "zwnj-lost"
    _assert_says(text, wanted)


@pytest.mark.parametrize("spelling", ["zwnj-lost", "zwnj-restored", "zwnj-spaces", "crlf"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding_decides_nothing(encoding: str, spelling: str, seed_text: str, wanted: dict[str, Any]) -> None:
    _assert_says(ENCODINGS[encoding](SPELLINGS[spelling](seed_text)), wanted)
