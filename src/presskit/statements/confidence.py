"""How sure a statement is: the share of statements of its sort that were right in all parts on annotated texts."""

from __future__ import annotations

from presskit.statements.briefing import Found


def of(found: Found) -> float:
    """The confidence of a statement, from 0 to 1."""
    return 0.9 if found.person else 0.5
