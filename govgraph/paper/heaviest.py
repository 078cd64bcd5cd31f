"""The heaviest findings as clauses of one sentence: of every question one, what is alike together."""

from collections.abc import Sequence
from dataclasses import dataclass

from govgraph.findings import Report
from govgraph.graph import GovernanceGraph, Participation
from govgraph.paper.found import Found, Group, by_weight, family_of, of_the_record
from govgraph.rules import Subject, all_rules
from govgraph.words import many
from govgraph.words.plain import LISTED, as_a_clause, in_a_row, plainly

_MOST_CLAUSES = 3
_FEW = 3


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: what it says, the question that it belongs to, and how many findings it tells."""

    text: str
    family: str
    findings: int


def heaviest(found: Found, graph: GovernanceGraph, *, stated: bool, rank: int) -> str:
    """What is stated, or is not, of one weight, as clauses in a row; nothing where there is none."""
    groups = [
        one
        for one in by_weight(found.groups)
        if one.is_stated is stated and one.finding.severity.rank == rank and not of_the_record(family_of(one.finding))
    ]
    if not groups:
        return ""
    seatless = [one for one in groups if _has_no_part(graph, one)]
    clauses = _without_a_seat(found, graph, seatless)
    clauses += [_clause(found, one) for one in groups if one not in seatless]
    shown = _chosen(clauses)
    rest = sum(one.findings for one in clauses) - sum(one.findings for one in shown)
    weight = groups[0].finding.severity.value
    more = f"; and {many(rest, f'more {weight}')}{'' if stated else ' that rest on silence'}" if rest else ""
    return f"{'; '.join(one.text for one in shown)}{more if rest != 1 else more.replace('rest on', 'rests on')}"


def weights_in(found: Found, *, stated: bool) -> int | None:
    """The rank of the heaviest that is stated, or is not; None where there is none."""
    ranks = [
        one.finding.severity.rank
        for one in found.groups
        if one.is_stated is stated and not of_the_record(family_of(one.finding))
    ]
    return min(ranks, default=None)


def _chosen(clauses: Sequence[Clause]) -> list[Clause]:
    """One of each question, and then as many more as a sentence holds; in their order."""
    of_each = {one.family: one for one in reversed(clauses)}
    shown = list(of_each.values())
    for one in clauses:
        if len(shown) < _MOST_CLAUSES and one not in shown:
            shown.append(one)
    return [one for one in clauses if one in shown]


def _without_a_seat(found: Found, graph: GovernanceGraph, groups: list[Group]) -> list[Clause]:
    """Groups of people and the bodies on which they have no part at all; those that miss the same bodies together."""
    bodies: dict[str, list[str]] = {}
    for group in groups:
        bodies.setdefault(str(group.finding.constituency), []).extend(one.bodies[0] for one in group.findings)
    people: dict[tuple[str, ...], list[str]] = {}
    for who, where in bodies.items():
        people.setdefault(graph.in_order(set(where)), []).append(found.report.constituency_name(who))
    verb = "held" if groups and groups[0].is_stated else "stated"
    return [
        Clause(
            f"no seat is {verb} for {in_a_row(sorted(who))} on {in_a_row(list(map(found.names_of.of, where)), 'or')}",
            family_of(groups[0].finding),
            len(where) * len(who),
        )
        for where, who in people.items()
    ]


def _has_no_part(graph: GovernanceGraph, group: Group) -> bool:
    if of_the_record(family_of(group.finding)) or group.finding.constituency not in graph.constituencies:
        return False
    for one in group.findings:
        if len(one.bodies) != 1 or one.bodies[0] not in graph.bodies or any(step.before for step in one.witness):
            return False
        if is_of_a_change(one.code):
            return False
        standing = graph.voice.standing(one.bodies[0], str(one.constituency))
        if standing.level is not Participation.NONE or standing.vacant or standing.unfilled:
            return False
        if group.is_stated and not standing.gap_is_stated:
            return False
    return True


def is_of_a_change(code: str) -> bool:
    """Whether a finding is about what a change takes away."""
    return any(rule.of is Subject.CHANGE and rule.code == code for rule in all_rules())


def _clause(found: Found, group: Group) -> Clause:
    """A group of findings as a part of a sentence: the first, and of whom the same holds."""
    report: Report = found.report
    message = found.names_of.marked(plainly(report, group.finding.message), group.finding.bodies)
    is_change = is_of_a_change(group.finding.code)
    message = as_a_clause(report, message, first_alone=not group.is_stated and not is_change)
    others = [found.names_of.of(body) for one in group.findings[1:] for body in one.bodies]
    few = LISTED if group.is_stated else _FEW
    text = f"{message}, and the same for {in_a_row(others, most=few)}" if others else message
    return Clause(text, family_of(group.finding), len(group.findings))
