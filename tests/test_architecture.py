"""The plan of the house, held over the syntax trees: who may know whom, and what start-up may not load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1] / "src" / "presskit"
PATHS = sorted(HOUSE.rglob("*.py"))
MODULES = {path.relative_to(HOUSE).as_posix(): ast.parse(path.read_bytes()) for path in PATHS}
TOOLS = {"typer", "rich"}  # of the command line alone
HEAVY = TOOLS | {"hazm", "jdatetime", "zoneinfo", "tzdata", "jsonschema"}

# Which rooms a room may know, besides itself. One that is not named here may know all but the command line.
MAY_KNOW = {
    "errors": set(),
    "record": set(),
    "text": {"errors", "record", "userdirs", "_version"},
    "lexicon": {"errors", "text", "userdirs", "_version"},
    "check": {"errors", "record"},
    "export": {"errors", "record"},
}
MAY_NOT_KNOW = {"layout": {"statements"}, "fields": {"statements"}}


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _at_start(tree: ast.Module) -> Iterator[str]:
    """What is imported with the module itself: outside functions, and not for the type checker alone."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) and "TYPE_CHECKING" not in ast.unparse(node):
            yield from _imports(node)


def _room(module: str) -> str:
    return module.split("/")[0].removesuffix(".py")


ROOMS = {_room(module) for module in MODULES}


def _libraries(imports: Iterator[str]) -> set[str]:
    return {name.split(".")[0] for name in imports}


@pytest.mark.parametrize("module", MODULES)
def test_import_law(module: str) -> None:
    room = _room(module)
    names = (name.split(".") for name in _imports(MODULES[module]))
    known = {parts[1] for parts in names if parts[0] == "presskit" and len(parts) > 1}
    allowed = MAY_KNOW.get(room, ROOMS - {"cli"} - MAY_NOT_KNOW.get(room, set()))
    assert known & ROOMS <= allowed | {room} or room == "__main__"


@pytest.mark.parametrize("module", [module for module in MODULES if _room(module) != "cli"])
def test_printing_the_clock_and_terminals_live_in_the_command_line(module: str) -> None:
    calls = [node.func for node in ast.walk(MODULES[module]) if isinstance(node, ast.Call)]
    assert not {call.id for call in calls if isinstance(call, ast.Name)} & {"print", "input", "breakpoint"}
    assert not {call.attr for call in calls if isinstance(call, ast.Attribute)} & {"now", "today", "utcnow"}
    assert not _libraries(_imports(MODULES[module])) & (TOOLS | {"time"})


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_wait_until_they_are_used(module: str) -> None:
    assert not _libraries(_at_start(MODULES[module])) & (HEAVY - (TOOLS if _room(module) == "cli" else set()))
    assert "hazm" not in _libraries(_imports(MODULES[module])) or module == "text/hazm.py"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_read_in_one_sitting(module: str) -> None:
    lines = (HOUSE / module).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 320
    functions = (node for node in ast.walk(MODULES[module]) if isinstance(node, ast.FunctionDef))
    assert not [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 60]


@pytest.mark.parametrize(
    ("start", "absent"),
    [
        ("from presskit.cli.main import app; app()", {"pydantic", "rich", "hazm", "multiprocessing"}),
        ("import presskit; presskit.parse('گفت')", {"typer", "rich", "hazm", "multiprocessing"}),
    ],
)
def test_start_up_is_light(start: str, absent: set[str]) -> None:
    code = f"{start}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert not set(done.stdout.decode().split()) & absent
