"""The story of a run on one screen: a structure, its graph at one date and in one view, the rules, the report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from govgraph.findings import AsOf, Finding, Report
from govgraph.graph import GovernanceGraph, Trace
from govgraph.graph import trace as trace_in
from govgraph.model import Structure, View
from govgraph.read import InputError, assert_sound
from govgraph.read.faults import Fault, inform, nearest
from govgraph.rules import Outcome, Rule, all_rules, chosen, run

Item = TypeVar("Item")
Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through a list of work and may show how far it is."""


def check(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str = View.PROPOSED,
    constituencies: Sequence[str] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    options: Mapping[str, Mapping[str, Any]] | None = None,
    watch: Watch[Rule] = iter,
) -> Report:
    """Ask every rule of a structure, at one date and in one view.

    Args:
        structure: what `read` gave, or one made in code.
        as_of: the day to look at; left out: the day that the structure states, else today.
        view: `in_place`, `agreed` or `proposed` (the default): each holds what the one before it holds.
        constituencies: ids or names of the constituencies to ask about; left out: all that do not state `check: false`.
        select, ignore: codes of rules, or how codes begin (`REP`, `ACC1`).
        options: settings of rules, by code: `{"ACC106": {"at_least": 3}}`.
        watch: goes through the rules, and may show progress.

    Raises:
        InputError: a code or constituency that is not there, or nothing that could be asked.
        RuleCrashedError: a rule failed, so there is no verdict.

    """
    rules = chosen(select, ignore)
    graph = build(structure, as_of=as_of, view=view, constituencies=constituencies)
    settings = {rule.code: rule.options(**(options or {}).get(rule.code, {})) for rule in rules}
    outcomes = [run(rule, graph, settings[rule.code]) for rule in watch(rules)]
    report = _report(graph, outcomes, as_of_is=_chosen_by(structure, as_of))
    only_for = tuple(graph.constituencies) if constituencies else ()
    return replace(report, left_out=len(all_rules()) - len(rules), only_for=only_for)


def build(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str = View.PROPOSED,
    constituencies: Sequence[str] | None = None,
) -> GovernanceGraph:
    """The graph of a structure at one date and in one view; see `check` for the arguments."""
    if not structure.was_read:
        assert_sound(structure)
    known = structure.constituencies
    by_name = {stated.name.casefold(): name for name, stated in known.items()}
    if constituencies is not None:
        constituencies = [one if one in known else by_name.get(one.casefold(), one) for one in constituencies]
        unknown = [one for one in constituencies if one not in known]
        if unknown:
            raise InputError(
                Fault(None, None, None, f"There is no constituency '{one}'.{nearest(one, sorted(known))}")
                for one in unknown
            )
    return GovernanceGraph(structure, as_of or structure.as_of or date.today(), view, constituencies)


def trace(
    structure: Structure, body: str, *, as_of: date | str | None = None, view: View | str = View.PROPOSED
) -> Trace:
    """The line of accountability of one body, and how the voice of each constituency reaches it.

    `body` is an id, a name or another name. Raises InputError where no body, or more than one, is called so.
    """
    graph = build(structure, as_of=as_of, view=view)
    wanted = body.casefold()
    found = [body] if body in structure.bodies else []
    found = found or [
        key
        for key, stated in structure.bodies.items()
        if wanted in (stated.name.casefold(), *(name.casefold() for name in stated.other_names))
    ]
    if len(found) > 1:
        raise inform(f"More than one body is called '{body}': {', '.join(found)}. Name one of them by its id.")
    if not found:
        names = [*structure.bodies, *(stated.name for stated in structure.bodies.values())]
        raise inform(f"There is no body '{body}'.{nearest(body, names)}")
    if found[0] not in graph.bodies:
        raise inform(f"{structure.bodies[found[0]].name} is not in force on {graph.as_of} in the view '{graph.view}'.")
    return trace_in(graph, found[0])


def _chosen_by(structure: Structure, as_of: date | str | None) -> AsOf:
    if as_of is not None:
        return AsOf.ASKED
    return AsOf.FILE if structure.as_of is not None else AsOf.TODAY


def _report(graph: GovernanceGraph, outcomes: Sequence[Outcome], *, as_of_is: AsOf) -> Report:
    not_checked = tuple(outcome.not_checked for outcome in outcomes if outcome.not_checked is not None)
    if len(not_checked) == len(outcomes):
        reasons = dict.fromkeys(one.why for one in not_checked) if graph.bodies else ["No body is in force then."]
        raise inform(f"Nothing could be checked on {graph.as_of} in the view '{graph.view}'. {' '.join(reasons)}")
    findings = [finding for outcome in outcomes for finding in outcome.findings]

    def order(finding: Finding) -> tuple[Any, ...]:
        names = [graph.name(body) for body in finding.bodies]
        who = graph.structure.constituencies[finding.constituency].name if finding.constituency else ""
        return finding.severity.rank, finding.code, [name.casefold() for name in names], names, who, finding.key

    return Report(
        structure=graph.structure,
        as_of=graph.as_of,
        as_of_is=as_of_is,
        view=graph.view,
        bodies=len(graph.bodies),
        relations=len(graph.ties),
        seats=graph.count_seats(),
        findings=tuple(sorted(findings, key=order)),
        not_checked=not_checked,
        asked=len(outcomes) - len(not_checked),
    )
