"""DAT103: seats whose last day has passed."""

import pytest

from govgraph.model import Structure
from helpers import DAY, findings, found, why_not_asked

NEVER_SILENT = "It looks at last days that are stated; a seat without one has no term that could have passed."
BOARD = "board: board\n"
PAST = "forum -- sits_on[parent-carers, until 2020-08-31] --> board\n"
HIT = [(("board",), None, "stated")]


def test_a_seat_whose_last_day_has_passed() -> None:
    (finding,) = findings("DAT103", BOARD + PAST)
    assert (finding.bodies, finding.certainty, finding.severity) == (("board",), "stated", "warning")
    assert finding.message == (
        "The last day of 1 seat on Board has passed, and the file does not state that it ended, or a new term: that of "
        "Forum for Parent carers (until 2020-08-31)."
    )
    assert [(step.start, step.end) for step in finding.witness] == [("forum", "board")]


def test_the_last_day_is_still_in_force() -> None:
    assert found("DAT103", BOARD + PAST, as_of="2020-08-31") == []
    assert found("DAT103", BOARD + "forum -- sits_on[until 2020-09] --> board") == []


def test_all_seats_of_a_body_are_one_finding() -> None:
    arrows = BOARD + PAST + "somebody -- sits_on[until 2019] --> board\nforum -- sits_on[until 2019] --> other"
    (finding, other) = findings("DAT103", arrows)
    assert (finding.bodies, other.bodies) == (("board",), ("other",))
    assert "The last day of 2 seats on Board has passed" in finding.message
    assert "that of Forum for Parent carers (until 2020-08-31) and that of somebody (until 2019)." in finding.message


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("forum -- sits_on[parent-carers] --> board", []),
        ("other -- sits_on[parent-carers] --> board", []),
        ("somebody -- sits_on[parent-carers, vacant] --> board", []),
        ("forum -- sits_on --> board", []),
        ("forum -- sits_on[young] --> board", HIT),
        ("other -- sits_on --> board", HIT),
        ("forum -- attends[parent-carers] --> board", HIT),
        ("forum -- sits_on[parent-carers, from 2020-09-02] --> board", HIT),
        ("forum -- sits_on[parent-carers] --> other", HIT),
    ],
)
def test_a_seat_for_the_same_people_or_of_the_same_holder_renews_it(there: str, expected: list[object]) -> None:
    assert found("DAT103", BOARD + PAST + there) == expected


def test_a_seat_for_nobody_is_renewed_by_one_of_its_holder() -> None:
    past = BOARD + "council -- sits_on[until 2019] --> board\n"
    assert found("DAT103", past) == HIT
    assert found("DAT103", past + "council -- sits_on[chair] --> board") == []


def test_a_seat_of_one_person_is_renewed_by_theirs_alone_and_nobody_is_named() -> None:
    def told(person: str) -> list[object]:
        seats = [{"person": "Zephyrine", "until": "2019"}, {"person": person}]
        board = {"name": "Board", "kind": "board", "seats": seats}
        found = findings("DAT103", Structure.model_validate({"as_of": DAY, "bodies": {"board": board}}))
        assert "zephyrine" not in repr(found).casefold()
        return [finding.bodies for finding in found]

    assert told("ZEPHYRINE ") == []
    assert told("Ottokar") == [("board",)]


def test_a_seat_that_is_stated_to_have_ended_is_told_of_by_the_file() -> None:
    assert found("DAT103", BOARD + "forum -- sits_on[parent-carers, ended, until 2019] --> board") == []


def test_on_a_body_that_has_ended_no_seat_is_past_its_term() -> None:
    assert why_not_asked("DAT103", "board: board, ended\n" + PAST) is not None


def test_it_is_not_asked_where_no_seat_states_a_last_day() -> None:
    why = "No seat on a body in force states a last day (until)."
    assert why_not_asked("DAT103", BOARD + "forum -- sits_on --> board") == why
    assert why_not_asked("DAT103", BOARD + "forum -- attends[until 2019] --> board") == why
