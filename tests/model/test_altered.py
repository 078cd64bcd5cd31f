"""A structure gives others, with one thing otherwise, and stays what it is."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govgraph
from govgraph.findings import AsOf
from govgraph.formats import read_text
from govgraph.graph import GovernanceGraph
from govgraph.model import Body, Structure, View, relation_keys
from govgraph.model.faults import InputError
from govgraph.model.fields import references
from govgraph.model.references import assert_sound
from govgraph.render.changes import change_rows
from helpers import DAY, FIXTURES, flat
from structures import everything

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
SMALL = """
title: Small
as_of: 2020-09-01
sources: {terms: {title: Terms of reference}}
themes: {waits: {name: Waiting times}}
constituencies: {parents: {name: Parent carers, represented_by: [forum]}}
bodies:
  council: {name: The Council, kind: organisation, accountable_to: the electors, other_names: [Authority]}
  board:
    name: The Board
    kind: board
    part_of: council
    scrutinised_by: panel
    seats: [{on_behalf_of: parents, holder: forum, appointed_by: forum}, {role: chair, appointed_by: council}]
    contacts: [{for: parents, title: Champion}]
    responsible_for: waits
  panel: {name: The Panel, kind: panel, reports_to: [board, council], replaces: old}
  old: {name: The Old Panel, kind: panel, status: ended}
  forum: {name: The Forum, kind: forum, works_with: board}
"""


def small() -> Structure:
    return govgraph.read_text(SMALL)


def stated(structure: Structure) -> dict[str, Any]:
    """What a structure states, as a file would."""
    return structure.model_dump(mode="json", by_alias=True, exclude_unset=True)


def refused(structure: Structure, method: str, *arguments: Any, **more: Any) -> str:
    with pytest.raises(InputError) as caught:
        getattr(structure, method)(*arguments, **more)
    return str(caught.value)


# What each gives.


def test_a_seat_is_added_with_the_ids_of_what_it_names() -> None:
    seated = small().with_seat(
        "authority", on_behalf_of="parent carers", holder="The Forum", from_="2022-01", as_="lay_member", votes=True
    )
    assert stated(seated)["bodies"]["council"]["seats"] == [
        {"on_behalf_of": "parents", "holder": "forum", "votes": True, "as": ["lay_member"], "from": "2022-01"}
    ]


@pytest.mark.parametrize(
    ("said", "written"), [("2022-01", "2022-01"), (2022, "2022"), (date(2022, 1, 31), "2022-01-31")]
)
def test_days_may_be_text_numbers_or_dates(said: object, written: str) -> None:
    assert small().with_seat("board", from_=said).bodies["board"].seats[-1].from_ == written


def test_a_contact_is_added() -> None:
    after = small().with_contact(
        "The Panel", "Parent carers", title="Champion", senior=True, source="Terms of reference"
    )
    assert stated(after)["bodies"]["panel"]["contacts"] == [
        {"for": "parents", "title": "Champion", "senior": True, "source": {"id": "terms"}}
    ]


@pytest.mark.parametrize(
    ("relation", "to", "key", "written"),
    [
        ("reports_to", "The Council", "reports_to", {"to": "council"}),
        ("scrutinised by", "panel", "scrutinised_by", {"to": "panel"}),
        ("accountable_to", "the members of the forum", "accountable_to", {"to": "the members of the forum"}),
        ("responsible_for", "Waiting times", "responsible_for", {"theme": "waits"}),
        ("consulted", "Parent carers", "consulted", {"constituency": "parents"}),
    ],
)
def test_a_relation_is_added(relation: str, to: str, key: str, written: dict[str, str]) -> None:
    after = small().with_relation("The Forum", relation, to, status="agreed")
    assert stated(after)["bodies"]["forum"][key] == [{**written, "status": "agreed"}]


def test_a_body_is_added_and_may_name_itself_and_others() -> None:
    after = small().with_body(
        "group",
        name="Working Group",
        kind="working_group",
        reports_to="The Board",
        works_with=["working group"],
        from_="2022",
    )
    assert stated(after)["bodies"]["group"] == {
        "name": "Working Group",
        "kind": "working_group",
        "reports_to": [{"to": "board"}],
        "works_with": [{"to": "group"}],
        "from": "2022",
    }


def test_a_seat_and_a_relation_are_taken_away_by_what_they_state() -> None:
    after = small().without_seat("The Board", holder="The Forum").without_relation("The Panel", "reports_to", "board")
    assert [seat.role.value for seat in after.bodies["board"].seats] == ["chair"]
    assert [tie.to for tie in after.bodies["panel"].reports_to] == ["council"]


def test_a_body_goes_with_every_statement_that_names_it() -> None:
    after = small().without("The Forum")
    assert list(after.bodies) == ["council", "board", "panel", "old"]
    assert after.constituencies["parents"].represented_by == ()
    # The seat that it held is gone, and only that one.
    assert [(seat.holder, seat.role.value, seat.appointed_by) for seat in after.bodies["board"].seats] == [
        (None, "chair", "council")
    ]
    without_council = small().without("council")
    assert without_council.bodies["board"].part_of == ()
    assert [seat.appointed_by for seat in without_council.bodies["board"].seats] == ["forum", None]
    assert [tie.to for tie in without_council.bodies["panel"].reports_to] == ["board"]
    assert small().without("old").bodies["panel"].replaces == ()


def test_it_is_looked_at_on_the_day_and_in_the_view_that_were_asked_for() -> None:
    structure = govgraph.read(DRAFT)
    report = govgraph.check(structure.at("2022-07-01").view("agreed"))
    assert (report.as_of, report.as_of_is, report.view) == (date(2022, 7, 1), AsOf.ASKED, View.AGREED)
    assert structure.at(date(2022, 7, 1)).as_of == date(2022, 7, 1)
    as_stated = govgraph.check(structure)
    assert (as_stated.as_of, as_stated.as_of_is, as_stated.view) == (date(2020, 7, 3), AsOf.FILE, View.PROPOSED)
    # What is asked of the check itself goes before both.
    asked = govgraph.check(structure.at("2022-07-01").view("agreed"), as_of="2021-01-01", view="proposed")
    assert (asked.as_of, asked.view) == (date(2021, 1, 1), View.PROPOSED)


def test_another_day_or_view_keeps_the_places_of_statements_and_a_change_does_not() -> None:
    structure = govgraph.read(DRAFT)
    assert structure.at("2022-07-01").view("agreed").place(("bodies", "council")) is not None
    changed = structure.with_seat("council", role="chair")
    assert not changed.was_read
    assert all(finding.location is None for finding in govgraph.check(changed).findings)
    assert changed.view("agreed").with_seat("council").default_view is View.AGREED


ABSENT = """
as_of: 2022-07-01
constituencies: {parents: {name: Parent carers, represented_by: [forum]}, young: {name: Young people}}
bodies:
  forum: {name: The Forum, kind: forum}
  board: {name: The Board, kind: board, without: [{constituency: parents, note: Kept}, young]}
