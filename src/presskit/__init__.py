"""presskit reads Persian press releases into structured, validated records.

>>> from presskit import parse
>>> briefing = parse("بقائی: مذاکره ادامه دارد\\nسخنگوی وزارت خارجه گفت: گفت‌وگوها ادامه دارد.")
>>> [statement.mention.text for statement in briefing.statements]
['بقائی', 'سخنگوی وزارت خارجه']
"""

from presskit._version import __version__
from presskit.errors import PresskitError
from presskit.pipeline import parse
from presskit.record import PressBriefing

__all__ = ["PressBriefing", "PresskitError", "__version__", "parse"]
