"""`govgraph convert`: a structure from one form into another, also from and to the files of other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import confirm, may_write, writing_to

if TYPE_CHECKING:
    from govgraph.exporters import Exporter
    from govgraph.model import Structure


@click.command("convert")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.argument("output", metavar="X.yaml|json|xlsx|FOLDER")
@click.option("--overwrite", is_flag=True, help="Write over a file that is already there.")
@click.option("--redact", is_flag=True, help="Leave out the names of people (under Person, on seats and contacts).")
@click.option(
    "--from", "importer", metavar="NAME", help="Read every FILE as a file of this tool: moderngov, popolo ..."
)
@click.option("--to", "exporter", metavar="NAME", help="Write a file for another tool: popolo, kumu ...")
def command(
    files: tuple[str, ...], output: str, overwrite: bool, redact: bool, importer: str | None, exporter: str | None
) -> int:
    """Write a structure as YAML, JSON, an Excel workbook or CSV files.

    The ending of the last name says which. A name without an ending is a new folder of CSV files. Several files become
    one. Comments in YAML, and columns of your own in a workbook, are left out.

    Files of other tools are read too, and known by what they hold. What a file does not state outright is proposed on
    the sheet Draft, for you to confirm.
    """
    from govgraph.formats.structure_files import output_suffix  # `--help` needs none of what these bring in
    from govgraph.importers.reading import read_any
    from govgraph.language import plural
    from govgraph.model.content import named_people

    with report_input_errors():
        other = _exporter(output, exporter)
        folder = other.is_folder if other is not None else output_suffix(output) == ""
        _may_write(output, files, folder=folder, overwrite=overwrite)
        structure = read_any(*files, importer=importer)
        for notice in structure.notices:
            click.echo(str(notice), err=True)
        with writing_to(output):
            has_names = _write(structure, output, other, with_names=not redact)
    confirm(f"Written: {output}, {f'as {other.name}' if other else f'with {_counted(structure)}'}.")
    if structure.draft and other is None:
        confirm(
            f"To confirm in it: {plural(len(structure.draft), 'proposal')}. Write yes, no or change under Confirmed."
        )
    people = len(named_people(structure))
    if people and has_names:
        what = "the name of 1 person" if people == 1 else f"the names of {people} people"
        click.echo(f"It holds {what}: personal data. --redact leaves names out.", err=True)
    return NOTHING_FOUND


def _exporter(output: str, name: str | None) -> "Exporter | None":
    """The exporter that is named, or that the end of the file's name asks for; None for a form of govgraph's own."""
    from govgraph.exporters import exporter_for, exporters  # as above
    from govgraph.model.faults import input_error, nearest

    if name is None:
        return exporter_for(output)
    known = exporters()
    if name not in known:
        raise input_error(
            f"Nothing is written for '{name}'.{nearest(name, list(known))} There are: {', '.join(known)}."
        )
    return known[name]


def _write(structure: "Structure", output: str, exporter: "Exporter | None", *, with_names: bool) -> bool:
    """Write the structure, and return whether names of people may be in what was written."""
    from govgraph.formats.atomic_write import write_file, write_folder  # as above
    from govgraph.formats.structure_files import write

    if exporter is None:
        write(structure, output, with_names=with_names)
        return with_names
    exported = exporter.render(structure, with_names)
    if isinstance(exported.content, bytes):
        write_file(Path(output), exported.content)
    else:
        write_folder(Path(output), exported.content)
    for notice in exported.notices:
        click.echo(f"{output}: {notice}", err=True)
    return with_names and exporter.render(structure, False).content != exported.content


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
