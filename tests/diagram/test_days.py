"""The days on which something in a structure changes."""

from datetime import date, timedelta

from govgraph.diagram.frames import MAX_DAYS, days_of_change
from govgraph.model import Structure, View

DAY = date(2020, 9, 1)


def structure(**board: object) -> Structure:
    bodies = {"board": {"name": "Board", "kind": "board", **board}, "other": {"name": "Other", "kind": "board"}}
    return Structure.model_validate({"bodies": bodies, "constituencies": {"carers": {"name": "Carers"}}})


def days(one: Structure, view: View = View.PROPOSED) -> list[str]:
    return [day.isoformat() for day in days_of_change([one], view, DAY)[0]]


def test_a_first_day_and_the_day_after_a_last_one() -> None:
    assert days(structure(**{"from": "2020-10", "until": "2021"})) == ["2020-09-01", "2020-10-01", "2022-01-01"]


def test_days_of_relations_seats_and_other_statements() -> None:
    board = {
        "reports_to": {"to": "other", "from": "2020-11-05"},
        "seats": {"on_behalf_of": "carers", "until": "2020-12-31"},
        "without": {"constituency": "carers", "from": "2021-01-01"},
        "accountable_to": {"to": "the electors", "from": "2021-02-03"},
    }
    assert days(structure(**board)) == ["2020-09-01", "2020-11-05", "2021-01-01", "2021-02-03"]


def test_what_a_view_does_not_hold_changes_nothing() -> None:
    board = {"reports_to": {"to": "other", "from": "2020-11-05", "status": "proposed"}}
    assert days(structure(**board), View.AGREED) == ["2020-09-01"]
    assert days(structure(status="proposed", **{"from": "2020-11-05"}), View.IN_PLACE) == ["2020-09-01"]


def test_of_many_days_the_nearest_are_drawn_and_the_others_counted() -> None:
    seats = [{"on_behalf_of": "carers", "from": str(DAY + timedelta(days=number))} for number in range(1, MAX_DAYS + 5)]
    drawn, left_out = days_of_change([structure(seats=seats)], View.PROPOSED, DAY)
    assert drawn == tuple(DAY + timedelta(days=number) for number in range(MAX_DAYS))
    assert left_out == 5


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    assert days(structure(until="9999-12-31")) == ["2020-09-01"]
