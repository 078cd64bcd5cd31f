"""Answers to questions, recorded in a structure: what each may say, and what is refused."""

from typing import Any

import pytest

import govgraph
from govgraph.answers import RECORDINGS
from govgraph.findings import Aspect
from govgraph.model import Role, Seat, Structure
from helpers import not_none

FILE = """
as_of: 2026-01-01
constituencies:
  parents: {name: Parent carers, represented_by: forum}
  young: {name: Young people}
themes: {waits: {name: Waiting times}, plans: {name: Plans}}
bodies:
  council: {name: The County Council, kind: organisation, accountable_to: the electors}
  board: {name: The Board, kind: board}
  cabinet: {name: Cabinet, kind: committee, reports_to: [council, board], without: young}
  group: {name: Task Group, kind: task_and_finish_group, responsible_for: waits}
  forum: {name: The parent carer forum, kind: forum}
"""
SEATS = """
bodies:
  board:
    name: The Board
    kind: board
    seats:
    - {as: councillor, role: chair, votes: yes}
    - {as: councillor}
    - {as: Healthwatch lead}
    - {role: observer, as: officer}
    contacts: [{for: parents}]
  forum: {name: The forum, kind: forum}
constituencies: {parents: {name: Parent carers}}
"""


def structure(text: str = FILE) -> Structure:
    return govgraph.read_text(text)


def answered(key: str, about: str, answer: str, text: str = FILE, source: str = "Minutes") -> Structure:
    """The structure with one answer."""
    return govgraph.answer(structure(text), [{"key": key, "about": about, "answer": answer, "source": source}])


def refused(key: str, about: str, answer: str, text: str = FILE) -> str:
    """Why an answer is refused."""
    with pytest.raises(govgraph.InputError) as error:
        answered(key, about, answer, text)
    return str(error.value).removeprefix("2: ")


def words(seat: Seat) -> dict[str, Any]:
    """A seat as it is stated, without its source and note."""
    return seat.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"source", "note"})


def seats(answer: str, text: str = FILE, about: str = "The Board") -> list[dict[str, Any]]:
    """The seats on the board once it is answered who sits there."""
    return [words(seat) for seat in answered("members", about, answer, text).bodies["board"].seats]


def test_every_aspect_can_be_answered_or_says_why_not() -> None:
    assert list(RECORDINGS) == list(Aspect)


def test_seats_are_listed_with_capacities_groups_and_bodies() -> None:
    found = answered(
        "members", "The Board", "Parent carers (vote); two councillors (no vote); the county council (chair)"
    )
    board = found.bodies["board"]
    assert [words(seat) for seat in board.seats] == [
        {"on_behalf_of": "parents", "votes": True},
        {"as": ["councillor"], "votes": False},
        {"as": ["councillor"], "votes": False},
        {"holder": "council", "role": "chair"},
    ]
    assert board.membership == "complete"
    assert [not_none(seat.source).id for seat in board.seats] == ["minutes"] * 4
    assert (found.sources["minutes"].title, board.note) == ("Minutes", "All seats are listed: Minutes.")


@pytest.mark.parametrize("answer", ["councillor; and others", "councillor and others", "councillor\nand more."])
def test_a_list_with_others_is_not_complete(answer: str) -> None:
    board = answered("members", "The Board", answer).bodies["board"]
    assert (len(board.seats), board.membership) == (1, None)


def test_complete_and_nobody() -> None:
    assert answered("members", "Cabinet", "complete").bodies["cabinet"].membership == "complete"
    assert answered("members", "Cabinet", "nobody").bodies["cabinet"].membership == "complete"
    cabinet = answered("members", "Cabinet", "Nobody from parent carers").bodies["cabinet"]
    assert [absence.constituency for absence in cabinet.without] == ["young", "parents"]
    assert (cabinet.membership, not_none(cabinet.without[1].source).id) == (None, "minutes")


