"""`govgraph answer`: the answered table of questions, recorded in the structure."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govgraph.cli._exit_codes import COULD_NOT_CHECK, NOTHING_FOUND
from govgraph.cli._output import may_write, writing_to

if TYPE_CHECKING:
    from govgraph.answers import Recorded

_MOST_BYTES = 50_000_000


@click.command("answer")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.argument("answers", metavar="QUESTIONS.csv")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="X.yaml|json|xlsx|FOLDER",
    help="The file to write, with the answers. Its ending says in which format.",
)
@click.option("--overwrite", is_flag=True, help="Write over a file that is already there.")
@click.option("--redact", is_flag=True, help="Leave out the names of people (under Person, on seats and contacts).")
def command(files: tuple[str, ...], answers: str, output: str, overwrite: bool, redact: bool) -> int:
    """Put the answers to questions into a structure.

    QUESTIONS.csv comes from `check FILE --questions --format csv`, with Answer and Source filled in. govgraph writes
    another file, with each answer and its source. FILE stays as it is.

    The columns Key and About say what a row is about. If one answer does not fit all names in About, write each with
    its name ("The Board: councillor; Cabinet: nobody"). Or copy the row and shorten About. Rows without an answer stay
    open. If govgraph cannot take one answer, it records none.
    """
    from govgraph.answers import record, rows_of_bytes  # `--help` needs none of what these bring in
    from govgraph.cli._run import read_and_notify
    from govgraph.formats.files import read_content
    from govgraph.formats.structure_files import output_suffix, write
    from govgraph.model.faults import collect_faults

    with _listing_faults():
        with writing_to(output):
            is_folder = output_suffix(output) == ""
        _may_write(output, (*files, answers), folder=is_folder, overwrite=overwrite)
        structure, rows = collect_faults(
            lambda: read_and_notify(*files),
            lambda: rows_of_bytes(read_content(answers, _MOST_BYTES), answers),
        )
        recorded = record(structure, rows, answers)
        # Meanwhile somebody else may have written there.
        _may_write(output, (*files, answers), folder=is_folder, overwrite=overwrite)
        with writing_to(output):
            write(recorded.structure, output, with_names=not redact)
    click.echo(_confirmation(recorded, output), err=True)
    with_comments = [path for path in files if _holds_comments(path)]
    if with_comments:
        click.echo(f"Comments in {', '.join(with_comments)} are not carried over.", err=True)
    return NOTHING_FOUND


@contextmanager
def _listing_faults() -> Iterator[None]:
    """End with exit code 2 and one sentence for each fault."""
    from govgraph.model.faults import InputError  # as above

    try:
        yield
    except InputError as error:
        for fault in (*error.notices, *error.faults):
            click.echo(str(fault), err=True)
        click.echo("Nothing is recorded.", err=True)
        raise click.exceptions.Exit(COULD_NOT_CHECK) from None


def _may_write(output: str, inputs: tuple[str, ...], *, folder: bool, overwrite: bool) -> None:
    if not folder:
        may_write(output, inputs)
        if Path(output).exists() and not overwrite:
            raise click.UsageError(f"{output} is already there; choose another name, or add --overwrite.")
    elif not Path(output).absolute().parent.is_dir():
        raise click.UsageError(f"{output}: there is no folder {Path(output).parent}.")


def _confirmation(recorded: "Recorded", output: str) -> str:
    """`9 answers recorded in draft-answered.yaml. 2 questions have no answer.`."""
    from govgraph.language import plural  # as above

    done = f"{plural(recorded.answered, 'answer')} recorded in {output}."
    if not recorded.left_empty:
        return done
    return f"{done} {plural(recorded.left_empty, 'question has', 'questions have')} no answer."


def _holds_comments(path: str) -> bool:
    """Whether a file of YAML has comments: a `#` that is in no text."""
    import yaml  # as above

    from govgraph.formats.files import format_of

    if Path(path).is_dir() or format_of(path) != "yaml":
        return False
    text = Path(path).read_text(encoding="utf-8-sig")
    end, between = 0, ""
    for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(token, yaml.ScalarToken):
            between += text[end : token.start_mark.index]
            end = token.end_mark.index
    return "#" in between + text[end:]
