"""``presskit evaluate-repair``: how well lost half-spaces are given back, on texts that have them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from presskit.cli import options
from presskit.cli.terminal import is_terminal

if TYPE_CHECKING:
    from presskit.evaluate.count import Count
    from presskit.evaluate.spacing import Kept, Measured

_WORST = 20


def evaluate_repair(
    files: options.Files = None,
    format_name: options.TableOrJson = None,
    output: options.Output = None,
    encoding: options.Encoding = None,
    stdin_name: options.StdinName = None,
    max_bytes: options.MaxBytes = 10_000_000,
    worst: Annotated[
        int, typer.Option(metavar="N", min=0, help="Name the N words that are most often wrong, of each sort.")
    ] = _WORST,
) -> None:
    """Measure the repair on well-spaced texts.

    Their half-spaces are deleted, and then turned to spaces; each time the text is repaired, and every place counted:
    precision, recall and F1, by the kind of place. The texts are also repaired as they are, to see what would change
    in a text that is right. What a place is, and what counts, is in docs/repair.md.

    \b
    Example:
      presskit evaluate-repair well-edited/*.txt
    """
    from presskit.cli.output import Tally, data_to
    from presskit.cli.repair import tell_of_missing_words
    from presskit.evaluate.spacing import MODES, keep, measure
    from presskit.readers.texts import texts
    from presskit.text.repair import default

    paths = options.inputs(files, output)
    chosen = format_name or ("table" if output is None and is_terminal(sys.stdout) else "json")
    tally = Tally()
    read: list[str] = []
    for entry in texts(paths, encoding, max_bytes, stdin_name):
        if entry.error is not None:
            tally.add(entry.error, entry.name)
        else:
            read.append(entry.text)
    if not read:
        raise typer.Exit(tally.code)
    tell_of_missing_words(default().complete)

    def repaired(text: str) -> str:
        return default().repair(text).text

    measured = {mode: measure(read, repaired, mode) for mode in MODES}
    kept = keep(read, repaired)
    with data_to(output, chosen) as out:
        if chosen == "table":
            from presskit.cli.repair_tables import write_measured

            write_measured(measured, kept, worst, out)
        else:
            import json

            out.write(f"{json.dumps(_as_json(measured, kept, worst), ensure_ascii=False, indent=2)}\n")
    raise typer.Exit(tally.code)


def _as_json(measured: dict[Any, Measured], kept: Kept, worst: int) -> dict[str, Any]:
    modes = {
        mode: {
            **_figures(one.total),
            "kinds": {kind: _figures(count) for kind, count in sorted(one.kinds.items())},
            "missed": dict(one.missed.most_common(worst)),
            "wrong": dict(one.wrong.most_common(worst)),
        }
        for mode, one in measured.items()
    }
    changed = [{"before": before, "after": after, "times": n} for (before, after), n in kept.changed.most_common(worst)]
    return {
        **modes,
        "right": {
            "words": kept.words,
            "changed": kept.changed.total(),
            "share": kept.share,
            "unstable_lines": kept.unstable,
            "words_changed": changed,
        },
    }


def _figures(count: Count) -> dict[str, float | None]:
    return {
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
        "right": count.right,
        "found": count.found,
        "wanted": count.wanted,
    }
