"""The tasks of a plan, done in order: here in this process, or by several worker processes.

The workers are not a ``ProcessPoolExecutor``: when one of its workers dies, every result that was still to
come is lost. Here each worker has a pipe of its own, and holds one task at a time. When a worker dies,
another takes its task once more; when that one dies too, the task is given up, with an error that says so,
and all others are still done. Results come in the order of the tasks.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from presskit.batch.plan import Failure, Task
from presskit.errors import InputError, PresskitError
from presskit.readers.documents import Options, Reader

_ATTEMPTS = 2
_AHEAD = 16
"""How many tasks a worker may be ahead of the first unfinished one, so that results waiting for it stay
few.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: its records as lines of JSON, how many statements they hold, and what failed."""

    task: Task
    lines: tuple[str, ...] = ()
    statements: int = 0
    failures: tuple[Failure, ...] = ()


def run(tasks: Sequence[Task], options: Options, jobs: int = 1) -> Generator[Outcome]:
    """Do every task; outcomes come in the order of the tasks, whatever the number of ``jobs``.

    Raises:
        PresskitError: what is wrong with all tasks alike: a lexicon, an encoding that there is none of, no
        hazm.
    """
    if jobs == 1 or len(tasks) < 2:
        reader = Reader(options)
        for task in tasks:
            yield do(task, reader)
    else:
        with _Crew(options, min(jobs, len(tasks))) as crew:
            yield from crew.do(tasks)


def do(task: Task, reader: Reader) -> Outcome:
    """One task, in this process."""
    if task.failure is not None:
        return Outcome(task, failures=(task.failure,))
    lines: list[str] = []
    statements = 0
    failures: list[Failure] = []
    for entry in reader.entries(task.path):
        if entry.record is not None:
            lines.append(entry.record.model_dump_json())
            statements += len(entry.record.statements)
        elif entry.error is not None:
            failures.append(Failure.of(entry.label, entry.error))
    return Outcome(task, tuple(lines), statements, tuple(failures))


@dataclass(eq=False, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    task: int | None = None


@dataclass
class _Crew:
    """Worker processes, each at the end of a pipe."""

    options: Options
    size: int
    _workers: list[_Worker] = field(default_factory=list)

    def __enter__(self) -> _Crew:
        self._workers = [self._hire() for _ in range(self.size)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def do(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """What comes of each task, in the order of the tasks, though the workers end them in any."""
        waiting = deque(range(len(tasks)))
        attempts = [0] * len(tasks)
        done: dict[int, Outcome] = {}
        for first in range(len(tasks)):
            while first not in done:
                self._hand_out(tasks, waiting, attempts, before=first + self.size * _AHEAD)
                for worker in self._ready():
                    index = worker.task
                    answer = self._answer(worker)
                    if index is None:
                        continue
                    if answer is not None:
                        done[index] = answer
                    elif attempts[index] < _ATTEMPTS:
                        waiting.appendleft(index)
                    else:
                        done[index] = _given_up(tasks[index])
            yield done.pop(first)

    def _hand_out(self, tasks: Sequence[Task], waiting: deque[int], attempts: list[int], before: int) -> None:
        for worker in self._workers:
            if worker.task is None and waiting and waiting[0] < before:
                worker.task = waiting.popleft()
                attempts[worker.task] += 1
                with suppress(OSError):  # a worker that is dead is found so when it is waited for
                    worker.pipe.send(tasks[worker.task])

    def _ready(self) -> list[_Worker]:
        pipes = {worker.pipe: worker for worker in self._workers}
        return [pipes[pipe] for pipe in wait(list(pipes)) if isinstance(pipe, Connection)]

    def _answer(self, worker: _Worker) -> Outcome | None:
        """What a worker sent; where it is dead, None, and another is hired in its place."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.pipe.close()
            worker.process.join()
            self._workers[self._workers.index(worker)] = self._hire()
            return None
        worker.task = None
        if isinstance(answer, Failure):
            raise answer.error
        assert isinstance(answer, Outcome)
        return answer

    def _hire(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there, self.options), daemon=True)
        # Ctrl-C reaches every process of the terminal; only this one is to answer it.
        previous = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.start()
        finally:
            signal.signal(signal.SIGINT, previous)
        there.close()
        return _Worker(process, here)


def _given_up(task: Task) -> Outcome:
    error = InputError("worker-died", f"the process that read it died, {_ATTEMPTS} times")
    return Outcome(task, failures=(Failure.of(task.name, error),))


def _work(pipe: Connection, options: Options) -> None:
    """What a worker process does: a task in, its outcome out, until the pipe is closed."""
    try:
        reader = Reader(options)
        while True:
            pipe.send(do(pipe.recv(), reader))
    except (EOFError, OSError):
        return
    except PresskitError as error:
        pipe.send(Failure.of("", error))
