"""MAN108: memberships that are not made up as their rules say."""

import pytest

from helpers import findings, lacking, why_not_asked

NOT_STATED = "parents -- makes_up[share at least half] --> board\nsomebody -- sits_on[as officer] --> board"
BOARD = "board: board, membership complete"
HALF = "parents -- makes_up[share at least half] --> board"
OFFICERS = "somebody -- sits_on[as officer, count 3] --> board"


def structure(*lines: str) -> str:
    return "\n".join(lines)


def found(*lines: str) -> list[str]:
    """Whether each finding is stated or not."""
    return [finding.certainty.value for finding in findings("MAN108", structure(*lines))]


def test_too_small_a_share() -> None:
    (finding,) = findings("MAN108", structure(BOARD, HALF, "somebody -- sits_on[parents] --> board", OFFICERS))
    assert finding.certainty.value == "stated"
    assert finding.message == (
        "By the rules of the Board, at least half of the members must speak for parents. "
        "Of four places in the file, one is theirs."
    )
    assert finding.fix == (
        "Ask the Board to have members appointed as its rules say, or to have the rules changed. "
        "If the file leaves somebody out, record them."
    )
    first = finding.witness[0]
    assert (first.start, first.relation, first.end) == (
        "board",
        "must_have",
        "at least half of the members for Parents",
    )


def test_an_entry_for_several_counts_as_many() -> None:
    assert found(BOARD, HALF, "somebody -- sits_on[parents, count 3] --> board", OFFICERS) == []
    assert found(BOARD, HALF, "somebody -- sits_on[parents, count 2] --> board", OFFICERS) == ["stated"]


def test_a_body_that_represents_people_holds_a_place_of_theirs() -> None:
    lines = ["forum -- represents --> parents", "forum -- sits_on[count 3] --> board"]
    assert found(BOARD, HALF, *lines, OFFICERS) == []


def test_a_list_that_is_not_complete_leaves_a_share_open() -> None:
    (finding,) = findings("MAN108", structure(HALF, "somebody -- sits_on[parents] --> board", OFFICERS))
    assert finding.certainty.value == "not_stated"
    assert lacking(finding) == [("members", ("board",))]
    assert finding.message.startswith(
        "By the rules of the Board, at least half of the members must speak for parents. The file does not say "
    )


def test_too_many_are_a_fact_whatever_else_is_listed() -> None:
    most = "somebody -- makes_up[as officer, at_most 2] --> board"
    (finding,) = findings("MAN108", structure(most, OFFICERS))
    assert finding.certainty.value == "stated"
    assert finding.message == (
        "By the rules of the Board, at most two members may sit as officer. "
        "Of three places in the file, three are of this kind."
    )
    assert "record that" not in finding.fix
    assert found(most, "somebody -- sits_on[as officer, count 2] --> board") == ["not_stated"]
    assert found(BOARD, most, "somebody -- sits_on[as officer, count 2] --> board") == []


def test_nobody_may_sit_there_as() -> None:
    none = "somebody -- makes_up[as officer, at_most 0] --> board"
    (finding,) = findings("MAN108", structure(BOARD, none, OFFICERS))
    assert finding.message.startswith("By the rules of the Board, no members may sit as officer.")


def test_a_vacant_place_is_a_place_but_no_member() -> None:
    vacant = "somebody -- sits_on[parents, vacant, count 3] --> board"
    (finding,) = findings("MAN108", structure(BOARD, HALF, vacant, OFFICERS))
    assert finding.certainty.value == "stated"
    assert finding.message == (
        "By the rules of the Board, at least half of the members must speak for parents. "
        "Its places are as the rules say, but some are vacant. Of three members now, none is theirs."
    )
    assert finding.fix == "Ask the Board to have its vacant places filled."


def test_too_few_places_are_counted_with_the_vacant_ones() -> None:
    vacant = "somebody -- sits_on[parents, vacant] --> board"
    (finding,) = findings("MAN108", structure(BOARD, HALF, vacant, OFFICERS))
    assert "Of four places in the file, vacant ones too, one is theirs." in finding.message


def test_vacant_places_of_others_can_tip_a_greatest_share() -> None:
    third = "somebody -- makes_up[as officer, share at most a third] --> board"
    seats = ["somebody -- sits_on[as councillor, count 3] --> board", OFFICERS]
    assert found(BOARD, third, *seats, "somebody -- sits_on[as lay_member, count 3] --> board") == []
    assert found(BOARD, third, *seats, "somebody -- sits_on[as lay_member, vacant, count 3] --> board") == ["stated"]


def test_where_nobody_sits_only_the_places_count() -> None:
    assert found(BOARD, HALF, "somebody -- sits_on[parents, vacant] --> board") == []


def test_a_number_that_is_not_known_is_a_question() -> None:
    (finding,) = findings(
        "MAN108",
        structure(BOARD, HALF, "somebody -- sits_on[parents] --> board", "x -- sits_on[as officer, several] --> board"),
    )
    assert lacking(finding) == [("seat_numbers", ("board",))]


