"""`govgraph merge`: several sources of one area as one file, in which what may be the same is proposed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import confirm, may_write, writing_to

if TYPE_CHECKING:
    from govgraph.merging import Merged, Part


@click.command("merge")
@click.argument("files", nargs=-1, required=True, metavar="FILE FILE...")
@click.option("-o", "--output", required=True, metavar="X.xlsx|yaml|json", help="The file to write.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is already there.")
@click.option("--redact", is_flag=True, help="Leave out the names of people (under Person, on seats and contacts).")
def command(files: tuple[str, ...], output: str, overwrite: bool, redact: bool) -> int:
    """Put two or more sources of one area together.

    Bodies, groups of people and themes that are in two files by one name are proposed to be the same, and what the
    files say differently of them becomes a question. The sheet Draft has these as rows: write yes under Confirmed
    where a row is right. Until then, each file's own entries stand side by side.

    Each entry keeps its source; one without a source has its file as the source. Files of other tools are read as
    `govgraph convert` reads them.
    """
    from govgraph.formats.structure_files import output_suffix, write  # `--help` needs none of what these bring in
    from govgraph.importers.reading import read_any
    from govgraph.merging import Part, merge
    from govgraph.model.content import named_people
    from govgraph.model.faults import collect_faults

    with report_input_errors():
        may_write(output, files)
        if output_suffix(output) and Path(output).exists() and not overwrite:
            raise click.UsageError(f"{output} is already there; choose another name, or add --overwrite.")
        read = collect_faults(*(partial(read_any, file) for file in files))
        parts = [Part(name, structure) for name, structure in zip(_names(files), read, strict=True)]
        merged = merge(parts)
        for notice in (*(notice for part in parts for notice in part.structure.notices), *merged.structure.notices):
            click.echo(str(notice), err=True)
        with writing_to(output):
            write(merged.structure, output, with_names=not redact)
    for sentence in _told(merged, parts, output):
        confirm(sentence)
    people = len(named_people(merged.structure))
    if people and not redact:
        what = "the name of 1 person" if people == 1 else f"the names of {people} people"
        click.echo(f"It holds {what}: personal data. --redact leaves names out.", err=True)
    return NOTHING_FOUND


def _names(files: tuple[str, ...]) -> list[str]:
    """What each file is called as a source: its name, or, where two have one name, the way to it."""
    names = [Path(file).name for file in files]
    return [name if names.count(name) == 1 else file for name, file in zip(names, files, strict=True)]


def _told(merged: "Merged", parts: "list[Part]", output: str) -> list[str]:
    """What was put together, what may be the same, and what to do next."""
    from govgraph.language import listed, plural  # as above

    counts = listed([f"{plural(len(part.structure.bodies), 'body', 'bodies')} of {part.name}" for part in parts])
    told = [f"Written: {output}, with {counts}."]
    if merged.joined:
        told.append(f"The same in both, and joined: {listed(merged.joined)}.")
    if merged.same:
        told.append(f"Perhaps the same: {listed(merged.same)}.")
    if merged.alike:
        told.append(f"Only alike in their names: {listed(merged.alike)}.")
    if merged.differences:
        told.append(f"The files differ in {plural(len(merged.differences), 'way')}; each is a question.")
    rows = sum(row.confirmed is None for row in merged.structure.draft)
    if rows:
        place = "the sheet Draft" if output.lower().endswith(".xlsx") else "its draft"
        told.append(f"Open {output}: {place} has {plural(rows, 'row')} to confirm.")
    return told