"""


def absences(structure: Structure) -> list[tuple[str, str | None, str | None]]:
    return [(one.constituency, one.from_, one.until) for one in structure.bodies["board"].without]


YOUNG = ("young", None, None)


@pytest.mark.parametrize(
    ("seat", "left"),
    [
        ({"on_behalf_of": "Parent carers"}, [YOUNG]),
        ({"holder": "The Forum", "vacant": True}, [YOUNG]),
        ({"on_behalf_of": "parents", "from_": "2022-09"}, [("parents", None, "2022-08-31"), YOUNG]),
        ({"on_behalf_of": "parents", "until": "2023"}, [("parents", "2024-01-01", None), YOUNG]),
        (
            {"on_behalf_of": "parents", "from_": "2022-09-01", "until": "2023-02"},
            [("parents", None, "2022-08-31"), ("parents", "2023-03-01", None), YOUNG],
        ),
        ({"on_behalf_of": "parents", "status": "proposed"}, [("parents", None, None), YOUNG]),
        ({"on_behalf_of": "parents", "role": "attendee"}, [("parents", None, None), YOUNG]),
        ({"role": "chair"}, [("parents", None, None), YOUNG]),
    ],
)
def test_a_seat_takes_the_place_of_an_absence_at_the_same_time(seat: dict[str, Any], left: list[Any]) -> None:
    before = govgraph.read_text(ABSENT)
    seated = before.with_seat("The Board", **seat)
    assert absences(seated) == left
    assert_sound(seated)
    assert absences(before) == [("parents", None, None), YOUNG]
    assert all(one.note == "Kept" for one in seated.bodies["board"].without if one.constituency == "parents")


def test_what_if_answers_the_absence_and_a_comparison_says_so() -> None:
    draft = govgraph.read(DRAFT)
    asked = draft.with_seat("Health and Wellbeing Board", on_behalf_of="Parent carers")
    report = govgraph.compare(draft, asked)
    assert not report.fails
    assert report.against is not None
    assert "REP101" in [gone.finding.code for gone in report.against.gone]
    seat, absence = report.against.changes
    assert (seat.kind.value, absence.kind.value) == ("added", "removed")
    assert seat.in_place_of == absence.before
    rows = [row.sentence for row in change_rows(report)]
    assert rows[0] == (
        "Shropshire Health and Wellbeing Board: added: seat for Parent carers; "
        "until now the file said that they had none"
    )
    gaps = [one.bodies for one in report.findings if one.code == "REP101" and one.severity == "error"]
    assert gaps == [("ccg-governing-body",), ("people-overview",)]


def test_an_absence_beside_a_seat_is_refused_when_it_is_looked_at_and_other_ways_are_not() -> None:
    seated = govgraph.read_text(ABSENT).with_seat("The Board", on_behalf_of="Parent carers")
    with pytest.raises(InputError, match="one of the two is wrong"):
        govgraph.check(seated.with_relation("The Board", "without", "Parent carers"))
    mended = seated.without_seat("The Board", on_behalf_of="Parent carers")
    govgraph.check(mended.with_relation("The Board", "without", "Parent carers"))
    heard = (
        govgraph.read_text(ABSENT)
        .with_contact("The Board", "Parent carers")
        .with_relation("The Board", "consulted", "Parent carers")
    )
    assert absences(heard) == [("parents", None, None), YOUNG]
    govgraph.check(heard)


# What each refuses.

WRONG = {
    "key": ("with_seat", ("board",), {"rolle": "chair"}, "'rolle' is not a key of a seat. Did you mean 'role'?"),
    "body": ("with_seat", ("The Bord",), {}, "There is no body 'The Bord'. Did you mean 'The Board'?"),
    "people": (
        "with_seat",
        ("board",),
        {"on_behalf_of": "Parent carer"},
        "There is no constituency 'Parent carer'.",
    ),
    "holder": ("with_seat", ("board",), {"holder": "form"}, "There is no body 'form'. Did you mean 'The Forum'?"),
    "truth": (
        "with_seat",
        ("board",),
        {"votes": "maybe"},
        "votes should be true or false (or yes or no), not 'maybe'.",
    ),
    "order of days": ("with_seat", ("board",), {"from_": 2021, "until": 2020}, "ends (2020) before it begins (2021)"),
    "source": (
        "with_seat",
        ("board",),
        {"source": "term"},
        "There is no source 'term'. Did you mean 'Terms of reference'?",
    ),
    "theme": (
        "with_relation",
        ("board", "monitors", "wait"),
        {},
        "There is no theme 'wait'. Did you mean 'Waiting times'?",
    ),
    "contact": ("with_contact", ("board", "parents"), {"titel": "x"}, "Did you mean 'title'?"),
    "relation": ("with_relation", ("board", "reprots_to", "x"), {}, "Did you mean 'reports_to'?"),
    "no relation": ("with_relation", ("board", "seats", "forum"), {}, "There is no relation 'seats'"),
    "new id": ("with_body", ("My Group",), {"name": "G", "kind": "panel"}, "'My Group' cannot be an id"),
    "old id": ("with_body", ("board",), {"name": "G", "kind": "panel"}, "There is a body 'board' already: The Board."),
    "kind": ("with_body", ("group",), {"name": "G", "kind": "bord"}, "Did you mean 'board'?"),
    "gone": ("without", ("The Panle",), {}, "There is no body 'The Panle'. Did you mean 'The Panel'?"),
    "no such seat": ("without_seat", ("board",), {"role": "observer"}, "The Board has no seat that states this"),
    "no such line": ("without_relation", ("board", "reports_to", "panel"), {}, "The Board has no relation that"),
    "day": ("at", ("2022-13-01",), {}, "names a day that does not exist: 2022-13-01"),
    "month": ("at", ("2022-07",), {}, "should be a full day such as"),
    "no day": ("at", ("",), {}, "Which day?"),
    "view": (
        "view",
        ("agred",),
        {},
        "it should be in_place, agreed or proposed. Did you mean 'agreed'?",
    ),
}


@pytest.mark.parametrize(("method", "arguments", "more", "sentence"), WRONG.values(), ids=WRONG)
def test_what_is_refused_is_told_plainly(
    method: str, arguments: tuple[str, ...], more: dict[str, Any], sentence: str
) -> None:
    told = refused(small(), method, *arguments, **more)
    assert sentence in told
    assert "pydantic" not in told


def test_all_that_is_wrong_is_told_at_once_and_no_name_of_a_person() -> None:
    told = refused(small(), "with_seat", "board", rolle="chair", votes="maybe", person=["Zephyrine"])
    assert len(told.splitlines()) == 3
    assert "Zephyrine" not in told


@pytest.mark.parametrize("ask", [govgraph.check, govgraph.participation, govgraph.draw, govgraph.paper])
def test_a_day_or_view_that_is_asked_of_others_is_refused_as_plainly(ask: Callable[..., Any]) -> None:
    with pytest.raises(InputError, match="names a day that does not exist: 2022-13-01"):
        ask(small(), as_of="2022-13-01")
    with pytest.raises(InputError, match="There is no view 'agred'"):
        ask(small(), view="agred")
    with pytest.raises(InputError, match=r"There is no constituency 'Parents'\. Did you mean 'Parent carers'"):
        ask(small(), only_for="Parents")


def test_one_group_of_people_needs_no_brackets() -> None:
    assert govgraph.check(small(), only_for="Parent carers").only_for == ("parents",)


# Whatever the structure.


@given(everything, st.data())
def test_the_old_structure_stays_as_it_was(data: dict[str, Any], draw: st.DataObject) -> None:
    structure = Structure.model_validate(data)
    before = structure.model_dump()
    body = draw.draw(st.sampled_from(sorted(structure.bodies)))
    others = [
        structure.at("2021-05-01"),
        structure.view("in_place"),
        structure.with_body("new", name="New", kind="board", reports_to=body),
        structure.with_seat(body, on_behalf_of="parents", role="chair"),
        structure.with_contact(body, "young"),
        structure.with_relation(body, draw.draw(st.sampled_from(sorted(relation_keys()))), "anchor"),
        structure.without(body),
    ]
    if structure.bodies[body].seats:
        others.append(structure.without_seat(body))
    for other in others:
        other.to_frame()
    assert structure.model_dump() == before
    assert (structure.default_view, structure.day_was_asked) == (View.PROPOSED, False)


@given(everything, st.data())
def test_nothing_dangles_when_a_body_goes(data: dict[str, Any], draw: st.DataObject) -> None:
    structure = Structure.model_validate(data)
    body = draw.draw(st.sampled_from([key for key in sorted(structure.bodies) if key != "anchor"]))
    left = structure.without(body)
    assert body not in {one.id for one in references(Structure, stated(left))}
    assert_sound(left)
    # What does not name it stays, word for word.
    for key, entry in stated(left)["bodies"].items():
        was = stated(structure)["bodies"][key]
        if body not in {one.id for one in references(Body, was) if one.namespace == "bodies"}:
            assert entry == was


@given(everything, st.data())
def test_a_seat_that_comes_and_goes_leaves_what_was_there(data: dict[str, Any], draw: st.DataObject) -> None:
    structure = Structure.model_validate(data)
    body = draw.draw(st.sampled_from(sorted(structure.bodies)))
    there_and_back = structure.with_seat(body, note="a seat of its own").without_seat(body, note="a seat of its own")
    assert stated(there_and_back)["bodies"] == {
        key: {**entry, "seats": entry.get("seats", [])} if key == body else entry
        for key, entry in stated(structure)["bodies"].items()
    }
    graphs = [GovernanceGraph(one, DAY) for one in (structure, there_and_back)]
    assert graphs[0].ties == graphs[1].ties


def test_two_of_one_name_are_not_told_apart_by_chance() -> None:
    twice = read_text(
        "{constituencies: {p1: {name: Parents}, p2: {name: parents}}, themes: {t1: {name: Waits}, t2: {name: Waits}}, "
        "bodies: {b: {name: B, kind: board}}}"
    )
    with pytest.raises(InputError, match=r"More than one constituency is called 'Parents': p1, p2"):
        twice.with_seat("b", on_behalf_of="Parents")
    with pytest.raises(InputError, match=r"More than one theme is called 'Waits': t1, t2"):
        twice.with_relation("b", "responsible_for", "Waits")
    assert twice.with_seat("b", on_behalf_of="p2").bodies["b"].seats[0].on_behalf_of == "p2"


def test_names_are_known_however_they_are_typed() -> None:
    board = read_text("{bodies: {b: {name: Children's  Board, kind: board}}}")
    assert board.without("children\u2019s board").bodies == {}
    with pytest.raises(InputError, match="A body is named by its id or its name, not by None"):
        board.without(None)  # type: ignore[arg-type]  # as one who passes an id that is not there


def test_records_inside_may_be_said_as_python_says_them() -> None:
    structure = read_text("{bodies: {b: {name: B, kind: board}}}")
    seats = (
        structure.with_body("c", name="C", kind="board", seats=[{"from_": 2020, "until": "2021-05"}]).bodies["c"].seats
    )
    assert [(seat.from_, seat.until) for seat in seats] == [("2020", "2021-05")]


def test_a_comparison_says_that_a_seat_replaces_a_stated_absence() -> None:
    before = govgraph.read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    after = before.with_seat("Health and Wellbeing Board", on_behalf_of="Parent carers")
    assert (
        "Added: 1 seat; removed: 1 way of taking part. The seat for parent carers on the Shropshire Health and "
        "Wellbeing Board replaces the statement that they had none."
    ) in flat(str(govgraph.compare(before, after)))
