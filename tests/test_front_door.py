"""What `import govgraph` gives."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import govgraph
from helpers import ROOT

MODULES = [
    module.name for module in walk_packages(govgraph.__path__, "govgraph.") if module.name != "govgraph.__main__"
]
EACH_ALONE = """
import importlib, pkgutil, govgraph
public = {name: getattr(govgraph, name) for name in govgraph.__all__}
for module in pkgutil.walk_packages(govgraph.__path__, "govgraph."):
    if module.name != "govgraph.__main__":
        scope = {}
        exec(f"import {module.name} as found", scope)
        assert scope["found"].__name__ == module.name, module.name
assert public == {name: getattr(govgraph, name) for name in govgraph.__all__}
"""


def test_every_module_can_be_imported_and_none_takes_the_place_of_a_public_name() -> None:
    ran = subprocess.run([sys.executable, "-c", EACH_ALONE], capture_output=True, text=True, check=False)
    assert ran.stderr == ""


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_found_under_its_name(name: str) -> None:
    assert Path(str(import_module(name).__file__)).is_relative_to(ROOT / "govgraph")


def test_completion_shows_the_public_names_and_no_other() -> None:
    assert dir(govgraph) == sorted([*govgraph.__all__, "__version__"])
    assert all(callable(getattr(govgraph, name)) for name in govgraph.__all__)


def test_no_room_has_the_name_of_a_public_function() -> None:
    rooms = {name.split(".")[1] for name in MODULES}
    assert rooms.isdisjoint(govgraph.__all__)


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    assert govgraph.__version__ == version("govgraph")


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="module 'govgraph' has no attribute 'checks'"):
        getattr(govgraph, "checks")  # noqa: B009 - no name that a type checker would take


def test_completion_of_a_structure_shows_what_is_ours() -> None:
    shown = dir(govgraph.read_text("bodies: {board: {name: The Board, kind: board}}"))
    assert {"at", "bodies", "title", "view", "with_body", "with_seat", "without", "to_frame"} <= set(shown)
    assert [name for name in shown if name.startswith(("model_", "parse_")) or name in ("copy", "dict", "json")] == []
