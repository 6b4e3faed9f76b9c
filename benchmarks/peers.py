"""A peer's repair of texts, run by an interpreter of the peer's own: JSON strings in, a line each; JSON strings out.

The last line says how long it took, without the start. Each peer changes spacing and as little else as it lets us say.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import perf_counter

Repair = Callable[[str], str]


def hazm() -> Repair:
    """hazm's Normalizer, with all switched off but spacing and the half-space after می."""
    from hazm import Normalizer

    off = ("remove_diacritics", "decrease_repeated_chars", "persian_style", "persian_numbers", "unicodes_replacement")
    normalizer = Normalizer(correct_spacing=True, seperate_mi=True, **dict.fromkeys(off, False))
    return normalizer.normalize


def shekar() -> Repair:
    """shekar's NormalizeSpacings alone."""
    from shekar.preprocessing import SpacingNormalizer

    return SpacingNormalizer()


def parsivar() -> Repair:
    """parsivar's Normalizer, which has no switch for spacing alone."""
    from parsivar import Normalizer

    return Normalizer(statistical_space_correction=False).normalize


PEERS = {"hazm": hazm, "shekar": shekar, "parsivar": parsivar}


def main(name: str) -> None:
    """Repair each line of standard input by the peer of that name; where it fails, the line stays as it was."""
    repair = PEERS[name]()
    seconds = 0.0
    for line in sys.stdin:
        text = json.loads(line)
        start = perf_counter()
        try:
            repaired = repair(text)
        except Exception:  # what a peer cannot read it has not repaired
            repaired = text
        seconds += perf_counter() - start
        print(json.dumps(repaired))
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(sys.argv[1])
