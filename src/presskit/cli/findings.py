"""The forms in which findings are reported: to people, to GitHub, to programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from presskit.cli.terminal import counted, printable

if TYPE_CHECKING:
    from presskit.readers.findings import Finding
    from presskit.record import Severity


def as_text(finding: Finding) -> str:
    """``FILE:LINE:COLUMN: severity: message [code] path``, on one line, safe to show."""
    place = f":{finding.line}:{finding.column}" if finding.line is not None else ""
    return printable(f"{finding.file}{place}: {finding.severity}: {finding.message} [{finding.code}] {finding.path}")


def text_report(findings: Sequence[Finding]) -> str:
    return "".join(f"{as_text(finding)}\n" for finding in findings)


def json_report(findings: Sequence[Finding]) -> str:
    return f"{json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False)}\n"


def github_report(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub shows as annotations at the line."""
    return "".join(f"{_github_line(finding)}\n" for finding in findings)


def _github_line(finding: Finding) -> str:
    command = {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
    properties = {
        "file": finding.file,
        "line": finding.line,
        "col": finding.column,
        "title": f"presskit {finding.code}",
    }
    told = ",".join(f"{name}={_github_property(value)}" for name, value in properties.items() if value)
    return f"::{command} {told}::{_github_data(f'{finding.message} {finding.path}')}"


def _github_data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _github_property(value: str | int) -> str:
    return _github_data(str(value)).replace(":", "%3A").replace(",", "%2C")


def sarif_report(findings: Sequence[Finding]) -> str:
    """SARIF 2.1.0, which code hosts and editors read."""
    from presskit.cli.sarif import sarif_log

    return f"{json.dumps(sarif_log(findings), indent=2, ensure_ascii=False)}\n"


REPORTS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
    "sarif": sarif_report,
}


def summary(records: int, findings: Sequence[Finding]) -> str:
    """One line of counts for people."""
    counts = Counter(finding.severity for finding in findings)
    kinds: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "note"))
    told = ", ".join(counted(counts[kind], noun) for kind, noun in kinds)
    return f"presskit: {counted(records, 'record')} checked: {told}"
