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
        "The Board has one seat past its last day. "
        "The seat of the Forum for parent carers ran until 31 August 2020, and the file shows no new term."
    )
    assert [(step.start, step.end) for step in finding.witness] == [("forum", "board")]


def test_the_last_day_is_still_in_force() -> None:
    assert found("DAT103", BOARD + PAST, as_of="2020-08-31") == []
    assert found("DAT103", BOARD + "forum -- sits_on[until 2020-09] --> board") == []


def test_all_seats_of_a_body_are_one_finding() -> None:
    arrows = BOARD + PAST + "somebody -- sits_on[until 2019] --> board\nforum -- sits_on[until 2019] --> other"
    (finding, other) = findings("DAT103", arrows)
    assert (finding.bodies, other.bodies) == (("board",), ("other",))
    assert finding.message == (
        "The Board has two seats past their last day. "
        "The seat of the Forum for parent carers ran until 31 August 2020, and the file shows no new term. "
        "One seat ran until 2019, and the file shows no new term."
    )
    assert finding.parts == ("the seat until 2020-08-31", "the seat until 2019")
    assert finding.fix == (
        "Ask the Board whether these seats were renewed. If so, record the new terms, with their first days. "
        "If not, record that the seats have ended, and ask who is heard instead."
    )


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("forum -- sits_on[parent-carers, from 2020-09-01] --> board", []),
        ("forum -- sits_on[parent-carers, from 2020-08-31] --> board", []),
        ("other -- sits_on[parent-carers, from 2020-09] --> board", []),
        ("somebody -- sits_on[parent-carers, vacant, from 2020-09-01] --> board", []),
        ("forum -- sits_on[from 2020-09-01] --> board", []),
        ("forum -- sits_on[parent-carers, from 2019] --> board", HIT),
        ("forum -- sits_on[parent-carers] --> board", HIT),
        ("forum -- sits_on[young, from 2020-09-01] --> board", HIT),
        ("other -- sits_on[from 2020-09-01] --> board", HIT),
        ("forum -- attends[parent-carers, from 2020-09-01] --> board", HIT),
        ("forum -- sits_on[parent-carers, from 2020-09-02] --> board", HIT),
        ("forum -- sits_on[parent-carers, from 2020-09-01] --> other", HIT),
    ],
)
def test_a_seat_that_began_then_for_the_same_people_or_of_the_same_holder_renews_it(
    there: str, expected: list[object]
) -> None:
    assert found("DAT103", BOARD + PAST + there) == expected


def test_a_new_term_renews_one_seat_and_a_term_in_between_carries_on() -> None:
    new = "forum -- sits_on[parent-carers, from 2020-09-01] --> board\n"
    (finding,) = findings("DAT103", BOARD + PAST + PAST + new)
    assert finding.message.startswith("The Board has one seat past its last day. ")
    older = "forum -- sits_on[parent-carers, until 2018-08-31] --> board\n"
    between = "forum -- sits_on[parent-carers, from 2018-09-01, until 2020-08-31] --> board\n"
    assert found("DAT103", BOARD + older + between + new) == []
    assert found("DAT103", BOARD + older + between) == HIT


def test_a_seat_for_nobody_is_renewed_by_one_of_its_holder_or_of_who_replaced_it() -> None:
    past = BOARD + "council -- sits_on[until 2019] --> board\n"
    assert found("DAT103", past) == HIT
    assert found("DAT103", past + "council -- sits_on[chair, from 2020] --> board") == []
    heir = "unitary -- sits_on[from 2020] --> board\n"
    assert found("DAT103", past + heir) == HIT
    assert found("DAT103", past + heir + "unitary -- replaces --> council") == []


@pytest.mark.parametrize(
    ("seat", "later", "expected"),
    [
        ("as councillor", "as councillor", []),
        ("chair", "chair", []),
        ("as councillor", "as officer", HIT),
        ("chair", "member", HIT),
    ],
)
def test_a_seat_of_nobody_named_is_handed_over_in_its_capacity_and_role(
    seat: str, later: str, expected: list[object]
) -> None:
    arrows = f"somebody -- sits_on[{seat}, until 2019] --> board\nsomebody -- sits_on[{later}, from 2020] --> board"
    assert found("DAT103", BOARD + arrows) == expected


