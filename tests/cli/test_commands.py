"""Every command by its entry point: formats, where data and messages go, names, exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commandline import COMMAND, RELEASE, Done, process
from jsonschema import Draft202012Validator

from presskit import PressBriefing, __version__
from presskit.check import check, load
from presskit.cli.sarif import sarif_log
from presskit.readers.findings import Finding

Presskit = Callable[..., Done]
COMMANDS = ("parse", "validate", "export", "convert", "schema", "explain")
SECOND = "محمدی: کار تمام شد\nرضا محمدی گفت: کار تمام شد.\n"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.txt"
    path.write_text(SECOND, encoding="utf-8")
    return path


@pytest.fixture
def records(presskit: Presskit, release: Path, second: Path) -> str:
    """Two records, one a line."""
    return presskit("parse", release, second).out


def loaded(lines: str) -> list[PressBriefing]:
    return [load(line) for line in lines.splitlines()]


def broken(record: str, path: str = "headline") -> str:
    """A record with a span that is not its text's, which validates as a record and fails as one."""
    node: dict[str, Any] = json.loads(record)
    node[path]["span"] = {"start": 0, "end": 1}
    return json.dumps(node, ensure_ascii=False)


# --- help and version -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(presskit: Presskit, command: str) -> None:
    done = presskit(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert re.search(rf"Examples?:\n  +presskit {command} ", done.out)
    described = done.out.split("Usage:")[1].split("\n\n")[1].strip()
    assert described.endswith(".")
    assert re.findall(r"^  --?[\w-]+(?:, --[\w-]+)?(?: \S+)?\s*$\n(?! {8})", done.out, re.MULTILINE) == []


def test_help_names_every_command(presskit: Presskit) -> None:
    done = presskit("--help")
    assert (done.code, done.err) == (0, "")
    assert re.findall(r"^  (\w+)  +\S", done.out.split("Commands:")[1], re.MULTILINE)[: len(COMMANDS)] == list(COMMANDS)
    assert "Example: presskit parse" in done.out


def test_no_command_is_a_question_for_help(presskit: Presskit) -> None:
    done = presskit()
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: presskit")


def test_version(presskit: Presskit) -> None:
    assert presskit("--version") == (0, f"presskit {__version__}\n", "")


def test_the_script_and_the_module_are_the_same_command() -> None:
    script = Path(sys.executable).with_name("presskit")
    done = subprocess.run([script, "--version"], capture_output=True, check=True)
    assert done.stdout.decode() == process("--version").out == f"presskit {__version__}\n"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["nope"], "No such command 'nope'"),
        (["parse", "--nope"], "No such option"),
        (["parse", "--format", "xml", "a"], "'xml' is not one of 'json', 'jsonl', 'table'"),
        (["parse", "--max-bytes", "0", "a"], "Invalid value for '--max-bytes'"),
        (["parse", "--max-bytes", "x", "a"], "Invalid value for '--max-bytes'"),
        (["parse", "-", "-"], "stdin-twice"),
        (["parse", ""], 'a file to read has an empty name (""); - is standard input [usage]'),
        (["explain", ""], "a file to read has an empty name"),
        (["evaluate", "a", ""], "a file to read has an empty name"),
        (["convert", "", "-o", "out"], "a file to read has an empty name"),
        (["parse", "-", "-o", ""], 'the output has an empty name (""); - is standard output [usage]'),
        (["convert", "a", "-o", ""], "the output has an empty name"),
        (["parse", "--encoding", "nope", "-"], "no such encoding: nope [encoding-unsupported]"),
        (["export", "--to", "xlsx", "-"], "'xlsx' is not one of"),
        (["export", "--to", "json", "--rows", "records", "-"], "--rows goes with --to csv"),
        (["export", "-o", "nope/a.json", "--rows", "records", "-"], "--rows goes with --to csv"),
        (["export", "-", "-o", "nope/a.xlsx"], "nope/a.xlsx: this command writes no .xlsx file [suffix-unsupported]"),
        (["export", "-", "-o", "nope/a.jsonl.GZ"], "this command writes no .gz file [suffix-unsupported]"),
        (["parse", "-", "-o", "nope/a.csv"], "writes no .csv file; `presskit export` writes csv [suffix-unsupported]"),
        (["explain", "-", "-o", "nope/a.md"], "this command writes no .md file; `presskit export`"),
        (["convert", "a", "-o", "nope/a.parquet"], "this command writes no .parquet file [suffix-unsupported]"),
        (["validate", "--source", "/nope", "-"], "--source /nope is no folder"),
        (["convert"], "Missing argument"),
        (["convert", "a"], "Missing option"),
        (["convert", "-", "-o", "out"], "convert reads files and folders"),
        (["convert", "a", "-o", "out", "-j", "0"], "Invalid value for '--jobs'"),
        (["explain"], "Missing argument"),
        (["explain", "a", "b"], "unexpected extra argument"),
        (["schema", "a"], "unexpected extra argument"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_usage(presskit: Presskit, args: list[str], told: str) -> None:
    done = presskit(*args, stdin="وزیر گفت: بله.")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert re.fullmatch(r"presskit: .+ \[[a-z-]+\]\n", done.err)


# --- parse ----------------------------------------------------------------------------------------------------------


def test_parse_writes_a_line_for_each_release(presskit: Presskit, release: Path, second: Path) -> None:
    done = presskit("parse", release, second)
    assert (done.code, done.err) == (0, "")
    assert [record.source.uri for record in loaded(done.out)] == [str(release), str(second)]
    assert loaded(done.out)[0].speakers[0].name == "علی احمدی"
    assert "احمدی" in done.out  # as letters, not as escapes


def test_parse_reads_standard_input(presskit: Presskit, release: Path) -> None:
    named = presskit("parse", "-", "--stdin-name", "page.txt", stdin=RELEASE)
    assert named == presskit("parse", "--stdin-name", "page.txt", stdin=RELEASE)
    assert named.code == 0
    assert loaded(named.out)[0].source.uri == "page.txt"
    assert loaded(presskit("parse", stdin=RELEASE).out)[0].source.uri is None
    mixed = presskit("parse", release, "-", "--stdin-name", "page.txt", stdin=SECOND)
    assert [record.source.uri for record in loaded(mixed.out)] == [str(release), "page.txt"]


def test_a_name_that_is_no_text_becomes_one(presskit: Presskit) -> None:
    (record,) = loaded(presskit("parse", "--stdin-name", "a\udcff", stdin=RELEASE).out)
    assert record.source.uri == "a\ufffd"


def test_parse_as_json(presskit: Presskit, release: Path, second: Path) -> None:
    one = presskit("parse", "--format", "json", release).out
    assert one.startswith('{\n  "schema_version"')
    assert load(one) == loaded(presskit("parse", release).out)[0]
    assert len(json.loads(presskit("parse", "--format", "json", release, second).out)) == 2


def test_parse_as_a_table(presskit: Presskit, release: Path) -> None:
    done = presskit("parse", "--format", "table", release)
    assert (done.code, done.err) == (0, "")
    for shown in ("headline", "راه گفت‌وگو باز است", "علی احمدی", "1402-07-12 10:30 (2023-10-04)", "کار ادامه دارد."):
        assert shown in done.out
    assert "\x1b" not in done.out
    assert not [line for line in done.out.splitlines() if line.endswith(" ")]


def test_a_table_has_a_row_for_each_segment(presskit: Presskit) -> None:
    page = "سد پر شد\nوزیر نیرو با بیان اینکه آب کم بود، گفت: باران خوبی بارید.\n"
    shown = presskit("parse", "--format", "table", stdin=page).out
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in shown.splitlines() if "│" in line]
    assert rows == [
        ["q1", "وزیر نیرو", "گفت", "indirect", "آب کم بود"],
        ["", "", "", "direct", "باران خوبی بارید."],
    ]


