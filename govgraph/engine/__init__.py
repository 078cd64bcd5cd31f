"""How rules are declared, chosen and run."""

from govgraph.engine.rulebook import FAMILIES, SECTIONS, Options, Rule, Rulebook, Subject, family_of, rule
from govgraph.engine.running import Outcome, RuleCrashedError, RuleRun, Run, left_out, run

__all__ = [
    "FAMILIES",
    "SECTIONS",
    "Options",
    "Outcome",
    "Rule",
    "RuleCrashedError",
    "RuleRun",
    "Rulebook",
    "Run",
    "Subject",
    "family_of",
    "left_out",
    "rule",
    "run",
]
