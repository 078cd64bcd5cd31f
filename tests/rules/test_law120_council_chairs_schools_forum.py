"""LAW120: who may not chair a schools forum."""

import pytest

from govgraph.model import Structure
from helpers import findings, found, lacking, why_not_asked

FORUM = "f: board, statutory schools_forum\n"
LISTED = "f: board, statutory schools_forum, membership complete\n"
STATED = [(("f",), None, "stated")]
SILENT = [(("f",), None, "not_stated")]
NOT_STATED = FORUM


@pytest.mark.parametrize("forum", [FORUM, LISTED])
@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("councillor", "a councillor"),
        ("executive_member", "an executive member"),
        ("director_of_childrens_services", "a director of children's services"),
        ("schools_member, as councillor", "a councillor"),
    ],
)
def test_nobody_of_the_council_chairs(who: str, words: str, forum: str) -> None:
    (finding,) = findings("LAW120", forum + f"somebody -- sits_on[as {who}, chair] --> f")
    assert (finding.certainty, finding.severity) == ("stated", "error")
    assert finding.message == f"The chair of F is there as {words}, but by law may not belong to the council."
    assert finding.fix == "Ask F to elect a chair who is not a councillor or an officer of the council."
    assert found("LAW120", LISTED + f"somebody -- sits_on[as {who}, vice_chair] --> f") == []
    assert found("LAW120", LISTED + f"somebody -- sits_on[as {who}, chair, vacant] --> f") == []


@pytest.mark.parametrize("who", ["schools_member", "academies_member", "early_years_provider", "church_representative"])
def test_others_may_chair(who: str) -> None:
    assert found("LAW120", FORUM + f"somebody -- sits_on[as {who}, chair] --> f") == []


@pytest.mark.parametrize("who", ["officer", "local_authority", "chief_executive", "chief_finance_officer"])
def test_an_officer_may_be_the_councils_or_anothers(who: str) -> None:
    (finding,) = findings("LAW120", LISTED + f"somebody -- sits_on[as {who}, chair] --> f")
    assert (finding.certainty, lacking(finding)) == ("not_stated", [("capacities", ("f",))])
    assert finding.message.startswith(
        "By law, the chair of F may not be a councillor or an officer of the council. Somebody sits on F as a"
    )


@pytest.mark.parametrize("seat", ["chair", "as head of finance, chair"])
def test_a_chair_whose_capacity_is_open_may_be_anybody(seat: str) -> None:
    assert found("LAW120", LISTED + f"somebody -- sits_on[{seat}] --> f") == SILENT


def test_who_chairs_is_asked_where_the_file_does_not_say() -> None:
    (finding,) = findings("LAW120", FORUM + "g: board, statutory schools_forum")
    assert (finding.together, lacking(finding)) == (("f", "g"), [("chair", ("f", "g"))])
    assert found("LAW120", LISTED + "somebody -- sits_on[member, as schools_member] --> f") == []


def test_somebody_of_the_same_name_may_be_a_councillor() -> None:
    chair = {"role": "chair", "as": "schools_member", "person": "A. Person"}
    councillor = {"as": "councillor", "person": "a. person"}
    bodies = {
        "f": {"name": "F", "kind": "board", "statutory": "schools_forum", "seats": [chair]},
        "c": {"name": "C", "kind": "committee", "seats": [councillor]},
    }
    (finding,) = findings("LAW120", Structure.model_validate({"bodies": bodies}))
    assert lacking(finding) == [("same_person", ("f",))]
    assert "A. Person" not in f"{finding.message} {finding.fix}"


def test_it_is_asked_of_schools_forums_in_england() -> None:
    chair = FORUM + "somebody -- sits_on[as councillor, chair] --> f"
    why = why_not_asked("LAW120", "f: board\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as a schools forum."
    assert found("LAW120", chair, nation="wales") == []
    why = why_not_asked("LAW120", chair, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW120", chair, nation=None)
    assert (finding.certainty, finding.severity, lacking(finding)) == ("not_stated", "warning", [("nation", ("f",))])
    (finding,) = findings("LAW120", FORUM, nation=None)
    assert lacking(finding) == [("nation", ("f",)), ("chair", ("f",))]


def test_who_chairs_is_asked_where_no_role_is_written() -> None:
    assert found("LAW120", LISTED + "somebody -- sits_on[as schools_member] --> f") == [((), None, "not_stated")]
