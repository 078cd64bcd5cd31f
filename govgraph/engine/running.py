"""Run the chosen rules: hits become findings, silence is accounted for, a crash is never a pass."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any, NamedTuple, Protocol

from govgraph.engine.rulebook import Options, Rule, Rulebook, Subject
from govgraph.engine.territory import where_law_runs, why_not_asked, with_nation
from govgraph.findings import Certainty, Finding, Hit, NotChecked, Report, Severity
from govgraph.findings.aspects import merged, requests, statements
from govgraph.findings.message import message_of
from govgraph.graph import GovernanceGraph
from govgraph.language import LISTED
from govgraph.model import Place
from govgraph.model.faults import InputError, Loc, input_error, nearest


@dataclass(frozen=True, kw_only=True, slots=True)
class Run(Report):
    """A report with the graphs it was made from, so that nothing is built or judged twice.

    Args:
        graph: the structure at the day and in the view that were looked at.
        rules: all rules that could be asked.
        before: the structure before, judged for itself; None where nothing is compared.
        silence: why nothing could be asked; empty where something was.

    """

    graph: GovernanceGraph = field(compare=False, repr=False)
    rules: Rulebook = field(compare=False, repr=False)
    before: "Run | None" = field(default=None, compare=False, repr=False)
    silence: str = ""

    __repr__ = Report.__repr__

    @property
    def judged(self) -> "Run | None":
        """Itself; None where nothing could be asked."""
        return None if self.silence else self


def assert_known(rulebook: Rulebook, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> None:
    """Raise InputError for a code that no rule has, and where every selected rule is ignored too."""
    if not select and not ignore:
        return
    rules = tuple(rulebook)
    faults = []
    for option, codes in (("--select", select), ("--ignore", ignore)):
        for code in codes:
            if not code or not any(rule.matches(code) for rule in rules):
                near = nearest(code, [rule.code for rule in rules])
                faults.extend(input_error(f"{option}: there is no rule '{code}'.{near}").faults)
    if faults:
        raise InputError(faults)
    if not any(is_chosen(rule, select, ignore) for rule in rules):
        raise input_error("Nothing is left to check: every selected rule is ignored too.")


def is_chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str]) -> bool:
    """Whether a rule begins with a selected code, or none is selected, and with no ignored one."""
    selected = not select or any(rule.matches(code) for code in select)
    return selected and not any(rule.matches(code) for code in ignore)


def left_out(
    rulebook: Rulebook,
    kinds: Collection[Subject],
    select: Sequence[str],
    ignore: Sequence[str],
    options: Mapping[str, object],
) -> list[Rule]:
    """The rules of these kinds that were not chosen; of those that ask only on request, the ones that have options."""
    rules = sorted((rule for kind in kinds for rule in rulebook.of(kind)), key=lambda rule: rule.code)
    wanted = (rule for rule in rules if not rule.on_request or options.get(rule.code))
    return [rule for rule in wanted if not is_chosen(rule, select, ignore)]


_FINDINGS, _FINDINGS_A_BODY = 25_000, 10


class RuleCall(Protocol):
    """What a rule is asked of: a graph, a change from one graph to another, a ledger."""

    def place(self, path: Loc) -> Place | None:
        """Where a statement stands."""


class RuleCrashedError(Exception):
    """A rule raised an error: there is no verdict."""

    def __init__(self, code: str, error: Exception) -> None:
        self.code = code
        super().__init__(f"The rule {code} failed ({type(error).__name__}: {error}). There is no verdict.")


class Outcome(NamedTuple):
    """What one rule found, or why it could not be asked."""

    rule: Rule
    findings: tuple[Finding, ...] = ()
    why_not: str | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether it could not be asked because its law applies only in other nations."""
        return self.rule.authority is not None and self.why_not == self.rule.authority.why_not_there


def run(rule: Rule, subject: RuleCall, options: Options | None = None, severity: Severity | None = None) -> Outcome:
    """Ask one rule, with its own severity or another. Raises RuleCrashedError where the rule raises anything."""
    try:
        settings = options or rule.options()
        seen = where_law_runs(rule, subject)
        why = why_not_asked(rule, subject, seen, settings)
        if why is not None:
            return Outcome(rule, why_not=why)
        weight, most = severity or rule.severity, _most_findings(subject)
        hits = islice(rule.check(seen, settings), most + 1)
        findings = tuple(_finding(rule, subject, hit, weight) for hit in hits)
    except InputError:
        raise
    except Exception as error:
        raise RuleCrashedError(rule.code, error) from error
    if len(findings) > most:
        raise input_error(
            f"{rule.code} ({rule.name}) finds more than {most:,} faults, too many to list. Split the file, ask for "
            f"fewer groups of people (--for), or leave the rule out (--ignore {rule.code})."
        )
    return Outcome(rule, findings)


def _most_findings(subject: Any) -> int:
    """How many findings one rule may give: more than real files have, fewer than fill the memory of a machine."""
    return _FINDINGS + _FINDINGS_A_BODY * len(getattr(subject, "bodies", ()))


