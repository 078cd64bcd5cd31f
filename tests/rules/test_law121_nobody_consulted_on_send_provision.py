"""LAW121: who is consulted when SEND provision is reviewed: a question, and only where a body is called after SEND."""

import pytest

from helpers import findings, found, lacking, why_not_asked

SEND = "b: board, name SEND Board, membership complete\nsomebody -- sits_on[as officer] --> b\n"
OTHER = "c: board, name The Other Board\n"
NOT_STATED = SEND
ASKED = [((), None, "not_stated")]


def test_it_is_one_question_about_all_bodies_for_send() -> None:
    (finding,) = findings("LAW121", SEND + OTHER + "d: committee, name Special Educational Needs Panel")
    assert (finding.certainty, finding.severity, finding.together) == ("not_stated", "warning", ("b", "d"))
    assert lacking(finding) == [("consulted_on_send", ("b", "d"))]
    assert finding.message.startswith(
        "The file shows no children with SEND and no parents on the SEND Board and the Special Educational Needs "
        "Panel, and nobody who consults them. By law, the council must consult children, young people and "
        "parents when it reviews provision. "
    )


@pytest.mark.parametrize(
    "line",
    [
        "somebody -- sits_on[as parent_carer] --> b",
        "somebody -- attends[as young_person] --> b",
        "forum -- sits_on[parent-carers] --> b",
        "forum -- attends[parent-carers] --> b",
        "parent-carers -- consulted_by --> b",
        "parent-carers -- consulted_by --> c",
        "forum -- sits_on --> b\nforum -- represents --> parent-carers",
    ],
)
def test_it_is_not_asked_where_people_take_part_or_are_consulted(line: str) -> None:
    assert found("LAW121", SEND + OTHER + line) == []


@pytest.mark.parametrize(
    "line",
    [
        "somebody -- sits_on[as parent_carer, vacant] --> b",
        "parent-carers -- informed_by --> b",
        "forum -- sits_on[parent-carers] --> c",
        "parent-carers -- absent_from --> b",
        "parent-carers -- consulted_by[until 2019] --> b",
    ],
)
def test_what_is_no_consultation(line: str) -> None:
    assert found("LAW121", SEND + OTHER + line) == ASKED


@pytest.mark.parametrize(
    ("body", "is_asked"),
    [
        ("b: board, name SEND Partnership", True),
        ("b: board, name Local Area SEN Board", True),
        ("b: board, name Children's Board, other_names SEND Board", True),
        ("b: board, name Board that we send papers to", False),
        ("b: board, name Sender Board", False),
        ("b: organisation, name SEND Service", False),
        ("b: board, name SEND Board, until 2019", False),
        ("b: board, name SEND Board, nation wales", False),
    ],
)
def test_a_name_is_a_reason_to_ask_and_nothing_else_is(body: str, is_asked: bool) -> None:
    assert bool(found("LAW121", body + "\n" + OTHER)) == is_asked
    why = why_not_asked("LAW121", body + "\n" + OTHER)
    assert (why is None) == is_asked


def test_it_is_asked_from_1_september_2014() -> None:
    assert found("LAW121", SEND, as_of="2014-09-01") == ASKED
    assert found("LAW121", SEND, as_of="2014-08-31") == []


def test_it_is_asked_in_england_alone() -> None:
    assert found("LAW121", SEND, nation="wales") == []
    why = why_not_asked("LAW121", SEND, nation="wales") or ""
    assert why.endswith(" applies only in England, where the file has no such body.")
    (finding,) = findings("LAW121", SEND, nation=None)
    assert lacking(finding) == [("nation", ("b",)), ("consulted_on_send", ("b",))]
