"""What the parser itself finds doubtful about a text and its record. The codes are documented in docs/codes.md."""

from __future__ import annotations

import re
from typing import Any

from presskit.text.decode import Decoded
from presskit.text.halfspaces import lost
from presskit.text.view import View

_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body|<div|<\?xml|<p[ >]|<table|<meta |<article)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_PERSIAN = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
_SAMPLE = 1_200  # letters, half from the beginning and half from the middle
_LEAST_PERSIAN = 0.3

Part = dict[str, Any]


def text_issues(decoded: Decoded, record: Part, issues: list[Part], view: View) -> None:
    """Add what the text as a whole and the record as a whole give reason to doubt, the most general first."""
    refusal = _refusal(decoded.text)
    if refusal:
        issues.insert(0, _issue(*refusal, "error", "$"))
        return
    if decoded.guessed:
        message = f"nothing in the file says its encoding; read as {decoded.encoding}"
        issues.insert(0, _issue("encoding-guessed", message, "info", "$.source.encoding"))
    if found := _halfspaces(decoded.text):
        issues.append(found)
    if record["headline"] is None:
        issues.append(_issue("no-headline", "no line of the page reads as its headline", "warning", "$.headline"))
    for index, statement in enumerate(record["statements"]):
        for number, part in enumerate(statement["content"]):
            if part["form"] == "direct" and _unclosed(view.source, part["span"]):
                path = f"$.statements[{index}].content[{number}]"
                message = "the quotation mark that opens these words is not closed in their paragraph"
                issues.append(_issue("content-unclosed-quote", message, "info", path, part["span"]))


def _issue(code: str, message: str, severity: str, path: str, span: Part | None = None) -> Part:
    return {"code": code, "severity": severity, "message": message, "span": span, "path": path}


def _refusal(text: str) -> tuple[str, str] | None:
    """Why a text is no press release that presskit can read: code and message."""
    middle = len(text) // 2
    sample = text[:_SAMPLE] if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[middle : middle + _SAMPLE // 2]
    if not any(map(str.isalnum, text)):
        return "empty-input", "there is no text in it"
    if _HTML.match(sample):
        return "html-input", "this is HTML, not plain text"
    persian = sum(map(len, _PERSIAN.findall(sample)))
    mostly = persian >= _LEAST_PERSIAN * len(sample)  # spares counting all letters
    if not mostly and persian < _LEAST_PERSIAN * sum(map(len, _LETTERS.findall(sample))):
        return "not-persian", "hardly a letter of it is Persian"
    return None


def _halfspaces(text: str) -> Part | None:
    """A text without its half-spaces: a warning where they were deleted, a note where they became spaces."""
    found = lost(text)
    if found is None:
        return None
    how = "deleted" if found.deleted >= found.spaced else "turned to spaces"
    share = f"at least {100 * found.share:.0f} in 100 words" if found.share >= 0.01 else "a few words"
    message = f"half-spaces (ZWNJ) were {how} in {share}; presskit repair gives them back"
    span = {"start": found.example[0], "end": found.example[1]} if found.example else None
    return _issue("zwnj-lost", message, "warning" if how == "deleted" else "info", "$", span)


def _unclosed(source: str, span: Part) -> bool:
    start, end = span["start"], span["end"]
    opened = source[max(start - 2, 0) : start].rstrip().endswith("«")
    closed = source[end : end + 8].lstrip().startswith("»")
    return opened and not closed and source.count("«", start, end) >= source.count("»", start, end)
