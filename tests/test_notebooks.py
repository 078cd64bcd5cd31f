"""Every notebook in the folder runs, warns of nothing, and holds the outputs that it gives."""

import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from helpers import mostly_long
from notebooks import FOLDER, found, ran, wrong_with

MOST_BYTES = 400_000
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.mark.parametrize("path", mostly_long(found(), found()[0]), ids=lambda path: path.stem)
def test_a_notebook_runs_and_its_outputs_are_fresh(path: Path) -> None:
    assert wrong_with(path) == ""


@pytest.mark.parametrize("path", found(), ids=lambda path: path.stem)
def test_a_notebook_can_be_read(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert path.stat().st_size < MOST_BYTES
    assert notebook.cells[0].source.startswith("# "), "it begins with its title"
    kinds = [cell.cell_type for cell in notebook.cells]
    for number, kind in enumerate(kinds):
        assert kind == "markdown" or kinds[number - 1] == "markdown", "each cell of code is told before it"


@pytest.mark.parametrize("path", found(), ids=lambda path: path.stem)
def test_every_picture_has_a_text_alternative(path: Path) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            assert "image/png" not in data or len(output.metadata["image/png"]["alt"]) > 40
            assert all(' alt="' in picture for picture in re.findall(r"<img[^>]*>", data.get("text/html", "")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the folder, to drop notebooks into."""
    return shutil.copytree(FOLDER, tmp_path / "notebooks")


def dropped(folder: Path, *sources: str, output: str | None = None) -> Path:
    """A new notebook in a folder, with an output of its first cell where one is given."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    if output is not None:
        cells[0].outputs = [nbformat.v4.new_output("stream", text=output)]
    path = folder / "99_another.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_a_notebook_that_is_dropped_into_the_folder_is_run(folder: Path) -> None:
    path = dropped(folder, "from pathlib import Path\nPath('was_run').write_text('yes'); print('run')", output="run\n")
    assert found(folder) == [*(folder / one.name for one in found()), path]
    assert wrong_with(path) == ""
    assert (folder / "was_run").read_text() == "yes", "its folder is where it runs"


@pytest.mark.parametrize(
    ("source", "output", "told"),
    [
        ("import govgraph\ngovgraph.read('not there')", None, "There is no such file."),
        ("1 / 0", None, "ZeroDivisionError"),
        ("import warnings\nwarnings.warn('old')", None, "warns"),
        ("print('new')", "old\n", "is stale: run `make notebooks`"),
        ("print('new')", None, "is stale: run `make notebooks`"),
    ],
)
def test_what_is_wrong_with_a_notebook_is_told(folder: Path, source: str, output: str | None, told: str) -> None:
    assert told in wrong_with(dropped(folder, source, output=output))


def test_what_is_wrong_with_a_file_is_told_without_a_traceback(folder: Path) -> None:
    (folder / "wrong.yaml").write_text("bodies: {board: {name: The Board, kind: bord}}", encoding="utf-8")
    notebook = nbformat.read(dropped(folder, "import govgraph\ngovgraph.read('wrong.yaml')"), as_version=4)
    where = {"metadata": {"path": str(folder)}}
    options: dict[str, Any] = {"resources": where, "allow_errors": True, "extra_arguments": ["--log-level=ERROR"]}
    NotebookClient(notebook, kernel_name="python3", **options).execute()
    (told,) = notebook.cells[0].outputs
    assert len(told.traceback) == 1
    assert told.traceback[0].startswith("wrong.yaml:1:41: kind should be board, committee,")


def test_a_second_run_gives_the_same_file(folder: Path) -> None:
    path = dropped(
        folder, "import govgraph\ngovgraph.read_text('bodies: {b: {name: B, kind: board}}').at('2020-01-01')"
    )
    first, second = (nbformat.writes(ran(path)) for _ in range(2))
    assert first == second
    assert "iopub" not in second, "no times"
