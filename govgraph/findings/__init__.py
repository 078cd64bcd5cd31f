"""What was found: findings as data, keyed by code and bodies, and the report that holds them."""

from govgraph.findings.finding import LISTED, Certainty, Finding, Hit, Severity, Step
from govgraph.findings.report import AsOf, NotChecked, Report

__all__ = ["LISTED", "AsOf", "Certainty", "Finding", "Hit", "NotChecked", "Report", "Severity", "Step"]
