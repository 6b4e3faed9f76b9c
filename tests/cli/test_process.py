"""What takes a process of its own: signals, closed pipes and streams, full disks, users without a home."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from commandline import COMMAND, RELEASE, Done, process


def shell(script: str, *args: object) -> subprocess.CompletedProcess[bytes]:
    """Run ``script`` with ``$P`` for the command, and the exit codes of its pipes on the last line of its output."""
    command = f'P="{sys.executable} -m presskit"; {script}'
    return subprocess.run(["bash", "-c", command, "bash", *map(str, args)], capture_output=True, timeout=60)


@pytest.mark.parametrize(
    "command",
    [
        '$P parse $(yes "$1" | head -20)',  # more than a pipe holds
        '$P parse "$1"',  # less: the end is found only when all is written out
        "$P schema",
        '$P explain "$1"',
    ],
)
def test_a_closed_pipe_ends_quietly(command: str, seed: Path) -> None:
    done = shell(f"{command} | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}", seed)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_a_pipe_that_nobody_reads_at_all(seed: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen([*COMMAND, "parse", seed], stdout=writing, stderr=subprocess.PIPE) as running:
        os.close(writing)
        _, told = running.communicate(timeout=60)
    assert (running.returncode, told) == (0, b"")


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        ('$P parse "$1" >/dev/full', 3, "presskit: cannot write: No space left on device [write-failed]"),
        ('$P parse "$1" >&-', 3, "presskit: cannot write: standard output is closed [write-failed]"),
        ("$P parse <&-", 3, "presskit: standard input: cannot read: standard input is closed [read-failed]"),
        ('$P parse "$1" nope 2>&- >/dev/null', 3, ""),
        ('$P parse <(cat "$1") >/dev/null', 0, ""),
        (
            "$P parse --max-bytes 9 - </dev/zero",
            1,
            "presskit: standard input: this is more than the 9 that --max-bytes allows [too-large]",
        ),
        (
            "$P validate --max-bytes 9 - </dev/zero",
            1,
            "standard input: error: this is more than the 9 that --max-bytes allows [too-large] $",
        ),
    ],
)
def test_streams(script: str, code: int, told: str, seed: Path, tmp_path: Path) -> None:
    done = shell(f"cd {tmp_path}; {script}", seed)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (code, b"", told and f"{told}\n")


@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", ">(cat)"])
def test_a_pipe_by_its_name(place: str, seed: Path) -> None:
    done = shell(f'$P parse "$1" -o {place} | cat', seed)
    assert done.stderr == b""
    assert done.stdout.startswith(b'{"schema_version"')


def test_standard_output_by_its_name_loses_nothing_of_its_file(seed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"before\n")
    done = shell('$P parse "$1" -o /dev/stdout >> "$2"', seed, out)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes().startswith(b'before\n{"schema_version"')


def _interrupt(running: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Press Ctrl-C; again where Python lost it in a callback, as now and then it does. Gives what the command says."""
    for _ in range(3):
        os.killpg(running.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return running.communicate(timeout=20)
    running.kill()
    return running.communicate()


def test_ctrl_c(tmp_path: Path, seed: Path) -> None:
    """The first file is a named pipe: once it is open for reading, the command is at work, and waits for us."""
    pipe, out = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    out.write_bytes(b"before")
    with (
        subprocess.Popen(
            [*COMMAND, "parse", seed, pipe, "-o", out],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as running,
        pipe.open("wb"),
    ):  # returns when the other end is open
        told, err = _interrupt(running)
    assert (running.returncode, told, err.strip()) == (130, b"", b"")
    assert out.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "pipe"]


def test_ctrl_c_with_workers(tmp_path: Path, seed: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    args = [*COMMAND, "convert", "-j", "2", str(pipe), str(seed), "-o", str(tmp_path / "out.jsonl")]
    with (
        subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as running,
        pipe.open("wb"),
    ):
        told, err = _interrupt(running)
    assert (running.returncode, told, err.strip()) == (130, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.txt"]
    for _ in range(200):  # the workers are gone by then, or about to be
        try:
            os.killpg(running.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a worker is left behind")


def test_a_terminated_command_leaves_no_half_of_a_file(tmp_path: Path, seed: Path) -> None:
    pipe, out = tmp_path / "pipe", tmp_path / "out.jsonl"
    os.mkfifo(pipe)
    out.write_bytes(b"before")
    args = [*COMMAND, "parse", seed, pipe, "-o", out]
    with subprocess.Popen(args, stderr=subprocess.PIPE) as running, pipe.open("wb"):
        running.terminate()
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err, out.read_bytes()) == (-signal.SIGTERM, b"", b"before")


def test_a_user_without_a_home(presskit: Callable[..., Done], seed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", home)
    monkeypatch.delenv("PRESSKIT_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    done = presskit("parse", seed)
    assert (done.code, done.err) == (0, "")


def test_data_is_utf8_in_any_locale(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_text(RELEASE, encoding="utf-8")
    variables = {**os.environ, "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for name in ("PYTHONIOENCODING", "PYTHONUTF8"):
        variables.pop(name, None)
    done = process("parse", path, tmp_path / "نیست", env={**variables, "PYTHONIOENCODING": "ascii:strict"})
    assert done.code == 3
    assert "علی احمدی" in done.out
    assert "نیست: there is no such file" in done.err


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(path)).write_text(RELEASE, encoding="utf-8")
    done = subprocess.run([*COMMAND, "parse", path, path + b"-not"], capture_output=True)
    assert done.returncode == 3
    assert "\ufffd\ufffd.txt" in done.stdout.decode()
    assert re.fullmatch(r"presskit: .+\.txt-not: there is no such file \[file-missing\]\n", done.stderr.decode())
