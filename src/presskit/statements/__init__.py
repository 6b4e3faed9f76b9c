"""Who said what: frames (rules on sentences), speakers, and the statements of a page."""

from presskit.statements import confidence
from presskit.statements.briefing import Found, find_statements

__all__ = ["Found", "confidence", "find_statements"]
