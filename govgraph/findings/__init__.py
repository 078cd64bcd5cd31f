"""What was found: findings as data, keyed by code and bodies, and the report that holds them."""

from govgraph.findings.aspects import Aspect, Lack
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
from govgraph.findings.items import Item
from govgraph.findings.message import Bodies, Field, Message, Part, People, Themes, counted, say
from govgraph.findings.questions import Question
from govgraph.findings.report import Against, AsOf, Gone, GoneReason, NotChecked, Report

__all__ = [
    "Against",
    "AsOf",
    "Aspect",
    "Authority",
    "Basis",
    "Bodies",
    "Certainty",
    "Field",
    "Finding",
    "FindingStatus",
    "Gone",
    "GoneReason",
    "Hit",
    "Item",
    "KnownFinding",
    "Lack",
    "Message",
    "NotChecked",
    "Part",
    "People",
    "Question",
    "Report",
    "Severity",
    "Themes",
    "Waiver",
    "counted",
    "covers",
    "key_of",
    "say",
    "with_status",
]
