"""Ways to run the command line: in this process, as a process of its own, and on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

COMMAND = (sys.executable, "-m", "presskit")


class Done(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


def process(*args: object, stdin: bytes | None = b"", **options: object) -> Done:
    """Run the command as a process of its own, in pipes."""
    done = subprocess.run([*COMMAND, *map(str, args)], input=stdin, capture_output=True, timeout=60, **options)  # type: ignore[call-overload]
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def terminal(
    *args: object, stdout: bool = True, stderr: bool = True, columns: int = 100, env: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    """Run the command on a pseudo-terminal: exit code, what the terminal got, and what went elsewhere."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    options = {"stdout": slave if stdout else subprocess.PIPE, "stderr": slave if stderr else subprocess.PIPE}
    variables = {**os.environ, "TERM": "dumb", **(env or {})}
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        variables.pop(name, None)
    with subprocess.Popen([*COMMAND, *map(str, args)], stdin=slave, env=variables, **options) as running:  # type: ignore[call-overload]
        os.close(slave)
        shown = b""
        with suppress(OSError):  # EIO: the last one to hold the terminal has ended
            while piece := os.read(master, 65_536):
                shown += piece
        os.close(master)
        out, err = running.communicate(timeout=60)
    return running.returncode, shown.decode(), ((out or b"") + (err or b"")).decode()


RELEASE = """احمدی در نشست خبری:
راه گفت‌وگو باز است
۱۴۰۲/۰۷/۱۲ - ۱۰:۳۰ - کد خبر: ۱۲۳۴
به گزارش ایسنا، علی احمدی سخنگوی وزارت نیرو گفت: راه گفت‌وگو باز است.
وی افزود: کار ادامه دارد.
انتهای پیام
"""
