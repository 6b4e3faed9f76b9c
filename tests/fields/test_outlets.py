"""Who published a page and from where: the story's opening, and what is known of outlet and place."""

from __future__ import annotations

from presskit import parse


def test_a_name_ends_near_where_it_begins() -> None:
    """Nor is its end looked for farther on: these would be some hundred million letters to look at."""
    assert parse(f"ذخیره سدها بیشتر شد\n{'به گزارش ' * 20_000}").outlet is None
