"""Runs the notebooks, and says what is wrong with one. Run it (`make notebooks`) to write their outputs.

Whatever stands in the folder is run: no notebook is named anywhere.
"""

import re
import sys
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

FOLDER = Path(__file__).parents[1] / "notebooks"
_SECONDS = 120
_KEPT = {"image/png", "text/html", "text/plain"}


def found(folder: Path = FOLDER) -> list[Path]:
    """The notebooks in a folder."""
    return sorted(folder.glob("*.ipynb"))


def ran(path: Path) -> nbformat.NotebookNode:
    """A notebook after all its cells were run in a fresh kernel, with its folder as the working directory.

    Without what changes from run to run: times, versions, ids of cells, outputs for other programs.
    """
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook,
        timeout=_SECONDS,
        kernel_name="python3",
        record_timing=False,
        coalesce_streams=True,  # or what one cell prints may come in several pieces
        resources={"metadata": {"path": str(path.parent)}},
        extra_arguments=["--log-level=ERROR"],
    ).execute()
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", nbformat.from_dict({})
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = nbformat.from_dict(_alternatives(output.metadata))
            for kind in set(output.get("data", ())) - _KEPT:
                del output.data[kind]
    return notebook


def _alternatives(metadata: Any) -> dict[str, Any]:
    """The text alternatives of pictures, which are all that is kept of what an output says of itself."""
    return {kind: {"alt": said["alt"]} for kind, said in metadata.items() if "alt" in said}


def told(notebook: nbformat.NotebookNode) -> list[list[str]]:
    """The texts that each cell gives: what it prints, and the words of what it shows; pictures are left out."""
    return [[_words(output) for output in cell.get("outputs", [])] for cell in notebook.cells]


def _words(output: Any) -> str:
    if "text" in output:
        return str(output.text)
    data = output.get("data", {})
    html = re.sub(r"<style.*?</style>|<[^>]*>", " ", str(data.get("text/html", "")), flags=re.DOTALL)
    return " ".join(f"{data.get('text/plain', '')} {unescape(html)}".split())


def wrong_with(path: Path) -> str:
    """What is wrong with a notebook: an error, a warning, outputs that are not those of its cells; else nothing."""
    try:
        now = ran(path)
    except CellExecutionError as error:
        return f"{path.name} fails: {error}"
    for cell in now.cells:
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                return f"{path.name} warns in the cell\n{cell.source}\n\n{output.text}"
    for cell, kept, fresh in zip(now.cells, told(nbformat.read(path, as_version=4)), told(now), strict=True):
        if kept != fresh:
            return f"{path.name} is stale: run `make notebooks`. The cell\n{cell.source}\n\ngives {fresh}, not {kept}"
    return ""


if __name__ == "__main__":
    for one in [Path(name) for name in sys.argv[1:]] or found():
        nbformat.write(ran(one), one)