@pytest.mark.parametrize(
    ("name", "start"), [("a.json", "{\n  "), ("a.jsonl", '{"schema'), ("a", '{"schema'), ("A.JSON", "{\n  ")]
)
def test_parse_to_a_file(presskit: Presskit, release: Path, tmp_path: Path, name: str, start: str) -> None:
    out = tmp_path / name
    out.write_text("before", encoding="utf-8")
    assert presskit("parse", release, "-o", out) == (0, "", "")
    assert out.read_text(encoding="utf-8").startswith(start)
    assert not list(tmp_path.glob(".presskit-*"))


def test_a_file_stays_as_it_was_where_all_failed(presskit: Presskit, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    out.write_text("before", encoding="utf-8")
    done = presskit("parse", tmp_path / "nope", "-o", out)
    assert (done.code, out.read_text(encoding="utf-8")) == (3, "before")
    assert not list(tmp_path.glob(".presskit-*"))


def test_output_to_standard_output_and_to_where_none_can_be(presskit: Presskit, release: Path, tmp_path: Path) -> None:
    assert presskit("parse", release, "-o", "-").out == presskit("parse", release).out
    for place in (tmp_path, tmp_path / "nope" / "a", f"{'a' * 300}"):
        done = presskit("parse", release, "-o", place)
        assert (done.code, done.out) == (3, "")
        assert re.fullmatch(r"presskit: .+ \[write-failed\]\n", done.err)
    assert presskit("parse", release, "-o", "/dev/null") == (0, "", "")
    full = "presskit: /dev/full: cannot write: No space left on device [write-failed]\n"
    assert presskit("parse", release, "-o", "/dev/full") == (3, "", full)
    done = presskit("parse", release, "-o", release)
    assert (done.code, release.read_text(encoding="utf-8")) == (2, RELEASE)
    assert "[output-is-input]" in done.err


def test_parse_with_a_named_encoding(presskit: Presskit, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(RELEASE.encode("utf-16-be"))
    (record,) = loaded(presskit("parse", "--encoding", "utf-16-be", path).out)
    assert (record.source.encoding, record.source.length) == ("utf-16-be", len(RELEASE))
    done = presskit("parse", "--encoding", "utf-8", path)
    assert (done.code, done.out) == (1, "")
    assert "not-persian" in done.err or "encoding-broken" in done.err


def test_parse_with_words_of_ones_own(presskit: Presskit, tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text('[place]\n"ناکجاآباد" = "ناکجاآباد - ایرنا - وزیر گفت"\n', encoding="utf-8")
    page = "راه باز است\nناکجاآباد - ایرنا - وزیر نیرو گفت: راه باز است.\n"
    (record,) = loaded(presskit("parse", "--lexicon", words, stdin=page).out)
    assert record.place is not None
    assert record.place.text == "ناکجاآباد"
    words.write_text('[place]\n"ناکجاآباد" = 1\n', encoding="utf-8")
    done = presskit("parse", "--lexicon", words, stdin=page)
    assert (done.code, done.out) == (2, "")
    assert re.fullmatch(r"presskit: .+words\.toml: place\.ناکجاآباد: .+ \[lexicon-invalid\]\n", done.err)


def test_a_lexicon_that_is_not_there(presskit: Presskit) -> None:
    presskit("parse", stdin=RELEASE)
    done = presskit("parse", "--lexicon", "/nope.toml", stdin=RELEASE)
    assert (done.code, done.out) == (3, "")
    assert done.err == "presskit: /nope.toml: there is no such file [file-missing]\n"


# --- validate -------------------------------------------------------------------------------------------------------


def test_validate_passes_good_records_on(presskit: Presskit, records: str) -> None:
    assert presskit("validate", stdin=records) == (0, records, "")


def test_validate_keeps_bad_records_back(presskit: Presskit, records: str) -> None:
    first, second = records.splitlines()
    done = presskit("validate", "-", "--stdin-name", "r.jsonl", stdin=f"{broken(first)}\n\n{{\n{second}\n")
    assert (done.code, done.out) == (1, f"{second}\n")
    told = done.err.splitlines()
    assert [line.split(" ")[0] for line in told] == [f"r.jsonl:1:{line.split(':')[2]}:" for line in told[:-1]] + [
        f"r.jsonl:3:{told[-1].split(':')[2]}:"
    ]
    assert "[span-mismatch] $.headline.span" in done.err
    assert "[json-invalid] $" in told[-1]


def test_validate_points_at_the_value(presskit: Presskit, records: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(json.loads(broken(records.splitlines()[0])), indent=1), encoding="utf-8")
    (finding,) = (
        item
        for item in json.loads(presskit("validate", "--error-format", "json", path).out)
        if item["code"] == "span-mismatch"
    )
    line = path.read_text(encoding="utf-8").splitlines()[finding["line"] - 1]
    assert line[finding["column"] - 1] == "{"
    assert line.strip().startswith('"span"')
    assert finding["file"] == str(path)


def test_validate_points_at_the_id(presskit: Presskit, records: str) -> None:
    nodes = [json.loads(line) for line in records.splitlines()]
    nodes[1]["statements"][0]["speaker"] = "s7"
    done = presskit("validate", "--stdin-name", "a.json", stdin=json.dumps(nodes, indent=1))
    text = json.dumps(nodes, indent=1).splitlines()
    line, column = map(int, done.err.split(":")[1:3])
    assert text[line - 1][column - 1 :] == '"s7",'
    assert done.err.endswith("and there is none [record-inconsistent] $.statements[0].speaker\n")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_validate_reports(presskit: Presskit, records: str, form: str) -> None:
    good = presskit("validate", "--error-format", form, stdin=records)
    nothing = "presskit: 2 records checked: 0 errors, 0 warnings, 0 notes\n"
    assert (good.code, good.err) == (0, nothing if form == "text" else "")
    done = presskit(
        "validate", "--error-format", form, "--stdin-name", "a,b:%.jsonl", stdin=broken(records.splitlines()[0])
    )
    assert (done.code, done.err) == (1, "")
    if form == "text":
        assert good.out == ""
        assert re.search(
            r"^a,b:%\.jsonl:1:\d+: error: .+ \[span-mismatch\] \$\.headline\.span$", done.out, re.MULTILINE
        )
    elif form == "json":
        assert json.loads(good.out) == []
        assert json.loads(done.out)[0]["severity"] == "error"
    elif form == "github":
        assert done.out.startswith("::error file=a%2Cb%3A%25.jsonl,line=1,col=")
    else:
        (run,) = json.loads(done.out)["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
            result["ruleId"] for result in run["results"]
        ]
        rule = next(rule for rule in rules if rule["id"] == "span-mismatch")
        assert rule["shortDescription"]["text"].startswith("The source has another text at the span")
        place = run["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "a%2Cb%3A%25.jsonl"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.txt", "a%20b.txt"),
        ("./sub/متن.txt", "sub/%D9%85%D8%AA%D9%86.txt"),
        ("/tmp/a:b#c?.txt", "file:///tmp/a%3Ab%23c%3F.txt"),
        ("-", "-"),
    ],
)
def test_sarif_names_files_by_uri(name: str, uri: str) -> None:
    finding = Finding(name, 1, 1, "no-headline", "warning", "no headline", "$", "r")
    (result,) = sarif_log([finding])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_findings_stand_in_the_order_of_the_file(presskit: Presskit, records: str, tmp_path: Path) -> None:
    node = json.loads(records.splitlines()[0])
    for part in (node["end_mark"], node["kicker"], node["meta"][0]):
        part["span"] = {"start": 0, "end": 1}
    path = tmp_path / "a.json"
    path.write_text(json.dumps(node, indent=1), encoding="utf-8")
    found = json.loads(presskit("validate", "--error-format", "json", path).out)
    places = [(finding["line"], finding["column"]) for finding in found]
    assert len(places) >= 3
    assert places == sorted(places)


def test_validate_parses_releases(presskit: Presskit, release: Path) -> None:
    done = presskit("validate", release)
    assert (done.code, done.err) == (0, "")
    assert loaded(done.out)[0].headline is not None
    warned = presskit("validate", stdin="وزیر گفت: بله.")
    strict = presskit("validate", "--strict", stdin="وزیر گفت: بله.")
    assert ("warning" in warned.err, warned.code, strict.code) == (True, 0, 1)
    assert (bool(warned.out), strict.out) == (True, "")


def test_validate_against_the_texts(presskit: Presskit, release: Path, second: Path, tmp_path: Path) -> None:
    records = presskit("parse", release, second).out
    assert presskit("validate", "--source", tmp_path, stdin=records) == (0, records, "")
    release.write_text(RELEASE.replace("راه", "کوی"), encoding="utf-8")
    second.unlink()
    done = presskit("validate", "--source", tmp_path, "--error-format", "json", stdin=records)
    found = json.loads(done.out)
    assert done.code == 1
    assert {"source-changed", "span-mismatch", "source-missing"} == {finding["code"] for finding in found}
    misplaced = next(finding for finding in found if finding["code"] == "span-mismatch")
    assert (misplaced["file"], misplaced["line"]) == (str(release), 2)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ({"uri": "a" * 300}, "source-missing"),
        ({"uri": "a\0b"}, "source-missing"),
        ({"uri": "../../etc/passwd"}, "source-missing"),
        ({"uri": "/etc/passwd"}, "source-missing"),
        ({"uri": None}, "source-missing"),
        ({"encoding": "no-such"}, "encoding-unsupported"),
        ({"encoding": "ascii"}, "encoding-broken"),
    ],
)
def test_one_odd_source_costs_its_record_alone(
    presskit: Presskit, release: Path, second: Path, tmp_path: Path, source: dict[str, str | None], code: str
) -> None:
    first, other = presskit("parse", release, second).out.splitlines()
    record = json.loads(first)
    record["source"] |= source
    done = presskit("validate", "--source", tmp_path, stdin=f"{json.dumps(record)}\n{other}\n")
    assert (done.code, done.out) == (1, f"{other}\n")
    assert f"[{code}] $.source.uri" in done.err


