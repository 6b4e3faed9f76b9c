"""On a pseudo-terminal: tables for people, and nothing of the input that a terminal would obey."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import Done, terminal

# Everything that a terminal obeys or that turns text round; line ends are ours.
_OBEYED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_EVIL = (
    "\x1b[31m\x1b]0;title\x1b\\",
    "\x9b2J",
    "\x9d8;;http://evil.ir\x9c",
    "\u202e",
    "\u2066",
    "\u200f",
    "\x7f",
    "\U000e0041",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A release with a control sequence of some sort in every part of it."""
    evil = "".join(_EVIL)
    path = tmp_path / "a.txt"
    page = (
        f"احمدی{evil} در نشست خبری:\nراه{evil} باز است\n۱۴۰۲/۰۷/۱۲{evil} - کد خبر: ۱۲۳۴\n"
        f"علی احمدی{evil} سخنگوی{evil} وزارت نیرو گفت: راه{evil} باز [red]است[/red].\n"
        f"وی{evil} با اشاره به برق{evil}، افزود: «کار{evil} ادامه دارد.\nانتهای پیام{evil}\n"
    )
    path.write_text(page, encoding="utf-8")
    return path


def assert_obeys_nothing(shown: str) -> None:
    assert _OBEYED.findall(shown) == []
    assert "\U000e0041" not in shown


@pytest.mark.parametrize("args", [["parse"], ["parse", "--format", "json"], ["explain"], ["export"]], ids=" ".join)
def test_a_terminal_obeys_nothing_of_the_input(args: list[str], hostile: Path) -> None:
    code, shown, _ = terminal(*args, hostile)
    assert code == 0
    assert "باز" in shown
    assert_obeys_nothing(shown)


@pytest.mark.parametrize(
    "args",
    [
        ["parse", "--format", "jsonl"],
        ["parse", "--format", "table", "-o", "-"],
        ["explain", "--format", "json"],
        ["validate"],
        ["validate", "--error-format", "text"],
        ["validate", "--error-format", "json"],
        ["validate", "--error-format", "github"],
        ["validate", "--error-format", "sarif"],
        ["export", "--to", "markdown"],
        ["export", "--to", "json"],
        ["export", "--to", "jsonl"],
        ["export", "--rows", "paragraphs"],
        ["export", "--rows", "records"],
        ["convert", "-o", "-"],
    ],
    ids=" ".join,
)
def test_nor_does_one_that_is_none(
    args: list[str], presskit: Callable[..., Done], hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same without a terminal behind it, which is quicker."""
    monkeypatch.setenv("TERM", "dumb")
    done = presskit(*args, hostile, tty=True)
    assert done.code == 0
    assert_obeys_nothing(done.out)


@pytest.mark.parametrize("form", ["csv", "markdown", "json", "jsonl"])
def test_nor_of_a_record(form: str, presskit: Callable[..., Done], release: Path, tmp_path: Path) -> None:
    """A record may hold what no text file does: a bell, a NUL."""
    record = json.loads(presskit("parse", release).out)
    record["headline"]["text"] = record["statements"][0]["content"][0]["text"] = "\x07\x00\x08\r\x1b[31m\u202eراه"
    place = tmp_path / "a.jsonl"
    place.write_text(json.dumps(record), encoding="utf-8")
    done = presskit("export", "--to", form, place, tty=True)
    assert done.code == 0
    assert "راه" in done.out
    assert_obeys_nothing(done.out)
    assert "\r" not in done.out


def test_names_and_messages_obey_nothing_either(presskit: Callable[..., Done], tmp_path: Path) -> None:
    name = f"{tmp_path}/\x1b[31m\u202eevil\r.txt"
    code, shown, _ = terminal("parse", name, "--format", "json")
    assert code == 3
    assert shown == f"presskit: {tmp_path}/\\x1b[31mevil .txt: there is no such file [file-missing]\r\n"
    done = presskit("parse", "--format", "\x1b[31m\u202ered", tty=True)
    assert done.code == 2
    assert_obeys_nothing(done.err)
    bad = tmp_path / "a.jsonl"
    bad.write_text('{"\\u001b[31m\\u202e": 1, "schema_version": "\\u009b2J"}', encoding="utf-8")
    done = presskit("validate", bad, tty=True)
    assert done.code == 1
    assert_obeys_nothing(done.err)


def test_json_on_a_terminal_is_the_same_json(presskit: Callable[..., Done], hostile: Path) -> None:
    piped = presskit("parse", hostile).out
    for form in ("json", "jsonl"):
        assert json.loads(presskit("parse", "--format", form, hostile, tty=True).out) == json.loads(piped)


def test_parse_shows_a_table_with_colours_of_our_own_alone(release: Path) -> None:
    _, plain, _ = terminal("parse", release, columns=80)  # what rich takes a dumb terminal to have
    assert "علی احمدی" in plain
    assert not plain.lstrip().startswith("{")
    _, coloured, _ = terminal("parse", release, columns=80, env={"TERM": "xterm-256color"})
    assert "\x1b[" in coloured
    assert _COLOUR.sub("", coloured) == plain


@pytest.mark.parametrize("columns", [20, 200])
def test_a_table_fits_the_terminal(columns: int, release: Path) -> None:
    _, shown, _ = terminal("parse", release, columns=columns, env={"TERM": "xterm-256color"})
    assert max(len(_COLOUR.sub("", line).replace("\u200c", "")) for line in shown.splitlines()) <= columns


def test_data_in_a_pipe_and_people_on_the_terminal(release: Path) -> None:
    code, shown, out = terminal("parse", release, "/nope", stdout=False)
    assert code == 3
    assert shown == "presskit: /nope: there is no such file [file-missing]\r\n"
    assert json.loads(out)["source"]["uri"] == str(release)
    code, shown, out = terminal("validate", release, stdout=False)
    assert (code, shown) == (0, "")
    assert json.loads(out)


def test_validate_counts_on_a_terminal(release: Path) -> None:
    assert terminal("validate", release) == (0, "presskit: 1 record checked: 0 errors, 0 warnings, 0 notes\r\n", "")


def test_no_file_on_a_terminal_is_a_question(presskit: Callable[..., Done]) -> None:
    for command in ("parse", "validate", "export"):
        done = presskit(command, tty=True)
        assert done == (2, "", "presskit: name a FILE, or - for standard input [no-input]\n")


def test_convert_shows_its_progress_and_clears_it(release: Path, tmp_path: Path) -> None:
    env = {"TERM": "xterm-256color"}
    code, shown, out = terminal("convert", release, "-o", tmp_path / "a.jsonl", stdout=False, env=env)
    assert (code, out) == (0, "")
    assert "converting" in shown
    assert shown.replace("\r\n", "\n").endswith("presskit: 1 file: 1 converted, 0 failed; 1 record, 3 statements\n")
    _, shown, err = terminal("convert", release, "-o", tmp_path / "a.jsonl", stderr=False, env=env)
    assert (shown, "converting" in err) == ("", False)


def test_help_on_a_terminal() -> None:
    code, shown, _ = terminal("parse", "--help", columns=60)
    assert code == 0
    assert "presskit parse *.txt | presskit export - --to csv" in shown
