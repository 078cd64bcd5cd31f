"""The appendix: how it was judged, in what words, within which limits, by which rules, from which sources."""

from collections.abc import Iterator

from govgraph.board.blocks import Block, Bullets, Heading, Item, Paragraph, table
from govgraph.board.changes_section import uncounted_findings
from govgraph.board.findings_section import FindingGroup, PaperFindings, is_about_waivers
from govgraph.board.scope import describe_source
from govgraph.board.structure_section import measures_section
from govgraph.board.wording import plain_words, with_days
from govgraph.engine import FAMILIES, Run
from govgraph.findings import FindingStatus, Report, Waiver
from govgraph.graph import GovernanceGraph
from govgraph.language import listed

_METHOD = (
    "govgraph, a program, read the file and built the structure as it stands on the day that is looked at: which "
    "bodies there are, who answers to whom, who sits where on whose behalf. Each rule then asked one question of it. "
    "The same file and the same day always give the same answer. It looks at what is written down and at nothing else."
)
_TERMS = (
    ("Error", "A fault to mend, as weighed by the rules: a group of people without a seat, a line that leads nowhere."),
    ("Warning", "A weakness to look at; also a fault that would be an error, were it stated."),
    ("Note", "Something to know, which may be as it should be."),
    ("Not stated", "The file says nothing of it. It may be so, or not: somebody has to find out."),
    ("Tie", "What is stated between two bodies: that one reports to, scrutinises, advises or works with the other."),
    ("Body", "A board, committee, group, workstream or organisation; also an office or a service."),
    ("Line of accountability", "The way from a body over those it reports to, or is part of, to whom they answer."),
    ("Scrutiny", "Looking at what a body does and decides, from outside it. Scrutiny and oversight are no reporting."),
    ("Seat", "A place as a member, with or without a vote. To attend, to advise or to observe is less than a seat."),
    ("Contact", "Somebody to turn to on a body, such as a champion or a lead officer. Never a seat."),
    ("Constituency", "A group of people who should be heard: parent carers, young people, a profession."),
    ("Voice", "A group of people has voice on a body where it sits on it or attends it."),
    ("Waiver", "The decision of a named owner, with a reason, to accept a finding."),
    ("Complete list", "A list of seats, or of lines, of which it is stated that nothing is missing from it."),
)
_LIMITS = (
    "What the file leaves out, or the sources do not tell, nobody looked at.",
    "Whether a body meets, decides well or is trusted does not show in a structure.",
    "A requirement of law is told with its source where a rule rests on one; this paper is no legal advice.",
)
_NOT_KNOWN = Paragraph("Of these nothing is known. That is not to say that all is well.")


def appendix(found: PaperFindings, graph: GovernanceGraph) -> Iterator[Block]:
    """The whole appendix."""
    report = found.report
    yield Heading(1, "Appendix", apart=True)
    yield Heading(2, "How this was judged")
    yield Paragraph(_METHOD)
    yield Heading(2, "What the words mean")
    yield Bullets(tuple(Item(text, lead=f"{term}:") for term, text in _TERMS))
    yield Heading(2, "What this paper cannot tell")
    yield Bullets(tuple(map(Item, _LIMITS)))
    yield from _rules(found)
    yield from _left_out(found)
    yield from _not_checked(report)
    yield from _accepted(found)
    yield from measures_section(graph)
    yield from _how_it_was_read(report)
    yield from _sources(graph)


def _how_it_was_read(report: Report) -> Iterator[Block]:
    """What the reader of the file left out, or understood in a certain way."""
    rows = [(str(notice).removesuffix(f": {notice.message}"), notice.message) for notice in report.structure.notices]
    if rows:
        yield Heading(2, "How the file was read")
        yield table("What was left out, and what was understood how", ("Where", "What"), rows, "notices")


def _rules(found: PaperFindings) -> Iterator[Block]:
    """Every rule that was asked, with the findings that it gave: here, and only here, codes stand."""
    numbers: dict[str, list[int]] = {}
    for group in found.groups:
        numbers.setdefault(group.finding.code, []).extend(group.numbers)
    rows = [
        (code, plain_words(found.report, rule.summary), found.reference(numbers.get(code, [])) or "nothing that counts")
        for code in found.report.asked
        if (rule := found.report.rules.find(code)) is not None
    ]
    yield Heading(2, "The rules that were asked")
    yield table("Rules, and what each found", ("Code", "What it finds", "What it found here"), rows, "rules")


def _left_out(found: PaperFindings) -> Iterator[Block]:
    """What was not asked because somebody chose so."""
    if found.choices.leaves_out:
        yield Heading(2, "What was left out by choice")
        yield _NOT_KNOWN
    if found.choices.rules:
        rows = [(rule.code, plain_words(found.report, rule.summary)) for rule in found.choices.rules]
        yield table("Rules that were left out", ("Code", "What it finds"), rows, "rules")
    if found.choices.people:
        yield Paragraph(f"Nothing was asked about these groups of people: {listed(found.choices.people)}.")


def _not_checked(report: Run) -> Iterator[Block]:
    if not report.not_checked:
        return
    rows = []
    for unasked in report.not_checked:
        rule = report.rules.find(unasked.code)
        rows.append(
            (unasked.code, plain_words(report, rule.summary) if rule else "", plain_words(report, unasked.reason))
        )
    yield Heading(2, "What could not be asked")
    yield _NOT_KNOWN
    yield table("Rules that could not be asked", ("Code", "What it finds", "Why it could not be asked"), rows, "rules")


def _accepted(found: PaperFindings) -> Iterator[Block]:
    """What is not counted because somebody decided so, and where that decision does not fit any more."""
    report = found.report
    if report.waived:
        yield Heading(2, "Findings that somebody has accepted")
        rows = [
            (found.sentence(finding), waiver.reason, waiver.owner + _until(waiver))
            for finding in report.waived
            if (waiver := finding.waiver) is not None
        ]
        yield table("Accepted findings", ("Finding", "Why it is accepted", "By whom"), rows, "findings")
    yield from uncounted_findings(found, "Findings that were known already", report.with_status(FindingStatus.BASELINE))
    misfits = [group for family in FAMILIES if is_about_waivers(family) for group in found.on(family)]
    if misfits:
        yield Heading(2, "Acceptances that do not fit any more")
        yield Bullets(tuple(_misfit(found, group) for group in misfits))


def _until(waiver: Waiver) -> str:
    return f", until {with_days(waiver.until)}" if waiver.until else ""


def _misfit(found: PaperFindings, group: FindingGroup) -> Item:
    """What is wrong with an acceptance: only its keeper needs to know more, and is told by the check itself."""
    rule = found.report.rules.find(group.finding.code)
    return Item(rule.summary if rule else group.family, lead=f"{group.reference} ({group.finding.severity.value}).")


def _sources(graph: GovernanceGraph) -> Iterator[Block]:
    sources = graph.structure.sources
    if not sources:
        return
    rows = [
        (describe_source(source), source.address or "no address stated", source.note or "")
        for source in sources.values()
    ]
    columns = 3 if any(note for _, _, note in rows) else 2
    header = ("Source", "Where it can be read", "Note")[:columns]
    yield Heading(2, "Sources")
    yield table("What this is taken from", header, [row[:columns] for row in rows], "sources")
    silent = [graph.name(body) for body in graph.bodies if graph.source_of(body) is None]
    if silent:
        yield Paragraph(f"No source is given for {listed(silent)}.")