def _finding(rule: Rule, subject: RuleCall, hit: Hit, severity: Severity) -> Finding:
    hit = with_nation(rule, subject, hit)
    witness, lacks = tuple(hit.witness), merged(hit.lacks)
    certainty = Certainty.NOT_STATED if lacks else hit.certainty
    # Between two structures, what is not stated any more was stated: the loss is a fact of the files, so it keeps its
    # weight. A draft must not turn green by deleting a line.
    softened = certainty is Certainty.NOT_STATED and rule.of is not Subject.CHANGE
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity.softer if softened else severity,
        certainty=certainty,
        lacks=lacks,
        is_question=softened,
        bodies=hit.bodies,
        affects=hit.affects,
        affects_count=len(hit.affects) if hit.affects_count is None else hit.affects_count,
        constituency=hit.constituency,
        about=hit.about,
        together=hit.together,
        parts=hit.parts,
        message=message_of(hit.message) & statements(lacks),
        fix=requests(lacks) & message_of(hit.fix),
        witness=witness[:LISTED],
        witness_count=len(witness) if hit.witness_count is None else hit.witness_count,
        location=subject.place(hit.at or ("bodies", *hit.bodies[:1])),
        authority=rule.authority,
    )


def _in_turn(rules: Sequence[Rule]) -> Iterable[Rule]:
    return rules


@dataclass(kw_only=True)
class RuleRun:
    """One run over the chosen rules.

    Args:
        rulebook: all rules that can be asked.
        select, ignore: codes of rules, or how codes begin (`REP`, `ACC1`); nothing selected: all rules.
        options, severity: settings of rules, by code.
        watch: goes through the rules, and may show progress.

    Raises InputError for a code that no rule has, and where no rule is left.

    """

    rulebook: Rulebook
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    watch: Callable[[Sequence[Rule]], Iterable[Rule]] = _in_turn
    outcomes: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        assert_known(self.rulebook, self.select, self.ignore)
        self._subjects: set[Subject] = set()

    def run(self, kind: Subject, subject: RuleCall) -> tuple[Finding, ...]:
        """What the rules of one kind find in their subject. Raises RuleCrashedError where one of them fails."""
        self._subjects.add(kind)
        fresh = self._run(kind, subject)
        self.outcomes += [
            outcome
            for outcome in fresh
            if outcome.why_not is None or not outcome.rule.on_request or self._is_selected(outcome.rule)
        ]
        return _findings(fresh)

    def fresh(self) -> "RuleRun":
        """Another run over the same rules."""
        return replace(self, outcomes=[])

    def run_optional(self, kind: Subject, subject: RuleCall) -> tuple[Finding, ...]:
        """What the rules of one kind find; those with nothing to look at are listed only where they were selected."""
        self._subjects.add(kind)
        fresh = self._run(kind, subject)
        self.outcomes += [outcome for outcome in fresh if outcome.why_not is None or self._is_selected(outcome.rule)]
        return _findings(fresh)

    def mark_unavailable(self, kind: Subject, why: str) -> None:
        """Note that there is nothing of which the rules of one kind could be asked."""
        self._subjects.add(kind)
        self.outcomes += [Outcome(rule, why_not=why) for rule in self._of(kind)]

    def skip(self, kind: Subject, why: str) -> None:
        """Note why rules were not run, but only for those that were selected by name: nobody expects the others."""
        if self.select:
            self.outcomes += [Outcome(rule, why_not=why) for rule in self._of(kind) if self._is_selected(rule)]

    @property
    def asked(self) -> tuple[str, ...]:
        """The codes of the rules that were asked, in their order."""
        return tuple(sorted(outcome.rule.code for outcome in self.outcomes if outcome.why_not is None))

    @property
    def law_read_on(self) -> date | None:
        """The day on which the law was last read that was asked: the earliest, where there are several."""
        asked = (outcome.rule.authority for outcome in self.outcomes if outcome.why_not is None)
        return min((law.checked for law in asked if law is not None and law.checked is not None), default=None)

    @property
    def not_checked(self) -> tuple[NotChecked, ...]:
        """The rules that could not be asked, each with the reason, in the order of codes."""
        unasked = {outcome.rule.code: outcome for outcome in self.outcomes if outcome.why_not is not None}
        return tuple(
            NotChecked(code=code, reason=outcome.why_not or "", elsewhere=outcome.is_elsewhere)
            for code, outcome in sorted(unasked.items())
        )

    @property
    def left_out(self) -> int:
        """How many rules were not chosen, of those that could have been asked in this run."""
        return len(left_out(self.rulebook, self._subjects, self.select, self.ignore, self.options))

    def _is_selected(self, rule: Rule) -> bool:
        return any(rule.matches(code) for code in self.select)

    def _of(self, kind: Subject) -> list[Rule]:
        return [rule for rule in self.rulebook.of(kind) if is_chosen(rule, self.select, self.ignore)]

    def _run(self, kind: Subject, subject: RuleCall) -> list[Outcome]:
        return [
            run(rule, subject, rule.options(**self.options.get(rule.code, {})), self.severity.get(rule.code))
            for rule in self.watch(self._of(kind))
        ]


def _findings(outcomes: Sequence[Outcome]) -> tuple[Finding, ...]:
    return tuple(finding for outcome in outcomes for finding in outcome.findings)
