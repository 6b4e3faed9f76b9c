"""``presskit evaluate`` as a command: what it reads, what it writes, how it ends."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from presskit import parse
from presskit.cli.exits import exit_code
from presskit.cli.main import app
from presskit.errors import PresskitError

ONE = "بقائی: مذاکره ادامه دارد\n\nسخنگوی وزارت امور خارجه گفت: گفت‌وگوها ادامه دارد.\nوی افزود: نتیجه روشن است.\n"
TWO = "وزیر نیرو خبر داد\n\nوزیر نیرو گفت: برق پایدار است.\n\nانتهای پیام\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of gold: two releases with the records that presskit makes of them, one in a folder of its outlet."""
    folder = tmp_path / "gold"
    (folder / "isna").mkdir(parents=True)
    for name, text in (("one", ONE), ("isna/two", TWO)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        record = parse(text.encode(), uri=f"{Path(name).name}.txt")
        (folder / f"{name}.json").write_text(record.model_dump_json(), encoding="utf-8")
    return folder


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of ``presskit evaluate``; errors are told as they would be."""
    result = CliRunner().invoke(app(), ["evaluate", *map(str, arguments)], input=stdin)
    if isinstance(result.exception, PresskitError):
        return exit_code(result.exception), result.stdout, str(result.exception)
    return result.exit_code, result.stdout, result.stderr


def report(*arguments: object, stdin: str | None = None) -> dict[str, Any]:
    code, out, err = run(*arguments, stdin=stdin)
    assert (code, err) == (0, "")
    told: dict[str, Any] = json.loads(out)
    return told


def change(path: Path, **parts: Any) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    record.update(parts)
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return record


def test_the_texts_beside_the_gold_are_parsed(gold: Path) -> None:
    told = report(gold)
    assert told["documents"] == 2
    assert told["measures"]["cue"] == {"right": 3, "found": 3, "wanted": 3, "precision": 1, "recall": 1, "f1": 1}
    assert sorted(told["outlets"]) == ["isna", "unknown"], "the folder, where the gold names no outlet"
    assert [one["document"] for one in told["by_document"]] == [str(gold / "one.txt"), str(gold / "isna/two.txt")]
    assert told["disagreements"] == told["failures"] == []


def test_predictions_may_be_files_folders_texts_or_a_pipe(gold: Path, tmp_path: Path) -> None:
    lines = "".join(f"{(gold / name).read_text(encoding='utf-8')}\n" for name in ("isna/two.json", "one.json"))
    found = tmp_path / "found.jsonl"
    found.write_text(lines, encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (texts / name).write_text(text, encoding="utf-8")
    measures = report(gold)["measures"]
    assert report(gold, found)["measures"] == measures
    assert report(gold, gold)["measures"] == measures
    assert report(gold, texts)["measures"] == measures
    assert report(gold, "-", stdin=lines)["measures"] == measures
    assert report(found, "--source", texts)["measures"] == measures
    assert report("-", found, stdin=lines)["measures"] == measures
    assert report(gold / "one.json", texts / "one.txt")["documents"] == 1


def test_a_disagreement_is_shown_where_it_stands(gold: Path) -> None:
    record = json.loads((gold / "one.json").read_text(encoding="utf-8"))
    last = record["statements"][-1]
    change(gold / "one.json", statements=record["statements"][:-1])
    (told,) = report(gold)["disagreements"]
    assert told["what"] == "statement, invented"
    assert told["gold"] is None and told["found"] == last["content"][0]["text"] == "نتیجه روشن است."
    assert told["document"] == str(gold / "one.txt")
    assert (told["line"], told["column"]) == (4, 11)
    assert told["before"].endswith("وی افزود:") and told["after"] == ""
    assert told["rule"] == last["rule"]


def test_without_the_text_a_disagreement_has_its_offset(gold: Path) -> None:
    found = (gold / "one.json").read_text(encoding="utf-8")
    change(gold / "one.json", headline=None)
    (gold / "one.txt").unlink()
    told = report(gold / "one.json", "-", stdin=found)["disagreements"]
    assert {(one["what"], one["line"], one["before"], one["start"]) for one in told} == {("headline", None, None, 0)}


def test_the_table(gold: Path) -> None:
    change(gold / "one.json", headline=None)
    code, out, err = run(gold, "--format", "table")
    assert (code, err) == (0, "")
    assert "content, characters" in out and "Confidence" in out and "1 disagreement; --disagreements lists" in out
    code, out, _ = run(gold, "--format", "table", "--disagreements")
    assert f"{gold / 'one.txt'}:1:1: headline\n  gold  -\n  found “بقائی: مذاکره ادامه دارد”\n" in out


def test_what_a_text_has_in_it_does_not_reach_a_terminal(gold: Path) -> None:
    text = ONE.replace("روشن", "\x1b[31mروشن\u202e")
    (gold / "one.txt").write_text(text, encoding="utf-8")
    change(gold / "one.json", source={"uri": "one.txt"}, statements=[])
    code, out, _ = run(gold / "one.json", "--format", "table", "--disagreements")
    assert code == 0 and "\\x1b[31mروشن" in out
    assert "\x1b" not in out and "\u202e" not in out


def test_output_goes_to_a_file_whole(gold: Path, tmp_path: Path) -> None:
    place = tmp_path / "report.json"
    assert run(gold, "-o", place) == (0, "", "")
    assert json.loads(place.read_text(encoding="utf-8"))["documents"] == 2


def test_gates(gold: Path) -> None:
    assert run(gold, "--fail-under", "cue=1,content=0.95,all-parts=0.5")[0] == 0
    record = json.loads((gold / "one.json").read_text(encoding="utf-8"))
    change(gold / "one.json", statements=record["statements"][:-1])
    # one of three cues is invented: 2 * 2 / (3 + 2)
    code, out, err = run(gold, "--fail-under", "cue=0.9,lines=1")
    assert code == 1 and json.loads(out)["documents"] == 2
    assert err == "presskit: cue is 0.8000, and --fail-under asks for 0.9 [under-floor]\n"
    assert "asker has nothing to judge" in run(gold, "--fail-under", "asker=0")[2]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["GOLD", "--fail-under", "cue"], 2, "[usage]"),
        (["GOLD", "--fail-under", "cue=2"], 2, "[usage]"),
        (["GOLD", "--fail-under", "cue=nan"], 2, "[usage]"),
        (["GOLD", "--fail-under", "wit=0.5"], 2, "[measure-unknown]"),
        (["GOLD", "--source", "GOLD/one.txt"], 2, "[usage]"),
        (["GOLD", "--encoding", "klingon"], 2, "[encoding-unsupported]"),
        (["-", "-"], 2, "[stdin-twice]"),
        (["GOLD/one.json", "-o", "GOLD/one.json"], 2, "[output-is-input]"),
        (["GOLD/.."], 0, ""),
        (["GOLD/empty"], 2, "[no-input]"),
        (["GOLD/none"], 3, "[file-missing]"),
        (["GOLD", "GOLD/none"], 3, "[file-missing]"),
        (["GOLD/one.txt"], 1, "[json-invalid]"),
        (["GOLD/one.json", "GOLD/isna/two.json"], 1, "[prediction-missing]"),
        (["GOLD/one.json", "GOLD"], 1, "[gold-missing]"),
        (["GOLD", "GOLD/one.json"], 1, "[prediction-missing]"),
        (["GOLD/one.json", "GOLD/empty"], 1, "[source-missing]"),
    ],
)
def test_how_it_ends(gold: Path, arguments: list[str], code: int, said: str) -> None:
    (gold / "empty").mkdir()
    ended, _, err = run(*(argument.replace("GOLD", str(gold)) for argument in arguments))
    assert ended == code
    assert said in err


def test_a_gold_without_a_prediction_counts_as_missed(gold: Path) -> None:
    code, out, _ = run(gold, gold / "one.json")
    told = json.loads(out)
    assert code == 1
    assert told["documents"] == 2
    assert (told["measures"]["cue"]["right"], told["measures"]["cue"]["wanted"]) == (2, 3)
    assert told["failures"][0]["code"] == "prediction-missing"


def test_where_nothing_was_predicted_there_are_no_figures(gold: Path) -> None:
    code, out, err = run(gold, "-", stdin="")
    assert (code, out) == (1, "")
    assert err == "presskit: standard input: there is no record in it [empty-input]\n"


def test_one_broken_line_costs_that_line_alone(gold: Path) -> None:
    one, two = ((gold / name).read_text(encoding="utf-8") for name in ("one.json", "isna/two.json"))
    bad = '{"statements": [{"cue": {"text": "گفت", "span": {"start": 0, "end": 6}}}]}'
    code, out, err = run(gold, "-", stdin=f"{one}\n{bad}\n{{\n{two}\n")
    assert code == 1 and json.loads(out)["measures"]["cue"]["right"] == 3
    assert "standard input:2: the span is 6 characters long, and the text 3, at $.statements[0].cue.span" in err
    assert "standard input:3: no valid JSON" in err


def test_a_text_that_changed_is_not_held_against_its_gold(gold: Path) -> None:
    (gold / "one.txt").write_text(f"{ONE}\nبیشتر", encoding="utf-8")
    code, _, err = run(gold)
    assert code == 1
    assert "[source-changed]" in err


def test_other_systems_may_give_less_than_a_record(gold: Path) -> None:
    record = json.loads((gold / "one.json").read_text(encoding="utf-8"))
    less = {"source": {"uri": "one.txt"}, "statements": [{"content": one["content"]} for one in record["statements"]]}
    told = report(gold / "one.json", "-", stdin=json.dumps(less))["measures"]
    assert told["content-characters"]["f1"] == 1
    assert told["cue"]["recall"] == told["all-parts"]["recall"] == 0


def test_words_of_ones_own(gold: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "own.toml"
    lexicon.write_text("[nonsense]\n", encoding="utf-8")
    assert run(gold, "--lexicon", lexicon)[0] == 2


def test_in_a_pipe(gold: Path) -> None:
    """`presskit parse … | presskit evaluate gold -`, as processes."""
    command = [sys.executable, "-m", "presskit"]
    texts = [str(gold / "one.txt"), str(gold / "isna/two.txt")]
    parsed = subprocess.run([*command, "parse", *texts], capture_output=True, check=True)
    done = subprocess.run([*command, "evaluate", str(gold), "-"], input=parsed.stdout, capture_output=True, check=True)
    assert done.stderr == b""
    assert json.load(io.BytesIO(done.stdout))["measures"]["all-parts"]["f1"] == 1