def test_a_seat_that_the_file_lists_is_completed_and_not_listed_twice() -> None:
    assert seats(
        "councillor (chair); councillor (vote); Healthwatch lead (no vote); Parent carers (attends)", SEATS
    ) == [
        {"as": ["councillor"], "role": "chair", "votes": True},
        {"as": ["councillor"], "votes": True},
        {"as": ["Healthwatch lead"], "votes": False},
        {"as": ["officer"], "role": "observer"},
        {"on_behalf_of": "parents", "role": "attendee"},
    ]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("councillor (chair); councillor", "The file also lists Healthwatch lead on The Board. Name that too, or end"),
        ("councillor (vote, late)", "“late” in brackets is not understood: write “chair”, “vote”, “no vote”,"),
        ("Parnt carers", "There is no group of people “Parnt carers” in the file. Did you mean “Parent carers”?"),
        ("councillor, somebody", "“councillor, somebody” may be one seat or several: write “;” between seats"),
        ("nobody from teachers", "There is no group of people “teachers” in the file."),
        ("and others", "Name who sits there before “and others”."),
        ("300 councillors; and others", "300 seats are too many: the most is 200."),
        ("councilor; and others", "should not be 'councilor'. Did you mean 'councillor'?"),
    ],
)
def test_a_list_of_seats_that_is_not_understood_is_refused(answer: str, sentence: str) -> None:
    assert sentence in refused("members", "The Board", answer, SEATS)


def test_commas_part_seats_where_all_are_known() -> None:
    assert len(seats("councillor (chair, vote), lay member, Parent carers (vote)")) == 3


def test_people_who_are_said_to_have_no_seat_get_none() -> None:
    sentence = "Answer: The file says that Young people have no seat on Cabinet: correct that first."
    assert refused("members", "Cabinet", "Young people; and others") == sentence
    assert refused("chair", "Cabinet", "Young people") == sentence


@pytest.mark.parametrize(
    ("answer", "seat"),
    [
        ("The County Council", {"holder": "council", "role": "chair"}),
        ("Director of Public Health (vote)", {"as": ["director_of_public_health"], "role": "chair", "votes": True}),
        ("Leader of the Council", {"as": ["executive_leader"], "role": "chair"}),
        ("Mayor", {"as": ["Mayor"], "role": "chair"}),
        ("nobody", {"role": "chair", "vacant": True}),
    ],
)
def test_who_chairs(answer: str, seat: dict[str, Any]) -> None:
    assert [words(one) for one in answered("chair", "The Board", answer).bodies["board"].seats] == [seat]


def test_who_chairs_may_be_answered_twice_alike() -> None:
    rows = [{"key": "members", "about": "The Board", "answer": "lay member (chair); councillor"}]
    rows.append({"key": "chair", "about": "The Board", "answer": "lay member"})
    assert len(govgraph.answer(structure(), rows).bodies["board"].seats) == 2
    rows[1]["answer"] = "councillor"
    with pytest.raises(
        govgraph.InputError, match=r"^3: Answer: The file, or another answer, gives The Board another chair"
    ):
        govgraph.answer(structure(), rows)


def test_votes_of_all_seats_left_open_or_of_some() -> None:
    def votes(answer: str) -> list[bool | None]:
        return [seat.votes for seat in answered("votes", "The Board", answer, SEATS).bodies["board"].seats]

    assert votes("yes") == [True, True, True, None]
    assert votes("councillor: yes; Healthwatch lead: no") == [True, True, False, None]
    assert votes("lay member: yes") == [True, None, None, None, True]
    assert "“perhaps” is not understood" in refused("votes", "The Board", "perhaps", SEATS)
    assert "The file lists no seat on Cabinet" in refused("votes", "Cabinet", "no")


def test_capacities_in_the_order_of_the_file() -> None:
    board = answered("capacities", "The Board", "Local Healthwatch", SEATS).bodies["board"]
    assert (board.seats[2].as_, board.seats[2].note) == (
        ("local_healthwatch",),
        "Capacity (before: “Healthwatch lead”): Minutes.",
    )
    assert refused("capacities", "The Board", "officer; officer", SEATS).startswith("Answer: The Board has 1 seat ")
    assert refused("capacities", "The Board", "oficer", SEATS).endswith("Did you mean “officer”?")


