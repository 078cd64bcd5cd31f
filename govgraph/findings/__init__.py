"""What was found: findings as data, keyed by code and bodies, and the report that holds them.

`waiver.py`, `baseline.py` and the `ledger.py` that sets them beside the findings are loaded only where there are any.
"""

from govgraph.findings.authority import Authority, Basis
from govgraph.findings.certainty import Certainty
from govgraph.findings.finding import (
    LISTED,
    Finding,
    FindingStatus,
    Hit,
    Known,
    Severity,
    Step,
    beside,
    covers,
    key_of,
)
from govgraph.findings.report import Against, AsOf, Gone, GoneBecause, NotChecked, Report
from govgraph.findings.waiver import Waiver

__all__ = [
    "LISTED",
    "Against",
    "AsOf",
    "Authority",
    "Basis",
    "Certainty",
    "Finding",
    "FindingStatus",
    "Gone",
    "GoneBecause",
    "Hit",
    "Known",
    "NotChecked",
    "Report",
    "Severity",
    "Step",
    "Waiver",
    "beside",
    "covers",
    "key_of",
]
