"""The examples in docstrings show what they say they show."""

import doctest
import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from test_readme import MINE, OWN_RULE

import govgraph

MODULES = sorted(
    one.name for one in pkgutil.walk_packages(govgraph.__path__, "govgraph.") if one.name != "govgraph.__main__"
)
EXAMPLES = [
    test for name in MODULES for test in doctest.DocTestFinder().find(import_module(name), name) if test.examples
]


def public_functions() -> dict[str, Callable[..., Any]]:
    """The functions of the front door, and the methods of a structure that are ours."""
    found = {f"govgraph.{name}": getattr(govgraph, name) for name in govgraph.__all__}
    functions = {name: one for name, one in found.items() if isinstance(one, FunctionType)}
    own = vars(govgraph.Structure).items()
    methods = {f"Structure.{name}": one for name, one in own if isinstance(one, FunctionType) and _is_ours(name, one)}
    internal = {"Structure.placed", "Structure.place"}  # for readers of files and for reports
    return {name: one for name, one in (functions | methods).items() if name not in internal}


def _is_ours(name: str, one: FunctionType) -> bool:
    return not name.startswith("_") and one.__module__.startswith("govgraph.")


@pytest.fixture
def in_a_folder_of_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the files that examples name: the structure, the settings and the rule that the pages show."""
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    (tmp_path / "govgraph.toml").write_text('select = ["REP", "ACC"]\n', encoding="utf-8")
    terms = "SEND Strategic Board\n\nThe Board meets every month.\n"
    (tmp_path / "terms.txt").write_text(terms, encoding="utf-8")
    (tmp_path / "ours.py").write_text(OWN_RULE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("in_a_folder_of_examples")
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_shows_what_it_says(example: doctest.DocTest) -> None:
    told: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(example, out=told.append)
    assert results.failed == 0, "".join(told)
    assert results.attempted == len(example.examples)


@pytest.mark.parametrize("name", public_functions())
def test_everything_public_is_told_with_an_example(name: str) -> None:
    assert ">>> " in (inspect.getdoc(public_functions()[name]) or "")


def test_the_methods_that_give_a_table_are_told_with_an_example() -> None:
    tables = {test.name.removesuffix(".to_frame") for test in EXAMPLES if test.name.endswith(".to_frame")}
    classes = {f"{one.__module__}.{one.__qualname__}" for one in _with_tables()}
    assert tables == classes


def _with_tables() -> set[type]:
    return {
        one
        for name in MODULES
        for one in vars(import_module(name)).values()
        if isinstance(one, type) and "to_frame" in vars(one)
    }
