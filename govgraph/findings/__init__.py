"""What was found: findings as data, keyed by code and bodies, and the report that holds them."""

from govgraph.findings.finding import (
    Authority,
    Basis,
    Certainty,
    Finding,
    FindingStatus,
    Hit,
    KnownFinding,
    Severity,
    Waiver,
    covers,
    key_of,
    with_status,
)
from govgraph.findings.report import Against, AsOf, Gone, GoneReason, NotChecked, Report

__all__ = [
    "Against",
    "AsOf",
    "Authority",
    "Basis",
    "Certainty",
    "Finding",
    "FindingStatus",
    "Gone",
    "GoneReason",
    "Hit",
    "KnownFinding",
    "NotChecked",
    "Report",
    "Severity",
    "Waiver",
    "covers",
    "key_of",
    "with_status",
]
