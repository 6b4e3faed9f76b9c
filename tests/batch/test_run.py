"""Many files by several processes: order is kept, and a worker that dies loses nothing but its own file."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from presskit.batch import run as batch
from presskit.batch.plan import Failure, Task, plan
from presskit.batch.run import Outcome, run
from presskit.check import load
from presskit.errors import AccessError, InputError, LexiconError, PresskitError, UsageError
from presskit.readers.documents import Options

T = TypeVar("T")
PAGE = "راه باز است\nعلی احمدی گفت: راه شماره {} باز است.\n"


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    """Twelve files, the first much larger than the rest, so that it is done last; three of them bad."""
    for number in range(12):
        page = PAGE.format(number) * (400 if number == 0 else 1)
        (tmp_path / f"{number:02}.txt").write_text(page, encoding="utf-8")
    (tmp_path / "03.txt").write_text("English text, all of it", encoding="utf-8")
    (tmp_path / "05.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "07.txt").unlink()
    (tmp_path / "07.txt").symlink_to("nope")
    return plan([str(tmp_path)], ["*.txt"], besides=tmp_path / "out", apart=False)


def codes(outcomes: list[Outcome]) -> list[str]:
    """What came of each task: a failure's code, or that it was done."""
    return [outcome.failures[0].code if outcome.failures else "done" for outcome in outcomes]


WANTED = ["done"] * 3 + ["not-persian", "done", "binary-input", "done", "file-missing"] + ["done"] * 4


def test_two_processes_do_what_one_does(tasks: list[Task]) -> None:
    one, two = (list(run(tasks, Options(), jobs)) for jobs in (1, 2))
    assert one == two
    assert codes(one) == WANTED
    assert [outcome.task for outcome in one] == tasks
    assert [len(outcome.lines) for outcome in one] == [int(code == "done") for code in WANTED]


def test_no_more_workers_than_tasks(tasks: list[Task]) -> None:
    assert codes(list(run(tasks[:2], Options(), 64))) == ["done", "done"]
    assert codes(list(run([], Options(), 64))) == []


def _kill_who_waits(crew: batch._Crew, pipe: Path, times: int, page: bytes = b"") -> threading.Thread:
    """Kill a worker that has the named pipe open, some times; then give ``page`` to the one that comes after it."""

    def work() -> None:
        for _ in range(times):
            with pipe.open("wb"):  # opens when a worker opens the other end
                victim = _wait_for(lambda: next((pid for pid in _pids(crew) if _holds(pid, pipe)), None))
                os.kill(victim, signal.SIGSTOP)  # else it might find the end of the pipe, and be done with it
            os.kill(victim, signal.SIGKILL)
            # The kernel counts a dying process among a pipe's readers when /proc shows none of its files any
            # more: what we wrote then would be lost, and the next reader would wait for ever.
            _wait_for(partial(_is_gone, victim))
        if page:
            pipe.write_bytes(page)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def _pids(crew: batch._Crew) -> list[int]:
    return [worker.process.pid for worker in crew._workers if worker.process.pid]


def _holds(pid: int, path: Path) -> bool:
    """Whether a process has a file open."""
    with suppress(OSError):  # it has just ended
        return any(os.path.realpath(link) == str(path) for link in Path(f"/proc/{pid}/fd").iterdir())
    return False


def _is_gone(pid: int) -> bool:
    """Whether a process has ended and been waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def _wait_for(ask: Callable[[], T]) -> T:
    for _ in range(3_000):
        if answer := ask():
            return answer
        time.sleep(0.01)
    raise AssertionError("it does not come")


def _named_pipe(task: Task) -> Path:
    path = Path(task.path)
    path.unlink()
    os.mkfifo(path)
    return path


def test_a_worker_that_dies_loses_nothing(tasks: list[Task]) -> None:
    """The one that comes after it takes its file over."""
    pipe = _named_pipe(tasks[1])
    with batch._Crew(Options(), 2) as crew:
        thread = _kill_who_waits(crew, pipe, 1, PAGE.format(1).encode())
        outcomes = list(crew.do(tasks))
        thread.join(60)
    assert codes(outcomes) == WANTED
    assert load(outcomes[1].lines[0]).statements[-1].content[0].text == "راه شماره 1 باز است."


def test_a_file_that_kills_its_worker_is_given_up(tasks: list[Task]) -> None:
    """Two workers die of it; everything else is still done, in its order."""
    pipe = _named_pipe(tasks[1])
    with batch._Crew(Options(), 2) as crew:
        thread = _kill_who_waits(crew, pipe, 2)
        outcomes = list(crew.do(tasks))
        thread.join(60)
    assert codes(outcomes) == ["done", "worker-died", *WANTED[2:]]
    assert isinstance(outcomes[1].failures[0].error, InputError)
    assert outcomes[1].failures[0].message == "the process that read it died, 2 times"


def test_what_is_wrong_with_all_is_raised(tasks: list[Task], tmp_path: Path) -> None:
    words = tmp_path / "words.toml"
    words.write_text("[nope]\n", encoding="utf-8")
    for jobs in (1, 2):
        with pytest.raises(PresskitError, match="no such encoding") as caught:
            list(run(tasks, Options(encoding="nope"), jobs))
        assert caught.value.code == "encoding-unsupported"
        with pytest.raises(PresskitError, match="nope") as caught:
            list(run(tasks, Options(lexicons=(words,)), jobs))
        assert caught.value.code == "lexicon-invalid"


def test_stopping_early_leaves_no_worker(tasks: list[Task]) -> None:
    outcomes = run(tasks, Options(), 2)
    next(outcomes)
    outcomes.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (InputError("a", "b"), InputError),
        (AccessError("a", "b"), AccessError),
        (UsageError("a", "b"), PresskitError),
        (LexiconError("a", "b"), PresskitError),
    ],
)
def test_a_failure_is_its_error_again(error: PresskitError, kind: type[PresskitError]) -> None:
    again = Failure.of("label", error).error
    assert type(again) is kind
    assert str(again) == str(error)


def test_a_planned_failure_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text(PAGE, encoding="utf-8")
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "b" / "a.txt")]
    for jobs in (1, 2):
        outcomes = list(run(plan(inputs, [], besides=tmp_path / "out", apart=True), Options(), jobs))
        assert codes(outcomes) == ["done", "name-taken"]
        assert re.search(r"a\.txt has taken", outcomes[1].failures[0].message)
