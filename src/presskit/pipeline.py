"""Bytes to record: the stages in order, and nothing else.

``decode`` -> source -> view -> blocks -> fields -> statements -> `PressBriefing`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any, NamedTuple

from presskit.assemble import assemble
from presskit.layout import Block, layout
from presskit.lexicon import Lexicon, Scan, default
from presskit.record import PressBriefing
from presskit.statements import find_statements
from presskit.text.decode import Decoded, check_text, decode
from presskit.text.view import View


class Explanation(NamedTuple):
    """A record and the blocks it was made from, each block with the rule that decided its kind."""

    record: PressBriefing
    blocks: tuple[Block, ...]


def parse(
    source: bytes | str,
    *,
    uri: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
) -> PressBriefing:
    """Read a press release into a record.

    Args:
        source: the release as it came: bytes in any encoding that Persian is met in, or text.
        uri: the name the source goes by; only noted in the record.
        encoding: the encoding of the bytes, where known; guessed otherwise.
        lexicon: word lists other than presskit's own (`presskit.lexicon.load`).

    Raises:
        DecodeError: the bytes are no text (``binary-input``, ``encoding-broken``, ``encoding-unknown``), or the text
            has a lone surrogate. Any text at all gives a record; what is wrong with it stands in ``issues``.
        UsageError: there is no such encoding.
    """
    return explain(source, uri=uri, encoding=encoding, lexicon=lexicon).record


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without cyclic garbage collection: it would go over all that was found again and again, which is in no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_no_collection()
def explain(
    source: bytes | str,
    *,
    uri: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
) -> Explanation:
    """`parse`, with the blocks of the page and the rules that decided them. Takes and raises the same."""
    words = lexicon or default()
    if isinstance(source, bytes):
        decoded, digest = decode(source, encoding), sha256(source)
        if encoding is not None:  # utf-7 and unicode_escape can spell half a pair, the ones we find out cannot
            check_text(decoded.text)
    else:
        check_text(source)
        decoded, digest = Decoded(source, "utf-8", False), sha256(source.encode())
    text = decoded.text
    view = View.of(text)
    scan = Scan.of(view.text, words)
    blocks = layout(text, view, scan)
    found = find_statements(view, blocks, scan)
    head: dict[str, Any] = {"uri": uri, "sha256": digest.hexdigest(), "encoding": decoded.encoding, "length": len(text)}
    record = assemble(head, decoded, view, blocks, found, words)
    return Explanation(record, tuple(blocks))
