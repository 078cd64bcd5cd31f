"""`govgraph check`: a structure in, a verdict out."""

from pathlib import Path
from typing import Any

import click

from govgraph.cli._exit_codes import NOTHING_FOUND, report_input_errors
from govgraph.cli._options import all_option, date_options, judging_options
from govgraph.cli._output import may_write, may_write_both, summary_of_step, write, write_whole
from govgraph.cli._run import Selection, emit_report, run
from govgraph.render import FORMATS

_CSV = "csv"


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--against",
    multiple=True,
    metavar="FILE|git:REV",
    help="The structure before: a file, or a revision of the same files (git:origin/main). Only what is new counts.",
)
@judging_options
@date_options
@click.option("--baseline", metavar="FILE", help="The file of known findings, which do not count.")
@click.option(
    "--write-baseline",
    metavar="FILE",
    help="Write the findings to this file. With --baseline, write only those that it knows already.",
)
@click.option(
    "--questions",
    is_flag=True,
    help="List only the questions, to send to those who may know: in Markdown, or with --format csv as a table for "
    "`govgraph answer`. The exit code is 0.",
)
@click.option("--format", "form", type=click.Choice([*FORMATS, _CSV]), default="text", show_default=True)
@all_option
@click.option("-o", "--output", metavar="FILE", help="Write to this file instead of standard output.")
@click.option("--overwrite", is_flag=True, help="With --questions: write over a file that is already there.")
def command(
    files: tuple[str, ...],
    against: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    questions: bool,
    form: str,
    everything: bool,
    output: str | None,
    overwrite: bool,
    **chosen: Any,
) -> int:
    """Say what is wrong, and what the file does not say.

    FILE is a workbook, a folder of CSV files, YAML or JSON. Several files make one structure. With --against, check
    what a change takes away.
    """
    if questions and write_baseline is not None:
        raise click.UsageError("--questions lists questions, and writes no baseline: leave one of the two out.")
    if form == _CSV and not questions:
        raise click.UsageError("--format csv is for --questions: add it, or choose another format.")
    inputs = (*files, *against, *chosen["own_rules"], *filter(None, (chosen["config"],)))
    may_write(write_baseline, inputs, option="--write-baseline")  # which may be --baseline too, to bring it up to date
    may_write(output, (*inputs, *filter(None, (baseline,))))
    may_write_both(output, write_baseline, "--write-baseline")
    if not questions and output is not None and Path(output).suffix.lower() == f".{_CSV}":
        raise click.UsageError(f"{output}: only --questions are written as CSV: add it, or choose another name.")
    if questions:
        return _list_questions(files, against, Selection(**chosen), baseline, form, output, overwrite=overwrite)
    if form == "github":
        may_write(summary_of_step(), inputs, option="GITHUB_STEP_SUMMARY")
        may_write_both(output, summary_of_step(), "GITHUB_STEP_SUMMARY")
    with report_input_errors(form, output):
        report = run(files, against, Selection(**chosen), baseline)
        if write_baseline is not None:
            _write_baseline(report, write_baseline, baseline)
        return emit_report(report, form, output, everything=everything)


def _list_questions(
    files: tuple[str, ...],
    against: tuple[str, ...],
    chosen: Selection,
    baseline: str | None,
    form: str,
    output: str | None,
    *,
    overwrite: bool,
) -> int:
    """The list of questions; never over one that somebody may have filled in."""
    from govgraph.render import questions  # `--help` needs none of what it brings in

    form = questions.FORMATS[0] if form == "text" else form
    if form not in questions.FORMATS:
        raise click.UsageError(f"--questions is written as {' or '.join(questions.FORMATS)}, not as {form}.")
    with report_input_errors():
        content = questions.render(run(files, against, chosen, baseline), form)
    path = Path(output) if output is not None else None
    if path is None:
        write(content, None)
    elif overwrite or _may_replace(path, content.encode()):
        write_whole(path, content.encode())
    else:
        raise click.UsageError(f"{output} is already there; choose another name, or add --overwrite.")
    return NOTHING_FOUND


def _may_replace(path: Path, content: bytes) -> bool:
    """Whether nothing is lost: there is no file, or an empty one, or just what is written."""
    return not path.is_file() or path.stat().st_size == 0 or path.read_bytes() == content


def _write_baseline(report: Any, path: str, known: str | None) -> None:
    from govgraph.pipeline import baseline_of
    from govgraph.policy import read_baseline
    from govgraph.render import json

    written = baseline_of(report, read_baseline(known) if known else None)
    write_whole(Path(path), json.render_baseline(written))
    many = len(written.findings)
    click.echo(
        f"Written: {path}, with {many} finding{'' if many == 1 else 's'}. From now on, check with --baseline {path}; "
        "what only shows in a comparison is not part of it, and is accepted with a waiver.",
        err=True,
    )
