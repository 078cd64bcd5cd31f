"""DAT104: whose name the law knows."""

import re

import pytest

from govgraph.model import Structure
from govgraph.rules.dat104_statutory_form_not_stated import form_by_name
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
        ("Schools' Forum", "schools forum"),
        ("Council Cabinet", "cabinet"),
        ("Community Health NHS Foundation Trust Board", "board of an NHS trust"),
    ],
)
def test_names_that_end_as_the_law_calls_a_body(name: str, form: str) -> None:
    (finding,) = findings("DAT104", f"body: committee, name {name}")
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
