"""One date and one view: what is there, what is kept aside, and what others make of the graph."""

import networkx as nx
import pytest

from govgraph.graph import ExclusionReason, GovernanceGraph, Participation
from govgraph.model import Status, Structure
from helpers import DAY, graph


def test_each_view_adds_to_the_one_before() -> None:
    arrows = "a: board\nb: board, under_review\nc: board, agreed\nd: board, proposed\ne: board, ended"
    seen = {view: graph(arrows, view=view).bodies for view in ("in_place", "agreed", "proposed")}
    assert seen == {
        "in_place": ("a", "b"),
        "agreed": ("a", "b", "c"),
        "proposed": ("a", "b", "c", "d"),
    }


@pytest.mark.parametrize(
    ("stated", "first", "last"),
    [
        ("from 2017, until 2017", "2017-01-01", "2017-12-31"),
        ("from 2017-04, until 2017-04", "2017-04-01", "2017-04-30"),
        ("from 2020-02-28, until 2020-02-29", "2020-02-28", "2020-02-29"),
    ],
)
def test_both_days_are_in_force_and_the_days_beside_them_not(stated: str, first: str, last: str) -> None:
    from datetime import date, timedelta

    day = timedelta(days=1)
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    there = {when: graph(f"a: board, {stated}", as_of=when).bodies for when in (begins - day, begins, ends, ends + day)}
    assert there == {begins - day: (), begins: ("a",), ends: ("a",), ends + day: ()}


@pytest.mark.parametrize(
    ("until", "last"),
    [("2022-06-30", "2022-06-30"), ("2022-06", "2022-06-30"), ("2022", "2022-12-31")],
)
def test_what_has_ended_was_in_place_up_to_its_last_day(until: str, last: str) -> None:
    from datetime import date, timedelta

    arrows = f"a: board, ended, until {until}\na -- reports_to --> b\nforum -- sits_on[parents] --> a"
    end = date.fromisoformat(last)
    there, gone = graph(arrows, as_of=end), graph(arrows, as_of=end + timedelta(days=1))
    assert (there.bodies, gone.bodies) == (("a", "b", "forum"), ("b", "forum"))
    assert [(tie.body, tie.to, tie.status) for tie in there.ties] == [("a", "b", Status.IN_PLACE)]
    assert [seat.status for seat in there.voice.membership("a").seats] == [Status.IN_PLACE]
    assert [(one.reason, one.because) for one in gone.excluded_of("b")] == [(ExclusionReason.ENDED, "a")]


@pytest.mark.parametrize(("as_of", "bodies"), [("2022-05-31", ("a",)), ("2022-06-01", ()), ("2022-12-31", ())])
def test_what_a_file_calls_ended_in_its_own_year_is_over_on_its_own_day(as_of: str, bodies: tuple[str, ...]) -> None:
    from datetime import date

    arrows = "structure: as_of 2022-06-01\na: board, ended, until 2022"
    assert graph(arrows, as_of=date.fromisoformat(as_of)).bodies == bodies


def test_what_has_ended_without_a_day_is_gone_on_every_day() -> None:
    from datetime import date

    assert graph("a: board, ended", as_of=date(1990, 1, 1)).bodies == ()


@pytest.mark.parametrize(
    ("tie", "view", "reason"),
    [
        ("a -- reports_to[until 2019] --> b", "proposed", ExclusionReason.ENDED),
        ("a -- reports_to[from 2030] --> b", "proposed", ExclusionReason.NOT_BEGUN),
        ("a -- reports_to[proposed] --> b", "agreed", ExclusionReason.PROPOSED),
        ("a -- reports_to[agreed] --> b", "in_place", ExclusionReason.AGREED),
    ],
)
def test_a_line_outside_is_kept_aside_with_the_reason(tie: str, view: str, reason: ExclusionReason) -> None:
    asked = graph(tie, view=view)
    assert asked.ties == []
    assert [(one.reason, one.because) for one in asked.excluded_of("a")] == [(reason, None)]
    assert [(one.reason, one.because) for one in asked.excluded_of("b")] == [(reason, None)]


def test_a_line_to_a_body_outside_is_kept_aside_because_of_it() -> None:
    asked = graph("a -- reports_to --> b\nb: board, until 2019")
    assert [(one.reason, one.because) for one in asked.excluded_of("a")] == [(ExclusionReason.ENDED, "b")]


