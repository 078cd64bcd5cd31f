"""Heavy libraries are loaded only where they are needed: each way of using govgraph, and what it may load."""

import subprocess
import sys

import pytest

from helpers import FIXTURES

HEAVY = {
    "bs4",
    "defusedxml",
    "docx",
    "fontTools",
    "IPython",
    "jinja2",
    "lxml",
    "mammoth",
    "markdown_it",
    "matplotlib",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "pdfplumber",
    "pydantic",
    "pygraphviz",
    "python_calamine",
    "pyvis",
    "rdflib",
    "typst",
    "vsdx",
    "yaml",
}
STORY = str(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
BEFORE = str(FIXTURES / "changes" / "boards-merged" / "before.yaml")
AFTER = str(FIXTURES / "changes" / "boards-merged" / "after.yaml")
LOADED = """
import sys
from govgraph.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
sys.stderr.write(repr(sorted({heavy!r} & set(sys.modules)) + [name for name in {rooms!r} if name in sys.modules]))
"""
COMPARING = "govgraph.comparison.comparison"
READING_GIT = "govgraph.formats.git"


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        pytest.param(["--help"], [], id="help"),
        pytest.param(["check", "--help"], [], id="help of a command"),
        pytest.param(["check", STORY], ["pydantic", "yaml"], id="check"),
        pytest.param(["check", STORY, "--format", "sarif"], ["pydantic", "yaml", COMPARING], id="check for a server"),
        pytest.param(["answer", "--help"], [], id="help of answer"),
        pytest.param(["check", STORY, "--questions"], ["pydantic", "yaml"], id="questions"),
        pytest.param(["trace", STORY, "hwb"], ["pydantic", "yaml"], id="trace"),
        pytest.param(["check", AFTER, "--against", BEFORE], ["pydantic", "yaml", COMPARING], id="compare"),
        pytest.param(["draw", STORY, "-o", "-"], ["pydantic", "yaml"], id="draw nothing"),
        pytest.param(["explain"], ["pydantic", "yaml", COMPARING], id="explain"),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], loaded: list[str]) -> None:
    code = LOADED.format(arguments=arguments, heavy=HEAVY, rooms=[COMPARING, READING_GIT])
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr.splitlines()[-1] == repr(loaded)
