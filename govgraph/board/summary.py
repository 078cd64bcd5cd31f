"""The verdict in three sentences: the heaviest findings, what is alike together, and on what it rests."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govgraph.board.blocks import Block, Heading, Paragraph
from govgraph.board.findings_section import (
    FindingGroup,
    PaperFindings,
    by_weight,
    is_about_waivers,
    open_questions,
    severity_summary,
)
from govgraph.board.scope import Choices
from govgraph.board.wording import IN_PLACE, as_a_clause, plain_words
from govgraph.engine import Subject, family_of
from govgraph.engine.rulebook import subject_of
from govgraph.findings import Certainty, FindingStatus, GoneReason, Severity
from govgraph.graph import GovernanceGraph, Participation
from govgraph.language import LISTED, capitalised, either_of, listed, plural, plural_verb
from govgraph.model import Status

_MOST_CLAUSES = 3
_FEW = 3


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: what it says, the question that it belongs to, and how many findings it tells."""

    text: str
    family: str
    findings: int


def heaviest_clauses(found: PaperFindings, graph: GovernanceGraph, *, stated: bool, rank: int) -> str:
    """What is stated, or is not, of one weight, as clauses in a row; nothing where there is none."""
    groups = [
        group
        for group in by_weight(found.groups)
        if group.is_stated is stated and group.finding.severity.rank == rank and not is_about_waivers(group.family)
    ]
    if not groups:
        return ""
    seatless = [group for group in groups if _has_no_part(graph, group)]
    clauses = _without_a_seat(found, graph, seatless)
    clauses += [_clause(found, group) for group in groups if group not in seatless]
    shown = _chosen(clauses)
    rest = sum(clause.findings for clause in clauses) - sum(clause.findings for clause in shown)
    weight = groups[0].finding.severity.value
    silent = "" if stated else f" that {plural_verb('rests', rest)} on silence"
    others = [f"and {plural(rest, f'more {weight}')}{silent}"] if rest else []
    return "; ".join([*(clause.text for clause in shown), *others])


def heaviest_rank(found: PaperFindings, *, stated: bool) -> int | None:
    """The rank of the heaviest that is stated, or is not; None where there is none."""
    ranks = [
        group.finding.severity.rank
        for group in found.groups
        if group.is_stated is stated and not is_about_waivers(group.family)
    ]
    return min(ranks, default=None)


def _chosen(clauses: Sequence[Clause]) -> list[Clause]:
    """One of each question, and then as many more as a sentence holds; in their order."""
    of_each = {clause.family: clause for clause in reversed(clauses)}
    shown = list(of_each.values())
    for clause in clauses:
        if len(shown) < _MOST_CLAUSES and clause not in shown:
            shown.append(clause)
    return [clause for clause in clauses if clause in shown]


def _without_a_seat(found: PaperFindings, graph: GovernanceGraph, groups: list[FindingGroup]) -> list[Clause]:
    """Groups of people and the bodies on which they have no part at all; those that miss the same bodies together."""
    bodies: dict[str, list[str]] = {}
    for group in groups:
        bodies.setdefault(str(group.finding.constituency), []).extend(finding.bodies[0] for finding in group.findings)
    people: dict[tuple[str, ...], list[str]] = {}
    for who, where in bodies.items():
        people.setdefault(graph.in_order(set(where)), []).append(found.report.constituency_name(who))
    verb = "held" if groups and groups[0].is_stated else "stated"
    clauses = []
    for keys, names in people.items():
        places = listed(list(map(found.body_names.of, keys)), last="or")
        text = f"no seat is {verb} for {listed(sorted(names))} on {places}"
        clauses.append(Clause(text, groups[0].family, len(keys) * len(names)))
    return clauses


