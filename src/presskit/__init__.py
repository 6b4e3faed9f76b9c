"""presskit reads Persian press releases into structured, validated records.

>>> from presskit import parse
>>> briefing = parse("بقائی: مذاکره ادامه دارد\\nسخنگوی وزارت خارجه گفت: گفت‌وگوها ادامه دارد.")
>>> [statement.mention.text for statement in briefing.statements]
['بقائی', 'سخنگوی وزارت خارجه']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from presskit._version import __version__
from presskit.errors import PresskitError

if TYPE_CHECKING:
    from presskit.pipeline import parse
    from presskit.record import PressBriefing

__all__ = ["PressBriefing", "PresskitError", "__version__", "parse"]

# Loaded when first asked for: `presskit --help` needs neither, and they are most of the time an import takes.
_LAZY = {"parse": "presskit.pipeline", "PressBriefing": "presskit.record"}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(_LAZY[name]), name)
    return value
