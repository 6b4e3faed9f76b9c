"""The words that presskit knows, as data: reporting verbs, prefaces, roles, names, outlets, months, markers.

To add a word, add a line with an example to the list in ``lexicon/data`` that names its sort.
"""

from presskit.lexicon.kept import kept
from presskit.lexicon.load import default, load
from presskit.lexicon.model import Hit, Label, Lexicon, Outlet, Phrases, Verb
from presskit.lexicon.scan import Hits, Scan, longest_words

__all__ = [
    "Hit",
    "Hits",
    "Label",
    "Lexicon",
    "Outlet",
    "Phrases",
    "Scan",
    "Verb",
    "default",
    "kept",
    "load",
    "longest_words",
]
