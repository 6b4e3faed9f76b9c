"""Bytes to text: which encoding a file is in, decided by rules in a fixed order, and never by guessing quietly.

The order: a byte order mark; UTF-8, strictly; UTF-16 without a mark, by where its high bytes stand; Windows-1256, where
what comes out is Persian. What is nearly UTF-8 is not called anything else: a page cut in mid-letter must be reported,
since read as Windows-1256 it would give letters that nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from presskit.errors import DecodeError, UsageError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# C0 controls that no text file has; tab, line ends and form feed are text.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Three letters in a row: in bytes of no text at all, letters stand among signs.
_ARABIC_WORD = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]{3}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 65_536


class Decoded(NamedTuple):
    """Text, the codec it came by, and whether that was a guess (``guessed``) or told by the bytes themselves."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode ``data``, by ``encoding`` where one is given.

    Raises:
        DecodeError: ``binary-input``, ``encoding-broken`` (with the byte it breaks at) or ``encoding-unknown``.
        UsageError: ``encoding`` names no codec of Python's.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    wide = _utf16_without_mark(data)
    if wide is not None:
        return Decoded(_decode_as(data, wide).text, wide, guessed=True)
    if _BINARY.search(data[:_SAMPLE]):
        raise DecodeError("binary-input", "this is binary data, not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeDecodeError as error:
        if "unexpected end" in error.reason or _is_mostly_utf8(data):
            raise _broken("utf-8", error, data) from None
    text = data.decode("cp1256")
    if _reads_as_persian(text):
        return Decoded(text, "windows-1256", guessed=True)
    raise DecodeError("encoding-unknown", "neither UTF-8, UTF-16 nor Windows-1256; name its encoding with --encoding")


def check_text(text: str) -> str:
    """``text`` itself, where it can be written as UTF-8.

    Raises:
        DecodeError: ``lone-surrogate``, with its offset.
    """
    if not text.isascii() and (match := _SURROGATE.search(text)):
        raise DecodeError(
            "lone-surrogate", f"half a surrogate pair at character {match.start()}; no encoding can hold it"
        )
    return text


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding)
        if not codec._is_text_encoding:
            raise LookupError
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        raise UsageError("encoding-unsupported", f"no such encoding: {encoding}") from None
    try:
        text = codec.decode(data)[0]
    except UnicodeDecodeError as error:
        raise _broken(encoding, error, data) from None
    except UnicodeError as error:  # codecs of Python's own, such as idna, say no more than that
        raise DecodeError("encoding-broken", f"not {encoding} text: {error}") from None
    return Decoded(text.removeprefix("\ufeff"), encoding, guessed=False)


def _broken(encoding: str, error: UnicodeDecodeError, data: bytes) -> DecodeError:
    cut = "unexpected end" in error.reason or "truncated" in error.reason
    at = error.start + len(data) - len(error.object)  # utf-8-sig counts from behind its mark
    what = "is cut short" if cut else "is not valid"
    return DecodeError("encoding-broken", f"{encoding} text {what} at byte {at}")


def _utf16_without_mark(data: bytes) -> str | None:
    """Persian UTF-16 has 0x06 or 0x20/0x00 in every other byte; which byte tells the order."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    half = len(sample) // 2
    for high, name in ((sample[1::2], "utf-16-le"), (sample[0::2], "utf-16-be")):
        if high.count(0x06) + high.count(0x00) > 0.9 * half and high.count(0x06) > 0.2 * half:
            return name
    return None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at least nine tenths of the bytes above ASCII stand in whole UTF-8 sequences."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    whole = sum(len(run) for run in re.findall(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})+", sample))
    return whole >= 0.9 * high


def _reads_as_persian(text: str) -> bool:
    sample = text[:_SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    return letters > 0 and len(_ARABIC_WORD.findall(sample)) * 3 >= 0.6 * letters
