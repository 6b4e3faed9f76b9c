"""A repair measured: places counted by hand on small texts."""

from __future__ import annotations

import pytest

from presskit.evaluate.spacing import cleaned, keep, measure, places, taken_away
from presskit.text.view import ZWNJ

TEXT = "وی می‌رود.\nتحریم‌ها و خانه‌ای"


def test_taken_away_and_left_alone() -> None:
    measured = measure([TEXT], lambda line: line, "deleted")
    assert (measured.total.right, measured.total.found, measured.total.wanted) == (0, 0, 3)
    assert measured.missed == {"می‌رود": 1, "تحریم‌ها": 1, "خانه‌ای": 1}
    assert {kind: count.wanted for kind, count in measured.kinds.items()} == {"after می": 1, "plural": 1, "ending": 1}


def test_given_back() -> None:
    answers = {"وی میرود.": "وی می‌رود.", "تحریمها و خانهای": "تحریم‌ها و خان‌های"}
    measured = measure([TEXT], answers.__getitem__, "deleted")
    assert (measured.total.right, measured.total.found, measured.total.wanted) == (2, 3, 3)
    assert measured.wrong == {"خان‌های": 1}
    assert measured.missed == {"خانه‌ای": 1}


def test_a_join_counts_where_half_spaces_were_spaces() -> None:
    answers = {"به عنوان می رود": "به‌عنوان می‌رود", "به عنوان میرود": "به‌عنوان می‌رود"}
    text = "به عنوان می‌رود"
    spaced = measure([text], answers.__getitem__, "spaced").total
    assert (spaced.right, spaced.found, spaced.wanted) == (1, 2, 1)
    deleted = measure([text], answers.__getitem__, "deleted").total  # inside words alone
    assert (deleted.right, deleted.found, deleted.wanted) == (1, 1, 1)


def test_a_peer_may_write_other_letters() -> None:
    measured = measure(["او می‌رود…"], lambda line: "او  می‌رود ...", "deleted")
    assert (measured.total.right, measured.total.found) == (1, 1)


def test_texts_that_are_right() -> None:
    kept = keep(["مهمترین کار\nدوم"], lambda line: line.replace("مهمترین", "مهم‌ترین"))
    assert (kept.words, kept.changed, kept.unstable) == (3, {("مهمترین", "مهم‌ترین"): 1}, 0)
    assert kept.share == pytest.approx(1 / 3)
    assert keep(["او رفت"], lambda line: f"{line}!").unstable == 1


def test_idle_half_spaces_are_none() -> None:
    assert cleaned("می‌‌رود ‌و رفت‌ .") == "می‌رود و رفت ."
    assert taken_away("می‌رود", "spaced") == "می رود"
    assert places(f"ا{ZWNJ}ب ج").half_spaces == {1}
    assert places(f"ا{ZWNJ}ب ج").spaces == {2}
