"""The story of a run on one screen: a structure, its graph at one date and in one view, the rules, the report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from govgraph.findings import Against, AsOf, Finding, FindingStatus, Report
from govgraph.graph import GovernanceGraph
from govgraph.graph.people import the_same_people
from govgraph.model import Structure, View
from govgraph.model.altered import day_of, view_of
from govgraph.model.called import constituencies_called
from govgraph.model.faults import inform
from govgraph.read import Base, Fault, InputError, assert_sound
from govgraph.rules import Asking, Rule, Subject, rules_of
from govgraph.settings import Settings, options_for

if TYPE_CHECKING:
    from govgraph.findings.baseline import Baseline

Item = TypeVar("Item")
Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through a list of work and may show how far it is."""


class NothingCheckedError(InputError):
    """No rule that was selected could be asked."""


MAX_PAIRS = 500_000
"""The most pairs of a group of people and a body that are asked about: 5 groups on 100,000 bodies."""
AS_THEY_ARE = Settings.model_construct()
"""The defaults, without the cost of checking them."""


def check(  # noqa: PLR0913 - the front door: each argument is told, and given by its name
    structure: Structure,
    settings: Settings = AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    baseline: "Baseline | None" = None,
    today: date | None = None,
    watch: Watch[Rule] = iter,
) -> Report:
    """Ask every rule of a structure, at one date and in one view; and what a change to it has taken away.

    Args:
        structure: what `read` gave, or one made in code.
        settings: which rules, how heavy, for whom, and which findings are accepted; left out: all rules as they are.
        against: the structure before. Each finding is then new or kept, and only new ones turn the run red.
        as_of: the day to look at; left out: the day that each structure states, else today.
        view: `in_place`, `agreed` or `proposed`: each holds what the one before it holds; left out: the view in which
            each structure is looked at, which is `proposed` unless `structure.view(...)` says another.
        only_for: ids or names of the constituencies to ask about; left out: those of the settings, else all that do
            not state `check: false`.
        baseline: findings that are known, and turn nothing red.
        today: the day on which waivers must hold.
        watch: goes through the rules, and may show progress.

    Raises:
        InputError: a code or constituency that is not there, or nothing that could be asked.
        RuleCrashedError: a rule failed, so there is no verdict.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> structure = govgraph.read_text(text).at("2022-07-01").with_relation("The Board", "without", "Parent carers")
    >>> report = govgraph.check(structure.with_relation("The Board", "accountable_to", "the electors"))
    >>> [(finding.severity.value, finding.name) for finding in report.findings if finding.constituency]
    [('warning', 'no-seat')]

    """
    asking = Asking(
        select=settings.select,
        ignore=settings.ignore,
        options=options_for(settings, structure),
        severity=settings.severity,
        watch=watch,
    )
    place = None if only_for else settings.place(("constituencies",))
    chosen = constituencies_called(structure, only_for or settings.constituencies, place)
    graph = build(structure, as_of=as_of, view=view, constituencies=chosen or None)
    findings = asking.ask(Subject.GRAPH, graph)
    compared = None
    if against is None:
        asking.need_not(Subject.CHANGE, "It compares two structures: name the one before with --against.")
    else:
        base = against if isinstance(against, Base) else Base(against.title or "the structure before", against)
        findings, compared = _compared(asking, graph, findings, base, as_of)
    if settings.waivers or baseline:
        accepted = (settings, baseline)
        findings = _settled(asking, graph, findings, compared, accepted, today, whole=not only_for)
    else:
        asking.need_not(Subject.LEDGER, "There are no waivers and no baseline.")
    report = _report(graph, asking, findings, compared, as_of_is=_chosen_by(structure, as_of), settings=settings)
    return replace(report, whole=not only_for)


def compare(before: Structure, after: Structure, settings: Settings = AS_THEY_ARE, **options: Any) -> Report:
    """What has changed from one structure to another, and what it takes away; see `check` for the options.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> after = govgraph.read_text(text).at("2022-07-01")
    >>> before = after.with_seat("The Board", on_behalf_of="Parent carers", votes=True)
    >>> [finding.name for finding in govgraph.compare(before, after).findings if finding.code.startswith("CHG")]
    ['representation-lost']
    """
    return check(after, settings, against=before, **options)


