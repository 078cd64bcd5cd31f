"""Run one rule: its hits become findings, its silence is told, its crash is never a pass."""

from itertools import islice
from typing import Any, NamedTuple, Protocol

from govgraph.findings import LISTED, Certainty, Finding, Hit, Severity
from govgraph.model import Place
from govgraph.model.faults import InputError, inform
from govgraph.model.place import Path
from govgraph.rules._families import Subject
from govgraph.rules._rule import Options, Rule

_FINDINGS, _FINDINGS_A_BODY = 25_000, 10


class Asked(Protocol):
    """What a rule is asked of: a graph, a change from one graph to another, a ledger."""

    def place(self, path: Path) -> Place | None:
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


def run(rule: Rule, subject: Asked, options: Options | None = None, severity: Severity | None = None) -> Outcome:
    """Ask one rule, with its own severity or another. Raises RuleCrashedError where the rule raises anything."""
    try:
        settings = options or rule.options()
        why = rule.asks(subject, settings) or _out_of_date(rule, subject)
        if why is not None:
            return Outcome(rule, why_not=why)
        weight, most = severity or rule.severity, _most_findings(subject)
        hits = islice(rule.check(subject, settings), most + 1)
        findings = tuple(_finding(rule, subject, hit, weight) for hit in hits)
    except InputError:
        raise
    except Exception as error:
        raise RuleCrashedError(rule.code, error) from error
    if len(findings) > most:
        raise inform(
            f"{rule.code} ({rule.name}) finds more than {most:,} faults, too many to list. Split the file, ask for "
            f"fewer groups of people (--for), or leave the rule out (--ignore {rule.code})."
        )
    return Outcome(rule, findings)


def _most_findings(subject: Any) -> int:
    """How many findings one rule may give: more than real files have, fewer than fill the memory of a machine."""
    return _FINDINGS + _FINDINGS_A_BODY * len(getattr(subject, "bodies", ()))


def _out_of_date(rule: Rule, subject: Any) -> str | None:
    """Why what the rule rests on says nothing of the day that is looked at; None where it does."""
    return None if rule.authority is None else rule.authority.why_not_on(subject.as_of)


def _finding(rule: Rule, subject: Asked, hit: Hit, severity: Severity) -> Finding:
    witness = tuple(hit.witness)
    # Between two structures, what is not stated any more was stated: the loss is a fact of the files, so it keeps its
    # weight. A draft must not turn green by deleting a line.
    softened = hit.certainty is Certainty.NOT_STATED and rule.of is not Subject.CHANGE
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity.softer if softened else severity,
        certainty=hit.certainty,
        bodies=hit.bodies,
        affects=hit.affects[:LISTED],
        affects_count=len(hit.affects) if hit.affects_count is None else hit.affects_count,
        constituency=hit.constituency,
        about=hit.about,
        together=hit.together,
        parts=hit.parts,
        message=hit.message,
        fix=hit.fix,
        witness=witness[:LISTED],
        witness_count=len(witness) if hit.witness_count is None else hit.witness_count,
        location=subject.place(hit.at or ("bodies", *hit.bodies[:1])),
        authority=rule.authority,
    )
