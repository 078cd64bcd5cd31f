"""The script of the page: its modules are small, fit into one, and have tests of their own, which run in Node."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from govgraph.diagram.page_script import modules, page_script
from helpers import ROOT, not_none

MOST_LINES = 200
TESTS = sorted((ROOT / "tests" / "diagram" / "page_script").glob("*.test.js"))
_TOP_LEVEL = re.compile(r"^(?:export )?(?:const|let|var|class|(?:async )?function\*?) +([\w$]+)", re.MULTILINE)
_IMPORT = re.compile(r"^import\b.*$", re.MULTILINE)


def node() -> str | None:
    """Node: that of the environment, which the test dependencies bring, else that of the machine."""
    return shutil.which("node", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


@pytest.mark.parametrize("tests", TESTS, ids=lambda path: path.name.split(".")[0])
def test_modules_do_what_their_own_tests_say(tests: Path) -> None:
    program = not_none(node())
    ran = subprocess.run([program, "--test", tests], capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stdout


def test_every_module_is_small() -> None:
    assert {name: lines for name, text in modules().items() if (lines := text.count("\n")) >= MOST_LINES} == {}


def test_each_module_stands_after_those_that_it_imports_and_imports_names_that_are_there() -> None:
    seen: dict[str, set[str]] = {}
    for name, text in modules().items():
        for line in _IMPORT.findall(text):
            imported = re.fullmatch(r'import \{ ([\w$, ]+) \} from "\./([\w.-]+)";', line)
            assert imported, (name, line)  # nothing is renamed: the names are one another's neighbours in the script
            assert set(imported[1].split(", ")) <= seen[imported[2]], (name, line)
        seen[name] = set(re.findall(r"^export const ([\w$]+)", text, re.MULTILINE))
        assert len(re.findall(r"^export ", text, re.MULTILINE)) == len(seen[name]), name
    assert list(seen)[-1] == "main.js"


def test_no_two_modules_have_a_name_in_common() -> None:
    names = Counter(name for text in modules().values() for name in _TOP_LEVEL.findall(text))
    assert [name for name, count in names.items() if count > 1] == []
    assert "init" in names


def test_the_script_is_the_code_of_its_modules_without_their_types() -> None:
    script = page_script()
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
    assert "@typedef" not in script
    assert "@param" not in script
    code = [
        line
        for text in modules().values()
        for line in re.findall(r"^(?:export )?(const \w+ = .*)$", text, re.MULTILINE)
    ]
    assert [line for line in code if line not in script] == []
    assert "</script" not in script
    assert page_script() == script
