"""The rules that make frames of a sentence's cues, in the order in which they are tried.

A rule takes a `Clause` - a cue, where its clause begins, what follows it - and gives the `Frame` that it finds, or
None. Its name is the statement's ``rule``.
"""

from __future__ import annotations

from presskit.statements.after_cue import (
    clause_after_cue,
    clause_after_that,
    direct_after_colon,
    direct_after_comma,
    direct_in_quotes,
)
from presskit.statements.before_cue import (
    claim_alone,
    complement,
    judgement_before_cue,
    object_before_cue,
    quote_before_cue,
)
from presskit.statements.clause import Rule

AFTER_CUE: tuple[Rule, ...] = (direct_after_colon, direct_in_quotes)
"""What makes a cue the main one of its sentence."""

BEFORE_CUE: tuple[Rule, ...] = (object_before_cue, judgement_before_cue)
"""What a cue can take with it when another cue follows: ``از T خبر داد و گفت: C``."""

RULES: tuple[Rule, ...] = (
    *AFTER_CUE,
    quote_before_cue,
    complement,
    clause_after_that,
    object_before_cue,
    judgement_before_cue,
    direct_after_comma,
    clause_after_cue,
    claim_alone,
)
