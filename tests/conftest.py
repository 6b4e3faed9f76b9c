"""What all tests share: properties are checked without a clock, so that a busy machine fails nothing."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("presskit", deadline=None)
settings.load_profile("presskit")
