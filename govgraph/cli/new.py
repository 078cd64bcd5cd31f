"""`govgraph new`: a starter in plain English, as a text file or as a workbook."""

from importlib.resources import files
from pathlib import Path

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import confirm, may_write, write_whole, writing_to


@click.command("new")
@click.argument("file", metavar="X.yaml|X.xlsx")
def command(file: str) -> int:
    """Write a starter file to fill in: an Excel workbook, or YAML.

    It never replaces a file that is already there.
    """
    path = Path(file)
    ending = path.suffix.lower()
    if ending not in (".yaml", ".yml", ".xlsx"):
        raise click.UsageError(f"{file}: the starter is YAML or a workbook; choose a name that ends in .yaml or .xlsx.")
    may_write(file, (), "The name")
    if path.exists():
        raise click.UsageError(f"{file} is already there; choose another name.")
    with report_input_errors(), writing_to(file):
        write_whole(path, _workbook() if ending == ".xlsx" else _text())
    confirm(f"Written: {file}. Fill it in, then run: govgraph check {file}")
    return NOTHING_FOUND


def _text() -> str:
    return files("govgraph.cli").joinpath("starter.yaml").read_text(encoding="utf-8")


def _workbook() -> bytes:
    from govgraph.formats.sheets.workbook_writer import template  # slow to load, and only a workbook needs it

    return template()
