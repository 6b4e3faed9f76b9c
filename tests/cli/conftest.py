"""The command line in this process, and a release to run it on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commandline import RELEASE, Done


@pytest.fixture
def presskit(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run the command in this process, by the entry point that the real one has, with pipes for its streams."""
    from presskit.cli.main import run

    def call(*args: object, stdin: bytes | str = b"", tty: bool = False) -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        # As the interpreter has them in the C locale: the command must see to its encoding itself.
        streams = [io.TextIOWrapper(io.BytesIO(some), encoding="ascii") for some in (data, b"", b"")]
        with monkeypatch.context() as patch:
            for stream in streams if tty else ():
                patch.setattr(stream, "isatty", lambda: True)
            patch.setattr(sys, "argv", ["presskit", *map(str, args)])
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as end:
                run()
        out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])  # type: ignore[attr-defined]
        assert isinstance(end.value.code, int)
        assert "Traceback" not in err
        return Done(end.value.code, out, err)

    return call


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A short release in a file."""
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path
