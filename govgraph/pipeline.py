"""The story of a run on one screen: a structure, its graph at one date and in one view, the rules, the report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govgraph.engine import Rule, RuleRun, Run, Subject
from govgraph.findings import Against, AsOf, Finding, FindingStatus
from govgraph.formats import Base
from govgraph.graph import GovernanceGraph
from govgraph.model import Structure, View
from govgraph.model.content import resolve_constituencies
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.model.references import assert_sound
from govgraph.policy import Settings, options_for
from govgraph.rules import rulebook

if TYPE_CHECKING:
    from govgraph.findings.ledger import Baseline

Item = TypeVar("Item")
Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through a list of work and may show how far it is."""


class NothingCheckedError(InputError):
    """No rule that was selected could be asked; `run` holds what was looked at all the same."""

    def __init__(self, run: Run) -> None:
        super().__init__([Fault(None, None, None, run.silence)])
        self.run = run


MAX_PAIRS = 500_000
"""The most pairs of a group of people and a body that are asked about: 5 groups on 100,000 bodies."""
AS_THEY_ARE = Settings.model_construct()
"""The defaults, without the cost of checking them."""


def check(  # noqa: PLR0913 - the front door: each argument is named where it is given
    structure: Structure,
    settings: Settings = AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    baseline: "Baseline | None" = None,
    rules: Iterable[Rule] = (),
    today: date | None = None,
    watch: Watch[Rule] = iter,
) -> Run:
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
        rules: other rules to ask too, from `govgraph.load_rules(...)`.
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
    rule_run = RuleRun(
        rulebook=rulebook(rules),
        select=settings.select,
        ignore=settings.ignore,
        options=options_for(settings, structure),
        severity=settings.severity,
        watch=watch,
    )
    place = None if only_for else settings.place(("constituencies",))
    chosen = resolve_constituencies(structure, only_for or settings.constituencies, place)
    graph = build(structure, as_of=as_of, view=view, constituencies=chosen or None)
    findings = rule_run.run(Subject.GRAPH, graph)
    looked, compared, before = (as_of, settings), None, None
    if against is None:
        rule_run.skip(Subject.CHANGE, "It compares two structures: name the one before with --against.")
    else:
        base = against if isinstance(against, Base) else Base(against.title or "the structure before", against)
        findings, compared, before = _compared(rule_run, graph, findings, base, looked)
    if settings.waivers or baseline:
        accepted = (settings, baseline)
        findings = _with_suppressions(rule_run, graph, findings, compared, accepted, today, whole=not only_for)
    else:
        _no_ledger(rule_run)
    run = _run(rule_run, graph, findings, looked, against=compared, before=before, whole=not only_for)
    if run.silence:
        raise NothingCheckedError(run)
    return run


def compare(before: Structure, after: Structure, settings: Settings = AS_THEY_ARE, **options: Any) -> Run:
    """What has changed from one structure to another, and what it takes away; see `check` for the options.

    >>> import govgraph
    >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
    >>> after = govgraph.read_text(text).at("2022-07-01")
    >>> before = after.with_seat("The Board", on_behalf_of="Parent carers", votes=True)
    >>> [finding.name for finding in govgraph.compare(before, after).findings if finding.code.startswith("CHG")]
    ['representation-lost']
    """
    return check(after, settings, against=before, **options)


def baseline_of(report: Run, known: "Baseline | None" = None) -> "Baseline":
    """The findings about the structure itself, as a baseline; of a `known` one, what is not mended.

    What only shows between two structures, or of waivers, is no state to begin from; what is waived is accounted for.
    """
    from govgraph.findings.ledger import Baseline  # only where one is written

    if known is not None:
        return known.without_mended(report.findings, lambda code: report.whole and code in report.asked)
    codes = report.rules.codes(Subject.GRAPH)
    return Baseline.from_findings(
        finding for finding in report.findings if finding.code in codes and finding.waiver is None
    )


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
    graph = GovernanceGraph(structure, as_of, view, constituencies)
    groups, bodies = len(graph.constituencies), len(graph.governance_bodies)
    if groups * bodies > MAX_PAIRS:
        raise input_error(
            f"The file has {groups:,} groups of people and {bodies:,} bodies. govgraph asks how each group takes part "
            f"in each body, at most {MAX_PAIRS:,} times: choose fewer groups (--for), or split the file."
        )
    return graph


class _Judged(NamedTuple):
    """A run for itself, and its findings as the rules gave them."""

    run: Run
    found: tuple[Finding, ...]


