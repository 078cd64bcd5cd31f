"""The rules, one file each. README.md in this folder is made from them."""

from govgraph.rules._asking import Asking
from govgraph.rules._families import FAMILIES
from govgraph.rules._rule import SECTIONS, Options, Rule, Subject, all_rules, rule
from govgraph.rules._run import Outcome, RuleCrashedError, run
from govgraph.rules._select import chosen

__all__ = [
    "FAMILIES",
    "SECTIONS",
    "Asking",
    "Options",
    "Outcome",
    "Rule",
    "RuleCrashedError",
    "Subject",
    "all_rules",
    "chosen",
    "rule",
    "run",
]