def baseline_of(report: Report, known: "Baseline | None" = None) -> "Baseline":
    """The findings about the structure itself, as a baseline; of a `known` one, what is not mended.

    What only shows between two structures, or of waivers, is no state to begin from; what is waived is accounted for.
    """
    from govgraph.findings.baseline import Baseline  # noqa: PLC0415 - only where one is written

    if known is not None:
        return known.still(report.findings, lambda code: report.whole and code in report.asked)
    codes = {rule.code for rule in rules_of(Subject.GRAPH)}
    return Baseline.of(one for one in report.findings if one.code in codes and one.waiver is None)


def build(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    constituencies: Sequence[str] | None = None,
) -> GovernanceGraph:
    """The graph of a structure at one date and in one view; see `check` for the arguments.

    Raises InputError for a day, a view or a group of people that is none.
    """
    if not structure.was_read:
        assert_sound(structure)
    if constituencies is not None:
        constituencies = constituencies_called(structure, constituencies)
    day = day_of(structure, as_of) if as_of else structure.as_of or date.today()
    graph = GovernanceGraph(structure, day, view_of(view or structure.looked_at), constituencies)
    groups, bodies = len(graph.constituencies), len(graph.governance_bodies)
    if groups * bodies > MAX_PAIRS:
        raise inform(
            f"The file has {groups:,} groups of people and {bodies:,} bodies. govgraph asks how each group takes part "
            f"in each body, at most {MAX_PAIRS:,} times: choose fewer groups (--for), or split the file."
        )
    return graph


def _compared(
    asking: Asking, graph: GovernanceGraph, findings: tuple[Finding, ...], base: Base, as_of: date | str | None
) -> tuple[tuple[Finding, ...], Against]:
    """The findings with those of the change, each new or kept, and what was compared with."""
    if base.structure is None:
        asking.cannot(Subject.CHANGE, f"There is nothing to compare with: {base.name} does not hold this file.")
        fresh = tuple(replace(finding, status=FindingStatus.NEW) for finding in findings)
        return fresh, Against(base=base.name, decisions=base.decisions, decides=base.decides)
    from govgraph.diff import changes, part  # noqa: PLC0415 - only a comparison needs these
    from govgraph.graph.comparison import Comparison  # noqa: PLC0415

    before = build(base.structure, as_of=as_of, view=graph.view, constituencies=the_same_people(base.structure, graph))
    change = Comparison(before, graph)
    findings += asking.ask(Subject.CHANGE, change)
    parted = part(asking.ask_before(before), findings, change.succession, asking.asked, set(graph.constituencies))
    return parted.after, Against(
        base=base.name,
        files=base.files,
        decisions=base.decisions,
        decides=base.decides,
        structure=base.structure,
        as_of=before.as_of,
        changes=changes(base.structure, graph.structure, change.succession.renamed),
        heirs=change.succession.pairs,
        removed=change.succession.removed,
        gone=parted.gone,
    )


def _settled(
    asking: Asking,
    graph: GovernanceGraph,
    findings: tuple[Finding, ...],
    compared: Against | None,
    accepted: tuple[Settings, "Baseline | None"],
    today: date | None,
    *,
    whole: bool,
) -> tuple[Finding, ...]:
    """The findings, those that are waived or known marked so, with those about waivers and baseline themselves."""
    from govgraph.findings.ledger import Ledger  # noqa: PLC0415 - only where something is waived or known

    settings, baseline = accepted
    before = compared.structure.bodies if compared and compared.structure else {}
    ledger = Ledger(
        findings=findings,
        waivers=settings.waivers,
        baseline=baseline,
        judged=frozenset(asking.asked),
        of_changes=frozenset(rule.code for rule in rules_of(Subject.CHANGE)),
        whole=whole,
        names={key: body.name for key, body in (*before.items(), *graph.structure.bodies.items())},
        themes={key: theme.name for key, theme in graph.structure.themes.items()},
        today=today or date.today(),
        places=settings.places,
    )
    return ledger.settled() + ledger.fresh(asking.ask_where_it_matters(Subject.LEDGER, ledger))


def _chosen_by(structure: Structure, as_of: date | str | None) -> AsOf:
    if as_of is not None or structure.day_was_asked:
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
        told = f"Nothing could be checked on {graph.as_of} in the view '{graph.view}'. {' '.join(reasons)}"
        raise NothingCheckedError([Fault(None, None, None, told)])
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