# --- export ---------------------------------------------------------------------------------------------------------


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_export_as_csv(presskit: Presskit, records: str, release: Path, tmp_path: Path) -> None:
    done = presskit("export", stdin=records)
    assert (done.code, done.err) == (0, "")
    assert not done.out.startswith("\ufeff")
    assert done.out.count("\r\n") == done.out.count("\n")
    assert sum(len(record.statements) for record in loaded(records)) == len(rows(done.out))
    out = tmp_path / "a.csv"
    assert presskit("export", "-o", out, stdin=records) == (0, "", "")
    assert out.read_bytes() == b"\xef\xbb\xbf" + done.out.encode()
    assert presskit("export", release).out in done.out  # a release is parsed first


@pytest.mark.parametrize(("kind", "count"), [("statements", None), ("records", 2), ("paragraphs", 3)])
def test_export_rows(presskit: Presskit, records: str, kind: str, count: int | None) -> None:
    found = rows(presskit("export", "--to", "csv", "--rows", kind, stdin=records).out)
    assert len(found) == (count or sum(len(record.statements) for record in loaded(records)))
    assert {row["outlet"] for row in found} == {"ایسنا", ""}


def test_no_cell_is_a_formula(presskit: Presskit) -> None:
    page = "=1+1\n@SUM راه باز است\n+علی احمدی گفت: -1 راه باز است.\n=cmd|' /C calc'!A0 وزیر گفت: بله.\n"
    for kind in ("statements", "records", "paragraphs"):
        for row in rows(presskit("export", "--rows", kind, stdin=page).out):
            assert not [cell for cell in row.values() if cell[:1] in set("=+-@\t\r")]


