"""The rules, one file each. README.md in this folder is made from them."""

from govgraph.rules._asking import Asking
from govgraph.rules._asks import of_any_body, of_governance_bodies, of_people
from govgraph.rules._families import FAMILIES, Subject
from govgraph.rules._requirement import Requirement
from govgraph.rules._rule import SECTIONS, Options, Rule, all_rules, rule, rules_of
from govgraph.rules._run import Outcome, RuleCrashedError, run
from govgraph.rules._select import left_out

__all__ = [
    "FAMILIES",
    "SECTIONS",
    "Asking",
    "Options",
    "Outcome",
    "Requirement",
    "Rule",
    "RuleCrashedError",
    "Subject",
    "all_rules",
    "left_out",
    "of_any_body",
    "of_governance_bodies",
    "of_people",
    "rule",
    "rules_of",
    "run",
]
