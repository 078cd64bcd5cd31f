"""What was found: findings as data, keyed by code and bodies, and the report that holds them."""

from govgraph.findings.aspects import Aspect, Lack
from govgraph.findings.authority import Authority, Basis, Seen
from govgraph.findings.finding import Finding, Hit, KnownFinding, Waiver, covers, key_of, with_status
from govgraph.findings.items import Item
from govgraph.findings.message import Bodies, Field, Message, Part, People, Themes, counted, say
from govgraph.findings.questions import Question
from govgraph.findings.report import Against, AsOf, Gone, GoneReason, NotChecked, Report
from govgraph.findings.weight import Certainty, FindingStatus, Severity

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
    "Seen",
    "Severity",
    "Themes",
    "Waiver",
    "counted",
    "covers",
    "key_of",
    "say",
    "with_status",
]
