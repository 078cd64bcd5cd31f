"""What a check found, what a change changed, and what is not found any more, as tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from govgraph.findings import Finding, Report
from govgraph.model.faults import inform, nearest, one_of
from govgraph.rules import FAMILIES
from govgraph.words.changes import changes
from govgraph.words.frames.table import TEXT, table
from govgraph.words.verdict import GONE

if TYPE_CHECKING:
    import pandas as pd

_FINDING = ("severity", "certainty", "question", "bodies", "people", "message", "what to do", "rule", "status")
_TABLES = ("findings", "changes", "gone")


def of_report(report: Report, what: str) -> "pd.DataFrame":
    """A report as a table; see `Report.to_frame`. Raises InputError for a table that is not there."""
    if what not in _TABLES:
        raise inform(f"There is no table '{what}'; it should be {one_of(_TABLES)}.{nearest(str(what), _TABLES)}")
    if what == "findings":
        return _texts(_FINDING, (_cells(report, one) for one in report.findings))
    if report.against is None or report.against.structure is None:
        raise inform("This report compares with nothing. Use govgraph.compare(before, after).")
    if what == "gone":
        return _texts((*_FINDING, "why"), ((*_cells(report, one), GONE[why]) for one, why in report.against.gone))
    return _texts(("about", "change", "what"), ((row.subject, row.kind.value, row.what) for row in changes(report)))


def _texts(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> "pd.DataFrame":
    return table(dict.fromkeys(columns, TEXT), rows)


def _cells(report: Report, finding: Finding) -> tuple[str | None, ...]:
    status = "waived" if finding.waiver else finding.status and finding.status.value
    return (
        finding.severity.value,
        finding.certainty.value.replace("_", " "),
        FAMILIES.get(finding.code.rstrip("0123456789"), "A rule of your own"),
        "; ".join(map(report.name, finding.bodies)),
        report.constituency_name(finding.constituency) if finding.constituency else None,
        finding.message,
        finding.fix,
        finding.code,
        status,
    )
