"""DAT102: names that read the same."""

import pytest

from govgraph.model import Structure
from helpers import bodies, findings

NEVER_SILENT = "No file leaves out the name of a body."


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("SEND Board", "send board", True),
        ("SEND Board", "SEND  Board", True),
        ("SEND Board", "The SEND Board", True),
        ("Health and Wellbeing Board", "Health & Well-being Board", True),
        ("Children's Trust", "Childrens’ Trust", True),
        ("Café Board", "Cafe\u0301 Board", True),
        ("Bwrdd Llŷn", "Bwrdd Llyn", True),
        ("SEND Board", "SEND Boards", False),
        ("Workstream 1", "Workstream 2", False),
        ("Board A", "Board B", False),
    ],
)
def test_what_reads_alike(one: str, other: str, alike: bool) -> None:
    structure = Structure.model_validate(
        {"bodies": {"a": {"name": one, "kind": "board"}, "b": {"name": other, "kind": "board"}}}
    )
    found = [tuple(sorted(pair)) for pair in bodies("DAT102", structure)]
    assert found == ([("a", "b")] if alike else [])


def test_other_names_count_and_three_are_one_finding() -> None:
    arrows = "a: board, name X Board\nb: board, name Y, other_names x board\nc: forum, name The X-Board"
    (finding,) = findings("DAT102", arrows)
    assert set(finding.bodies) == {"a", "b", "c"}
    assert finding.severity == "warning"
    assert finding.message.endswith(" look alike, but the file lists them as three bodies.")


def test_a_body_may_repeat_its_own_name() -> None:
    assert bodies("DAT102", "a: board, name X Board, other_names x board") == []


def test_a_body_that_has_ended_may_have_had_the_name() -> None:
    assert bodies("DAT102", "a: board, name X Board, until 2019\nb: board, name X Board") == []