def test_a_person_who_sits_on_in_another_capacity_renews_their_seat_and_nobody_is_named() -> None:
    def told(person: str) -> list[object]:
        seats = [
            {"person": "Zephyrine", "until": "2019", "as": "officer"},
            {"person": person, "from": "2020", "role": "chair"},
        ]
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
    why = "No seat on a body in place has a last day."
    assert why_not_asked("DAT103", BOARD + "forum -- sits_on --> board") == why
    assert why_not_asked("DAT103", BOARD + "forum -- attends[until 2019] --> board") == why


LATER = "structure: as_of 2022-07-15\n" + BOARD + "forum -- sits_on[parent-carers, until 2022-06-30] --> board\n"


@pytest.mark.parametrize(
    ("seat", "told"),
    [
        ("from 2022-09-01", "begins later (1 September 2022)"),
        ("from 2022-07-01, proposed", "is only proposed"),
        ("from 2022-07-01, agreed", "is agreed but not yet in place"),
    ],
)
def test_a_new_term_that_is_not_there_yet_is_told_of(seat: str, told: str) -> None:
    (finding,) = findings("DAT103", LATER + f"forum -- sits_on[parent-carers, {seat}] --> board", view="in_place")
    assert finding.message == (
        "The Board has one seat past its last day. "
        f"The seat of the Forum for parent carers ran until 30 June 2022, and a new term {told}."
    )
    assert finding.fix == (
        "Ask the Board who sits there until the new term begins, and record it. "
        "If nobody does, record that the seat has ended."
    )


def test_a_new_term_that_has_ended_itself_renewed_the_first() -> None:
    first = "forum -- sits_on[until 2020-06-30] --> board\n"
    second = "forum -- sits_on[from 2020-07-01, until 2021-06-30, ended] --> board\n"
    assert found("DAT103", BOARD + first + second, as_of="2022-01-01") == []
    assert found("DAT103", BOARD + first * 2 + second, as_of="2022-01-01") == HIT


def test_the_order_of_capacities_is_no_matter() -> None:
    past = "somebody -- sits_on[as councillor, as officer, until 2019] --> board\n"
    assert found("DAT103", BOARD + past + "somebody -- sits_on[as Officer, as councillor, from 2020] --> board") == []
    assert found("DAT103", BOARD + past + "somebody -- sits_on[as officer, from 2020] --> board") == HIT


@pytest.mark.parametrize(
    ("until", "from_", "expected"),
    [
        ("2019", "2019", HIT),
        ("2019-05", "2019-05", HIT),
        ("2019", "2019-12-31", []),
        ("2019", "2020", []),
        ("2019-08-31", "2019-08-31", []),
        ("2019-08-31", "2019-09", []),
        ("2019-08-31", "2019-08", HIT),
    ],
)
def test_a_term_that_may_have_begun_while_the_other_ran_does_not_renew_it(
    until: str, from_: str, expected: list[object]
) -> None:
    seats = f"forum -- sits_on[until {until}] --> board\nforum -- sits_on[from {from_}] --> board"
    assert found("DAT103", BOARD + seats) == expected


def test_a_term_that_may_overlap_is_told_of() -> None:
    (finding,) = findings(
        "DAT103", BOARD + "forum -- sits_on[until 2019] --> board\nforum -- sits_on[from 2019] --> board"
    )
    assert finding.message.endswith(
        "The seat of the Forum ran until 2019, and a term from 2019 may have begun before that."
    )
    assert finding.fix.startswith("Ask the Board whether the seat was renewed.")


def test_what_the_file_could_not_know_is_not_held_against_it() -> None:
    early = LATER.replace("as_of 2022-07-15", "as_of 2022-06-01")
    assert found("DAT103", early) == []
    assert found("DAT103", early, as_of="2022-07-15") == []
    assert found("DAT103", LATER, as_of="2023-01-01") == HIT
