"""What is no release: one clear line with a code, the right exit code, no traceback, and the others are still done."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from commandline import RELEASE, Done

from presskit.check import load

Presskit = Callable[..., Done]
GIGABYTE = 1 << 30


class Bad(NamedTuple):
    """A bad input: what is in the file, or how it is made, and what is said of it."""

    label: str
    make: bytes | Callable[[Path], object]
    code: str
    message: str
    exit_code: int = 1


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(GIGABYTE)


def _loop(path: Path) -> None:
    path.symlink_to(path)


_CUT = RELEASE.encode()[: len(RELEASE.encode()) // 2]
BAD = (
    Bad("empty", b"", "empty-input", "there is no text in it"),
    Bad("spaces", b" \n\t\r\n  ", "empty-input", "there is no text in it"),
    Bad("spaces-of-unicode", "\u00a0\u200c\u3000\n".encode(), "empty-input", "there is no text in it"),
    Bad("only-a-bom", codecs.BOM_UTF8, "empty-input", "there is no text in it"),
    Bad("only-signs", "*** — ***\n…".encode(), "empty-input", "there is no text in it"),
    Bad("binary", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary-input", "this is binary data, not text"),
    Bad("zip", b"PK\x03\x04" + bytes(60), "binary-input", "this is binary data, not text"),
    Bad("nul-after-text", RELEASE.encode() + b"\0", "binary-input", "this is binary data, not text"),
    Bad("english", b"The spokesman said: all is well.\n", "not-persian", "hardly a letter of it is Persian"),
    Bad("russian", "Министр заявил, что готов.".encode(), "not-persian", "hardly a letter of it is Persian"),
    Bad("html", f"<html dir=rtl><p>{RELEASE}</p>".encode(), "html-input", "this is HTML, not plain text"),
    Bad("html-doctype", f"\n<!DOCTYPE html>{RELEASE}".encode(), "html-input", "this is HTML, not plain text"),
    Bad("cut-in-a-letter", RELEASE.encode()[:-2], "encoding-broken", "utf-8 text is cut short at byte"),
    Bad("byte-in-between", _CUT + b"\xff" + RELEASE.encode(), "encoding-broken", "utf-8 text is not valid at byte"),
    Bad("lone-surrogate", _CUT.decode("utf-8", "ignore").encode() + b"\xed\xa0\xbd" + RELEASE.encode(),
        "encoding-broken", "utf-8 text is not valid at byte"),
    Bad("utf-16-surrogate", codecs.BOM_UTF16_LE + "گفت".encode("utf-16-le") + b"\x3d\xd8",
        "encoding-broken", "utf-16 text is cut short at byte"),
    Bad("utf-16-cut", RELEASE.encode("utf-16")[:-1], "encoding-broken", "utf-16 text is cut short at byte"),
    Bad("cyrillic-1251", "Министр заявил, что готов".encode("cp1251"), "encoding-unknown", "name its encoding"),
    Bad("too-large", _sparse, "too-large", "1,073,741,824 bytes are more than the 10,000,000 that --max-bytes allows"),
    Bad("missing", lambda _: None, "file-missing", "there is no such file", 3),
    Bad("folder", Path.mkdir, "is-directory", "this is a folder; `presskit convert` takes folders", 3),
    Bad("link-to-nothing", lambda path: path.symlink_to("nope"), "file-missing", "there is no such file", 3),
    Bad("link-to-itself", _loop, "read-failed", "cannot read: Too many levels of symbolic links", 3),
)  # fmt: skip


@pytest.fixture(params=BAD, ids=[bad.label for bad in BAD])
def bad(request: pytest.FixtureRequest) -> Bad:
    found: Bad = request.param
    return found


@pytest.fixture
def bad_path(bad: Bad, tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    if callable(bad.make):
        bad.make(path)
    else:
        path.write_bytes(bad.make)
    return path


@pytest.fixture
def never_read_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no more be asked for than is refused: a file of a gigabyte is not to be read."""
    from presskit.readers import documents

    read_all = documents.read_all

    def watched(stream: object, max_bytes: int, start: bytes = b"") -> bytes:
        try:
            return read_all(stream, max_bytes, start=start)  # type: ignore[arg-type]
        finally:
            assert stream.tell() <= 10_000_001  # type: ignore[attr-defined]

    monkeypatch.setattr(documents, "read_all", watched)


def assert_one_line(told: str, path: Path, bad: Bad) -> None:
    assert re.fullmatch(rf"presskit: {re.escape(str(path))}: [^\n]+ \[{bad.code}\]\n", told)
    assert bad.message in told


@pytest.mark.usefixtures("never_read_much")
def test_parse(presskit: Presskit, bad: Bad, bad_path: Path, release: Path) -> None:
    done = presskit("parse", bad_path, release)
    assert done.code == bad.exit_code
    assert_one_line(done.err, bad_path, bad)
    assert load(done.out).source.uri == str(release)


def test_validate(presskit: Presskit, bad: Bad, bad_path: Path, release: Path) -> None:
    done = presskit("validate", bad_path, release)
    assert done.code == bad.exit_code
    assert len(done.err.splitlines()) == 1
    assert f"[{bad.code}]" in done.err
    assert bad.message in done.err
    assert load(done.out).source.uri == str(release)
    report = presskit("validate", "--error-format", "json", bad_path)
    assert [finding["code"] for finding in json.loads(report.out)] == ([bad.code] if bad.exit_code == 1 else [])
    assert report.code == bad.exit_code


