"""`govgraph convert`: a structure from one form into another, with nothing lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import confirm, may_write, writing_to

if TYPE_CHECKING:
    from govgraph.model import Structure


@click.command("convert")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.argument("output", metavar="X.yaml|json|xlsx|FOLDER")
@click.option("--overwrite", is_flag=True, help="Write over a file that is already there.")
@click.option("--redact", is_flag=True, help="Leave out the names of people (under Person, on seats and contacts).")
def command(files: tuple[str, ...], output: str, overwrite: bool, redact: bool) -> int:
    """Write a structure as YAML, JSON, an Excel workbook or CSV files.

    The ending of the last name says which. A name without an ending is a new folder of CSV files. Several files become
    one. Comments in YAML, and columns of your own in a workbook, are left out.
    """
    from govgraph.cli._run import read_and_notify  # `--help` needs none of what these bring in
    from govgraph.formats.structure_files import output_suffix, write
    from govgraph.model.content import named_people

    with report_input_errors():
        folder = output_suffix(output) == ""
        _may_write(output, files, folder=folder, overwrite=overwrite)
        structure = read_and_notify(*files)
        with writing_to(output):
            write(structure, output, with_names=not redact)
    confirm(f"Written: {output}, with {_counted(structure)}.")
    people = len(named_people(structure))
    if people and not redact:
        what = "the name of 1 person" if people == 1 else f"the names of {people} people"
        click.echo(f"It holds {what}: personal data. --redact leaves names out.", err=True)
    return NOTHING_FOUND


def _may_write(output: str, files: tuple[str, ...], *, folder: bool, overwrite: bool) -> None:
    if not folder:
        may_write(output, files, "The name")
        if Path(output).exists() and not overwrite:
            raise click.UsageError(f"{output} is already there; choose another name, or add --overwrite.")
    elif not Path(output).absolute().parent.is_dir():
        raise click.UsageError(f"{output}: there is no folder {Path(output).parent}.")


def _counted(structure: "Structure") -> str:
    from govgraph.language import listed, plural  # as above
    from govgraph.model import relation_keys

    bodies = structure.bodies.values()
    relations = sum(len(body.relations(key)) for body in bodies for key in relation_keys())
    seats = sum(seat.count for body in bodies for seat in body.seats)
    return listed([plural(len(bodies), "body", "bodies"), plural(relations, "relation"), plural(seats, "seat")])
