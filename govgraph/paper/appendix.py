"""The appendix: how it was judged, in what words, within which limits, by which rules, from which sources."""

from collections.abc import Iterator

from govgraph import words
from govgraph.findings import FindingStatus, Report, Waiver
from govgraph.graph import GovernanceGraph
from govgraph.model import first_day
from govgraph.paper.blocks import MOST_ROWS, Block, Bullets, Heading, Item, Paragraph, table
from govgraph.paper.changed import short
from govgraph.paper.found import Found, Group, family_of, of_the_record
from govgraph.paper.looked_at import described
from govgraph.paper.numbers import numbers
from govgraph.rules import FAMILIES, Rule, all_rules
from govgraph.words.plain import in_a_row, plainly

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


def appendix(found: Found, graph: GovernanceGraph) -> Iterator[Block]:
    """All of it."""
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
    yield from numbers(graph)
    yield from _how_it_was_read(report)
    yield from _sources(graph)


def _how_it_was_read(report: Report) -> Iterator[Block]:
    """What the reader of the file left out, or understood in a certain way."""
    told = [(str(one), one.message) for one in report.structure.notices]
    if told:
        yield Heading(2, "How the file was read")
        rows = [(place.removesuffix(f": {message}"), message) for place, message in told]
        yield table("What was left out, and what was understood how", ("Where", "What"), rows, "notices")


def _rules(found: Found) -> Iterator[Block]:
    """Every rule that was asked, with the findings that it gave: here, and only here, codes stand."""
    numbers: dict[str, list[int]] = {}
    for group in found.groups:
        numbers.setdefault(group.finding.code, []).extend(group.numbers)
    rows = [
        (code, _question(rule, found.report), found.reference(numbers.get(code, [])) or "nothing that counts")
        for code in found.report.asked
        if (rule := _rule(code)) is not None
    ]
    yield Heading(2, "The rules that were asked")
    yield table("Rules, and what each found", ("Code", "What it finds", "What it found here"), rows, "rules")


def _rule(code: str) -> Rule | None:
    return next((rule for rule in all_rules() if rule.code == code), None)


def _question(rule: Rule, report: Report) -> str:
    return plainly(report, rule.summary)


def _left_out(found: Found) -> Iterator[Block]:
    """What was not asked because somebody chose so."""
    if found.chosen.leaves_out:
        yield Heading(2, "What was left out by choice")
        yield Paragraph("Of these nothing is known. That is not to say that all is well.")
    if found.chosen.rules:
        rows = [(rule.code, _question(rule, found.report)) for rule in found.chosen.rules]
        yield table("Rules that were left out", ("Code", "What it finds"), rows, "rules")
    if found.chosen.people:
        yield Paragraph(f"Nothing was asked about these groups of people: {in_a_row(found.chosen.people)}.")


def _not_checked(report: Report) -> Iterator[Block]:
    if not report.not_checked:
        return
    rows = []
    for one in report.not_checked:
        rule = _rule(one.code)
        rows.append((one.code, _question(rule, report) if rule else "", plainly(report, one.why)))
    yield Heading(2, "What could not be asked")
    yield Paragraph("Of these nothing is known. That is not to say that all is well.")
    yield table("Rules that could not be asked", ("Code", "What it finds", "Why it could not be asked"), rows, "rules")


def _accepted(found: Found) -> Iterator[Block]:
    """What is not counted because somebody decided so, and where that decision does not fit any more."""
    report = found.report
    if report.waived:
        yield Heading(2, "Findings that somebody has accepted")
        rows = [
            (found.told(one), one.waiver.reason, f"{one.waiver.owner}{_until(one.waiver)}")
            for one in report.waived
            if one.waiver
        ]
        yield table("Accepted findings", ("Finding", "Why it is accepted", "By whom"), rows, "findings")
    known = report.with_status(FindingStatus.BASELINE)
    if known:
        yield Heading(2, "Findings that were known already")
        yield Bullets(short(found, known))
        if len(known) > MOST_ROWS:
            yield Paragraph(f"and {words.many(len(known) - MOST_ROWS, 'more finding')}.")
    misfits = [one for family in FAMILIES if of_the_record(family) for one in found.on(family)]
    if misfits:
        yield Heading(2, "Acceptances that do not fit any more")
        yield Bullets(tuple(map(_misfit, misfits)))


def _misfit(group: Group) -> Item:
    """What is wrong with an acceptance: only its keeper needs to know more, and is told by the check itself."""
    rule = _rule(group.finding.code)
    told = rule.summary if rule else family_of(group.finding)
    return Item(told, lead=f"{group.reference} ({group.finding.severity.value}).")


def _until(waiver: Waiver) -> str:
    """Until when it holds, as a person says it; as it is written where it is no date."""
    if not waiver.until:
        return ""
    try:
        return (
            f", until {words.day(first_day(waiver.until))}"
            if waiver.until.count("-") > 1
            else f", until {waiver.until}"
        )
    except ValueError:
        return f", until {waiver.until}"


def _sources(graph: GovernanceGraph) -> Iterator[Block]:
    sources = graph.structure.sources
    if not sources:
        return
    rows = [(described(one), one.address or "no address stated", one.note or "") for one in sources.values()]
    noted = any(note for _, _, note in rows)
    header = ("Source", "Where it can be read", *(["Note"] if noted else []))
    yield Heading(2, "Sources")
    yield table("What this is taken from", header, [row if noted else row[:2] for row in rows], "sources")
    silent = [graph.name(body) for body in graph.bodies if graph.source_of(body) is None]
    if silent:
        yield Paragraph(f"No source is given for {in_a_row(silent)}.")