def _has_no_part(graph: GovernanceGraph, group: FindingGroup) -> bool:
    if is_about_waivers(group.family) or _is_of_a_change(group):
        return False
    if group.finding.constituency not in graph.constituencies:
        return False
    for finding in group.findings:
        is_now = not any(step.before for step in finding.witness)
        if not (is_now and len(finding.bodies) == 1 and finding.bodies[0] in graph.bodies):
            return False
        standing = graph.voice.standing(finding.bodies[0], str(finding.constituency))
        if standing.level is not Participation.NONE or standing.vacant or standing.unfilled:
            return False
        if group.is_stated and not standing.gap_is_stated:
            return False
    return True


def _is_of_a_change(group: FindingGroup) -> bool:
    """Whether findings are about what a change takes away."""
    return subject_of(group.family) is Subject.CHANGE


def _clause(found: PaperFindings, group: FindingGroup) -> Clause:
    """A group of findings as a part of a sentence: the first in words, the bodies of the others by their names."""
    message = found.body_names.marked(plain_words(found.report, group.finding.message), group.finding.bodies)
    message = as_a_clause(found.report, message, first_alone=not group.is_stated and not _is_of_a_change(group))
    others = [found.body_names.of(body) for finding in group.findings[1:] for body in finding.bodies]
    few = LISTED if group.is_stated else _FEW
    text = f"{message}, and the same for {listed(others, most=few)}" if others else message
    return Clause(text, group.family, len(group.findings))


_BOTH = 2
_GONE = {
    GoneReason.NO_LONGER_FOUND: "not found any more",
    GoneReason.OTHERWISE: "found otherwise now",
    GoneReason.BODY_GONE: "gone only because the body is gone",
    GoneReason.NOT_ASKED: "not asked about any more",
}


def summary(found: PaperFindings, graph: GovernanceGraph) -> Iterator[Block]:
    """The verdict, one sentence a paragraph."""
    yield Heading(1, "Summary")
    yield Paragraph(_what_was_found(found), lead="What was found.")
    yield Paragraph(_what_matters(found, graph), lead="What matters most.")
    yield Paragraph(open_questions(found, graph), lead="What is not stated.")
    proposed = _only_proposed(graph)
    if proposed:
        yield Paragraph(proposed, lead="What is not in place yet.")


def _compares(found: PaperFindings) -> bool:
    return found.report.against is not None and found.report.against.structure is not None


def _what_was_found(found: PaperFindings) -> str:
    report = found.report
    counted = [finding for finding in report.counted if not is_about_waivers(family_of(finding.code))]
    new = "new " if _compares(found) else ""
    if not counted:
        text = f"nothing {new}was found by the {plural(len(report.asked), 'rule that was', 'rules that were')} asked"
    else:
        points = plural(len(counted), f"{new}finding")
        brings = "the change brings" if new else f"there {plural_verb('is', len(counted))}"
        stated = sum(finding.certainty is Certainty.STATED for finding in counted)
        text = f"{brings} {points} to settle: {severity_summary(counted)}; {_stated(stated, len(counted))}"
    lead = "of what was asked, " if found.choices.leaves_out else ""
    clauses = (f"{lead}{text}", _on_the_record(found), _not_counted(found), *_left_out(found.choices))
    return f"{capitalised('; '.join(filter(None, clauses)))}."


def _left_out(choices: Choices) -> Iterator[str]:
    if choices.rules:
        rules_were = plural(len(choices.rules), "rule was", "rules were")
        yield f"{rules_were} left out by choice (see the appendix)"
    if choices.people:
        yield f"nothing was asked about {listed(choices.people)}, by choice"


def _on_the_record(found: PaperFindings) -> str:
    own = [finding for finding in found.report.counted if is_about_waivers(family_of(finding.code))]
    counts = severity_summary(own)
    return (
        f"apart from the structure, the list of accepted findings itself has {counts} (see the appendix)" if own else ""
    )


def _stated(number: int, of: int) -> str:
    every = {1: "a fact", _BOTH: "both of them facts"}.get(of, "all of them facts")
    if number == of:
        return f"{every} that the file states"
    if not number:
        return f"{every.replace('fact', 'question')} on which the file is silent"
    facts, questions = plural(number, "is a fact", "are facts"), plural(of - number, "is a question", "are questions")
    return f"{facts} that the file states, and {questions} on which it is silent"


