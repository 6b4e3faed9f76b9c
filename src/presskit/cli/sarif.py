"""Findings as a SARIF 2.1.0 log (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from presskit._version import __version__
from presskit.cli.meanings import MEANINGS

if TYPE_CHECKING:
    from presskit.readers.findings import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_log(findings: Sequence[Finding]) -> dict[str, Any]:
    """A log of one run, with a rule for each code that was found."""
    codes = sorted({finding.code for finding in findings})
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "presskit",
                        "semanticVersion": __version__,
                        "rules": [_rule(code) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, codes) for finding in findings],
            }
        ],
    }


def _rule(code: str) -> dict[str, Any]:
    meaning = MEANINGS.get(code, code.replace("-", " "))
    return {"id": code, "name": _pascal_case(code), "shortDescription": {"text": f"{meaning[0].upper()}{meaning[1:]}."}}


def _uri(file: str) -> str:
    """A file's URI: absolute with its scheme, else relative to the folder that the command ran in, as SARIF asks."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
    if finding.line is not None:
        place["region"] = {"startLine": finding.line, "startColumn": finding.column}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": place,
                "logicalLocations": [{"fullyQualifiedName": finding.path, "kind": "member"}],
            }
        ],
    }


def _pascal_case(code: str) -> str:
    return code.title().replace("-", "")
