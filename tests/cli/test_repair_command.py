"""``presskit repair``, ``parse --repair`` and ``evaluate-repair``: formats, messages, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import Done, terminal

from presskit.check import check, load
from presskit.text import hazm
from presskit.text.repair import default

Presskit = Callable[..., Done]
LOST = "احمدی: کار تمام شد\nعلی احمدی گفت: تحریمها را نمیپذیریم و می رویم.\n"
FOUND = "احمدی: کار تمام شد\nعلی احمدی گفت: تحریم‌ها را نمی‌پذیریم و می‌رویم.\n"
NO_HAZM = "presskit: hazm is not installed: the repair knows presskit's own words alone\n"


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    path = tmp_path / "lost.txt"
    path.write_text(LOST, encoding="utf-8")
    return path


def test_text(presskit: Presskit, lost: Path, tmp_path: Path) -> None:
    said = "" if default().complete else NO_HAZM
    assert presskit("repair", lost) == Done(0, FOUND, said)
    assert presskit("repair", "-", stdin=LOST) == Done(0, FOUND, said)
    assert presskit("repair", lost, lost).out == FOUND * 2
    assert presskit("repair", lost, "-o", tmp_path / "found.txt").out == ""
    assert (tmp_path / "found.txt").read_text(encoding="utf-8") == FOUND


def test_json(presskit: Presskit, lost: Path, tmp_path: Path) -> None:
    done = json.loads(presskit("repair", "--format", "json", lost).out)
    assert done["source"] == str(lost)
    assert done["text"] == FOUND
    for edit in done["edits"]:
        assert LOST[edit["span"]["start"] : edit["span"]["end"]] == edit["before"]
    assert [edit["after"] for edit in done["edits"]] == ["تحریم‌ها", "نمی‌پذیریم", "می‌رویم"]
    assert [edit["rule"] for edit in done["edits"]] == ["plural", "verb", "verb-apart"]
    assert len(done["inserted"]) == 2
    assert len(json.loads(presskit("repair", "--format", "json", lost, lost).out)) == 2
    lines = presskit("repair", "--format", "jsonl", lost, lost).out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == [FOUND, FOUND]
    presskit("repair", lost, "-o", tmp_path / "edits.json")
    assert json.loads((tmp_path / "edits.json").read_text(encoding="utf-8")) == done


def test_diff(presskit: Presskit, lost: Path) -> None:
    done = presskit("repair", "--diff", lost)
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0] == f"{lost}:2"
    assert lines[1] == "- " + LOST.splitlines()[1]
    assert lines[2] == "+ " + FOUND.splitlines()[1]
    assert "تحریم‌ها plural 0.99" in lines[3]
    assert "\x1b" not in done.out
    assert presskit("repair", "--diff", "-", stdin=FOUND).out == ""


def test_diff_on_a_terminal_is_coloured_and_safe(lost: Path) -> None:
    lost.write_text("\x1b[7m تحریمها \u202e و [red] \x9b31m\n", encoding="utf-8")
    code, shown, _ = terminal("repair", "--diff", lost, env={"TERM": "xterm"})
    assert code == 0
    assert "\x1b[1;31mتحریمها\x1b[0m" in shown
    assert "\x1b[1;32mتحریم‌ها\x1b[0m" in shown
    assert not [piece for piece in ("\x1b[7m", "\u202e", "\x9b") if piece in shown]
    assert "[red]" in shown


def test_text_on_a_terminal_is_obeyed_in_nothing(lost: Path) -> None:
    lost.write_text("\x1b[31m تحریمها\u202e\n", encoding="utf-8")
    code, shown, _ = terminal("repair", lost)
    assert code == 0
    assert "تحریم‌ها" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_one_bad_file_stops_no_other(presskit: Presskit, lost: Path, tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\x00\x01\x02")
    done = presskit("repair", tmp_path / "binary", lost, tmp_path / "none")
    assert done.code == 3
    assert done.out == FOUND
    assert [line.rsplit(" ", 1)[1] for line in done.err.replace(NO_HAZM, "").splitlines()] == [
        "[binary-input]",
        "[file-missing]",
    ]
    assert presskit("repair", tmp_path / "binary").code == 1


def test_usage(presskit: Presskit, lost: Path) -> None:
    for args in (("--diff", "--format", "json", lost), (lost, "-o", lost), ("--encoding", "xx", lost)):
        done = presskit("repair", *args)
        assert (done.code, done.out) == (2, "")


def test_it_says_when_it_knows_few_words(presskit: Presskit, lost: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from presskit.text.repair import table
    from presskit.text.repair.words import compile_words

    with monkeypatch.context() as patch:
        patch.setattr(hazm, "data", lambda name: None)
        few = compile_words()
    monkeypatch.setattr(table, "words", lambda: few)
    monkeypatch.setattr("presskit.text.repair.default", default.__wrapped__)
    done = presskit("repair", lost)
    assert done.out == FOUND
    assert done.err == NO_HAZM


def test_a_record_with_its_repair(presskit: Presskit, lost: Path) -> None:
    plain = load(presskit("parse", lost).out)
    record = load(presskit("parse", "--repair", lost).out)
    assert plain.repair is None
    assert record.repair is not None
    assert record.model_copy(update={"repair": None}) == plain
    assert record.repair.text == FOUND
    assert check(record, LOST) == ()
    statement = record.statements[-1]
    start, end = (
        record.repair.to_repaired(at) for at in (statement.content[0].span.start, statement.content[0].span.end)
    )
    assert record.repair.text[start:end] == "تحریم‌ها را نمی‌پذیریم و می‌رویم."
    assert record.repair.to_source(start) == statement.content[0].span.start
    assert "repaired" in presskit("parse", "--repair", "--format", "table", lost).out


def test_a_repair_of_another_text_is_found(presskit: Presskit, lost: Path) -> None:
    record = load(presskit("parse", "--repair", lost).out)
    assert record.repair is not None
    for update in ({"text": FOUND + "!"}, {"edits": record.repair.edits[:1]}):
        broken = record.model_copy(update={"repair": record.repair.model_copy(update=update)})
        assert [issue.code for issue in check(broken, LOST)] == ["repair-mismatch"]
    other = LOST.replace("تحریمها", "تحريمها")
    codes = {issue.code for issue in check(record, other)}
    assert "repair-mismatch" in codes


def test_evaluate(presskit: Presskit, tmp_path: Path) -> None:
    path = tmp_path / "right.txt"
    path.write_text(FOUND, encoding="utf-8")
    report = json.loads(presskit("evaluate-repair", path).out)
    for mode in ("deleted", "spaced"):
        assert (report[mode]["precision"], report[mode]["recall"], report[mode]["f1"]) == (1, 1, 1)
        assert report[mode]["kinds"]["after می"]["wanted"] == 2
    assert report["right"]["words"] == 12
    assert (report["right"]["changed"], report["right"]["unstable_lines"]) == (0, 0)
    table = presskit("evaluate-repair", "--format", "table", path, tmp_path / "none")
    assert table.code == 3
    assert "Half-spaces deleted" in table.out
    assert "none of 12 words changes" in table.out
    assert presskit("evaluate-repair", tmp_path / "none").code == 3