def test_export_as_json_and_markdown(presskit: Presskit, records: str) -> None:
    assert presskit("export", "--to", "jsonl", stdin=records).out == records
    assert json.loads(presskit("export", "--to", "json", stdin=records).out) == [
        json.loads(line) for line in records.splitlines()
    ]
    shown = presskit("export", "--to", "markdown", stdin=records).out
    assert shown.count("\n# ") + shown.startswith("# ") == 2
    assert "**علی احمدی** (گفت)" in shown


def test_no_records_are_no_error(presskit: Presskit, tmp_path: Path) -> None:
    empty = tmp_path / "a.json"
    empty.write_text("[]", encoding="utf-8")
    assert presskit("export", "--to", "json", empty) == (0, "[]\n", "")
    assert rows(presskit("export", empty).out) == []


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", b""), ("a.ndjson", b"\n"), ("a.json", b"[]")])
def test_a_file_without_records_is_an_empty_list_of_them(
    presskit: Presskit, tmp_path: Path, name: str, data: bytes
) -> None:
    empty, out, header = tmp_path / name, tmp_path / "out.csv", presskit("export", stdin="[]").out
    empty.write_bytes(data)
    assert header.startswith("source,outlet,")
    assert presskit("export", empty) == (0, header, "")
    assert presskit("validate", empty) == (0, "", "")
    done = presskit("convert", empty, "-o", out)
    assert (done.code, done.err) == (0, "presskit: 1 file: 1 converted, 0 failed; 0 records, 0 statements\n")
    assert out.read_bytes() == f"\ufeff{header}".encode()
    assert presskit("convert", empty, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "a.json").read_text() == "[]\n"
    done = presskit("evaluate", empty)
    assert done == (1, "", f"presskit: {empty}: there is no record in it [empty-input]\n")


