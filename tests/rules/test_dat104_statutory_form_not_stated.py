"""DAT104: whose name the law knows."""

import re

import pytest

from govgraph.model import Structure
from govgraph.rules._names import form_by_name
from helpers import findings, found, graph, lacking, why_not_asked

NOT_STATED = "hwb: board, name Health and Wellbeing Board"
HIT = [((), None, "not_stated")]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Health and Wellbeing Board", "Health and Wellbeing Board"),
        ("Shropshire Health & Well-being Board", "Health and Wellbeing Board"),
        ("Isle of Wight health and well being board (HWB)", "Health and Wellbeing Board"),
        ("Royal Borough of Kingston Health and Wellbeing Board", "Health and Wellbeing Board"),
        ("NHS Kent Integrated Care Board", "Integrated Care Board"),
        ("Integrated Care Partnership", "Integrated Care Partnership"),
        ("Health Overview and Scrutiny Committee", "overview and scrutiny committee"),
        ("Shropshire CCG Governing Body", "governing body of a Clinical Commissioning Group"),
        ("Clinical Commissioning Group Governing Body", "governing body of a Clinical Commissioning Group"),
        ("Safeguarding Partnership", "safeguarding partnership"),
        ("Shropshire Safeguarding Children's Partnership", "safeguarding partnership"),
        ("Wendle Safeguarding Adults Board", "Safeguarding Adults Board"),
        ("Adult Safeguarding Board", "Safeguarding Adults Board"),
        ("Safeguarding Adults Partnership", "Safeguarding Adults Board"),
        ("Safeguarding Adults Executive Board", "Safeguarding Adults Board"),
        ("Safeguarding Children and Adults Partnership", "Safeguarding Adults Board"),
        ("Lothian Integration Joint Board", "Integration Joint Board"),
        ("Council of Governors", "council of governors of an NHS foundation trust"),
        ("Schools' Forum", "schools forum"),
        ("Council Cabinet", "cabinet"),
        ("Community Health NHS Foundation Trust Board", "board of an NHS trust"),
    ],
)
def test_names_that_end_as_the_law_calls_a_body(name: str, form: str) -> None:
    (finding,) = findings("DAT104", f"body: committee, name {name}", nation=None)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("body",), "not_stated")
    assert lacking(finding) == [("legal_form", ("body",))]
    assert re.match(rf"By name, (the )?{re.escape(name)} may be a body that the law knows\. ", finding.message)
    assert finding.fix.startswith("Find out")
    stated = form_by_name(graph(f"body: committee, name {name}"), "body")
    assert stated is not None
    assert stated.words == form


@pytest.mark.parametrize(
    "name",
    [
        "Health and Wellbeing Board Sub-Committee",
        "Sub-Committee of the Health and Wellbeing Board",
        "Working group of the Shropshire Health and Wellbeing Board",
        "Advisory panel to the Integrated Care Board",
        "Shadow Integrated Care Board",
        "Youth Cabinet",
        "Integrated Care Board Programme Group",
        "Cabinet Support Team",
        "Safeguarding Group",
        "SEND Partnership Board",
        "Scrutiny Committee",
        "Academy Trust Board",
    ],
)
def test_names_of_others_are_clean(name: str) -> None:
    assert found("DAT104", f"body: committee, name {name}") == []


def test_another_name_counts_too() -> None:
    assert found("DAT104", "body: board, name HWB, other_names Health and Wellbeing Board") == HIT


def test_a_form_that_is_stated_is_clean_whichever_it_is() -> None:
    assert found("DAT104", NOT_STATED + ", statutory health_and_wellbeing_board") == []
    assert found("DAT104", NOT_STATED + ", statutory advisory_committee") == []


def test_many_are_one_finding_in_the_order_of_names() -> None:
    (finding,) = findings("DAT104", NOT_STATED + "\nscrutiny: committee, name Adult Overview and Scrutiny Committee")
    assert finding.affects == ("scrutiny", "hwb")
    assert lacking(finding) == [("legal_form", ("scrutiny", "hwb"))]
    assert finding.message.startswith(
        "By name, the Adult Overview and Scrutiny Committee and the Health and Wellbeing Board may be bodies "
        "that the law knows. "
    )


@pytest.mark.parametrize(
    ("name", "flagged"),
    [
        ("NHS Shropshire Integrated Care Board", True),
        ("Shropshire Safeguarding Children Partnership", True),
        ("Shropshire Health and Wellbeing Board", False),
        ("The Cabinet", False),
    ],
)
def test_of_organisations_those_are_asked_that_the_law_makes_one(name: str, *, flagged: bool) -> None:
    finding = next(iter(findings("DAT104", f"body: organisation, name {name}")), None)
    assert (finding is not None and finding.affects == ("body",)) == flagged


