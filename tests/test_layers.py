"""Imports only go downwards, never in a circle, and only the command line touches the outside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

import govgraph

PACKAGE = Path(govgraph.__file__).parent
# From the top: a room may use those below it. The front door (`__init__.py`) stands above all.
LAYERS = [
    "cli",
    "desk",
    "notebook",
    "testing",
    "showing",
    "pipeline",
    "board",
    "diagram",
    "render",
    "answers",
    "policy",
    "rules",
    "engine",
    "comparison",
    "findings",
    "exporters",
    "graph",
    "merging",
    "drafting",
    "importers",
    "formats",
    "model",
    "language",
    "display",
]
NETWORK = {"socket", "ssl", "urllib", "http", "requests"}
OUTSIDE = ("print(", "sys.exit", "os.environ", "os.getenv", "sys.stdout", "sys.stderr", "click")
BY_NAME = {
    "__init__.py": "public names, and the notebook, when they are first used",
    "importers/__init__.py": "the importers of this folder",
    "exporters/__init__.py": "the exporters of this folder",
    "cli/__init__.py": "the command that was typed",
    "cli/_exit_codes.py": "the format that was asked for",
    "cli/_run.py": "the format that was asked for",
    "rules/__init__.py": "the rules of this folder",
}
"""The files that load a module by its name, which the other tests here cannot see, and what they load."""


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {module(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(path: Path) -> Iterator[str]:
    """What a file imports, wherever in it: modules with dots, those of govgraph as exactly as they are named."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in PATHS else node.module


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def test_every_room_has_a_layer() -> None:
    assert {room(name) for name in PATHS} - {"__init__", "__main__"} == set(LAYERS)


def test_imports_only_go_downwards() -> None:
    height = {name: number for number, name in enumerate(reversed(["__init__", "__main__", *LAYERS]))}
    upward = [
        (name, other)
        for name, path in PATHS.items()
        for other in imports(path)
        if other in PATHS and room(other) != room(name) and height[room(other)] >= height[room(name)]
    ]
    assert upward == []


def test_no_files_import_one_another_in_a_circle() -> None:
    arrows = nx.DiGraph((name, other) for name, path in PATHS.items() for other in imports(path) if other in PATHS)
    assert [sorted(circle) for circle in nx.strongly_connected_components(arrows) if len(circle) > 1] == []


def test_modules_are_loaded_by_name_only_from_above() -> None:
    by_name = {path for path in PATHS.values() if "import_module(" in path.read_text(encoding="utf-8")}
    assert {path.relative_to(PACKAGE).as_posix() for path in by_name} == set(BY_NAME)


def test_only_the_command_line_prints_exits_or_reads_the_environment() -> None:
    inside = {name: path for name, path in PATHS.items() if room(name) != "cli"}
    texts = {name: path.read_text(encoding="utf-8") for name, path in inside.items()}
    assert [(name, word) for name, text in texts.items() for word in OUTSIDE if word in text] == []
    assert [name for name, path in inside.items() if "subprocess" in imports(path)] == ["govgraph.formats.git_objects"]


def test_nothing_speaks_to_a_network() -> None:
    used = {name for path in PATHS.values() for name in imports(path) if name.split(".")[0] in NETWORK}
    assert used <= {"urllib.parse"}  # which only writes addresses