def test_an_empty_standard_input_has_no_records(presskit: Presskit) -> None:
    assert presskit("export", "-") == presskit("export", stdin="[]")
    assert presskit("validate") == (0, "", "")
    assert "[empty-input]" in presskit("parse").err


@pytest.mark.parametrize("indented", [True, False])
@pytest.mark.parametrize("name", ["a.json", "a.txt", "-"])
def test_records_are_no_release(
    presskit: Presskit, records: str, release: Path, tmp_path: Path, name: str, indented: bool
) -> None:
    data = presskit("export", "--to", "json", stdin=records).out if indented else records
    place: object = name
    if name != "-":
        place = tmp_path / name
        place.write_text(data, encoding="utf-8-sig")
    wanted = (
        f"presskit: {'standard input' if name == '-' else place}: this holds records, not a release; "
        "`presskit validate` and `presskit export` read them [records-input]\n"
    )
    done = presskit("parse", place, release, stdin=data)
    assert (done.code, done.err) == (1, wanted)
    assert loaded(done.out)[0].source.uri == str(release)
    assert presskit("explain", place, stdin=data) == (1, "", wanted)


def test_pipelines(presskit: Presskit, release: Path, second: Path) -> None:
    """``parse | validate - | export - --to csv``: a bad release is told once, and costs itself alone."""
    parsed = presskit("parse", release, "/nope", second)
    validated = presskit("validate", "-", stdin=parsed.out)
    exported = presskit("export", "-", "--to", "csv", stdin=validated.out)
    assert (parsed.code, validated.code, exported.code) == (3, 0, 0)
    assert exported.out == presskit("export", release, second).out
    assert parsed.err == "presskit: /nope: there is no such file [file-missing]\n"


