"""What all tests share: properties are checked without a clock, so that a busy machine fails nothing; the seed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("presskit", deadline=None)
settings.load_profile("presskit")

SEED = Path(__file__).parents[1] / "seeds" / "000_8cd93b1bce707555.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden records anew (tests/test_golden.py)")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The sample release."""
    return SEED


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The text of the sample release."""
    return SEED.read_text(encoding="utf-8")
