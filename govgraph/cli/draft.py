"""`govgraph draft`: from the documents people have to a draft, in which everything is to be confirmed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._output import confirm, may_write, writing_to

if TYPE_CHECKING:
    from govgraph.model import Structure


@click.command("draft")
@click.argument("files", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("-o", "--output", required=True, metavar="X.xlsx|yaml", help="The draft to write.")
@click.option("--onto", metavar="FILE", help="A structure, or a draft, to which this is added.")
@click.option("--reader", "readers", multiple=True, metavar="NAME", help="Also ask a reader of an installed package.")
@click.option("--overwrite", is_flag=True, help="Write over a file that is already there.")
@click.option("--redact", is_flag=True, help="Leave out the names of people (under Person) that --onto brings.")
def command(
    files: tuple[str, ...], output: str, onto: str | None, readers: tuple[str, ...], overwrite: bool, redact: bool
) -> int:
    """Read documents and propose the structure that they describe: Word, PDF, HTML, Markdown or text.

    Each row of the draft is one proposal, with the sentence that says so. Write yes under Confirmed where it is right,
    no where it is wrong, or correct the row and write change. Only what is confirmed is read as a statement. That
    somebody has no seat, or that a list is complete, is never proposed.

    The sentences stand in the draft as the documents have them. Where these name people, so does the draft.
    """
    from govgraph.drafting.draft import draft  # `--help` needs none of what these bring in
    from govgraph.formats.structure_files import output_suffix, read_draft, write
    from govgraph.model.faults import input_error

    with report_input_errors():
        may_write(output, (*files, *filter(None, [onto])))
        if output_suffix(output) and Path(output).exists() and not overwrite:
            raise click.UsageError(f"{output} is already there; choose another name, or add --overwrite.")
        if overwrite and Path(output).is_file():
            _keep_answers(output)
        known = read_draft(onto) if onto is not None else None
        drafted = draft(*files, known=known, readers=readers)
        if not drafted.draft and known is None:
            raise input_error("Nothing was found there that a structure is made of, so nothing is written.")
        for notice in drafted.notices:
            click.echo(str(notice), err=True)
        with writing_to(output):
            write(drafted, output, with_names=not redact)
    for sentence in _summary(drafted, output):
        confirm(sentence)
    return NOTHING_FOUND


def _summary(drafted: "Structure", output: str) -> list[str]:
    """What is proposed, and what to do next."""
    from govgraph.language import listed, plural  # as above
    from govgraph.model.proposal import HAS_A_SEAT, IS_A

    rows = [row for row in drafted.draft if row.confirmed is None]
    if not rows:
        return [f"Written: {output}. The documents say nothing that it did not have."]
    bodies = [row.body for row in rows if row.what == IS_A]
    seats = sum(row.what == HAS_A_SEAT for row in rows)
    questions = sum(row.question is not None for row in rows)
    place = "the sheet Draft" if output.lower().endswith(".xlsx") else "its draft"
    sentences = [f"Written: {output}, with {plural(len(rows), 'proposal')}."]
    if bodies:
        sentences.append(f"{plural(len(bodies), 'body', 'bodies')}: {listed(bodies)}.")
    if seats:
        sentences.append(f"{plural(seats, 'seat')} on them.")
    if questions:
        sentences.append(
            f"{plural(questions, 'row')} has a question." if questions == 1 else f"{questions} rows have a question."
        )
    start = "None of these counts yet" if drafted.bodies else "Nothing counts yet"
    sentences.append(f"{start}: open {output}, and write yes, no or change in {place}.")
    return sentences


def _keep_answers(output: str) -> None:
    """Refuse to write over a draft in which somebody has answered, even where overwriting was asked for."""
    from govgraph.formats.structure_files import read_draft  # as above
    from govgraph.model.faults import InputError

    try:
        there = read_draft(output)
    except InputError:
        return  # it is no draft, or a broken one
    if there.bodies or any(row.confirmed is not None for row in there.draft):
        why = "holds what somebody has confirmed; choose another name, or add to it with"
        raise click.UsageError(f"{output} {why} --onto {output}.")