def _not_counted(found: PaperFindings) -> str:
    """What the number of findings leaves out."""
    report = found.report
    kept, known = report.with_status(FindingStatus.KEPT), report.with_status(FindingStatus.BASELINE)
    clauses = [
        f"{plural(len(kept), 'that was', 'that were')} there before ({severity_summary(kept)})" if kept else "",
        f"{len(known):,} known already ({severity_summary(known)})" if known else "",
        f"{len(report.waived):,} accepted ({severity_summary(report.waived)})" if report.waived else "",
    ]
    for why, words in _GONE.items():
        gone = report.against.gone_for(why) if report.against else ()
        clauses.append(f"{len(gone):,} {words}" if gone else "")
    counted = listed([*filter(None, clauses)])
    return f"not counted: {counted}" if counted else ""


def _what_matters(found: PaperFindings, graph: GovernanceGraph) -> str:
    """The heaviest first, whatever its certainty; what was there before, or is accepted, stays in sight."""
    report = found.report
    kept = report.with_status(FindingStatus.KEPT, FindingStatus.BASELINE)
    others = []
    for findings, words in ((kept, "there before, and still so"), (report.waived, "accepted, and still so")):
        heavy = _weightiest(PaperFindings(report, findings, found.body_names, found.choices), graph)
        others += [f"{words}: {heavy}"] if heavy else []
    counted = _weightiest(found, graph)
    lead = "of what was asked, " if found.choices.leaves_out else ""
    if not counted:
        no_fault = "no fault was found beside these" if others else "the file states no fault"
        counted = f"{lead}{'no new fault was found' if _compares(found) else no_fault}"
        counted += "" if others else "; that holds only for what it tells, and for what could be asked"
    elif not (_compares(found) or report.with_status(FindingStatus.BASELINE) or report.waived):
        states_none = heaviest_rank(found, stated=True) is None
        counted = f"{lead}the file states no fault; {counted}" if states_none else counted
    return f"{capitalised('; '.join((counted, *others)))}."


def _weightiest(found: PaperFindings, graph: GovernanceGraph) -> str:
    """What is heaviest, stated before not stated; where that is all silence, also the heaviest that is stated."""
    stated, silent = heaviest_rank(found, stated=True), heaviest_rank(found, stated=False)
    heavy = min((rank for rank in (stated, silent) if rank is not None), default=len(Severity))
    facts = heaviest_clauses(found, graph, stated=True, rank=heavy)
    questions = heaviest_clauses(found, graph, stated=False, rank=heavy)
    clauses = [facts, f"not stated, and so to find out first: {questions}" if questions else ""]
    if stated is not None and stated > heavy:
        clauses.append(f"of less weight, but a fact: {heaviest_clauses(found, graph, stated=True, rank=stated)}")
    return "; ".join(filter(None, clauses))


def _only_proposed(graph: GovernanceGraph) -> str:
    """How much of the picture is not in place yet."""
    bodies = [graph.status(body) for body in graph.bodies]
    seats = [seat.status for body in graph.bodies for seat in graph.voice.membership(body).seats]
    lines = [tie.status for tie in graph.ties]
    waiting = Counter(status for status in (*bodies, *seats, *lines) if status not in IN_PLACE)
    clauses = []
    for singular, several, statuses in (("body", "bodies", bodies), ("seat", "seats", seats), ("tie", "ties", lines)):
        number = sum(status not in IN_PLACE for status in statuses)
        clauses += [f"{number:,} of the {plural(len(statuses), singular, several)}"] if number else []
    if not clauses:
        return ""
    verb = plural_verb("is", waiting.total())
    how = either_of([status.words for status in (Status.PROPOSED, Status.AGREED) if status in waiting])
    return f"{listed(clauses)} {verb} only {how}: what this paper says of them holds only if they come about."
