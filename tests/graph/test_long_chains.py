"""Output stays linear on a long chain: twenty names and steps, and how many more."""

from typing import Any

from govgraph.language import LISTED
from govgraph.model import Structure
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.render import json, text

LENGTH = 3_000


def chain(**top: Any) -> Structure:
    """A chain of boards, each reporting to the next; `top` is said of the last."""
    bodies: dict[str, Any] = {
        f"b{number:05}": {"name": f"Board {number:05}", "kind": "board", "reports_to": f"b{number + 1:05}"}
        for number in range(LENGTH)
    }
    bodies[f"b{LENGTH:05}"] = {"name": "The top", "kind": "board", **top}
    return Structure.model_validate({"as_of": "2020-01-01", "bodies": bodies})


def test_where_the_line_stops_short() -> None:
    report = check(chain(), Settings(select=["ACC"]))
    finding, long = report.findings
    assert (long.code, long.bodies) == ("ACC107", ("b00000",))
    assert (finding.code, finding.affects_count, len(finding.affects)) == ("ACC101", LENGTH, LENGTH)
    assert (len(finding.witness), finding.witness_count) == (LISTED, LENGTH)
    assert f"{LENGTH - LISTED:,} more steps" in text.render(report)


def test_where_everything_hangs_on_one_another() -> None:
    report = check(chain(accountable_to="all"), Settings(select=["ACC"]))
    points = [one for one in report.findings if one.code == "ACC106"]
    assert len(points) == LENGTH - 4
    assert sum(len(one.affects) for one in points) <= LISTED * LENGTH
    assert all(len(one.message) < 1000 for one in points)
    assert len(json.render(report)) < 10_000 * LENGTH


def test_a_long_ring() -> None:
    report = check(chain(reports_to="b00000"), Settings(select=["ACC102"]))
    (finding,) = report.findings
    assert len(finding.bodies) == LENGTH + 1
    assert finding.message.endswith(f"and {LENGTH + 1 - LISTED:,} more answer to one another in a ring.")
    assert finding.witness_count == LENGTH + 1


def test_unsettled_ground_far_above() -> None:
    report = check(chain(accountable_to="all", status="proposed"), Settings(select=["ACC104"]))
    assert len(report.findings) == LENGTH
    assert all(len(one.witness) <= LISTED for one in report.findings)
    assert all("The top is only proposed." in one.message for one in report.findings)
