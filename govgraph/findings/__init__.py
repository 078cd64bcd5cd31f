"""What was found: findings as data, keyed by code and bodies; waivers, baseline, and the report that holds them."""

from govgraph.findings.baseline import Baseline, Entry, covers
from govgraph.findings.finding import LISTED, Certainty, Finding, FindingStatus, Hit, Severity, Step, key_of
from govgraph.findings.ledger import Lapsed, Ledger
from govgraph.findings.report import Against, AsOf, Gone, GoneBecause, NotChecked, Report
from govgraph.findings.waiver import Waiver

__all__ = [
    "LISTED",
    "Against",
    "AsOf",
    "Baseline",
    "Certainty",
    "Entry",
    "Finding",
    "FindingStatus",
    "Gone",
    "GoneBecause",
    "Hit",
    "Lapsed",
    "Ledger",
    "NotChecked",
    "Report",
    "Severity",
    "Step",
    "Waiver",
    "covers",
    "key_of",
]