def test_contacts_appointers_and_ways_of_taking_part() -> None:
    contact = answered("contact", "The Board", "SEND Champion, not senior, no vote", SEATS).bodies["board"].contacts[0]
    assert (contact.title, contact.senior, contact.votes) == ("SEND Champion", False, False)
    text = f"{FILE}  panel: {{name: Panel, kind: panel, seats: [{{holder: forum}}, {{as: officer}}]}}"
    panel = answered("appointers", "Panel", "Cabinet", text).bodies["panel"]
    assert [seat.appointed_by for seat in panel.seats] == ["cabinet", None]
    board = answered("taking_part", "The Board", "Parent carers (consulted); Young people (attends)").bodies["board"]
    assert (board.consulted[0].constituency, board.seats[0].role) == ("parents", Role.ATTENDEE)


def test_lines_and_what_leads() -> None:
    board = answered("reports_to", "The Board", "Cabinet; the Department for Education").bodies["board"]
    assert (board.reports_to[0].to, board.accountable_to[0].to) == ("cabinet", "the Department for Education")
    cabinet = answered("final_say", "Cabinet", "the board").bodies["cabinet"]
    assert [(line.to, line.lead) for line in cabinet.reports_to] == [("council", False), ("board", True)]
    assert [line.lead for line in answered("final_say", "Cabinet", "nobody").bodies["cabinet"].reports_to] == [
        False
    ] * 2
    assert "Cabinet does not report to Task Group in the file, but to The County Council and The Board." in refused(
        "final_say", "Cabinet", "Task Group"
    )


OUTSIDE = f"""{FILE}  two: {{name: Two, kind: board, reports_to: [council, cabinet], accountable_to: [the members]}}
"""


def test_who_has_the_final_say_may_be_outside_or_all_of_them() -> None:
    outside = answered("final_say", "Two", "the members", OUTSIDE).bodies["two"]
    assert [line.rank for line in outside.reports_to] == ["", ""]
    assert [line.rank for line in outside.accountable_to] == ["final say"]
    for words_ in ("jointly", "Both", "all of them", "together."):
        joint = answered("final_say", "Two", words_, OUTSIDE)
        two = joint.bodies["two"]
        ranks = [*(line.rank for line in two.reports_to), *(line.rank for line in two.accountable_to)]
        assert ranks == ["jointly"] * 3
        assert not [
            one for one in govgraph.check(joint).questions if "two" in one.about.ids and one.aspect == "final_say"
        ]
    leading = answered("final_say", "Two", "The County Council", OUTSIDE)
    rows = [{"key": "final_say", "about": "Two", "answer": "jointly", "source": "Minutes"}]
    with pytest.raises(govgraph.InputError, match="one of them has the final say over Two"):
        govgraph.answer(leading, rows)
    rows[0]["answer"] = "The County Council"
    joint = govgraph.answer(answered("final_say", "Two", "jointly", OUTSIDE), rows)
    assert [(line.lead, line.jointly) for line in joint.bodies["two"].reports_to] == [(True, False), (False, True)]


def test_two_bodies_in_one_answer_are_two_lines_or_refused() -> None:
    why = refused("reports_to", "The Board", "Cabinet and The County Council")
    assert "names two bodies of this structure" in why


def test_nobody_chairs_where_all_seats_are_listed_with_their_roles() -> None:
    listed = "seats: [{as: officer}, {role: vice_chair}]"
    text = f"{FILE}  panel: {{name: Panel, kind: panel, membership: complete, {listed}}}"
    panel = answered("chair", "Panel", "nobody", text)
    assert [seat.role for seat in panel.bodies["panel"].seats] == [Role.MEMBER, Role.VICE_CHAIR]
    assert not [one for one in govgraph.check(panel).questions if "panel" in one.about.ids and one.aspect == "chair"]


