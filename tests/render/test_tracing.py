"""The trace of a body in words: what a person reads of who is heard on it."""

from govgraph.graph import trace
from govgraph.render.trace import trace_texts
from helpers import graph


def test_a_vacant_seat_is_told_as_one() -> None:
    arrows = "board: board, membership complete\ngroup -- reports_to --> board\n"
    arrows += "somebody -- sits_on[parent-carers, vacant] --> board\nforum -- sits_on[parent-carers] --> group"
    found = graph(arrows)
    parts = (part for body in ("board", "group") for part in trace_texts(trace(found, body)))
    told = [sentence for part in parts for _, sentence in part.sentences]
    assert "On Board: a vacant seat." in told
    assert "Above Group, this group has a vacant seat on Board." in told
    assert not any("no seat" in line for line in told)


def sentences(arrows: str, body: str) -> list[str]:
    """What the trace of a body says of its lines."""
    return [sentence for _, sentence in next(trace_texts(trace(graph(arrows), body))).sentences]


def test_the_line_that_leads_and_joint_ones_are_marked() -> None:
    arrows = (
        "board -- reports_to[leading] --> council\nboard -- part_of --> trust\ngroup -- reports_to[jointly] --> board\n"
    )
    arrows += "group -- reports_to[jointly, proposed] --> trust\ncouncil -- accountable_to[leading] --> the electors\n"
    arrows += "council -- accountable_to --> the minister"
    assert sentences(arrows, "group") == [
        "Group reports to Board (jointly; no source given)",
        "Group reports to Trust (proposed; jointly; no source given)",
        "Board reports to Council (final say; no source given)",
        "Board is part of Trust (no source given)",
        "Council is accountable to the electors (final say; no source given): here the line leaves the structure.",
        "Council is accountable to the minister (no source given): here the line leaves the structure.",
        "The file does not say who holds Trust to account.",
    ]


def test_of_two_lines_to_one_body_the_marked_one_is_shown() -> None:
    arrows = "board -- reports_to --> council\nboard -- part_of[leading] --> council"
    assert sentences(arrows, "board")[0] == "Board is part of Council (final say; no source given)"


def test_members_and_voters_end_a_line() -> None:
    for end in ("the members in general meeting", "the voters of the district"):
        assert sentences(f"board -- accountable_to --> {end}", "board") == [
            f"Board is accountable to {end} (no source given): here the line leaves the structure."
        ]