def test_an_organisation_whose_board_states_the_form_has_been_looked_at() -> None:
    icb = "icb: organisation, name Integrated Care Board\nboard: board, statutory integrated_care_board"
    assert findings("DAT104", icb) == []


def test_forums_are_asked_and_services_are_not() -> None:
    assert found("DAT104", "body: forum, name Schools Forum") == HIT
    assert why_not_asked("DAT104", "body: service, name Integrated Care Board") is not None


def test_what_has_ended_is_not_asked() -> None:
    assert found("DAT104", NOT_STATED + ", until 2020-08-31\nother: board") == []
    assert found("DAT104", NOT_STATED + ", until 2020-09-01\nother: board") == HIT


def test_a_name_of_signs_alone_is_no_form() -> None:
    structure = Structure.model_validate({"bodies": {"a": {"name": "(?)", "kind": "board"}}})
    assert found("DAT104", structure) == []


SCRUTINY, FORUM = "Learning Overview and Scrutiny Committee", "Schools Forum"


@pytest.mark.parametrize(
    ("name", "nations"),
    [
        ("Health and Wellbeing Board", {"england"}),
        (SCRUTINY, {"england"}),
        (FORUM, {"england"}),
        ("Cabinet", {"england"}),
        ("Safeguarding Adults Board", {"england"}),
        ("Council of Governors", {"england"}),
        ("Integration Joint Board", {"scotland"}),
        ("Planning Council Committee", {"england", "wales"}),
        ("Aneurin NHS Trust Board", {"england", "wales"}),
    ],
)
@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern_ireland", "elsewhere"])
def test_a_form_is_asked_for_only_where_its_law_is(name: str, nations: set[str], nation: str) -> None:
    assert found("DAT104", f"body: committee, name {name}", nation=nation) == (HIT if nation in nations else [])
    assert found("DAT104", f"body: committee, name {name}, nation {nation}") == (HIT if nation in nations else [])
    assert found("DAT104", f"body: committee, name {name}", nation=None) == HIT


def test_a_budget_forum_as_in_wales_is_not_asked_for_a_form() -> None:
    assert found("DAT104", "body: committee, name Powys Schools Budget Forum", nation="wales") == []
    assert found("DAT104", f"body: committee, name Powys {FORUM}", nation="wales") == []


COUNCIL = "structure: as_of 2026-07-15\ncouncil: organisation\ncabinet: committee, statutory cabinet\n"
COUNCIL += "cabinet -- part_of --> council\n"


@pytest.mark.parametrize("name", ["Audit Committee", "Audit and Governance Committee", "Governance & Audit Committee"])
@pytest.mark.parametrize("line", ["part_of --> council", "reports_to --> council", "reports_to --> cabinet"])
def test_an_audit_committee_of_a_council_is_asked_for_its_form_since_the_law_asks_for_one(name: str, line: str) -> None:
    audit = f"audit: committee, name {name}\naudit -- {line}"
    assert found("DAT104", COUNCIL + audit) == HIT
    assert found("DAT104", COUNCIL.replace("07-15", "07-14") + audit) == []


def test_the_audit_committee_of_a_health_body_is_not_asked() -> None:
    board = "trust: organisation\nboard: board, statutory nhs_trust_board\naudit: committee, name Audit Committee\n"
    assert found("DAT104", COUNCIL + board + "audit -- part_of --> trust\naudit -- reports_to --> board") == []
    assert found("DAT104", COUNCIL + "audit: committee, name Audit Committee") == []


@pytest.mark.parametrize(
    "name", ["People Scrutiny Committee", "Children's Scrutiny Sub-Committee", "Scrutiny Commission"]
)
def test_committees_called_after_scrutiny_are_asked_where_they_scrutinise(name: str) -> None:
    assert found("DAT104", f"body: committee, name {name}, scrutinises") == HIT
    assert found("DAT104", f"body: committee, name {name}, decides") == []
    assert found("DAT104", f"body: committee, name Youth {name}, scrutinises") == []
    assert found("DAT104", f"body: committee, name {name}, scrutinises", nation="scotland") == []
    osc = "\nosc: committee, statutory overview_and_scrutiny_committee\nbody -- part_of --> osc"
    assert found("DAT104", f"body: committee, name {name}{osc}") == HIT


def test_the_scrutiny_of_a_combined_authority_is_of_another_law() -> None:
    name = "Overview and Scrutiny Committee"
    assert found("DAT104", f"body: committee, name {name}") == HIT
    assert found("DAT104", f"body: committee, name Arle Combined Authority {name}") == []
