"""What all tests share: properties are checked without a clock, so that a busy machine fails nothing; the seed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A check of a change is the same every time; `pytest --hypothesis-profile search` looks for what nobody has met yet.
settings.register_profile("presskit", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("presskit")

SEED = Path(__file__).parents[1] / "seeds" / "000_8cd93b1bce707555.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate", action="store_true", help="write the list of known failures anew; never a gold record"
    )


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests, and the processes they start, leave the user's cache alone."""
    before = os.environ.get("PRESSKIT_CACHE")
    os.environ["PRESSKIT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    os.environ.pop("PRESSKIT_CACHE")
    if before is not None:
        os.environ["PRESSKIT_CACHE"] = before


@pytest.fixture(scope="session")
def seed() -> Path:
    """The sample release."""
    return SEED


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The text of the sample release."""
    return SEED.read_text(encoding="utf-8")
