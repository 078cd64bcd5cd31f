"""The annex: who takes part where, what is not counted, how it was checked; and, where asked for, all the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from govgraph.board import structure_tables as structure
from govgraph.board.blocks import MOST_ROWS, Block, Bullets, Heading, Item, Paragraph, table
from govgraph.board.context import Context, is_about_waivers
from govgraph.board.membership_tables import membership_section
from govgraph.board.problems import MOST_REQUESTS, MOST_SOURCES, requests
from govgraph.board.wording import describe_source, with_days
from govgraph.engine import FAMILIES, family_of
from govgraph.findings import Finding, FindingStatus, Waiver
from govgraph.findings import Item as Problem
from govgraph.language import listed, number_words, plural, with_article
from govgraph.model.faults import Fault
from govgraph.render import changes, statements, verdict

_MOST_SHORT = 10
"""So many notices and changes a short annex lists."""
_METHOD = (
    "A problem is something that the file states and that a check finds wrong. A question is something that the file "
    "does not say, so it may or may not be a problem."
)
_LIMITS = (
    "govgraph, a program, made the checks, and makes them the same way every time. Anything missing from the file or "
    "its sources was not considered. This paper is not legal advice."
)
_NO_ASSURANCE = "These checks could not be made, so they give no assurance."


@dataclass(frozen=True, kw_only=True)
class AnnexOptions:
    """What an annex has beside what it always has.

    Args:
        full: each finding with its evidence, the checks that had nothing to look at, the structure in tables, every
            change.
        measures: the structure in numbers.
        with_names: names of people.

    """

    full: bool = False
    measures: bool = False
    with_names: bool = False


def annex(context: Context, options: AnnexOptions) -> Iterator[Block]:
    """The whole annex."""
    yield Heading(1, "Annex", apart=True)
    yield from structure.participation_section(context.graph, context.names)
    if options.with_names:
        yield from structure.members_by_name(context.graph)
    yield from _more_requests(context)
    yield from _file(context)
    yield from _not_counted(context, full=options.full)
    yield from _changes(context, full=options.full)
    if options.full:
        yield from _findings(context)
        yield from structure.seats_section(context.graph, context.names)
        yield from structure.themes_section(context.graph, context.names)
        yield from structure.decisions_section(context.graph, context.names)
        yield from membership_section(context.graph, context.names)
    if options.measures:
        yield from structure.measures_section(context.graph)
    yield from _how_it_was_read(context, full=options.full)
    yield from _how_it_was_checked(context, full=options.full)
    sources = context.graph.structure.sources.values()
    if len(sources) > MOST_SOURCES or (options.full and any(source.note for source in sources)):
        yield from _sources(context)


def _more_requests(context: Context) -> Iterator[Block]:
    rest = requests(context)[MOST_REQUESTS:]
    if rest:
        yield Heading(2, "What else the board is asked to decide")
        yield Bullets(tuple(map(Item, rest)), start=MOST_REQUESTS + 1)


def _file(context: Context) -> Iterator[Block]:
    """What is wrong with the file: it is for the person who keeps it."""
    points = dict.fromkeys(_point(context, problem) for problem in context.facts_on_the_file[:MOST_ROWS])
    if points:
        yield Heading(2, "For the person who keeps the file")
        yield Bullets(tuple(map(Item, points)))


def _point(context: Context, problem: Problem) -> str:
    """What is wrong, and what to do; of waivers only what a reader understands who has never seen one written."""
    rule = context.report.rules.find(problem.first.code)
    if rule is not None and is_about_waivers(problem.first):
        return rule.summary
    return f"{context.names.shown(problem.message)} {context.names.shown(problem.fix)}"


def _not_counted(context: Context, *, full: bool) -> Iterator[Block]:
    """What is accepted, known, there before or gone."""
    report = context.report
    if report.waived:
        rows = [
            (context.names.shown(finding.message), waiver.reason, waiver.owner + _until(waiver))
            for finding in report.waived
            if (waiver := finding.waiver) is not None
        ]
        yield Heading(2, "What was accepted")
        yield table("Accepted problems", ("What", "Why it was accepted", "By whom"), rows, "problems", plain=True)
    kept, known = report.with_status(FindingStatus.KEPT), report.with_status(FindingStatus.BASELINE)
    others = [("There before the change", kept), ("Already known", known), *verdict.gone_by_reason(report)]
    for title, findings in others:
        yield from _in_short(context, title, findings, full=full)


def _until(waiver: Waiver) -> str:
    return f", until {with_days(waiver.until)}" if waiver.until else ""


def _in_short(context: Context, title: str, findings: Sequence[Finding], *, full: bool) -> Iterator[Block]:
    """Problems in a line each; in a full annex questions too."""
    if full:
        points = [context.names.shown(finding.message) for finding in findings]
    else:
        points = [context.names.shown(problem.message) for problem in context.problems(findings)]
    if points:
        yield Heading(2, title)
        yield Bullets(tuple(map(Item, points[:MOST_ROWS])))
        if len(points) > MOST_ROWS:
            yield Paragraph(f"There are {number_words(len(points) - MOST_ROWS)} more.")


def _changes(context: Context, *, full: bool) -> Iterator[Block]:
    rows = [
        (context.names.with_mark(row.subject, row.body), row.kind.value, with_days(row.what))
        for row in changes.change_rows(context.report)
    ]
    minor = changes.minor_changes_sentence(context.report).partition(",")[0]
    if rows or minor:
        yield Heading(2, "The changes")
    if rows:
        most = len(rows) if full else _MOST_SHORT
        yield table("What has changed", ("About", "What happened", "What"), rows, "changes", most=most, plain=True)
    if minor:
        yield Paragraph(f"{minor}.")


def _findings(context: Context) -> Iterator[Block]:
    """Each finding that counts for itself, by the questions that the families of rules ask."""
    counted = [finding for finding in context.report.counted if not is_about_waivers(finding)]
    number = 0
    for family, question in FAMILIES.items():
        of_family = [finding for finding in counted if family_of(finding.code) == family]
        if of_family:
            yield Heading(2, question)
        for finding in of_family[:MOST_ROWS]:
            number += 1
            yield from _finding(context, finding, number)
        if len(of_family) > MOST_ROWS:
            yield Paragraph(f"There are {number_words(len(of_family) - MOST_ROWS)} more.")


def _finding(context: Context, finding: Finding, number: int) -> Iterator[Block]:
    lead = f"{number}. {verdict.label(finding).capitalize()} ({finding.code})."
    yield Paragraph(context.names.shown(finding.message), lead=lead)
    steps = statements.evidence_lines(context.report, finding.witness)
    if finding.witness_count > len(finding.witness):
        steps.append(f"There is more evidence: {plural(finding.witness_count - len(finding.witness), 'more step')}")
    if steps:
        yield Paragraph(" ".join(f"{step}." for step in steps), lead="How we know:", inside=True)
    yield Paragraph(context.names.shown(finding.fix), lead="What to do:", inside=True)
    if finding.authority is not None:
        address = statements.short_address(finding.authority.address)
        yield Paragraph(f"{finding.authority}, {address}.", lead="Based on:", inside=True)


def _how_it_was_read(context: Context, *, full: bool) -> Iterator[Block]:
    """What the reader of the file left out, or understood in one way of several."""
    notices = dict.fromkeys(context.report.structure.notices)
    rows = [(_place(notice), notice.message) for notice in notices]
    if rows:
        most = MOST_ROWS if full else _MOST_SHORT
        yield Heading(2, "What was left out of the file, or read in one way")
        yield table("How the file was read", ("Where", "What"), rows, "entries", most=most, plain=True)


def _place(notice: Fault) -> str:
    """Where in a file, which has its name alone: its folders concern nobody who reads the paper."""
    path = None if notice.path is None else PurePath(notice.path).name
    return str(notice._replace(path=path, message="")).removesuffix(": ")


def _how_it_was_checked(context: Context, *, full: bool) -> Iterator[Block]:
    report, choices = context.report, context.choices
    yield Heading(2, "How it was checked")
    made = f"{plural(len(report.asked), 'check was', 'checks were')} made."
    number, elsewhere = len(report.not_checked) - report.asked_elsewhere, report.asked_elsewhere
    idle = plural(number, "check had", "checks had")
    nothing = f" {idle} nothing to look at, and so {'gives' if number == 1 else 'give'} no assurance." if number else ""
    if elsewhere:
        nothing += f" {plural(elsewhere, 'check was', 'checks were')} not made, because that law applies elsewhere."
    yield Paragraph(f"{verdict.looked_at(report)} {made}{nothing}{verdict.law_read(report)}")
    yield Paragraph(f"{_METHOD} {_LIMITS}")
    graph = context.graph
    unsourced = [graph.name(body) for body in graph.bodies if graph.source_of(body) is None]
    if unsourced and graph.structure.sources:
        yield Paragraph(f"The file gives no source for {listed(unsourced)}.")
    for rule, own in choices.weights:
        weight, usual = map(with_article, (own.value, rule.severity.value))
        yield Paragraph(f"By choice this counts as {weight}, and not as {usual}: {rule.summary}")
    if choices.people:
        yield Paragraph(f"By choice, these groups of people were left out: {listed(choices.people)}.")
    if choices.rules:
        yield Heading(2, "Checks that were left out by choice")
        rows = [(rule.code, rule.summary) for rule in choices.rules]
        yield table("Checks that were left out", ("Code", "What it finds"), rows, "checks", plain=True)
    if full and report.not_checked:
        yield Heading(2, "Checks that had nothing to look at")
        yield Paragraph(_NO_ASSURANCE)
        known = {rule.code: rule.summary for rule in report.rules}
        unmade = [(each.code, known.get(each.code, ""), each.reason) for each in report.not_checked]
        header = ("Code", "What it finds", "Why it could not be made")
        yield table("Checks that could not be made", header, unmade, "checks", plain=True)


def _sources(context: Context) -> Iterator[Block]:
    """Every source, with its note."""
    rows = [
        (describe_source(source), statements.short_address(source.address or "") or "not stated", source.note or "")
        for source in context.graph.structure.sources.values()
    ]
    if rows:
        columns = 3 if any(note for *_, note in rows) else 2
        header = ("Source", "Where it can be read", "Note")[:columns]
        yield Heading(2, "All sources")
        yield table("Sources", header, [row[:columns] for row in rows], "sources", plain=True)
