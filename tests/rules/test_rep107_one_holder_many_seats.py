"""REP107: who holds many seats, and what would be lost with them."""

from helpers import bodies, findings, found, why_not_asked

NEVER_SILENT = "It counts the seats of which the holder is stated; more that are not stated would only make more."


def seats(*boards: str, of: str = "forum", quality: str = "parent-carers") -> str:
    return "".join(f"{of} -- sits_on[{quality}] --> {board}\n" for board in boards)


def test_five_are_too_many_and_four_are_not() -> None:
    assert found("REP107", seats(*"abcde")) == [(("forum",), None, "stated")]
    assert found("REP107", seats(*"abcd")) == []


def test_two_seats_on_one_body_are_one_body() -> None:
    assert found("REP107", seats(*"abcd") + seats("d", quality="young")) == []


def test_it_names_where_a_constituency_would_have_no_seat_any_more() -> None:
    arrows = seats(*"abcde") + seats("b", quality="young") + seats("c", "d", of="other")
    arrows += seats("e", quality="parent-carers", of="somebody")
    (finding,) = findings("REP107", arrows)
    assert finding.message == (
        "The Forum holds seats on five bodies: A, B, C, D and E. If it stopped, parent carers would have no other "
        "seat on A and B. If it stopped, young would have no other seat on B."
    )
    assert finding.affects == ("a", "b")


def test_seats_for_nobody_are_counted_and_cost_nobody_a_seat() -> None:
    arrows = "".join(f"council -- sits_on --> {board}\n" for board in "abcde")
    (finding,) = findings("REP107", arrows)
    assert finding.message == "Council holds seats on five bodies: A, B, C, D and E."
    assert (finding.affects, len(finding.witness)) == ((), 5)


def test_a_vacant_seat_beside_it_keeps_nobody() -> None:
    (finding,) = findings("REP107", seats(*"abcde") + seats("a", of="other", quality="parent-carers, vacant"))
    assert "a" in finding.affects


def test_a_body_that_speaks_for_them_itself_needs_no_seat_of_theirs() -> None:
    (finding,) = findings("REP107", seats(*"abcde") + "a -- represents --> parent-carers")
    assert finding.affects == ("b", "c", "d", "e")


def test_vacant_seats_seats_that_have_ended_and_who_attends_do_not_count() -> None:
    for quality in ("parent-carers, vacant", "parent-carers, until 2020-08-31", "parent-carers, observer"):
        assert found("REP107", seats(*"abcd") + seats("e", quality=quality)) == []


def test_a_holder_that_has_ended_holds_none() -> None:
    assert why_not_asked("REP107", seats(*"abcde") + "forum: forum, ended") is not None


def test_an_entry_that_stands_for_several_is_no_one_holder() -> None:
    assert found("REP107", seats(*"abcde") + seats("a", of="other") + "forum: organisation, several") == []


def test_how_many_are_too_many_can_be_set() -> None:
    assert bodies("REP107", seats(*"ab"), settings={"options": {"REP107": {"most": 1}}}) == [("forum",)]


def test_it_is_not_asked_where_no_seat_names_its_holder() -> None:
    assert why_not_asked("REP107", seats("a", of="somebody")) == "No filled seat names the body that holds it."


def test_a_seat_on_itself_is_no_seat_on_another_body() -> None:
    assert found("REP107", seats(*"abcd", "forum")) == []


def test_a_seat_that_names_nobody_is_for_those_its_holder_speaks_for() -> None:
    arrows = "forum -- represents --> parent-carers\n"
    arrows += "".join(f"forum -- sits_on --> {board}\n" for board in "abcde")
    (finding,) = findings("REP107", arrows)
    assert finding.affects == tuple("abcde")
    assert finding.message.endswith("parent carers would have no other seat on five bodies: A, B, C, D and E.")


def test_the_evidence_is_its_own_seats_and_not_those_of_others_beside_it() -> None:
    (finding,) = findings("REP107", seats(*"abcde") + seats(*"ab", of="other"))
    assert [(step.start, step.end) for step in finding.witness] == [("forum", board) for board in "abcde"]
