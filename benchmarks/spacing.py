"""Hold the repair of lost half-spaces against its peers, on well-edited texts: `make spacing TEXTS="…"`.

The peers run in an environment of their own (benchmarks/peers.txt), each in a process that reads lines and writes
lines; presskit counts all alike (`presskit.evaluate.spacing`). Which texts the figures of docs/repair.md come from is
said there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from presskit.evaluate.spacing import MODES, Kept, Measured, cleaned, keep, measure, taken_away
from presskit.text.repair import default

Repair = Callable[[str], str]
HEAD = f"{'':<10}{'deleted: P':>12}{'R':>7}{'F1':>7}{'spaced: P':>12}{'R':>7}{'F1':>7}{'right: 1 in':>13}{'MB/s':>7}"


def main(python: str, files: list[str]) -> int:
    """Print a row for presskit, and one for each peer that ``python`` has."""
    texts = [cleaned(Path(file).read_text(encoding="utf-8")) for file in files]
    print(HEAD)
    _row("presskit", texts, *_ours(texts))
    for name in ("hazm", "shekar", "parsivar"):
        try:
            repair, seconds, size = _peer(python, name, texts)
        except subprocess.CalledProcessError as error:
            print(f"{name:<10} is not there: {error.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            continue
        _row(name, texts, repair, seconds, size)
    return 0


def _lines(texts: list[str]) -> list[str]:
    """Every line in each state that the measures will ask for."""
    whole = [line for text in texts for line in text.splitlines() if line.strip()]
    return whole + [taken_away(line, mode) for mode in MODES for line in whole]


def _ours(texts: list[str]) -> tuple[Repair, float, int]:
    repairer = default()
    lines = _lines(texts)
    start = perf_counter()
    for line in lines:
        repairer.repair(line)
    return lambda line: repairer.repair(line).text, perf_counter() - start, _size(lines)


def _peer(python: str, name: str, texts: list[str]) -> tuple[Repair, float, int]:
    """What the peer makes of each line, asked once; a line that it has not seen (a second turn) stays."""
    lines = _lines(texts)
    asked = "".join(f"{json.dumps(line)}\n" for line in lines)
    command = [python, str(Path(__file__).with_name("peers.py")), name]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, encoding="utf-8", check=True)
    *repaired, seconds = map(json.loads, done.stdout.splitlines())
    answers: dict[str, str] = dict(zip(lines, repaired, strict=True))
    return lambda line: answers.get(line, line), seconds, _size(lines)


def _size(lines: list[str]) -> int:
    return sum(len(line.encode()) for line in lines)


def _row(name: str, texts: list[str], repair: Repair, seconds: float, size: int) -> None:
    measured: dict[Any, Measured] = {mode: measure(texts, repair, mode) for mode in MODES}
    kept: Kept = keep(texts, repair)
    figures = ""
    for mode in MODES:
        count = measured[mode].total
        figures += f"{count.precision or 0:>12.3f}{count.recall or 0:>7.3f}{count.f1 or 0:>7.3f}"
    changed = f"{1 / kept.share:,.0f}" if kept.share else "none"
    print(f"{name:<10}{figures}{changed:>13}{size / seconds / 1e6:>7.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
