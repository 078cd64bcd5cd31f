"""Imports only go downwards."""

import ast
from pathlib import Path

import pytest

import govgraph

PACKAGE = Path(govgraph.__file__).parent
# From the top; a room may use those below it, and those beside it only where they stand in one line.
LAYERS = [
    ["cli"],
    ["showing"],
    ["pipeline"],
    ["paper"],
    ["report"],
    ["draw"],
    ["words"],
    ["diff", "write"],
    ["settings"],
    ["rules", "measures"],
    ["graph"],
    ["read", "findings"],
    ["sheets"],
    ["model"],
]
HEIGHT = {room: height for height, rooms in enumerate(reversed(LAYERS)) for room in rooms}


def modules(path: Path) -> set[str]:
    """What a file imports, with dots."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "govgraph":
                names.update(f"govgraph.{alias.name}" for alias in node.names)
    return names


def imports(path: Path) -> set[str]:
    """The rooms that a file imports from."""
    return {name.split(".")[1] for name in modules(path) if name.startswith("govgraph.")}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if room_of(path) in HEIGHT]


def test_every_room_has_a_layer() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")} - {"__init__", "__main__"}
    assert rooms == set(HEIGHT)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_only_go_downwards(path: Path) -> None:
    here = room_of(path)
    upward = {room for room in imports(path) - {here} if HEIGHT[room] >= HEIGHT[here]}
    assert not upward


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints_exits_or_reads_the_environment(path: Path) -> None:
    if room_of(path) == "cli":
        return
    text = path.read_text(encoding="utf-8")
    assert "subprocess" not in modules(path) or path.relative_to(PACKAGE).as_posix() == "read/git_program.py"
    for word in ("print(", "sys.exit", "os.environ", "os.getenv", "sys.stdout", "sys.stderr", "click"):
        assert word not in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_speaks_to_a_network(path: Path) -> None:
    found = {name for name in modules(path) if name.split(".")[0] in {"socket", "ssl", "urllib", "http", "requests"}}
    assert found <= {"urllib.parse"}  # which only writes addresses


def test_only_what_shows_itself_in_a_notebook_or_is_refused_in_one_has_a_door_to_a_room_above() -> None:
    # Loading by name would go round the test of imports. Behind these doors is how a thing shows itself in a notebook,
    # as a picture, in words or as a table, and how it is told that something said in code is refused.
    doors = {path.relative_to(PACKAGE).as_posix() for path in FILES if "import_module(" in path.read_text("utf-8")}
    below_the_top = {door for door in doors if not door.startswith("cli/")}
    among_themselves = {"rules/_rule.py"}
    shows_itself = {"model/structure.py", "findings/report.py", "graph/tracing.py"}
    assert below_the_top - among_themselves == shows_itself | {"model/altered.py"}
