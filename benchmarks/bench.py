"""Measure presskit against its targets: `make bench`. Every figure is a ratio of two times of this very run.

Both sides of a ratio take turns, so that whatever else the machine does meets both alike; all is on one core.
Ends with 1 where a target is missed. What the targets are for is in docs/benchmarks.md.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import texts

COPIES = 1_000
ROUNDS = 25
MEGABYTE = 1_000_000
START = 0.15  # seconds


class Result(NamedTuple):
    """A line of the report: presskit's time, its ratio to what it is held against, and that ratio's limit."""

    name: str
    seconds: float
    ratio: float
    target: float


def documents() -> Iterator[Result]:
    """A document parsed and dumped to JSON, against hazm's Normalizer on the same text."""
    try:
        from hazm import Normalizer
    except ImportError:
        print("hazm is not installed: its comparison is left out", file=sys.stderr)
        return
    from presskit import parse

    normalize = Normalizer().normalize
    parse(texts.seed()), normalize(texts.seed())  # the word lists of both are read at the first call
    groups = {"the seed": [texts.seed()] * ROUNDS, f"{COPIES} varied copies": texts.varied(COPIES)}
    for name, copies in groups.items():
        ours = theirs = 0.0
        for text in copies:
            ours += _time(lambda text=text: parse(text).model_dump_json())
            theirs += _time(lambda text=text: normalize(text))
        yield Result(f"{name}, to JSON / hazm's normalize", ours / len(copies), ours / theirs, 0.25)


def repairs() -> Iterator[Result]:
    """The repair of lost half-spaces: its start, its speed against hazm's Normalizer, and long and hostile texts."""
    from presskit.text.repair import Repairer, repair
    from presskit.text.repair.table import words

    start = [sys.executable, "-c", "from presskit.text.repair import repair; repair('')"]
    turns = [
        [_time(partial(subprocess.run, command, check=True)) for command in (start, [sys.executable, "-c", ""])]
        for _ in range(ROUNDS + 1)
    ]
    seconds = min(ours for ours, _ in turns) - min(bare for _, bare in turns)  # what others do only adds to it
    yield Result("repair: its start, over Python's / 0.15 s", seconds, seconds / START, 1.0)
    with suppress(ImportError):
        from hazm import Normalizer

        normalize = Normalizer().normalize
        ours = theirs = 0.0
        for text in texts.varied(COPIES // 10):  # by a repairer that has seen none of their words
            ours += _time(lambda text=text: Repairer(words()).repair(text))
            theirs += _time(lambda text=text: normalize(text))
        yield Result(f"repair: {COPIES // 10} varied copies / hazm's normalize", ours / COPIES * 10, ours / theirs, 1.0)
    rate = min(_time(lambda: repair(texts.long(MEGABYTE))) for _ in range(5)) / len(texts.long(MEGABYTE).encode())
    for name, text in {"10 MB": texts.long(10 * MEGABYTE), **texts.hostile()}.items():
        seconds = min(_time(lambda text=text: repair(text)) for _ in range(2))
        predicted = rate * len(text.encode())
        yield Result(f"repair: {name} / what its length predicts", seconds, seconds / predicted, 1.3)


def processes() -> Iterator[Result]:
    """A whole process, against one that only imports what presskit cannot do without."""
    presskit = str(Path(sys.executable).with_name("presskit"))
    commands = {
        "base": [sys.executable, "-c", "import typer, pydantic"],
        "parse": [presskit, "parse", str(texts.SEED)],
        "help": [presskit, "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS + 1):
        for name, command in commands.items():
            times[name].append(_time(partial(subprocess.run, command, check=True, capture_output=True)))
    # The first turn writes byte code and warms the disk's cache.
    base, parse, help_ = (median(times[name][1:]) for name in commands)
    yield Result("presskit parse FILE / import typer, pydantic", parse, parse / base, 2.0)
    yield Result("presskit --help / import typer, pydantic", help_, help_ / base, 1.5)


def lengths() -> Iterator[Result]:
    """Long and hostile documents, against what an ordinary one of 1 MB predicts for their bytes."""
    from presskit import parse

    def cost(text: str, rounds: int) -> float:
        return min(_time(lambda: parse(text)) for _ in range(rounds))

    rate = cost(texts.long(MEGABYTE), 5) / len(texts.long(MEGABYTE).encode())
    for name, text in {"10 MB": texts.long(10 * MEGABYTE), **texts.hostile()}.items():
        seconds, predicted = cost(text, 2), rate * len(text.encode())
        yield Result(f"{name} / what its length predicts", seconds, seconds / predicted, 1.3)


def report(results: Iterable[Result]) -> bool:
    """Print each result as it comes; whether all met their targets."""
    print(f"{'':<56}{'time':>11}{'ratio':>8}{'at most':>9}")
    met = True
    for name, seconds, ratio, target in results:
        met &= ratio <= target
        mark = "" if ratio <= target else "  MISSED"
        print(f"{name:<56}{seconds * 1000:>8.1f} ms{ratio:>8.2f}{target:>9.2f}{mark}", flush=True)
    return met


def _time(function: Callable[[], object]) -> float:
    start = perf_counter()
    function()
    return perf_counter() - start


def main() -> int:
    """Run all on one core, and say on which machine."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"Python {platform.python_version()} on {platform.machine()}, one core")
    results = (result for group in (documents, repairs, processes, lengths) for result in group())
    return 0 if report(results) else 1


if __name__ == "__main__":
    sys.exit(main())
