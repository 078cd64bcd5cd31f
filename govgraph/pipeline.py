"""The story of a run on one screen: a structure, its graph at one date and in one view, the rules, the report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from govgraph.diff import changes, part
from govgraph.findings import Against, AsOf, Baseline, Finding, FindingStatus, Ledger, Report
from govgraph.graph import Change, GovernanceGraph, Trace
from govgraph.graph import trace as trace_in
from govgraph.model import Place, Structure, View
from govgraph.read import Base, InputError, assert_sound
from govgraph.read.faults import Fault, inform, nearest
from govgraph.rules import Asking, Rule, Subject, all_rules
from govgraph.settings import Settings

Item = TypeVar("Item")
Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through a list of work and may show how far it is."""

_AS_THEY_ARE = Settings.model_construct()  # the defaults, without the cost of checking them


def check(  # noqa: PLR0913 - the front door: each argument is told, and given by its name
    structure: Structure,
    settings: Settings = _AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str = View.PROPOSED,
    only_for: Sequence[str] = (),
    baseline: Baseline | None = None,
    today: date | None = None,
    watch: Watch[Rule] = iter,
) -> Report:
    """Ask every rule of a structure, at one date and in one view; and what a change to it has taken away.

    Args:
        structure: what `read` gave, or one made in code.
        settings: which rules, how heavy, for whom, and which findings are accepted; left out: all rules as they are.
        against: the structure before. Each finding is then new or kept, and only new ones turn the run red.
        as_of: the day to look at; left out: the day that each structure states, else today.
        view: `in_place`, `agreed` or `proposed` (the default): each holds what the one before it holds.
        only_for: ids or names of the constituencies to ask about; left out: those of the settings, else all that do
            not state `check: false`.
        baseline: findings that are known, and turn nothing red.
        today: the day on which waivers must hold.
        watch: goes through the rules, and may show progress.

    Raises:
        InputError: a code or constituency that is not there, or nothing that could be asked.
        RuleCrashedError: a rule failed, so there is no verdict.

    """
    asking = Asking(
        select=settings.select,
        ignore=settings.ignore,
        options=settings.options,
        severity=settings.severity,
        watch=watch,
    )
    place = None if only_for else settings.place(("constituencies",))
    chosen = _constituencies(structure, only_for or settings.constituencies, place)
    graph = build(structure, as_of=as_of, view=view, constituencies=chosen or None)
    findings = asking.ask(Subject.GRAPH, graph)
    compared = None
    if against is None:
        asking.need_not(Subject.CHANGE, "It compares two structures: name the one before with --against.")
    else:
        base = against if isinstance(against, Base) else Base(against.title or "the structure before", against)
        findings, compared = _compared(asking, graph, findings, base, as_of)
    ledger = Ledger(
        findings=findings,
        waivers=settings.waivers,
        baseline=baseline,
        judged=frozenset(asking.asked),
        whole=not only_for,
        names=_names(graph, compared),
        today=today or date.today(),
        places=settings.places,
    )
    findings = ledger.settled()
    if settings.waivers or baseline:
        findings += ledger.fresh(asking.ask_where_it_matters(Subject.LEDGER, ledger))
    else:
        asking.need_not(Subject.LEDGER, "There are no waivers and no baseline.")
    report = _report(graph, asking, findings, compared, as_of_is=_chosen_by(structure, as_of), settings=settings)
    return replace(report, whole=not only_for)


def compare(before: Structure, after: Structure, settings: Settings = _AS_THEY_ARE, **options: Any) -> Report:
    """What has changed from one structure to another, and what it takes away; see `check` for the options."""
    return check(after, settings, against=before, **options)


def baseline_of(report: Report, known: Baseline | None = None) -> Baseline:
    """The findings about the structure itself, as a baseline; of a `known` one, what is not mended.

    What only shows between two structures, or of waivers, is no state to begin from; what is waived is accounted for.
    """
    if known is not None:
        found = {finding.key for finding in report.findings}
        unknown = set() if report.whole else {entry.key for entry in known.findings}
        unknown |= {entry.key for entry in known.findings if entry.key.partition(":")[0] not in report.asked}
        return Baseline(findings=tuple(entry for entry in known.findings if entry.key in found | unknown))
    codes = {rule.code for rule in all_rules() if rule.of is Subject.GRAPH}
    return Baseline.of(one for one in report.findings if one.code in codes and one.waiver is None)


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
    if constituencies is not None:
        constituencies = _constituencies(structure, constituencies)
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


