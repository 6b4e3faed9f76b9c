"""What may reach a terminal, and what may not.

A release is written by others, and a terminal obeys escape sequences; rich passes them on, even in ``Text``.
Bidi controls can make a line read otherwise than it is. So everything from an input goes through
`printable`, or, where the output is data, through a `Screen`.
"""

from __future__ import annotations

import re
from typing import TextIO

# Compiled when first used: a command that writes to a pipe needs none of them.
# C0, DEL, C1, line and paragraph separators, the interlinear and tag characters, and halves of surrogate
# pairs.
_CONTROLS = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
_BIDI = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_SPACES = "[\t\r\n\x0b\x0c\x85\u2028\u2029]+"


def printable(text: str) -> str:
    """``text`` as one line that a terminal only shows: white space as spaces, other controls spelt out, bidi
    controls left out.

    ZWNJ stays, since Persian is not spelt without it.

    >>> printable("a\\x1b[31mb\\u202ec")
    'a\\\\x1b[31mbc'
    """
    return re.sub(_CONTROLS, _spelt, re.sub(_BIDI, "", re.sub(_SPACES, " ", text)))


def _spelt(match: re.Match[str]) -> str:
    return match[0].encode("unicode-escape").decode("ascii")


def _json_escape(match: re.Match[str]) -> str:
    return "".join(f"\\u{unit:04x}" for unit in _utf16(match[0]))


def _utf16(character: str) -> tuple[int, ...]:
    data = character.encode("utf-16-be", "surrogatepass")
    return tuple(int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


class Screen:
    """Standard output that is a terminal: what is written is shown, and obeyed in nothing.

    JSON stays the same JSON, with ``\\u`` escapes; in other formats controls are spelt out.
    """

    def __init__(self, stream: TextIO, *, is_json: bool) -> None:
        self.stream = stream
        self._is_json = is_json

    def write(self, text: str) -> int:
        """Write ``text``, whose line ends stand."""
        self.stream.write("\n".join(self._shown(line) for line in text.replace("\r\n", "\n").split("\n")))
        return len(text)

    def flush(self) -> None:
        self.stream.flush()

    def _shown(self, line: str) -> str:
        if self._is_json:
            return re.sub(_BIDI, _json_escape, re.sub(_CONTROLS, _json_escape, line))
        return printable(line)


def counted(number: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "file"), counted(1200, "record")
    ('1 file', '1,200 records')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether ``stream`` is open, and a terminal."""
    return stream is not None and stream.isatty()
