"""Run one rule: its hits become findings, its silence is told, its crash is never a pass."""

from typing import NamedTuple

from govgraph.findings import LISTED, Certainty, Finding, Hit, NotChecked
from govgraph.findings.finding import key_of
from govgraph.graph import GovernanceGraph
from govgraph.rules._rule import Options, Rule


class RuleCrashedError(Exception):
    """A rule raised an error: there is no verdict."""

    def __init__(self, code: str, error: Exception) -> None:
        self.code = code
        super().__init__(f"The rule {code} failed ({type(error).__name__}: {error}). There is no verdict.")


class Outcome(NamedTuple):
    """What one rule found, or why it could not be asked."""

    findings: tuple[Finding, ...] = ()
    not_checked: NotChecked | None = None


def run(rule: Rule, graph: GovernanceGraph, options: Options | None = None) -> Outcome:
    """Ask one rule. Raises RuleCrashedError where the rule raises anything."""
    try:
        settings = options or rule.options()
        why = rule.asks(graph, settings)
        if why is not None:
            return Outcome(not_checked=NotChecked(code=rule.code, why=why))
        return Outcome(tuple(_finding(rule, graph, hit) for hit in rule.check(graph, settings)))
    except Exception as error:
        raise RuleCrashedError(rule.code, error) from error


def _finding(rule: Rule, graph: GovernanceGraph, hit: Hit) -> Finding:
    witness = tuple(hit.witness)
    silent = hit.certainty is Certainty.NOT_STATED
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.softer if silent else rule.severity,
        certainty=hit.certainty,
        bodies=hit.bodies,
        affects=hit.affects[:LISTED],
        affects_count=len(hit.affects) if hit.affects_count is None else hit.affects_count,
        constituency=hit.constituency,
        message=hit.message,
        fix=hit.fix,
        witness=witness[:LISTED],
        witness_count=len(witness) if hit.witness_count is None else hit.witness_count,
        location=graph.structure.place(hit.at or ("bodies", hit.bodies[0])),
        key=key_of(rule.code, hit.bodies, hit.constituency),
    )
