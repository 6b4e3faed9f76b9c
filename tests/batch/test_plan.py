"""Which files are done, in what order, and where each goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from presskit.batch.plan import Task, plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    for name in (
        "b.txt",
        "a.txt",
        "c.md",
        ".hidden.txt",
        "deep/z.txt",
        "deep/.git/y.txt",
        ".git/x.txt",
        "deep/er/a.txt",
    ):
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("متن", encoding="utf-8")
    return place


def names(tasks: list[Task], folder: Path) -> list[str]:
    return [str(Path(task.path).relative_to(folder)) for task in tasks]


def planned(
    *inputs: Path, patterns: tuple[str, ...] = ("*.txt",), apart: bool = False, besides: str = "/nope"
) -> list[Task]:
    return plan([str(path) for path in inputs], patterns, besides=Path(besides), apart=apart)


def test_a_folder_is_searched_in_the_order_of_names(folder: Path) -> None:
    assert names(planned(folder), folder) == ["a.txt", "b.txt", "deep/z.txt", "deep/er/a.txt"]
    assert names(planned(folder, patterns=("*.md", "b.*")), folder) == ["b.txt", "c.md"]


def test_what_is_named_is_taken_whatever_its_name(folder: Path) -> None:
    given = [folder / "c.md", folder / ".hidden.txt", folder / "deep"]
    assert names(planned(*given), folder) == ["c.md", ".hidden.txt", "deep/z.txt", "deep/er/a.txt"]


def test_no_file_is_done_twice(folder: Path) -> None:
    (folder / "link.txt").symlink_to("a.txt")
    given = [folder / "b.txt", folder, folder / "deep" / ".." / "a.txt"]
    assert [Path(task.path).name for task in planned(*given)] == ["b.txt", "a.txt", "z.txt", "a.txt"]


def test_the_output_is_no_input(folder: Path) -> None:
    assert names(planned(folder, besides=str(folder / "deep")), folder) == ["a.txt", "b.txt"]
    assert names(planned(folder, besides=str(folder / "a.txt")), folder)[0] == "b.txt"


def test_each_has_its_place(folder: Path) -> None:
    assert [str(task.output) for task in planned(folder)] == ["a", "b", "deep/z", "deep/er/a"]
    assert [str(task.output) for task in planned(folder / "deep" / "z.txt")] == ["z"]


def test_two_for_one_place_fail_only_where_each_has_its_own(folder: Path) -> None:
    given = (folder / "a.txt", folder / "deep" / "er")
    assert [task.failure for task in planned(*given)] == [None, None]
    first, second = planned(*given, apart=True)
    assert first.failure is None
    assert second.failure is not None
    assert (second.failure.code, second.failure.label) == ("name-taken", str(folder / "deep" / "er" / "a.txt"))


def outputs(tmp_path: Path, *inputs: str, files: str) -> list[str]:
    for name in files.split():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("متن", encoding="utf-8")
    tasks = planned(*(tmp_path / name for name in inputs), apart=True)
    return [task.failure.code if task.failure else task.output.as_posix() for task in tasks]


@pytest.mark.parametrize(
    ("inputs", "files", "wanted"),
    [
        ("d1 d2", "d1/s/x.txt d2/s/y.txt", "s/x s/y"),  # no clash
        ("d1 d2", "d1/s/x.txt d2/s/x.txt d2/y.txt", "d1/s/x d2/y d2/s/x"),
        ("d1/ d2/../d2", "d1/x.txt d2/x.txt", "d1/x d2/x"),
        ("d1 d2 d3", "d1/x.txt d2/x.txt d3/y.txt", "d1/x d2/x d3/y"),
        ("a/05 b/05", "a/05/x.txt b/05/x.txt", "a/05/x b/05/x"),
        ("05 b/05", "05/x.txt b/05/x.txt", "*/05/x b/05/x"),
        ("d1 d1 d1/s", "d1/x.txt d1/s/x.txt", "x s/x"),  # all of it is in the first
        ("d1/s d1", "d1/x.txt d1/s/x.txt", "s/x d1/x"),
        ("d1 x.txt d2", "d1/x.txt d2/x.txt x.txt", "d1/x x d2/x"),
        ("d1 x.txt", "d1/x.txt x.txt", "x name-taken"),
        ("a/x.txt b/x.txt", "a/x.txt b/x.txt", "x name-taken"),
        ("05 d1 d2", "05/d1/x.txt d1/x.txt d2/x.txt", "05/d1/x d1/x d2/x"),
    ],
)
def test_folders_that_would_clash_go_into_folders_of_their_names(
    tmp_path: Path, inputs: str, files: str, wanted: str
) -> None:
    found = outputs(tmp_path, *inputs.split(), files=files)
    assert found == wanted.replace("*", tmp_path.name).split()


def test_what_would_wait_for_ever_is_left_out_of_folders(folder: Path) -> None:
    os.mkfifo(folder / "0.txt")
    (folder / "1.txt").symlink_to("/dev/zero")
    (folder / "2.txt").symlink_to("nope")  # which is told of when it is read
    assert names(planned(folder), folder)[:2] == ["2.txt", "a.txt"]
    assert names(planned(folder / "0.txt"), folder) == ["0.txt"]  # named: somebody will write to it


@pytest.mark.parametrize("name", ["nope", "nope/..", "a" * 300])
def test_what_is_not_there_is_a_task_all_the_same(name: str) -> None:
    """Reading it says what is wrong."""
    (task,) = plan([name], ["*.txt"], besides=Path("/nope"), apart=False)
    assert (task.path, task.failure) == (name, None)


def test_a_folder_that_cannot_be_searched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *_, last = planned(folder)
    assert last.failure is not None
    assert (last.failure.code, last.failure.label) == ("permission-denied", str(folder / "deep"))
    assert last.failure.message == "cannot search this folder: Permission denied"