def test_a_number_that_is_not_known_can_be_enough_all_the_same() -> None:
    least = "somebody -- makes_up[as officer, at_least 1] --> board"
    assert found(BOARD, least, "somebody -- sits_on[as officer, several] --> board") == []


def test_seats_that_may_be_theirs() -> None:
    seats = ["somebody -- sits_on[parents] --> board", "somebody -- sits_on[as officer] --> board"]
    unsaid = "somebody -- sits_on[as parent_carer] --> board"
    (finding,) = findings("MAN108", structure(BOARD, HALF, *seats, unsaid, "somebody -- sits_on[as officer] --> board"))
    assert lacking(finding) == [("speaks_for", ("board",))]


def test_a_seat_that_says_nothing_is_asked_for_its_capacity() -> None:
    seats = ["somebody -- sits_on[parents] --> board", "somebody -- sits_on[as officer] --> board"]
    blank = "somebody -- sits_on[chair] --> board"
    (finding,) = findings("MAN108", structure(BOARD, HALF, *seats, blank))
    assert lacking(finding) == [("capacities", ("board",))]
    carer = "somebody -- sits_on[as unpaid_carer] --> board"
    (finding,) = findings("MAN108", structure(BOARD, HALF, *seats, blank, carer))
    assert [aspect for aspect, _ in lacking(finding)] == ["capacities", "speaks_for"]


def test_capacities_that_may_be_meant() -> None:
    two = "somebody -- makes_up[as officer, at_least 2] --> board"
    seats = ["somebody -- sits_on[as officer] --> board", "somebody -- sits_on[as director_of_public_health] --> board"]
    (finding,) = findings("MAN108", structure(BOARD, two, *seats))
    assert lacking(finding) == [("capacities", ("board",))]
    assert found(BOARD, two, seats[0], "somebody -- sits_on[as councillor] --> board") == ["stated"]


def test_a_member_of_the_cabinet_is_a_councillor() -> None:
    two = "somebody -- makes_up[as councillor, at_least 2] --> board"
    seats = ["somebody -- sits_on[as councillor] --> board", "somebody -- sits_on[as executive_member] --> board"]
    assert found(BOARD, two, *seats) == []


def test_a_capacity_in_words_of_its_own() -> None:
    one = "somebody -- makes_up[as the poet laureate, at_least 1] --> board"
    assert found(BOARD, one, "somebody -- sits_on[as the Poet Laureate] --> board") == []
    assert found(BOARD, one, "somebody -- sits_on[as officer] --> board") == ["stated"]


def test_the_number_of_all_members() -> None:
    size = "somebody -- makes_up[at_least 4, at_most 6] --> board"
    (finding,) = findings("MAN108", structure(BOARD, size, OFFICERS))
    assert finding.message == (
        "By its rules, the Board must have at least four members and at most six members. The file lists three places."
    )
    assert found(BOARD, size, OFFICERS, OFFICERS) == []
    assert found(BOARD, size, OFFICERS, OFFICERS, OFFICERS) == ["stated"]
    assert found(size, OFFICERS, OFFICERS, OFFICERS) == ["stated"]


def test_who_only_attends_is_no_member() -> None:
    assert (
        found(BOARD, HALF, "somebody -- sits_on[parents] --> board", "council -- attends[as officer] --> board") == []
    )


@pytest.mark.parametrize("when", ["until 2019-12-31", "ended", "from 2021-01-01"])
def test_a_rule_that_does_not_hold_now(when: str) -> None:
    rule = f"parents -- makes_up[share at least half, {when}] --> board"
    assert why_not_asked("MAN108", structure(BOARD, rule, OFFICERS)) == (
        "The file gives no rule on how the members of a body are made up."
    )


def test_several_rules_of_one_body() -> None:
    most = "somebody -- makes_up[as officer, at_most 2] --> board"
    assert found(BOARD, HALF, most, OFFICERS) == ["stated", "stated"]
    keys = [finding.key for finding in findings("MAN108", structure(BOARD, HALF, HALF, most, OFFICERS))]
    assert keys == [
        "MAN108:board:too many: officer",
        "MAN108:board:parents:too few",
        "MAN108:board:parents:too few (2)",
    ]


def test_all_members() -> None:
    every = "parents -- makes_up[share all] --> board"
    (finding,) = findings("MAN108", structure(BOARD, every, OFFICERS))
    assert finding.message.startswith("By the rules of the Board, all of the members must speak for parents.")
    assert found(BOARD, every, "somebody -- sits_on[parents] --> board") == []


def test_several_of_no_known_number_are_at_least_one() -> None:
    none = "parents -- makes_up[at_most 0] --> board"
    (finding,) = findings("MAN108", structure(BOARD, none, "somebody -- sits_on[parents, several] --> board"))
    assert finding.message.endswith("Of at least one place in the file, at least one is theirs.")