def _compared(
    rule_run: RuleRun,
    graph: GovernanceGraph,
    findings: tuple[Finding, ...],
    base: Base,
    looked: tuple[date | str | None, Settings],
) -> tuple[tuple[Finding, ...], Against, Run | None]:
    """The findings with those of the change, each new or kept; what was compared with, and that judged for itself."""
    if base.structure is None:
        rule_run.mark_unavailable(
            Subject.CHANGE, f"There is nothing to compare with: {base.name} does not hold this file."
        )
        fresh = tuple(replace(finding, status=FindingStatus.NEW) for finding in findings)
        return fresh, Against(base=base.name, decisions=base.decisions, decides=base.decides), None
    from govgraph.comparison.changes import changes  # only a comparison needs these
    from govgraph.comparison.comparison import Comparison, map_constituencies
    from govgraph.comparison.matching import match_findings

    people = map_constituencies(base.structure, graph)
    before, found_before = _judged(rule_run, base, looked, view=graph.view, constituencies=people)
    earlier = before.graph
    change = Comparison(earlier, graph)
    findings += rule_run.run(Subject.CHANGE, change)
    changed = changes(base.structure, graph.structure, change.succession.renamed)
    people_now = set(graph.constituencies)
    matched = match_findings(found_before, findings, change.succession, changed, rule_run.asked, people_now)
    against = Against(
        base=base.name,
        files=base.files,
        decisions=base.decisions,
        decides=base.decides,
        structure=base.structure,
        as_of=earlier.as_of,
        changes=changed,
        heirs=change.succession.pairs,
        removed=change.succession.removed,
        gone=matched.gone,
        no_longer_stated=matched.no_longer_stated,
    )
    return matched.after, against, before


def _judged(rule_run: RuleRun, base: Base, looked: tuple[date | str | None, Settings], **wanted: Any) -> _Judged:
    """What is compared with, judged for itself; a base that keeps what was found is judged once."""
    assert base.structure is not None  # noqa: S101 - there is nothing to judge otherwise
    kept: dict[Any, _Judged] = {} if base.kept is None else base.kept
    key = repr((looked[0], wanted))
    if key not in kept:
        earlier = build(base.structure, as_of=looked[0], **wanted)
        run_before = rule_run.fresh()
        found = run_before.run(Subject.GRAPH, earlier)
        run_before.skip(Subject.CHANGE, "It compares two structures: name the one before with --against.")
        _no_ledger(run_before)
        kept[key] = _Judged(_run(run_before, earlier, found, looked), found)
    return kept[key]


def _no_ledger(rule_run: RuleRun) -> None:
    rule_run.skip(Subject.LEDGER, "There are no waivers and no baseline.")


def _with_suppressions(
    rule_run: RuleRun,
    graph: GovernanceGraph,
    findings: tuple[Finding, ...],
    compared: Against | None,
    accepted: tuple[Settings, "Baseline | None"],
    today: date | None,
    *,
    whole: bool,
) -> tuple[Finding, ...]:
    """The findings, those that are waived or known marked so, with those about waivers and baseline themselves."""
    from govgraph.findings.ledger import Ledger  # only where something is waived or known

    settings, baseline = accepted
    before = compared.structure.bodies if compared and compared.structure else {}
    ledger = Ledger(
        findings=findings,
        waivers=settings.waivers,
        baseline=baseline,
        checked=frozenset(rule_run.asked),
        of_changes=rule_run.rulebook.codes(Subject.CHANGE),
        whole=whole,
        names={key: body.name for key, body in (*before.items(), *graph.structure.bodies.items())},
        themes={key: theme.name for key, theme in graph.structure.themes.items()},
        today=today or date.today(),
        places=settings.places,
    )
    return ledger.with_decisions() + ledger.mark_new(rule_run.run_optional(Subject.LEDGER, ledger))


def _chosen_by(structure: Structure, as_of: date | str | None) -> AsOf:
    if as_of is not None or structure.day_was_asked:
        return AsOf.ASKED
    return AsOf.FILE if structure.as_of is not None else AsOf.TODAY


def _run(
    rule_run: RuleRun,
    graph: GovernanceGraph,
    findings: tuple[Finding, ...],
    looked: tuple[date | str | None, Settings],
    **compared: Any,
) -> Run:
    """What was asked of a graph, and what was found; or why nothing could be asked."""
    as_of, settings = looked
    silence = ""
    if not rule_run.asked:
        reasons = (
            dict.fromkeys(skipped.reason for skipped in rule_run.not_checked)
            if graph.bodies
            else ["No body is in place on that day."]
        )
        silence = f"Nothing could be checked on {graph.as_of} in the view '{graph.view}'. {' '.join(reasons)}"
    run = Run(
        structure=graph.structure,
        as_of=graph.as_of,
        as_of_is=_chosen_by(graph.structure, as_of),
        view=graph.view,
        bodies=len(graph.bodies),
        relations=len(graph.ties),
        seats=graph.count_seats(),
        findings=findings,
        not_checked=rule_run.not_checked,
        asked=rule_run.asked,
        law_read_on=rule_run.law_read_on,
        left_out=rule_run.left_out,
        only_for=tuple(graph.constituencies) if graph.is_narrowed else (),
        fail_on=settings.fail_on.severity,
        settings=settings.path,
        graph=graph,
        rules=rule_run.rulebook,
        silence=silence,
        **compared,
    )
    return replace(run, findings=tuple(sorted(findings, key=run.order)))
