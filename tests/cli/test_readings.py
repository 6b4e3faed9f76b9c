"""``parse --normalize`` and ``--tokens``, where hazm is installed and where it is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from commandline import Done

from presskit.text.hazm import _tools

Presskit = Callable[..., Done]
with_hazm = pytest.mark.skipif(find_spec("hazm") is None, reason="there is no hazm for Python 3.14")
PAGE = "راه باز است\nوزیر نیرو گفت: کتاب ها را می بینم.\n"


@with_hazm
@pytest.mark.parametrize("options", [[], ["--normalize"], ["--tokens"], ["--normalize", "--tokens"]], ids=" ".join)
def test_readings(presskit: Presskit, options: list[str]) -> None:
    done = presskit("parse", *options, stdin=PAGE)
    assert (done.code, done.err) == (0, "")
    record = json.loads(done.out)
    reading = record.pop("reading")
    plain = json.loads(presskit("parse", stdin=PAGE).out)
    assert plain.pop("reading") is None
    assert record == plain  # spans and all
    if not options:
        assert reading is None
        return
    assert (reading["normalized"] == "راه باز است\nوزیر نیرو گفت: کتاب‌ها را می‌بینم.") is ("--normalize" in options)
    lemmas = {token["text"]: token["lemma"] for line in reading["sentences"] or () for token in line}
    assert ({"کتاب‌ها": "کتاب", "می‌بینم": "دید#بین"}.items() <= lemmas.items()) is ("--tokens" in options)


@with_hazm
def test_readings_go_through_the_other_commands(presskit: Presskit, tmp_path: Path) -> None:
    parsed = presskit("parse", "--tokens", "--normalize", stdin=PAGE)
    assert presskit("validate", stdin=parsed.out) == (0, parsed.out, "")
    table = presskit("parse", "--tokens", "--normalize", "--format", "table", stdin=PAGE)
    assert table.code == 0
    assert "می‌بینم/دید#بین" in table.out


@pytest.mark.parametrize("options", [["--normalize"], ["--tokens"], ["--normalize", "--tokens"]], ids=" ".join)
def test_without_hazm(presskit: Presskit, options: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "hazm", None)
    monkeypatch.setattr("presskit.text.hazm._tools", _tools.__wrapped__)
    out = tmp_path / "out.jsonl"
    for more in ([], ["-o", out]):
        done = presskit("parse", *options, *more, stdin=PAGE)
        told = "normalising and tokens need hazm, which is not installed (for Python 3.14 there is none)"
        assert done == (2, "", f"presskit: {told} [hazm-missing]\n")
    assert not out.exists()
    assert presskit("parse", stdin=PAGE).code == 0
    assert presskit("parse", *options, "/nope").code == 3  # nothing to read, so nothing to miss
