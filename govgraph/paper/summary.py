"""The verdict in three sentences."""

from collections.abc import Iterator

from govgraph import words
from govgraph.findings import Certainty, FindingStatus, Report, Severity
from govgraph.graph import GovernanceGraph, Participation
from govgraph.paper.blocks import Block, Heading, Paragraph
from govgraph.paper.found import Found, Group, by_weight, family_of, of_the_record, weights
from govgraph.rules import FAMILIES
from govgraph.words.plain import LISTED, as_a_clause, in_a_row, plainly

_MOST_CLAUSES = 3
_BOTH = 2
_FEW = 3


def summary(found: Found, graph: GovernanceGraph) -> Iterator[Block]:
    """The verdict, one sentence a paragraph."""
    yield Heading(1, "Summary")
    yield Paragraph(_what_was_found(found), lead="What was found.")
    yield Paragraph(_what_matters(found, graph), lead="What matters most.")
    yield Paragraph(_what_is_open(found), lead="What is not stated.")


def _what_was_found(found: Found) -> str:
    report = found.report
    counted = report.counted
    if not counted:
        new = "new " if report.against else ""
        rules = words.many(len(report.asked), "rule")
        return f"Nothing {new}was found by the {rules} that {_were(len(report.asked))} asked{_beside(report)}."
    is_new = report.against is not None and report.against.structure is not None
    points = words.many(len(counted), "new point" if is_new else "point")
    head = f"The change brings {points}" if is_new else f"There {'is' if len(counted) == 1 else 'are'} {points}"
    stated = sum(one.certainty is Certainty.STATED for one in counted)
    return f"{head} to settle: {weights(counted)}; {_stated(stated, len(counted))}{_beside(report)}."


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _stated(number: int, of: int) -> str:
    every = {1: "a fact", _BOTH: "both of them facts"}.get(of, "all of them facts")
    if number == of:
        return f"{every} that the file states"
    if not number:
        return f"{every.replace('fact', 'question')} on which the file is silent"
    facts = "1 is a fact" if number == 1 else f"{number:,} are facts"
    silent = "1 is a question" if of - number == 1 else f"{of - number:,} are questions"
    return f"{facts} that the file states, and {silent} on which it is silent"


def _beside(report: Report) -> str:
    """What the number of points leaves out."""
    numbers = report.summary()
    kept = report.with_status(FindingStatus.KEPT)
    told = [
        f"{len(kept):,} that {_were(len(kept))} there before ({weights(kept)})" if kept else "",
        f"{numbers['gone']:,} not found any more" if numbers.get("gone") else "",
        f"{numbers['baseline']:,} known already" if numbers.get("baseline") else "",
        f"{numbers['waived']:,} accepted" if numbers["waived"] else "",
    ]
    counted = in_a_row([*filter(None, told)])
    return f"; not counted: {counted}" if counted else ""


def _what_matters(found: Found, graph: GovernanceGraph) -> str:
    """The heaviest faults that the file states, new ones first; those that were there before stay in sight."""
    new, still = _heaviest(found, graph), _heaviest(_still_there(found.report), graph)
    kept = f"there before, and still so: {still}" if still else ""
    if new:
        questions = _heaviest(found, graph, stated=False) if _questions_weigh_more(found) else ""
        weigh = f"questions that weigh more: {questions}" if questions else ""
        told = "; ".join(filter(None, (new, weigh, kept)))
        return f"{told[:1].upper()}{told[1:]}."
    what = "No new fault was found that the file states" if found.report.against else "The file states no fault"
    questions = _heaviest(found, graph, stated=False)
    weigh = f"the questions that weigh most: {questions}" if questions else ""
    holds = "" if kept or weigh else "that holds only for what it tells, and for what could be asked"
    return f"{'; '.join(filter(None, (what, kept, weigh, holds)))}."


def _questions_weigh_more(found: Found) -> bool:
    """Whether something that is not stated is heavier than everything that is."""
    ranks = {one.is_stated: one.finding.severity.rank for one in reversed(by_weight(found.groups))}
    return ranks.get(False, len(Severity)) < ranks.get(True, len(Severity))


def _still_there(report: Report) -> Found:
    return Found(report, report.with_status(FindingStatus.KEPT, FindingStatus.BASELINE))


def _heaviest(found: Found, graph: GovernanceGraph, *, stated: bool = True) -> str:
    """The heaviest of what the file states, or leaves open, as clauses in a row; nothing where there is none."""
    groups = [one for one in found.groups if one.is_stated is stated]
    heaviest = min((one.finding.severity.rank for one in groups), default=None)
    weighty = [one for one in groups if one.finding.severity.rank == heaviest]
    seatless = [one for one in weighty if _has_no_part(graph, one)]
    others = [one for one in weighty if one not in seatless]
    clauses = list(dict.fromkeys([*_without_a_seat(found, graph, seatless), *(_clause(found, one) for one in others)]))
    rest = len(clauses) - _MOST_CLAUSES
    more = f"; and {words.many(rest, 'more point')} of the same weight" if rest > 0 else ""
    return f"{'; '.join(clauses[:_MOST_CLAUSES])}{more}"


def _without_a_seat(found: Found, graph: GovernanceGraph, groups: list[Group]) -> Iterator[str]:
    """For each group of people, the bodies on which it is a fact that they have no part at all."""
    bodies: dict[str, list[str]] = {}
    for group in groups:
        bodies.setdefault(str(group.finding.constituency), []).extend(one.bodies[0] for one in group.findings)
    for who, where in bodies.items():
        names = [found.report.name(body) for body in graph.in_order(set(where))]
        yield f"no seat is held for {found.report.constituency_name(who)} on {in_a_row(names, 'or')}"


def _has_no_part(graph: GovernanceGraph, group: Group) -> bool:
    if of_the_record(family_of(group.finding)) or group.finding.constituency not in graph.constituencies:
        return False
    for one in group.findings:
        if len(one.bodies) != 1 or one.bodies[0] not in graph.bodies or any(step.before for step in one.witness):
            return False
        standing = graph.voice.standing(one.bodies[0], str(one.constituency))
        if standing.level is not Participation.NONE or not standing.gap_is_stated or standing.vacant:
            return False
    return True


def _clause(found: Found, group: Group) -> str:
    """A group of findings as a part of a sentence: the first, and of whom the same holds."""
    if of_the_record(family_of(group.finding)):
        return "the list of accepted findings needs attention (see the appendix)"
    message = plainly(found.report, group.finding.message)
    message = as_a_clause(found.report, message, first_alone=not group.is_stated)
    others = [found.report.name(body) for one in group.findings[1:] for body in one.bodies]
    few = LISTED if group.is_stated else _FEW
    return f"{message}, and the same for {in_a_row(others, most=few)}" if others else message


def _what_is_open(found: Found) -> str:
    open_groups = [one for one in found.groups if not one.is_stated]
    number = sum(len(one.findings) for one in open_groups)
    unasked = len(found.report.not_checked)
    not_asked = f"{words.many(unasked, 'question')} could not be asked at all (see the appendix)" if unasked else ""
    if not number:
        return f"{not_asked or 'Every question of the rules could be asked'}; what the file leaves out, nobody judged."
    of = {}
    for family, question in FAMILIES.items():
        of[question] = sum(len(one.findings) for one in open_groups if family_of(one.finding) == family)
    where = in_a_row([f"{many:,} under “{question}”" for question, many in of.items() if many])
    on = "1 point" if number == 1 else f"{number:,} points"
    more = f"; {not_asked}" if not_asked else ""
    return f"On {on} the file is silent, so the board is asked to find out before it judges: {where}{more}."