def test_nobody_says_no_more_than_was_asked() -> None:
    why = "“nobody” says that the file lists all lines of The Board. Answer who"
    assert refused("reports_to", "The Board", "nobody") == (
        f"Answer: {why} scrutinises it too, in a row with the key “scrutinisers”."
    )
    assert f"{why} it reports to too" in refused("scrutinisers", "The Board", "nobody")
    rows = [{"key": key, "about": "The Board", "answer": "nobody"} for key in ("reports_to", "scrutinisers")]
    assert govgraph.answer(structure(), rows).bodies["board"].lines == "complete"
    assert answered("scrutinisers", "Cabinet", "nobody").bodies["cabinet"].lines == "complete"


def test_fields_of_bodies_themes_and_groups() -> None:
    board = answered("remit", "The Board", "It decides and monitors, strategic").bodies["board"]
    assert (board.does, board.level) == (("decides", "monitors"), ("strategic",))
    group = answered("last_day", "Task Group", "31 March 2027").bodies["group"]
    assert (group.until, group.note) == ("2027-03-31", "Last day: Minutes.")
    assert answered("last_day", "Task Group", "no end").bodies["group"].open_ended
    assert answered("quorum", "The Board", "one third; one councillor").bodies["board"].quorum == (
        "one third; one councillor"
    )
    assert answered("legal_form", "Cabinet", "a cabinet").bodies["cabinet"].statutory == "cabinet"
    council = answered("parts", "The County Council", "Cabinet")
    assert (council.bodies["cabinet"].part_of[0].to, council.bodies["council"].parts) == ("council", "complete")
    themes = answered("owner", "Waiting times; Plans", "Waiting times: Cabinet; Plans: nobody")
    assert (themes.bodies["cabinet"].responsible_for[0].theme, themes.themes["plans"].owners) == ("waits", "complete")
    assert answered("lead_owner", "Waiting times", "Task Group").bodies["group"].responsible_for[0].lead
    assert answered("monitor", "Plans", "nobody").themes["plans"].monitors == "complete"
    assert answered("spokesbody", "Young people", "nobody").constituencies["young"].speakers == "complete"
    assert answered("spokesbody", "Young people", "Cabinet").constituencies["young"].represented_by == ("cabinet",)


@pytest.mark.parametrize(
    ("key", "about", "answer", "sentence"),
    [
        ("reports_to", "The Board", "Cabinett", "There is no body “Cabinett” in the file. Did you mean “Cabinet”?"),
        ("remit", "The Board", "coordinates", "“coordinates” is not understood: write one or more of “decides”,"),
        ("last_day", "Task Group", "soon", "should be a date (2020-07-03, 2020-07 or 2020), not 'soon'"),
        ("legal_form", "The Board", "none", "A structure cannot say that a body has no form in law."),
        ("same_person", "The Board", "yes", "A structure cannot say this."),
        ("local_providers", "The Board", "perhaps", "Write “yes” or “no”."),
        ("church_schools", "The Board", "Methodist", "Write “Church of England”, “Roman Catholic”, both, or"),
        ("other", "The Board", "yes", "A rule of your own asks this: write the answer in the file."),
        ("lead_owner", "Waiting times", "Cabinet", "Cabinet is not responsible for it in the file, but Task Group."),
        ("chiar", "The Board", "x", "Key: There is no key “chiar”. Did you mean “chair”? Copy it from the row"),
        ("chair", "The Bord", "x", "About: There is no body “The Bord” in the file. Did you mean “The Board”?"),
        ("successor", "Old Board", "Cabinet", "Put it back first, with the day on which it ended."),
        ("chair", "The Board", "Cabinet: council", "“Cabinet” is not among what this row is about."),
    ],
)
def test_what_cannot_be_recorded_says_why(key: str, about: str, answer: str, sentence: str) -> None:
    assert sentence in refused(key, about, answer)
