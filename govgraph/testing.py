"""For authors of rules: run a rule on small structures in arrow notation, and hold it to its own examples.

>>> from govgraph.testing import findings
>>> from govgraph.rules.acc102_reporting_cycle import reporting_cycle
>>> [finding.bodies for finding in findings(reporting_cycle, "board -- reports_to --> board")]
[('board',)]
"""

from govgraph.engine import Rule
from govgraph.engine.arrows import before_and_after, from_arrows
from govgraph.findings import Finding, Report
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.rules import rulebook

__all__ = ["assert_examples", "before_and_after", "findings", "from_arrows", "report"]

DAY = "2020-07-03"
"""The day on which a structure is looked at that states none."""


def report(rule: Rule, text: str, settings: Settings | None = None) -> Report:
    """The report on one rule, asked of structures in arrow notation; `settings` may set its options.

    Lines that begin with `before:` or `after:` belong to one of two structures that are compared, all others to both.
    Raises InputError where the text cannot be read, and where the rule cannot be asked of it.
    """
    before, after = before_and_after(text)
    chosen = (settings or Settings()).model_copy(update={"select": (rule.code,)})
    others = () if rulebook().find(rule.code) is rule else (rule,)
    return check(after, chosen, against=before, as_of=after.as_of or DAY, rules=others)


def findings(rule: Rule, text: str, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What one rule finds in structures in arrow notation; see `report` for the arguments and errors."""
    return tuple(finding for finding in report(rule, text, settings).findings if finding.code == rule.code)


def assert_examples(rule: Rule) -> None:
    """Assert that a rule finds something in its section *Flagged*, and nothing in its section *Clean*."""
    assert findings(rule, rule.section("Flagged")), f"{rule.code} finds nothing in its example Flagged"  # noqa: S101
    clean = findings(rule, rule.section("Clean"))
    assert not clean, f"{rule.code} finds something in its example Clean: {clean[0].message}"  # noqa: S101