def _compared(
    asking: Asking, graph: GovernanceGraph, findings: tuple[Finding, ...], base: Base, as_of: date | str | None
) -> tuple[tuple[Finding, ...], Against]:
    """The findings with those of the change, each new or kept, and what was compared with."""
    if base.structure is None:
        asking.cannot(Subject.CHANGE, f"There is nothing to compare with: {base.name} does not hold this file.")
        fresh = tuple(replace(finding, status=FindingStatus.NEW) for finding in findings)
        return fresh, Against(base=base.name, beside=base.beside)
    before = build(base.structure, as_of=as_of, view=graph.view, constituencies=_the_same(base.structure, graph))
    change = Change(before, graph)
    findings += asking.ask(Subject.CHANGE, change)
    parted = part(asking.ask_before(before), findings, change.succession, asking.asked, set(graph.constituencies))
    return parted.after, Against(
        base=base.name,
        files=base.files,
        beside=base.beside,
        structure=base.structure,
        as_of=before.as_of,
        changes=changes(base.structure, graph.structure, change.succession.renamed),
        heirs=change.succession.pairs,
        removed=change.succession.removed,
        gone=parted.gone,
    )


def _names(graph: GovernanceGraph, compared: Against | None) -> dict[str, str]:
    structures = [compared.structure] if compared and compared.structure else []
    return {key: body.name for structure in (*structures, graph.structure) for key, body in structure.bodies.items()}


def _the_same(structure: Structure, graph: GovernanceGraph) -> list[str] | None:
    """The constituencies of another structure that a graph was narrowed to; None where it was not."""
    if not graph.is_narrowed:
        return None
    names = {graph.structure.constituencies[one].name.casefold() for one in graph.constituencies}
    known = structure.constituencies.items()
    return [key for key, one in known if key in graph.constituencies or one.name.casefold() in names]


def _constituencies(structure: Structure, wanted: Sequence[str], place: Place | None = None) -> list[str]:
    """Ids of constituencies from ids or names. Raises InputError for those that are not there."""
    known = structure.constituencies
    by_name = {stated.name.casefold(): name for name, stated in known.items()}
    found = list(dict.fromkeys(one if one in known else by_name.get(one.casefold(), one) for one in wanted))
    unknown = [one for one in found if one not in known]
    if unknown:
        path, line, column = place or (None, None, None)
        raise InputError(
            Fault(path, line, column, f"There is no constituency '{one}'.{nearest(one, sorted(known))}")
            for one in unknown
        )
    return found


def _chosen_by(structure: Structure, as_of: date | str | None) -> AsOf:
    if as_of is not None:
        return AsOf.ASKED
    return AsOf.FILE if structure.as_of is not None else AsOf.TODAY


def _report(
    graph: GovernanceGraph,
    asking: Asking,
    findings: tuple[Finding, ...],
    compared: Against | None,
    *,
    as_of_is: AsOf,
    settings: Settings,
) -> Report:
    if not asking.asked:
        reasons = (
            dict.fromkeys(one.why for one in asking.not_checked) if graph.bodies else ["No body is in force then."]
        )
        raise inform(f"Nothing could be checked on {graph.as_of} in the view '{graph.view}'. {' '.join(reasons)}")
    report = Report(
        structure=graph.structure,
        as_of=graph.as_of,
        as_of_is=as_of_is,
        view=graph.view,
        bodies=len(graph.bodies),
        relations=len(graph.ties),
        seats=graph.count_seats(),
        findings=findings,
        not_checked=asking.not_checked,
        asked=asking.asked,
        left_out=asking.left_out,
        only_for=tuple(graph.constituencies) if graph.is_narrowed else (),
        fail_on=settings.fail_on.severity,
        settings=settings.path,
        against=compared,
    )
    return replace(report, findings=tuple(sorted(findings, key=report.order)))
