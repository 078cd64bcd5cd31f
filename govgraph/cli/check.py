"""`govgraph check`: a structure in, a verdict out."""

from typing import Any

import click

from govgraph.cli._exit_codes import report_input_errors
from govgraph.cli._options import date_options, judging_options, to_file
from govgraph.cli._output import may_write, may_write_both, summary_of_step, write_whole
from govgraph.cli._run import Selection, emit_report, run
from govgraph.render import FORMATS


@click.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--against",
    multiple=True,
    metavar="FILE|git:REV",
    help="The structure before: a file, or the same files at a revision (git:origin/main). Only what is new counts.",
)
@judging_options
@date_options
@click.option("--baseline", metavar="FILE", help="Findings in this file are known, and do not count.")
@click.option(
    "--write-baseline",
    metavar="FILE",
    help="Write the findings there are to this file; with --baseline, only those that it knows already.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@to_file
def command(
    files: tuple[str, ...],
    against: tuple[str, ...],
    baseline: str | None,
    write_baseline: str | None,
    form: str,
    output: str | None,
    **chosen: Any,
) -> int:
    """Say what is wrong with a structure, or what a change to it takes away.

    FILE is YAML or JSON; several files make one structure.
    """
    inputs = (*files, *against, *chosen["own_rules"], *filter(None, (chosen["config"],)))
    may_write(write_baseline, inputs, option="--write-baseline")  # which may be --baseline too, to bring it up to date
    may_write(output, (*inputs, *filter(None, (baseline,))))
    may_write_both(output, write_baseline, "--write-baseline")
    if form == "github":
        may_write(summary_of_step(), inputs, option="GITHUB_STEP_SUMMARY")
        may_write_both(output, summary_of_step(), "GITHUB_STEP_SUMMARY")
    with report_input_errors(form, output):
        report = run(files, against, Selection(**chosen), baseline)
        if write_baseline is not None:
            _write_baseline(report, write_baseline, baseline)
        return emit_report(report, form, output)


def _write_baseline(report: Any, path: str, known: str | None) -> None:
    from pathlib import Path  # only where a baseline is written

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