def test_status_is_inherited_from_body_and_file() -> None:
    asked = graph("structure: proposed\na: board\nb: board, in_place\nb -- advises --> a\na -- advises --> b")
    assert {(tie.body, tie.status.value) for tie in asked.ties} == {("a", "proposed"), ("b", "in_place")}


def test_bodies_stand_in_the_order_of_names() -> None:
    asked = graph("x: board, name alpha\ny: board, name Beta\nz: board, name Ålborg")
    assert asked.bodies == ("x", "y", "z")


SEATS = """board: board
board -- accountable_to --> the council
forum -- sits_on[parents] --> board
forum -- sits_on[parents, vacant] --> board
forum -- sits_on[parents, until 2019] --> board
forum -- attends[parents] --> board
gone: board, until 2019
forum -- sits_on[parents] --> gone"""


def test_seats_are_counted_vacant_ones_too_and_attendees_not() -> None:
    assert graph(SEATS).count_seats() == 2
    assert [body for body, _ in graph(SEATS).voice.seats_held_by("forum")] == ["board", "board"]


@pytest.mark.parametrize(
    ("stated", "level"),
    [
        ("", Participation.NONE),
        ("parents -- informed_by --> board", Participation.INFORMED),
        ("parents -- consulted_by --> board", Participation.CONSULTED),
        ("x -- contact_for[parents] --> board", Participation.CONTACT),
        ("forum -- attends[parents, adviser] --> board", Participation.ATTENDS),
        ("forum -- sits_on[parents, non-voting] --> board", Participation.MEMBER),
        ("forum -- sits_on[parents, voting] --> board", Participation.VOTING_MEMBER),
        ("forum -- sits_on[parents, co_chair] --> board", Participation.CHAIR),
        ("forum -- sits_on[parents, chair, vacant] --> board", Participation.NONE),
    ],
)
def test_levels_of_participation(stated: str, level: Participation) -> None:
    asked = graph(f"forum -- sits_on[parents] --> other\nboard: board\n{stated}")
    assert asked.voice.standing("board", "parents").level is level


def test_themes_have_owners_and_monitors() -> None:
    arrows = "a -- responsible_for --> waits\nb -- monitors --> waits\nc -- responsible_for[until 2019] --> waits"
    assert [step.start for step in graph(arrows).owners("waits")] == ["a"]
    assert [step.start for step in graph(arrows).monitors("waits")] == ["b"]


def test_lines_of_scrutiny_lead_from_the_body_to_who_scrutinises_it() -> None:
    arrows = "a -- scrutinised_by --> b\na -- reports_to --> b\nb -- scrutinised_by[until 2019] --> c"
    assert [(line.body, line.to) for line in graph(arrows).scrutiny.lines()] == [("a", "b")]


def test_to_networkx_holds_everything_and_no_names_of_people() -> None:
    structure = Structure.model_validate(
        {
            "sources": {"minutes": {"title": "Minutes"}},
            "constituencies": {"parents": {"name": "Parents"}},
            "bodies": {
                "a": {
                    "name": "A",
                    "kind": "board",
                    "reports_to": {"to": "b", "source": "minutes"},
                    "seats": {"on_behalf_of": "parents", "person": "Somebody"},
                },
                "b": {"name": "B", "kind": "board", "accountable_to": "all"},
            },
        }
    )
    made = GovernanceGraph(structure, "2020-01-01").to_networkx()
    assert isinstance(made, nx.MultiDiGraph)
    assert {(start, end, data["relation"]) for start, end, data in made.edges(data=True)} == {
        ("a", "b", "reports_to"),
        ("b", "outside:all", "accountable_to"),
        ("constituency:parents", "a", "sits_on"),
    }
    assert made.edges["a", "b", 0]["source"] == {"id": "minutes"}
    assert "Somebody" not in str(made.edges(data=True))


def test_a_relation_said_twice_is_one_tie() -> None:
    twice = {"name": "B", "kind": "board", "reports_to": ["a", "a", {"to": "a", "status": "proposed"}]}
    bodies = {"a": {"name": "A", "kind": "board"}, "b": twice}
    of = GovernanceGraph(Structure.model_validate({"bodies": bodies}), as_of=DAY)
    assert [(tie.relation, tie.to, tie.status.value) for tie in of.ties_of("b")] == [
        ("reports_to", "a", "in_place"),
        ("reports_to", "a", "proposed"),
    ]
