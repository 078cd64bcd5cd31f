"""The story of a run on one screen: a structure, its graph at one date and in one view, the rules, the report."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from govgraph.findings import Against, AsOf, Finding, FindingStatus, Report
from govgraph.graph import GovernanceGraph, Trace
from govgraph.graph import trace as trace_in
from govgraph.graph.people import the_same_people
from govgraph.model import Structure, View
from govgraph.model.called import body_called, constituencies_called
from govgraph.model.faults import inform
from govgraph.read import Base, Fault, InputError, assert_sound
from govgraph.rules import Asking, Rule, Subject, rules_of
from govgraph.settings import Settings
from govgraph.words import ParticipationTable

if TYPE_CHECKING:
    from govgraph.draw.drawing import Drawing
    from govgraph.findings.baseline import Baseline

Item = TypeVar("Item")
Watch = Callable[[Sequence[Item]], Iterable[Item]]
"""Goes through a list of work and may show how far it is."""


class NothingCheckedError(InputError):
    """No rule that was selected could be asked."""


_AS_THEY_ARE = Settings.model_construct()  # the defaults, without the cost of checking them


def check(  # noqa: PLR0913 - the front door: each argument is told, and given by its name
    structure: Structure,
    settings: Settings = _AS_THEY_ARE,
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

    """
    asking = Asking(
        select=settings.select,
        ignore=settings.ignore,
        options=settings.options,
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


def compare(before: Structure, after: Structure, settings: Settings = _AS_THEY_ARE, **options: Any) -> Report:
    """What has changed from one structure to another, and what it takes away; see `check` for the options."""
    return check(after, settings, against=before, **options)


def baseline_of(report: Report, known: "Baseline | None" = None) -> "Baseline":
    """The findings about the structure itself, as a baseline; of a `known` one, what is not mended.

    What only shows between two structures, or of waivers, is no state to begin from; what is waived is accounted for.
    """
    from govgraph.findings.baseline import Baseline  # noqa: PLC0415 - only where one is written

    if known is not None:
        found = {finding.key for finding in report.findings}
        unknown = set() if report.whole else {entry.key for entry in known.findings}
        unknown |= {entry.key for entry in known.findings if entry.key.partition(":")[0] not in report.asked}
        return Baseline(findings=tuple(entry for entry in known.findings if entry.key in found | unknown))
    codes = {rule.code for rule in rules_of(Subject.GRAPH)}
    return Baseline.of(one for one in report.findings if one.code in codes and one.waiver is None)


def build(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    constituencies: Sequence[str] | None = None,
) -> GovernanceGraph:
    """The graph of a structure at one date and in one view; see `check` for the arguments."""
    if not structure.was_read:
        assert_sound(structure)
    if constituencies is not None:
        constituencies = constituencies_called(structure, constituencies)
    return GovernanceGraph(
        structure, as_of or structure.as_of or date.today(), view or structure.looked_at, constituencies
    )


def trace(structure: Structure, body: str, *, as_of: date | str | None = None, view: View | str | None = None) -> Trace:
    """The line of accountability of one body, and how the voice of each constituency reaches it.

    `body` is an id, a name or another name. Raises InputError where no body, or more than one, is called so.
    """
    graph = build(structure, as_of=as_of, view=view)
    found = body_called(structure, body)
    if found not in graph.bodies:
        raise inform(f"{structure.bodies[found].name} is not in force on {graph.as_of} in the view '{graph.view}'.")
    return trace_in(graph, found)


def participation(
    structure: Structure,
    *,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
) -> ParticipationTable:
    """How each group of people takes part in each governance body; see `check` for the arguments."""
    return ParticipationTable(build(structure, as_of=as_of, view=view, constituencies=only_for or None))


def draw(  # noqa: PLR0913 - a front door too
    structure: Structure,
    settings: Settings = _AS_THEY_ARE,
    *,
    against: Base | Structure | None = None,
    as_of: date | str | None = None,
    view: View | str | None = None,
    only_for: Sequence[str] = (),
    focus: str | None = None,
    steps: int = 1,
    with_names: bool = False,
) -> "Drawing":
    """A structure as a drawing, with what the rules find, on every day on which something in it changes.

    `focus` is an id or a name: then only that body is drawn, and what is at most `steps` relations or seats away. See
    `check` for the other arguments. Names of people are told only where `with_names` asks for them. Laying out and
    writing need the extra `draw`.
    """
    from govgraph.draw.days import days_of_change  # noqa: PLC0415 - `check` needs none of what draws
    from govgraph.draw.drawing import Drawing  # noqa: PLC0415
    from govgraph.draw.frames import Frames, Moment  # noqa: PLC0415

    def asked(of: Structure, day: date | str | None, **more: Any) -> tuple[Report | None, str]:
        try:
            return check(of, as_of=day, view=view, **more), ""
        except NothingCheckedError as error:
            return None, str(error)

    def at(day: date | str | None) -> Moment:
        report, silence = asked(structure, day, settings=settings, against=against, only_for=only_for)
        chosen = constituencies_called(structure, only_for or settings.constituencies)
        after = build(structure, as_of=day, view=view, constituencies=chosen or None)
        if base is None:
            return Moment(day=after.as_of, after=after, report=report, silence=silence)
        people = the_same_people(base, after)
        before = build(base, as_of=day, view=view, constituencies=people)
        own = settings.model_copy(update={"waivers": (), "constituencies": people or ()})  # those are of the draft
        report_before, silence_before = asked(base, day, settings=own)
        return Moment(
            day=after.as_of,
            after=after,
            before=before,
            report=report,
            silence=silence,
            report_before=report_before,
            silence_before=silence_before,
        )

    view = view or structure.looked_at
    base = against.structure if isinstance(against, Base) else against
    body = None if focus is None else body_called(structure, focus)
    main = at(as_of)
    if not main.after.bodies:
        raise inform(f"There is nothing to draw: no body is in force on {main.day} in the view '{main.after.view}'.")
    if body is not None and body not in main.after.bodies:
        raise inform(f"{structure.bodies[body].name} is not in force on {main.day} in the view '{main.after.view}'.")
    days, left_out = days_of_change(filter(None, (structure, base)), main.after.view, main.day)
    frames = Frames([main if day == main.day else at(day) for day in days], days.index(main.day))
    return Drawing(frames, focus=body, steps=steps, with_names=with_names, days_left_out=left_out)


def _compared(
    asking: Asking, graph: GovernanceGraph, findings: tuple[Finding, ...], base: Base, as_of: date | str | None
) -> tuple[tuple[Finding, ...], Against]:
    """The findings with those of the change, each new or kept, and what was compared with."""
    if base.structure is None:
        asking.cannot(Subject.CHANGE, f"There is nothing to compare with: {base.name} does not hold this file.")
        fresh = tuple(replace(finding, status=FindingStatus.NEW) for finding in findings)
        return fresh, Against(base=base.name, beside=base.beside)
    from govgraph.diff import changes, part  # noqa: PLC0415 - only a comparison needs these
    from govgraph.graph.comparison import Comparison  # noqa: PLC0415

    before = build(base.structure, as_of=as_of, view=graph.view, constituencies=the_same_people(base.structure, graph))
    change = Comparison(before, graph)
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
        whole=whole,
        names={key: body.name for key, body in (*before.items(), *graph.structure.bodies.items())},
        today=today or date.today(),
        places=settings.places,
    )
    return ledger.settled() + ledger.fresh(asking.ask_where_it_matters(Subject.LEDGER, ledger))


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
