"""ACC105: who answers to several, and which of them has the final say."""

from typing import Any

from govgraph.model import Structure
from helpers import findings, found, why_not_asked

NOT_STATED = """
a -- reports_to --> b
a -- part_of --> c
"""
NONE = "No board, committee or group in the file answers to two other bodies or more."


def lines(*stated: dict[str, Any], **more: Any) -> Structure:
    """A board that reports to others as stated."""
    others = {name: {"name": name.upper(), "kind": "organisation"} for name in "bcd"}
    return Structure.model_validate(
        {"bodies": {"a": {"name": "A", "kind": "board", "reports_to": stated, **more}, **others}}
    )


def affected(arrows: str | Structure) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(one.bodies, one.affects, one.certainty.value) for one in findings("ACC105", arrows)]


def test_two_lines_of_which_none_is_stated_to_lead() -> None:
    (finding,) = findings("ACC105", NOT_STATED)
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("a",), "not_stated")
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("final_say", ("a",))]
    assert finding.message == "A answers to B and C. The file does not say who has the final say over A."
    assert finding.fix == "Find out who has the final say over A, and record it."


def test_many_that_are_silent_are_one_finding() -> None:
    arrows = NOT_STATED + "d -- reports_to --> b\nd -- part_of --> c"
    assert affected(arrows) == [((), ("a", "d"), "not_stated")]
    (finding,) = findings("ACC105", arrows)
    assert finding.message == (
        "A answers to B and C. D answers to B and C. The file does not say who has the final say over A and D."
    )


def test_one_that_leads_is_clean() -> None:
    assert affected("a -- reports_to[leading] --> b\na -- part_of --> c") == []


def test_two_that_lead_are_stated() -> None:
    (finding,) = findings("ACC105", "a -- reports_to[leading] --> b\na -- part_of[leading] --> c\na -- part_of --> d")
    assert (finding.bodies, finding.certainty) == (("a",), "stated")
    assert finding.message == "A answers to B, C and D, and B and C each have the final say."
    assert finding.fix == "Ask B and C to agree who has the final say over A."


def test_none_that_leads_is_stated_only_where_every_line_says_so() -> None:
    no = {"lead": False}
    assert found("ACC105", lines({"to": "b", **no}, {"to": "c", **no})) == [(("a",), None, "stated")]
    assert found("ACC105", lines({"to": "b", **no}, {"to": "c"})) == [((), None, "not_stated")]
    assert found("ACC105", lines({"to": "b", **no}, {"to": "c", "lead": True})) == []


def test_a_line_out_of_the_structure_does_not_make_the_second() -> None:
    """Left out of the file, it would take the finding with it."""
    only = "a -- reports_to --> b\na -- accountable_to --> all\n"
    assert why_not_asked("ACC105", only) == NONE
    assert affected(only + "a -- part_of --> c") == [((), ("a",), "not_stated")]
    (finding,) = findings("ACC105", only + "a -- part_of --> c")
    assert finding.message.startswith("A answers to B, C and all. ")


def test_the_one_line_out_of_the_structure_leads_where_no_other_does() -> None:
    no = [{"to": "b", "lead": False}, {"to": "c", "lead": False}]
    assert found("ACC105", lines(*no, accountable_to=["all"])) == []
    assert found("ACC105", lines(*no, accountable_to=["all", "some"])) == [((), None, "not_stated")]


def test_two_lines_to_one_body_are_one() -> None:
    assert why_not_asked("ACC105", "a -- part_of --> b\na -- reports_to --> b") == NONE
    assert affected("a -- part_of[leading] --> b\na -- reports_to[leading] --> b\na -- part_of --> c") == []


def test_scrutiny_ended_lines_and_lines_to_itself_are_none() -> None:
    one = "a -- reports_to --> b\n"
    for other in ("scrutinised_by --> c", "reports_to[until 2020-08-31] --> c", "reports_to --> a"):
        assert why_not_asked("ACC105", f"{one}a -- {other}") == NONE


def test_only_governance_bodies_are_asked() -> None:
    assert why_not_asked("ACC105", "a: organisation\na -- part_of --> b\na -- part_of --> c") == NONE


def test_the_evidence_is_the_lines_that_are_stated_to_lead_or_all_where_none_is() -> None:
    (two,) = findings("ACC105", "a -- reports_to[leading] --> b\na -- part_of[leading] --> c\na -- part_of --> d")
    assert [step.end for step in two.witness] == ["b", "c"]
    (none,) = findings("ACC105", lines({"to": "b", "lead": False}, {"to": "c", "lead": False}))
    assert [step.end for step in none.witness] == ["b", "c"]
    assert none.message == "A answers to B and C, and none of them has the final say."
    assert none.fix == "Ask B and C to agree who has the final say over A."


def test_lines_that_are_agreed_to_be_joint_are_clean() -> None:
    assert affected("a -- reports_to[jointly] --> b\na -- part_of[jointly] --> c") == []
    assert affected("a -- reports_to[jointly] --> b\na -- reports_to[jointly] --> c\na -- reports_to --> d") == [
        ((), ("a",), "not_stated")
    ]
    assert affected("a -- reports_to[jointly] --> b\na -- reports_to[jointly] --> c\na -- part_of[leading] --> d") == []
    no = {"lead": False}
    both = ({"to": "b", "jointly": True, **no}, {"to": "c", "jointly": True, **no})
    assert found("ACC105", lines(*both)) == []
    assert found("ACC105", lines(*both, {"to": "d", **no})) == []


def test_a_line_out_of_the_structure_is_joint_with_the_others_or_left_open() -> None:
    both = ({"to": "b", "jointly": True}, {"to": "c", "jointly": True})
    assert found("ACC105", lines(*both, accountable_to=[{"to": "all", "jointly": True}])) == []
    (finding,) = findings("ACC105", lines(*both, accountable_to=["all"]))
    assert finding.message == (
        "A answers to B, C and all. The lines to B and C are marked as joint, but not the line to all. The file does "
        "not say who has the final say over A."
    )


def test_a_joint_line_alone_leaves_open_with_whom() -> None:
    (finding,) = findings("ACC105", "a -- reports_to[jointly] --> b")
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("also_reports_to", ("a",))]
    assert finding.message == (
        "A answers to B. Only the line to B is marked as joint, so it is not clear with whom. The file does not say "
        "who else A reports to."
    )
    (finding,) = findings("ACC105", "a -- reports_to[jointly] --> b\na -- part_of --> c")
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("final_say", ("a",))]
    assert "Only the line to B is marked as joint" in finding.message


def test_a_line_out_of_the_structure_may_lead() -> None:
    ties = ({"to": "b"}, {"to": "c"})
    assert found("ACC105", lines(*ties, accountable_to=[{"to": "all", "lead": True}, "some"])) == []
    no = ({"to": "b", "lead": False}, {"to": "c", "lead": False})
    assert found("ACC105", lines(*no, accountable_to=[{"to": "all", "lead": True}, "some"])) == []
    (none,) = findings("ACC105", lines(*no, accountable_to=[{"to": "all", "lead": False}]))
    assert none.message == "A answers to B, C and all, and none of them has the final say."


def test_two_that_lead_are_stated_wherever_they_are() -> None:
    (finding,) = findings("ACC105", lines({"to": "b", "lead": True}, accountable_to=[{"to": "all", "lead": True}]))
    assert finding.message == "A answers to B and all, and B and all each have the final say."
    assert [step.how for step in finding.witness] == ["final say", "final say"]
