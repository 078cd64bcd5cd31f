"""Ask all chosen rules, and keep the account of what was asked and what could not be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from govgraph.findings import Finding, NotChecked, Severity
from govgraph.rules._families import Subject
from govgraph.rules._rule import Rule, rules_of
from govgraph.rules._run import Asked, Outcome, run
from govgraph.rules._select import assert_known, is_chosen, left_out


def _in_turn(rules: Sequence[Rule]) -> Iterable[Rule]:
    return rules


@dataclass(kw_only=True)
class Asking:
    """One run over the chosen rules.

    Args:
        select, ignore: codes of rules, or how codes begin (`REP`, `ACC1`); nothing selected: all rules.
        options, severity: settings of rules, by code.
        watch: goes through the rules, and may show progress.

    Raises InputError for a code that no rule has, and where no rule is left.

    """

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    watch: Callable[[Sequence[Rule]], Iterable[Rule]] = _in_turn
    outcomes: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        assert_known(self.select, self.ignore)
        self._subjects: set[Subject] = set()

    def ask(self, kind: Subject, subject: Asked) -> tuple[Finding, ...]:
        """What the rules of one kind find in their subject. Raises RuleCrashedError where one of them fails."""
        self._subjects.add(kind)
        fresh = self._run(kind, subject)
        self.outcomes += [
            one for one in fresh if one.why_not is None or not one.rule.on_request or self._is_selected(one.rule)
        ]
        return _findings(fresh)

    def ask_before(self, subject: Asked) -> tuple[Finding, ...]:
        """What the rules on one structure find in the structure before, of which no account is kept."""
        return _findings(self._run(Subject.GRAPH, subject))

    def ask_where_it_matters(self, kind: Subject, subject: Asked) -> tuple[Finding, ...]:
        """The same; of rules that have nothing to look at, an account is kept only where they were selected by name."""
        self._subjects.add(kind)
        fresh = self._run(kind, subject)
        self.outcomes += [one for one in fresh if one.why_not is None or self._is_selected(one.rule)]
        return _findings(fresh)

    def cannot(self, kind: Subject, why: str) -> None:
        """Note that there is nothing of which the rules of one kind could be asked."""
        self._subjects.add(kind)
        self.outcomes += [Outcome(rule, why_not=why) for rule in self._of(kind)]

    def need_not(self, kind: Subject, why: str) -> None:
        """The same, for rules that nobody expects to be asked unless they were selected by name."""
        if self.select:
            self.outcomes += [Outcome(rule, why_not=why) for rule in self._of(kind) if self._is_selected(rule)]

    @property
    def asked(self) -> tuple[str, ...]:
        """The codes of the rules that were asked, in their order."""
        return tuple(sorted(outcome.rule.code for outcome in self.outcomes if outcome.why_not is None))

    @property
    def not_checked(self) -> tuple[NotChecked, ...]:
        """The rules that could not be asked, each with the reason, in the order of codes."""
        found = [NotChecked(code=one.rule.code, why=one.why_not) for one in self.outcomes if one.why_not is not None]
        return tuple(sorted(found, key=lambda one: one.code))

    @property
    def left_out(self) -> int:
        """How many rules were not chosen, of those that could have been asked in this run."""
        return len(left_out(self._subjects, self.select, self.ignore, self.options))

    def _is_selected(self, rule: Rule) -> bool:
        return any(rule.is_called(code) for code in self.select)

    def _of(self, kind: Subject) -> list[Rule]:
        return [rule for rule in rules_of(kind) if is_chosen(rule, self.select, self.ignore)]

    def _run(self, kind: Subject, subject: Asked) -> list[Outcome]:
        return [
            run(rule, subject, rule.options(**self.options.get(rule.code, {})), self.severity.get(rule.code))
            for rule in self.watch(self._of(kind))
        ]


def _findings(outcomes: Sequence[Outcome]) -> tuple[Finding, ...]:
    return tuple(finding for outcome in outcomes for finding in outcome.findings)
