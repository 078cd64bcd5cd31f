"""The report of one run: what was looked at, what was found, what could not be asked."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govgraph.findings.finding import Certainty, Finding, Severity
from govgraph.model import Structure, View


class AsOf(StrEnum):
    """Who chose the date that was looked at."""

    ASKED = "asked"
    FILE = "file"
    TODAY = "today"


@dataclass(frozen=True, kw_only=True, slots=True)
class NotChecked:
    """A rule that could not be asked, and why."""

    code: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The answer to one `check`.

    Args:
        structure: what was read.
        as_of: the day that was looked at, and who chose it (`as_of_is`).
        bodies, relations, seats: counts of the graph at that day and in that view.
        findings: sorted by severity, code and names.
        not_checked: the rules that could not be asked.
        asked: how many rules were.
        left_out: how many rules were not selected, or ignored.
        only_for: the constituencies that were chosen, where not all were.

    """

    structure: Structure
    as_of: date
    as_of_is: AsOf
    view: View
    bodies: int
    relations: int
    seats: int
    findings: tuple[Finding, ...]
    not_checked: tuple[NotChecked, ...]
    asked: int
    left_out: int = 0
    only_for: tuple[str, ...] = ()

    def summary(self) -> dict[str, int]:
        """How many findings of each severity, how many of them rest on silence, how many are waived."""
        severities = Counter(finding.severity for finding in self.findings)
        counts = {severity.value: severities[severity] for severity in Severity}
        silent = sum(finding.certainty is Certainty.NOT_STATED for finding in self.findings)
        return {**counts, "not_stated": silent, "waived": 0}

    def worst(self) -> Severity | None:
        """The heaviest severity among the findings."""
        return min((finding.severity for finding in self.findings), key=lambda one: one.rank, default=None)