def test_export(presskit: Presskit, bad: Bad, bad_path: Path, release: Path) -> None:
    done = presskit("export", "--to", "jsonl", bad_path, release)
    assert done.code == bad.exit_code
    assert_one_line(done.err, bad_path, bad)
    assert load(done.out).source.uri == str(release)


def test_explain(presskit: Presskit, bad: Bad, bad_path: Path) -> None:
    done = presskit("explain", bad_path)
    assert (done.code, done.out) == (bad.exit_code, "")
    assert_one_line(done.err, bad_path, bad)


def test_convert(presskit: Presskit, bad: Bad, bad_path: Path, release: Path, tmp_path: Path) -> None:
    if bad.label == "folder":  # one to search, in which there is nothing
        bad_path.rmdir()
        bad = bad._replace(code="file-missing", message="there is no such file")
    out = tmp_path / "out.jsonl"
    done = presskit("convert", bad_path, release, "-o", out)
    assert done.code == bad.exit_code
    first, summary = done.err.splitlines(keepends=True)
    assert_one_line(first, bad_path, bad)
    assert summary.startswith("presskit: 2 files: 1 converted, 1 failed; 1 record, ")
    assert load(out.read_text(encoding="utf-8")).source.uri == str(release)


@pytest.mark.parametrize("data", [bad for bad in BAD if isinstance(bad.make, bytes)], ids=lambda bad: bad.label)
def test_standard_input(presskit: Presskit, data: Bad) -> None:
    for command in ("parse", "export", "explain"):
        if command == "export" and not data.make:
            continue  # no records, which are no error
        done = presskit(command, "-", stdin=data.make)
        assert (done.code, done.out) == (data.exit_code, "")
        assert re.fullmatch(rf"presskit: standard input: [^\n]+ \[{data.code}\]\n", done.err)


def test_no_permission(presskit: Presskit, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is put in place of the system's."""
    secret = tmp_path / "secret.txt"
    secret.write_text(RELEASE, encoding="utf-8")
    is_open = Path.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if path == secret:
            raise PermissionError(13, "Permission denied", str(path))
        return is_open(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    done = presskit("parse", secret, release)
    assert (done.code, done.err) == (3, f"presskit: {secret}: no permission to read it [permission-denied]\n")
    assert load(done.out).source.uri == str(release)
    done = presskit("convert", tmp_path, "-o", tmp_path / "out.jsonl")
    assert done.code == 3
    assert done.err.splitlines()[1].startswith("presskit: 2 files: 1 converted, 1 failed; 1 record, ")


def test_max_bytes_is_what_is_allowed(presskit: Presskit, release: Path) -> None:
    size = release.stat().st_size
    for allowed, code in ((size, 0), (size - 1, 1), (1, 1), (10**30, 0)):
        for command in ("parse", "validate", "export"):
            assert presskit(command, "--max-bytes", allowed, release).code == code
            assert presskit(command, "--max-bytes", allowed, stdin=RELEASE).code == code


_RECORDS = (
    ("no-json", "{nope}", "json-invalid"),
    ("cut", '{"schema_version": "1.0"', "json-invalid"),
    ("null", "null", "value-wrong"),
    ("number", "12", "value-wrong"),
    ("object", "{}", "key-missing"),
    ("deep", "[" * 100_000, "json-invalid"),
    ("endless-digits", '{"schema_version": ' + "1" * 5000 + "}", "json-invalid"),
    ("surrogate", '{"schema_version": "\\ud800"}', "lone-surrogate"),
    ("other-version", '{"schema_version": "9.0"}', "version-unsupported"),
    ("array-cut", '[{"a": 1}, ', "json-invalid"),
    ("array-of-digits", "[" + "1" * 5000 + "]", "json-invalid"),
    ("array-and-more", "[]\n[1]", "json-invalid"),
    ("array-of-nothing", "[null]", "value-wrong"),
)


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
@pytest.mark.parametrize(("label", "text", "code"), _RECORDS, ids=[record[0] for record in _RECORDS])
def test_records_that_are_none(
    presskit: Presskit, release: Path, tmp_path: Path, label: str, text: str, code: str, suffix: str
) -> None:
    path = tmp_path / f"bad{suffix}"
    path.write_text(text, encoding="utf-8")
    for command in ("validate", "export"):
        done = presskit(command, path, release)
        assert done.code == 1
        assert "internal-error" not in done.err
        if suffix == ".json" or not label.startswith("array"):  # of a line, an array is no record to begin with
            assert f"[{code}]" in done.err
    assert load(presskit("validate", path, release).out).source.uri == str(release)


def test_a_defect_of_ours_costs_one_file(
    presskit: Presskit, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presskit import pipeline

    parse = pipeline.parse
    other = tmp_path / "other.txt"
    other.write_text("وزیر گفت: بله.", encoding="utf-8")

    def defective(source: bytes, **options: object) -> object:
        if source == other.read_bytes():
            raise ZeroDivisionError("on\npurpose")
        return parse(source, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "parse", defective)
    done = presskit("parse", other, release)
    wanted = "a defect in presskit, please report it: ZeroDivisionError: on [internal-error]"
    assert (done.code, done.err) == (1, f"presskit: {other}: {wanted}\n")
    assert load(done.out).source.uri == str(release)
