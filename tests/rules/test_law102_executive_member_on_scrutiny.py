"""LAW102: who must not be on an overview and scrutiny committee."""

from typing import Any

import pytest

from govgraph.model import Structure
from helpers import findings, found, lacking, why_not_asked

LISTED = "osc: committee, statutory overview_and_scrutiny_committee, membership complete\n"
PARTIAL = "osc: committee, statutory overview_and_scrutiny_committee\n"
COUNCILLOR = "somebody -- sits_on[as councillor] --> osc\n"
NOT_STATED = PARTIAL + COUNCILLOR


@pytest.mark.parametrize("who", ["executive_member", "executive_leader", "elected_mayor"])
@pytest.mark.parametrize("committee", [LISTED, PARTIAL])
def test_any_member_of_the_executive_is_found_however_much_is_listed(who: str, committee: str) -> None:
    arrows = committee + COUNCILLOR + f"somebody -- sits_on[as councillor, as {who}] --> osc"
    assert found("LAW102", arrows) == [(("osc",), None, "stated")]


def test_councillors_and_others_may_sit_on_it_and_the_executive_may_attend() -> None:
    arrows = LISTED + COUNCILLOR + "somebody -- sits_on[as parent_governor] --> osc\n"
    assert found("LAW102", arrows) == []
    assert found("LAW102", arrows + "somebody -- attends[as executive_member] --> osc") == []


@pytest.mark.parametrize("seat", ["sits_on", "sits_on[as deputy]", "sits_on[parent-carers]"])
def test_a_seat_whose_capacity_is_open_may_be_one_of_the_executive(seat: str) -> None:
    assert found("LAW102", LISTED + f"somebody -- {seat} --> osc") == [(("osc",), None, "not_stated")]


def test_a_vacant_seat_for_the_executive_is_told_as_such() -> None:
    (finding,) = findings("LAW102", LISTED + "somebody -- sits_on[as executive_member, vacant] --> osc")
    assert finding.message == (
        "Osc has a seat for a person who by law may not sit there: an executive member. The seat is vacant."
    )


def test_a_seat_that_has_ended_is_gone() -> None:
    arrows = LISTED + COUNCILLOR + "somebody -- sits_on[as executive_member, until 2019] --> osc"
    assert found("LAW102", arrows) == []
    assert found("LAW102", arrows, as_of="2019-05-01") == [(("osc",), None, "stated")]


def test_what_the_file_leaves_open() -> None:
    partial = "".join((PARTIAL, COUNCILLOR, "somebody -- sits_on[as deputy] --> osc"))
    (finding,) = findings("LAW102", partial)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [
        ("members", ("osc",)),
        ("capacities", ("osc",)),
    ]
    assert finding.message.startswith(
        "By law, a member of the executive may not sit on Osc. One seat on Osc has a capacity that govgraph does not "
        "know: “deputy”. The file does not say "
    )


def test_each_committee_is_told_of_on_its_own() -> None:
    other = "other: committee, statutory overview_and_scrutiny_committee\n"
    arrows = LISTED + "somebody -- sits_on[as elected_mayor] --> osc\n" + other
    assert found("LAW102", arrows) == [(("osc",), None, "stated"), (("other",), None, "not_stated")]


