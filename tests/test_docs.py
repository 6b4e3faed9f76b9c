"""The pages of docs/ and the README say what the code does: lists are compared both ways, and examples run."""

from __future__ import annotations

import ast
import doctest
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import import_module, resources
from inspect import isfunction
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from presskit import record
from presskit.cli.main import app
from presskit.cli.meanings import MEANINGS
from presskit.export import EXPORTERS, csv
from presskit.lexicon import load
from presskit.pipeline import explain
from presskit.statements import rules

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "presskit"
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.glob("docs/*.md")}
PAGES |= {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CHANGELOG.md")}
MODULES = {path.relative_to(HOUSE): ast.parse(path.read_bytes()) for path in sorted(HOUSE.rglob("*.py"))}
ELLIPSIS = doctest.ELLIPSIS


def _rows(page: str, first: str) -> list[list[str]]:
    """The cells of every table of a page whose first column is headed ``first``."""
    tables = re.findall(r"(?:^\|.*\n)+", PAGES[page], re.MULTILINE)
    lines = (table.splitlines() for table in tables if table.startswith(f"| {first} |"))
    return [[cell.strip() for cell in row.strip("|").split("|")] for table in lines for row in table[2:]]


def _names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def _documented(page: str, first: str) -> list[str]:
    return [name for row in _rows(page, first) for name in _names(row[0])]


def _section(page: str, heading: str) -> str:
    return re.split(r"^#+ ", PAGES[page].partition(f"{heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGES[page], re.MULTILINE | re.DOTALL)


def _differences(documented: Iterable[str], there: Iterable[str]) -> dict[str, set[str]]:
    """What a page lacks, and what it has that is no more."""
    differences = {"missing": {*there} - {*documented}, "gone": {*documented} - {*there}}
    return {name: names for name, names in differences.items() if names}


# --- codes ----------------------------------------------------------------------------------------------------------

_KEBAB = re.compile(r"[a-z]+(?:-[a-z]+)+")
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Strings of that shape that are something else; and rooms in which they are names of rules, or of measures.
_NO_CODES = {"unicode-escape"}
_RULES_OF = ("layout", "statements")
_NO_CODES_OF = (*_RULES_OF, "evaluate", "repair")


def _strings(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _raised() -> dict[str, set[str]]:
    """The codes that errors are made with, and the classes of those errors."""
    codes: dict[str, set[str]] = {}
    for tree in MODULES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.endswith("Error"):
                code = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
                if isinstance(code, str) and _CODE.fullmatch(code):
                    codes.setdefault(code, set()).add(node.func.id)
    return codes


def _codes() -> set[str]:
    codes = set(_raised())
    for path, tree in MODULES.items():
        if not {*path.parts[:2]} & {*_NO_CODES_OF} and path.name != "meanings.py":
            codes |= {text for text in _strings(tree) if _KEBAB.fullmatch(text)}
    return codes - _NO_CODES


def test_every_code_is_documented_and_the_reverse() -> None:
    assert _differences(_documented("docs/codes.md", "code"), _codes()) == {}


def test_reports_say_what_codes_mean_in_the_words_of_the_page() -> None:
    told = {
        row[0].strip("`"): re.sub(r"\[([^]]*)\]\([^)]*\)|[`*]", r"\1", row[2]) for row in _rows("docs/codes.md", "code")
    }
    assert told == MEANINGS


def test_no_code_is_there_twice() -> None:
    """One that an error and an issue share is in the table of errors alone."""
    codes = _documented("docs/codes.md", "code")
    assert sorted(set(codes)) == sorted(codes)


def test_errors_are_of_the_classes_that_the_page_says() -> None:
    said = {row[0].strip("`"): set(_names(row[1])) for row in _rows("docs/codes.md", "code")}
    said = {code: classes for code, classes in said.items() if classes}  # else an issue, in a table of issues
    wrong = {code: classes for code, classes in _raised().items() if classes - said.get(code, classes)}
    assert wrong == {}


def test_severities_are_documented() -> None:
    assert _documented("docs/codes.md", "severity") == list(get_args(record.Severity))
    severities = {row[1] for row in _rows("docs/codes.md", "code")}
    assert {text for text in severities if "`" not in text} <= set(get_args(record.Severity))


# --- rules ----------------------------------------------------------------------------------------------------------

_FRAME_MAKERS = {"Frame", "frame_of", "_frame", "_direct"}
_LAYOUT = [import_module(f"presskit.layout.{path.stem}") for path in sorted((HOUSE / "layout").glob("[!_]*.py"))]


def _rule_name(function: Any) -> str:
    """As `presskit.layout.page.mark` makes it."""
    return str(function.__name__).strip("_").replace("_", "-")


def _layout_lists() -> Iterator[list[str]]:
    """The ordered lists of the layout: tuples of a kind and a rule."""
    for module in _LAYOUT:
        for value in vars(module).values():
            if isinstance(value, tuple) and value and all(_is_rule(item) for item in value):
                yield [_rule_name(rule) for _, rule in value]


def _is_rule(item: object) -> bool:
    return isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str) and isfunction(item[1])


def _marked(tree: ast.AST) -> Iterator[str]:
    """The functions that ``mark`` is given by name."""
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "mark":
            names = (argument.id for argument in node.args if isinstance(argument, ast.Name))
            yield from (name.strip("_").replace("_", "-") for name in names if name in functions)


def _made_frames(tree: ast.AST) -> Iterator[str]:
    """The names that frames are made with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _FRAME_MAKERS:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from (text for argument in given if isinstance(argument, ast.Constant) for text in _strings(argument))


def _rule_names() -> set[str]:
    names = {name for some in _layout_lists() for name in some}
    for path, tree in MODULES.items():
        if path.parts[0] in _RULES_OF:
            names |= {text for text in _strings(tree) if _KEBAB.fullmatch(text)}
            names |= {*(_marked(tree) if path.parts[0] == "layout" else _made_frames(tree))}
    return names


def test_every_rule_is_documented_and_the_reverse() -> None:
    assert _differences(_documented("docs/rules.md", "rule"), _rule_names()) == {}


@pytest.mark.parametrize("ordered", [*_layout_lists(), [_rule_name(rule) for rule in rules.RULES]], ids=" ".join)
def test_rules_are_documented_in_the_order_in_which_they_are_tried(ordered: list[str]) -> None:
    documented = _documented("docs/rules.md", "rule")
    assert [name for name in documented if name in ordered] == ordered


@pytest.mark.parametrize("row", _rows("docs/rules.md", "rule"), ids=lambda row: row[0])
def test_the_example_of_a_rule_shows_it(row: list[str]) -> None:
    name, kind, _, example = row
    if example == "—":
        pytest.skip("no text is known in which this rule decides")
    found = explain(example.replace(" ⏎ ", "\n"))
    kinds = {block.kind.replace("_", " ") for block in found.blocks if block.rule == name.strip("`")}
    forms = {
        part.form
        for statement in found.record.statements
        if statement.rule == name.strip("`")
        for part in statement.content
    }
    assert (kinds | forms) & set(re.findall(r"direct|indirect|[a-z]+(?: mark)?", kind))


# --- the record, its formats, the lexicon ---------------------------------------------------------------------------


def _models() -> list[type[BaseModel]]:
    return [
        value
        for name, value in vars(record).items()
        if isinstance(value, type) and issubclass(value, BaseModel) and value is not BaseModel and name[0] != "_"
    ]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_field_is_documented(model: type[BaseModel]) -> None:
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`\n]+`", PAGES["docs/fields.md"]))))
    assert set(model.model_fields) - words == set()


def test_no_field_is_documented_that_there_is_not() -> None:
    fields = {name for model in _models() for name in model.model_fields}
    assert set(_documented("docs/fields.md", "field")) - fields == set()


def test_closed_lists_are_documented() -> None:
    kinds = [row[0].strip("`") for row in _rows("docs/fields.md", "kind")]
    assert kinds == list(get_args(record.OccasionKind))
    for names in (record.Severity, record.Form, record.Where, record.MentionKind):
        assert [name for name in get_args(names) if f"`{name}`" not in PAGES["docs/fields.md"]] == []


@pytest.mark.parametrize("rows", get_args(csv.Rows))
def test_csv_columns_are_documented(rows: str) -> None:
    out = io.StringIO()
    EXPORTERS["csv"]([], out, rows=rows)  # type: ignore[call-arg]
    every, of_rows = (
        re.findall(r"`(\w+)`", re.sub(r"(?m)^(\|[^|]*\|).*", r"\1", _section("docs/formats.md", heading)))
        for heading in ("### Columns of every row", f"### Columns of `--rows {rows}`")
    )
    assert out.getvalue().strip().split(",") == [*every, *of_rows]


def test_formats_are_documented() -> None:
    named = {name for row in _rows("docs/formats.md", "format") for cell in row[1:4] for name in _names(cell)}
    assert named == {*EXPORTERS, "table"}


def test_tables_of_the_lexicon_are_documented_and_the_reverse() -> None:
    files = resources.files("presskit.lexicon").joinpath("data").iterdir()
    tables = {name for file in files for name in tomllib.loads(file.read_text(encoding="utf-8"))}
    documented = {*_documented("docs/lexicon.md", "table"), "organisation"}  # which has a section of its own
    assert _differences(documented, tables) == {}
    assert "table `organisation`" in PAGES["docs/lexicon.md"]


def test_the_lexicon_of_the_page_is_one(tmp_path: Path) -> None:
    (example,) = _blocks("docs/lexicon.md", "toml")
    file = tmp_path / "words.toml"
    file.write_text(example, encoding="utf-8")
    assert "هشدار تند" in load(file).elements


def _words(tree: ast.Module) -> set[str]:
    """The words of the strings that a module works with: not those of its docstrings."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return {word for node in strings if isinstance(node.value, str) for word in re.findall(r"\w+", node.value)}


def test_verbs_that_stand_in_rules_are_documented_and_the_reverse() -> None:
    lexicon = load()
    verbs = {*lexicon.simple, *lexicon.elements, *lexicon.light}
    there = {path.name for path, tree in MODULES.items() if path.parts[0] == "statements" and _words(tree) & verbs}
    assert _differences(_documented("docs/development.md", "module"), there) == {}


# --- commands -------------------------------------------------------------------------------------------------------


def _commands() -> dict[str, Any]:
    import typer

    group: Any = typer.main.get_command(app())
    return dict(group.commands)


@pytest.mark.parametrize(("name", "command"), [*_commands().items()])
def test_every_command_has_help_with_an_example_and_a_place_in_the_readme(name: str, command: Any) -> None:
    assert re.search(rf"Examples?:\n(?:.*\n)*? +presskit {name} ", command.help)
    assert f"**{name}**" in PAGES["README.md"]
    assert any(f"presskit {name} " in block for block in _blocks("README.md", "console"))


@pytest.mark.parametrize(("name", "command"), [*_commands().items()])
def test_every_option_is_documented(name: str, command: Any) -> None:
    options = [option for option in command.params if option.param_type_name == "option"]
    assert [option.name for option in options if not option.help] == []
    pages = "\n".join(PAGES.values())
    missing = [
        flag for option in options for flag in option.opts if not re.search(rf"(?<![\w-]){flag}(?![\w-])", pages)
    ]
    assert missing == []


# --- examples -------------------------------------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the seeds in it, and a ``presskit`` of this interpreter on the path."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = tmp_path / "bin" / "presskit"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m presskit "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    for block in _blocks("docs/lexicon.md", "toml"):
        (tmp_path / "words.toml").write_text(block, encoding="utf-8")
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _shell_examples() -> Iterator[Any]:
    for page in PAGES:
        for number, block in enumerate(_blocks(page, "console")):
            if any(sign in block for sign in ("seeds/", "presskit schema", "presskit repair")):
                yield pytest.param(block, id=f"{page}-{number}")


_NO_HAZM = "presskit: hazm is not installed: the repair knows presskit's own words alone"  # on Python 3.14


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no sh")
@pytest.mark.parametrize("block", [*_shell_examples()])
def test_shell_examples_run(block: str, checkout: Path) -> None:
    for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = example.partition("\n")
        done = subprocess.run(
            ["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8"
        )
        got = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines() if line != _NO_HAZM)
        assert doctest.OutputChecker().check_output(expected, got, ELLIPSIS), f"$ {command}\n{got}"


@pytest.mark.parametrize("page", [page for page in PAGES if ">>> " in PAGES[page]])
def test_python_examples_of_the_pages_run(page: str, checkout: Path) -> None:
    failed, _ = doctest.testfile(str(ROOT / page), module_relative=False, encoding="utf-8")
    assert not failed


@pytest.mark.parametrize("path", [path for path in MODULES if path.stem != "__main__"], ids=str)
def test_python_examples_of_the_modules_run(path: Path) -> None:
    name = ".".join(("presskit", *path.with_suffix("").parts)).removesuffix(".__init__")
    failed, _ = doctest.testmod(import_module(name))
    assert not failed


# --- the house ------------------------------------------------------------------------------------------------------


def _rooms() -> Iterator[tuple[str, list[str]]]:
    """The packages that a section of docs/development.md is about, and the modules that its table names."""
    for room in re.findall(r"^### `([\w/]+)`$", PAGES["docs/development.md"], re.MULTILINE):
        rows = re.findall(r"^\| (`[^|]*) \|", _section("docs/development.md", f"### `{room}`"), re.MULTILINE)
        yield room, [name for cell in rows for name in _names(cell) if name.endswith(".py")]


def test_every_module_is_in_the_tables_of_the_house_and_the_reverse() -> None:
    rooms = _documented("docs/development.md", "room")
    documented = [f"{name}.py" for name in rooms if not (HOUSE / name).is_dir()]
    documented += [f"{room}/{name}" for room, names in _rooms() for name in names]
    there = [path.as_posix() for path in MODULES if not path.name.startswith("_")]
    assert sorted(documented) == sorted(there)


def test_every_package_is_a_room_of_the_house() -> None:
    packages = {path.parent.as_posix() for path in MODULES} - {"."}
    assert packages == {room for room, _ in _rooms()}
    assert {room.partition("/")[0] for room in packages} <= {*_documented("docs/development.md", "room")}


# --- links ----------------------------------------------------------------------------------------------------------


def _anchor(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def _links() -> Iterator[tuple[str, str]]:
    for page, text in PAGES.items():
        prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
        prose = re.sub(r"`[^`\n]*`", "", prose)
        links = re.findall(r"\]\(([^)\s]+)\)", prose)
        yield from ((page, link) for link in links if not link.startswith("https://"))


@pytest.mark.parametrize(("page", "link"), sorted(set(_links())))
def test_links_resolve(page: str, link: str) -> None:
    target, _, anchor = link.partition("#")
    file = (ROOT / page).parent.joinpath(target) if target else ROOT / page
    assert file.is_file()
    if anchor:
        headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert anchor in map(_anchor, headings)


def test_every_page_is_found_from_the_readme() -> None:
    linked = {link.partition("#")[0] for page, link in _links() if page == "README.md"}
    assert {page for page in PAGES if page != "README.md"} - linked == set()