def test_a_pipeline_of_processes(release: Path) -> None:
    first, second, third = (
        subprocess.list2cmdline([*COMMAND, *args])
        for args in (["parse", str(release)], ["validate", "-"], ["export", "-", "--to", "csv"])
    )
    done = subprocess.run(["bash", "-o", "pipefail", "-c", f"{first} | {second} | {third}"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rows(done.stdout.decode())[0]["source"] == str(release)


# --- schema and explain ---------------------------------------------------------------------------------------------


def test_schema_holds_what_parse_writes(presskit: Presskit, records: str, seed: Path, tmp_path: Path) -> None:
    done = presskit("schema")
    assert (done.code, done.err) == (0, "")
    schema = json.loads(done.out)
    assert schema["$id"].startswith("urn:presskit:")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for line in (records + presskit("parse", seed).out).splitlines():
        validator.validate(json.loads(line))
        assert not validator.is_valid(json.loads(line) | {"extra": 1})
    assert presskit("schema", "-o", tmp_path / "s.json") == (0, "", "")
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == done.out


def test_explain(presskit: Presskit, release: Path, tmp_path: Path) -> None:
    done = presskit("explain", release)
    assert (done.code, done.err) == (0, "")
    explained = json.loads(done.out)
    text = RELEASE
    for block in explained["blocks"]:
        assert text[block["span"]["start"] : block["span"]["end"]] == block["text"]
        assert re.fullmatch(r"[a-z0-9-]+", block["rule"])
    assert [block["kind"] for block in explained["blocks"]][:3] == ["kicker", "headline", "meta"]
    (record,) = loaded(presskit("parse", release).out)
    assert [part["rule"] for part in explained["statements"]] == [part.rule for part in record.statements]
    table = presskit("explain", "--format", "table", release).out
    assert all(block["rule"] in table for block in explained["blocks"])
    assert json.loads(presskit("explain", "-", "--stdin-name", "p", stdin=RELEASE).out)["source"] == "p"
    assert presskit("explain", release, "-o", tmp_path / "e.json") == (0, "", "")
    assert (tmp_path / "e.json").read_text(encoding="utf-8") == done.out


def test_explain_where_there_is_little_room(presskit: Presskit, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = {}
    for columns in (80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown[columns] = presskit("explain", "--format", "table", release).out
        assert max(map(len, shown[columns].replace("\u200c", "").splitlines())) <= columns
        for rule in ("kicker-over-headline", "direct-after-colon", "paragraph-by-default"):
            assert rule in shown[columns]
    assert ("Cue" in shown[80], "Cue" in shown[120]) == (False, True)


def test_snippets_end_with_a_word(presskit: Presskit) -> None:
    page = f"سد پر شد\nوزیر نیرو گفت: {'بارانی ' * 40}\n"
    shown = presskit("explain", "--format", "table", "-", stdin=page).out
    cells = [cell.strip() for line in shown.splitlines() for cell in line.split("│")[1:-1]]
    cut = [cell for cell in cells if cell.endswith("…")]
    assert len(cut) == 2
    assert all(cell.endswith("بارانی …") for cell in cut)


# --- convert --------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of releases, one of them bad, with another folder in it."""
    place = tmp_path / "releases"
    (place / "deep").mkdir(parents=True)
    (place / "b.txt").write_text(RELEASE, encoding="utf-8")
    (place / "a.txt").write_text(SECOND, encoding="utf-8")
    (place / "bad.txt").write_text("English text, all of it.", encoding="utf-8")
    (place / "deep" / "c.txt").write_text(RELEASE, encoding="utf-8")
    (place / ".hidden.txt").write_text(RELEASE, encoding="utf-8")
    (place / "d.md").write_text(RELEASE, encoding="utf-8")
    return place


def test_convert_to_one_file(presskit: Presskit, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    done = presskit("convert", folder, "-o", out)
    assert (done.code, done.out) == (1, "")
    told = done.err.splitlines()
    assert told[0] == f"presskit: {folder}/bad.txt: hardly a letter of it is Persian [not-persian]"
    assert told[1].startswith("presskit: 4 files: 3 converted, 1 failed; 3 records, ")
    assert len(told) == 2
    uris = [record.source.uri for record in loaded(out.read_text(encoding="utf-8"))]
    assert uris == [f"{folder}/{name}" for name in ("a.txt", "b.txt", "deep/c.txt")]
    again = presskit("convert", folder, "-o", "-")
    assert (again.code, again.out, again.err) == (1, out.read_text(encoding="utf-8"), done.err)
    assert presskit("convert", folder, "-o", "-", "--jobs", 2) == again
    assert not Path("-").exists()


STARTS = {"csv": "\ufeffsource,outlet,", "json": "[\n{\n  ", "jsonl": '{"schema', "markdown": "# "}


@pytest.mark.parametrize(
    ("name", "to", "wanted"),
    [
        ("a.csv", None, "csv"),
        ("A.CSV", None, "csv"),
        ("a.json", None, "json"),
        ("a.jsonl", None, "jsonl"),
        ("a.ndjson", None, "jsonl"),
        ("a.md", None, "markdown"),
        ("a.markdown", None, "markdown"),
        ("a.txt", None, None),
        ("a.2024", None, None),
        ("a.md", "csv", "csv"),
        ("a.csv", "jsonl", "jsonl"),
        ("a.xlsx", "csv", "csv"),
    ],
)
def test_the_name_of_the_output_says_what_is_in_it_unless_told(
    presskit: Presskit, records: str, tmp_path: Path, name: str, to: str | None, wanted: str | None
) -> None:
    place = tmp_path / "r.jsonl"
    place.write_text("\n".join(records.splitlines()[::-1]), encoding="utf-8")
    told = ["--to", to] if to else []
    for command, usual in (("export", "csv"), ("convert", "jsonl")):
        out = tmp_path / name
        assert presskit(command, place, "-o", out, *told).code == 0
        text = out.read_text(encoding="utf-8")
        assert [kind for kind, start in STARTS.items() if text.startswith(start)] == [wanted or usual]
        out.unlink()


@pytest.mark.parametrize(
    ("name", "to"), [("all.json", None), ("all.csv", None), ("all.txt", "csv"), ("all.csv", "json")]
)
def test_convert_goes_by_the_suffix_unless_told(
    presskit: Presskit, folder: Path, tmp_path: Path, name: str, to: str | None
) -> None:
    out = tmp_path / name
    assert presskit("convert", folder, "-o", out, *(["--to", to] if to else [])).code == 1
    text = out.read_text(encoding="utf-8")
    if (to or out.suffix[1:]) == "json":
        assert len(json.loads(text)) == 3
    else:
        assert text.startswith("\ufeff")
        assert len({row["source"] for row in rows(text[1:])}) == 3


def test_convert_to_a_folder(presskit: Presskit, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "records"
    done = presskit("convert", folder, "-o", out, "--match", "*.txt", "--match", "*.md")
    assert (done.code, done.err.count("\n")) == (1, 2)
    written = {path.relative_to(out).as_posix(): path for path in out.rglob("*") if path.is_file()}
    assert sorted(written) == ["a.json", "b.json", "d.json", "deep/c.json"]
    record = load(written["deep/c.json"].read_text(encoding="utf-8"))
    assert check(record, RELEASE) == ()


def test_convert_to_a_folder_of_another_format(presskit: Presskit, folder: Path, tmp_path: Path) -> None:
    assert presskit("convert", folder / "deep", "-o", tmp_path / "pages", "--to", "markdown").code == 0
    assert (tmp_path / "pages" / "c.md").read_text(encoding="utf-8").startswith("*احمدی")


def test_convert_reads_records_too(presskit: Presskit, records: str, tmp_path: Path) -> None:
    place = tmp_path / "r.jsonl"
    place.write_text(f"{records}{{broken\n", encoding="utf-8")
    done = presskit("convert", place, "-o", tmp_path / "out.csv")
    assert done.code == 1
    assert f"{place}:3: " in done.err
    assert "1 file: 0 converted, 1 failed; 2 records" in done.err


def test_two_files_for_one_place(presskit: Presskit, release: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / release.name
    other.parent.mkdir()
    other.write_text(SECOND, encoding="utf-8")
    done = presskit("convert", release, other, release, "-o", tmp_path / "out")
    assert done.code == 1
    assert f"{other}: its output would have the name that {release} has taken [name-taken]" in done.err
    assert "2 files: 1 converted, 1 failed" in done.err


def test_two_folders_for_one_place(presskit: Presskit, tmp_path: Path) -> None:
    for name in ("05", "06"):
        (tmp_path / name / "s").mkdir(parents=True)
        (tmp_path / name / "s" / "x.txt").write_text(RELEASE, encoding="utf-8")
    out = tmp_path / "out"
    done = presskit("convert", tmp_path / "05", tmp_path / "06", "-o", out)
    assert (done.code, done.err.startswith("presskit: 2 files: 2 converted, 0 failed")) == (0, True)
    for name in ("05", "06"):
        record = load((out / name / "s" / "x.json").read_text(encoding="utf-8"))
        assert record.source.uri == str(tmp_path / name / "s" / "x.txt")


def test_a_file_that_is_named_twice_is_done_once_and_told_of(
    presskit: Presskit, release: Path, second: Path, tmp_path: Path
) -> None:
    done = presskit("convert", release, second, release, "-o", tmp_path / "out.jsonl")
    assert (done.code, len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())) == (0, 2)
    assert re.search(r"^presskit: 2 files: .+ statements; 1 name given again, and done once$", done.err)
    assert "again" not in presskit("convert", release, second, "-o", tmp_path / "out.jsonl").err


def test_convert_finds_nothing(presskit: Presskit, tmp_path: Path) -> None:
    done = presskit("convert", tmp_path, "-o", tmp_path / "out.jsonl")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("[no-input]\n")