def test_committees_that_do_not_say_what_they_are_in_law_are_not_asked_about() -> None:
    arrows = "osc: committee, scrutinises\nsomebody -- sits_on[as executive_member] --> osc"
    why = why_not_asked("LAW102", arrows + "\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an overview and scrutiny committee."


def test_a_seat_that_a_cabinet_holds_is_held_by_a_member_of_it() -> None:
    arrows = "cabinet: committee, statutory cabinet\n"
    arrows += "osc: committee, statutory overview_and_scrutiny_committee, membership complete\n"
    (finding,) = findings("LAW102", arrows + "cabinet -- sits_on[as councillor] --> osc")
    assert (finding.bodies, finding.certainty) == (("osc",), "stated")
    assert finding.message == "Osc has a member who by law may not sit there: somebody from Cabinet."
    (finding,) = findings("LAW102", arrows + "cabinet -- sits_on[as executive_leader] --> osc")
    assert finding.message.endswith(" who by law may not sit there: an executive leader and somebody from Cabinet.")


@pytest.mark.parametrize(
    ("cabinet", "seat", "expected"),
    [
        ("", "as councillor", ["stated"]),
        ("", "as officer", []),
        ("", "as officer, as executive_leader", ["stated"]),
        ("", "member", ["stated"]),
        (", until 2020-01-01", "as councillor", []),
        (", ended", "member", ["not_stated"]),
    ],
)
def test_a_cabinet_sends_members_where_it_is_in_force_and_no_officers(
    cabinet: str, seat: str, expected: list[str]
) -> None:
    arrows = f"structure: as_of 2022-07-01\ncabinet: committee, statutory cabinet{cabinet}\n{LISTED}"
    told = findings("LAW102", arrows + f"cabinet -- sits_on[{seat}] --> osc")
    assert [finding.certainty for finding in told] == expected


def test_who_supports_the_cabinet_is_not_of_the_executive() -> None:
    def told(capacity: str) -> list[str]:
        seat = {"person": "Zephyrine", "as": capacity}
        cabinet = {"name": "Cabinet", "kind": "committee", "statutory": "cabinet", "seats": [seat]}
        osc: dict[str, Any] = {"name": "Osc", "kind": "committee", "statutory": "overview_and_scrutiny_committee"}
        osc |= {"membership": "complete", "seats": [{"person": "Zephyrine", "as": "councillor"}]}
        structure = Structure.model_validate({"bodies": {"cabinet": cabinet, "osc": osc}})
        return [finding.certainty.value for finding in findings("LAW102", structure)]

    assert told("officer") == []
    assert told("councillor") == ["not_stated"]


def test_a_seat_for_the_executive_whose_holder_is_not_there_is_provided_for() -> None:
    arrows = LISTED + "old: organisation, ended\nold -- sits_on[as executive_member] --> osc\n"
    (finding,) = findings("LAW102", arrows)
    assert finding.message == (
        "Osc has a seat for a person who by law may not sit there: an executive member. The seat is held by Old, which "
        "has ended."
    )
    (finding,) = findings("LAW102", arrows + "somebody -- sits_on[as elected_mayor, vacant] --> osc")
    assert finding.message.startswith("Osc has seats for people who by law may not sit there: ")
    assert finding.message.endswith(" Of these seats, one is vacant, and one is held by Old, which has ended.")
    (finding,) = findings("LAW102", arrows + "somebody -- sits_on[as elected_mayor] --> osc")
    assert finding.message == "Osc has members who by law may not sit there: an executive member and an elected mayor."
    assert finding.fix == (
        "Ask the council to fill the seat with a councillor who is not on the executive, or to take it away. Members "
        "of the executive may come to answer questions without being members."
    )


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"name": "Cabinet", "kind": "committee", "statutory": "cabinet", "seats": [{"person": "Zephyrine Quill"}]},
        {"name": "Board", "kind": "board", "seats": [{"person": "Zephyrine Quill", "as": "executive_member"}]},
    ],
)
@pytest.mark.parametrize(("person", "expected"), [("zephyrine  QUILL", ["not_stated"]), ("Ottokar", []), (None, [])])
def test_a_councillor_of_the_name_of_one_of_the_executive_may_be_that_one_and_nobody_is_named(
    elsewhere: dict[str, Any], person: str | None, expected: list[str]
) -> None:
    committee = {
        "name": "Scrutiny",
        "kind": "committee",
        "statutory": "overview_and_scrutiny_committee",
        "membership": "complete",
        "seats": [{"as": "councillor", **({"person": person} if person else {})}],
    }
    structure = Structure.model_validate({"bodies": {"elsewhere": elsewhere, "osc": committee}})
    told = findings("LAW102", structure)
    assert [finding.certainty for finding in told] == expected
    assert "zephyrine" not in repr(told).casefold()
    if told:
        assert told[0].message == (
            "By law, a member of the executive may not sit on Scrutiny. One member there has the same name as a member "
            "of the executive. The file does not say whether people of the same name on Scrutiny are the same person."
        )
        assert [(lack.aspect, lack.about.ids) for lack in told[0].lacks] == [("same_person", ("osc",))]


def test_it_is_asked_from_4_may_2012_when_part_1a_began() -> None:
    arrows = LISTED + "somebody -- sits_on[as executive_member] --> osc"
    assert found("LAW102", arrows, as_of="2012-05-04") == [(("osc",), None, "stated")]
    assert found("LAW102", arrows, as_of="2012-05-03") == []
    why = why_not_asked("LAW102", f"structure: as_of 2012-05-03\n{arrows}") or ""
    assert why.endswith(" applies only from 4 May 2012.")


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern_ireland", "elsewhere"])
def test_it_is_the_law_of_england_alone(nation: str) -> None:
    arrows = LISTED + COUNCILLOR + "somebody -- sits_on[as executive_member] --> osc"
    assert found("LAW102", arrows, nation="england") == [(("osc",), None, "stated")]
    assert found("LAW102", arrows, nation=nation) == []
    why = why_not_asked("LAW102", arrows, nation=nation) or ""
    assert why.endswith("section 9FA(3), applies only in England, where the file has no such body.")


def test_a_committee_that_is_in_another_nation_than_its_file_is_asked_by_its_own() -> None:
    arrows = LISTED + COUNCILLOR + "somebody -- sits_on[as executive_member] --> osc"
    in_wales = arrows.replace("membership complete", "membership complete, nation wales")
    assert found("LAW102", in_wales, nation="england") == []
    in_england = arrows.replace("membership complete", "membership complete, nation england")
    assert found("LAW102", in_england, nation="wales") == [(("osc",), None, "stated")]


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    arrows = LISTED + COUNCILLOR + "somebody -- sits_on[as executive_member] --> osc"
    (finding,) = findings("LAW102", arrows, nation=None)
    assert (finding.certainty, finding.severity, finding.is_question) == ("not_stated", "warning", True)
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("nation", ("osc",))]
    assert finding.message == (
        "Osc has a member who by law may not sit there: an executive member. This applies in England only. The file "
        "does not say in which nation Osc is."
    )
    assert "Ask the council" not in finding.fix


@pytest.mark.parametrize(
    "name", ["Arle Combined Authority Overview and Scrutiny Committee", "Arle Combined County Authority Scrutiny"]
)
def test_combined_authorities_have_a_law_of_their_own(name: str) -> None:
    text = f"o: committee, name {name}, statutory overview_and_scrutiny_committee, membership complete\n"
    (finding,) = findings("LAW102", text + "somebody -- sits_on[as executive_member] --> o")
    assert finding.certainty == "not_stated"
    assert lacking(finding) == [("legal_form", ("o",))]
    assert "may belong to a combined authority, which has a law of its own." in finding.message


def test_a_committee_of_a_combined_authority_is_one_too() -> None:
    text = "o: committee, statutory overview_and_scrutiny_committee, membership complete\no -- part_of --> a\n"
    text += "somebody -- sits_on[as executive_member] --> o\n"
    (finding,) = findings("LAW102", text + "a: organisation, name Arle Combined Authority")
    assert finding.certainty == "not_stated"
    (finding,) = findings("LAW102", text + "a: organisation, name Arle County Council")
    assert finding.certainty == "stated"
