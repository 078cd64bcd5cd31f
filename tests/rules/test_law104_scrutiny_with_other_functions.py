"""LAW104: what an overview and scrutiny committee does beside scrutiny."""

import pytest

from govgraph.findings import Finding
from helpers import findings, found, why_not_asked

OSC = "osc: committee, statutory overview_and_scrutiny_committee"
STATED = [(("osc",), None, "stated")]
SILENT = [(("osc",), None, "not_stated")]
NOT_STATED = OSC


def lacks(finding: Finding) -> dict[str, tuple[str, ...]]:
    return {lack.aspect.value: lack.about.ids for lack in finding.lacks}


@pytest.mark.parametrize("activity", ["decides", "commissions", "delivers"])
def test_each_other_function_is_found(activity: str) -> None:
    arrows = f"{OSC}, covers education, scrutinises, {activity}"
    assert found("LAW104", arrows) == STATED
    (finding,) = findings("LAW104", arrows)
    assert finding.message == f"Osc {activity}, but by law an overview and scrutiny committee may not."
    assert finding.fix.startswith(f"Ask the council to give what Osc {activity} to another body.")


def test_an_entry_that_stands_for_several_is_many() -> None:
    (finding,) = findings("LAW104", f"{OSC}, several, covers other_matters, decides, delivers")
    assert finding.message == "Osc decide and deliver, but by law an overview and scrutiny committee may not."
    assert finding.fix.endswith("If Osc only recommend or organise their own work, record that.")


@pytest.mark.parametrize("matter", ["health", "crime_and_disorder"])
@pytest.mark.parametrize("activity", ["decides", "commissions", "delivers"])
def test_what_other_laws_may_give_a_committee_is_no_breach(matter: str, activity: str) -> None:
    """Crime and disorder, and health where the council delegates it: section 9F(5)(b) and (c)."""
    for covers in (f"covers {matter}", f"covers education, covers {matter}"):
        (finding,) = findings("LAW104", f"{OSC}, {covers}, scrutinises, {activity}")
        assert finding.certainty == "not_stated"
        assert finding.message == (
            f"Osc {activity}. The law gives only overview and scrutiny to Osc. That includes crime and disorder, and "
            "health where the council delegates it. The file does not say what Osc does besides scrutiny."
        )
        assert lacks(finding) == {"other_functions": ("osc",)}


def test_where_the_file_does_not_say_what_it_deals_with_its_decisions_are_open() -> None:
    (finding,) = findings("LAW104", f"{OSC}, scrutinises, decides")
    assert finding.certainty == "not_stated"
    assert lacks(finding) == {"other_functions": ("osc",), "covers": ("osc",)}
    for activity in ("commissions", "delivers"):  # no scrutiny, whatever it is about
        assert found("LAW104", f"{OSC}, scrutinises, {activity}") == STATED
        assert found("LAW104", f"{OSC}, scrutinises, decides, {activity}") == STATED
        (finding,) = findings("LAW104", f"{OSC}, scrutinises, decides, {activity}")
        assert "decides" not in finding.message


def test_a_joint_committee_may_be_one_on_health() -> None:
    joint = f"{OSC}, scrutinises, commissions\nosc -- part_of --> a\nosc -- part_of --> b\na: organisation\n"
    joint += "b: organisation\n"
    assert found("LAW104", joint) == SILENT
    assert found("LAW104", joint.replace(", scrutinises", ", covers education, scrutinises")) == STATED


@pytest.mark.parametrize("activity", ["scrutinises", "monitors", "advises"])
def test_what_scrutiny_does_is_clean(activity: str) -> None:
    assert found("LAW104", f"{OSC}, {activity}") == []


def test_what_is_decided_and_delegated_is_in_words_only() -> None:
    """A committee may decide about its own work, and be given a part of the scrutiny of others."""
    own = "decisions which call-ins to hear"
    assert found("LAW104", f"{OSC}, scrutinises, {own}") == SILENT
    assert found("LAW104", f"{OSC}, covers education, scrutinises, decides, {own}") == SILENT
    assert found("LAW104", f"{OSC}, scrutinises\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}, decides\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}, covers education, decides\ncouncil -- delegates_to --> osc") == STATED
    (finding,) = findings("LAW104", f"{OSC}, scrutinises, {own}\ncouncil -- delegates_to --> osc")
    assert finding.message == (
        "Osc takes one decision. Council delegates functions to Osc. The law gives only overview and scrutiny to Osc. "
        "That includes crime and disorder, and health where the council delegates it. The file does not say what Osc "
        "does besides scrutiny. The file does not say whether Osc deals with education, health, or crime and disorder."
    )
    assert finding.fix.endswith(
        "If all of it is overview and scrutiny, waive this finding and give that as the reason."
    )


@pytest.mark.parametrize(
    "covers", ["covers health", "covers crime_and_disorder", "covers health, covers crime_and_disorder"]
)
def test_what_is_delegated_to_a_committee_on_health_alone_is_lawful(covers: str) -> None:
    delegated = "\ncouncil -- delegates_to --> osc"
    assert found("LAW104", f"{OSC}, scrutinises, {covers}{delegated}") == []
    assert found("LAW104", f"{OSC}, scrutinises, {covers}, covers education{delegated}") == SILENT
    (finding,) = findings("LAW104", f"{OSC}, {covers}{delegated}")
    assert lacks(finding) == {"remit": ("osc",)}


def test_a_committee_that_delegates_or_is_given_work_by_another_of_its_kind_is_clean() -> None:
    sub = "sub: committee, scrutinises, statutory overview_and_scrutiny_committee\nosc -- delegates_to --> sub"
    assert found("LAW104", f"{OSC}, scrutinises\n{sub}") == []


def test_a_delegation_that_has_ended_is_gone() -> None:
    assert found("LAW104", f"{OSC}, scrutinises\ncouncil -- delegates_to[until 2019] --> osc") == []


def test_all_that_do_not_say_what_they_do_are_told_of_at_once() -> None:
    (finding,) = findings("LAW104", f"{OSC}\nb: committee, statutory overview_and_scrutiny_committee")
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("b", "osc"), "not_stated")
    assert finding.message.startswith("The law gives only overview and scrutiny to B and Osc. The file does not say ")
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("remit", ("b", "osc"))]


def test_it_is_asked_of_such_committees_only() -> None:
    why = why_not_asked("LAW104", "osc: committee, decides\nother: board, statutory nhs_trust_board")
    assert why == "No body in place is listed as an overview and scrutiny committee."


@pytest.mark.parametrize("nation", ["wales", "scotland"])
def test_it_is_the_law_of_england_since_4_may_2012(nation: str) -> None:
    delivers = f"{OSC}, scrutinises, delivers"
    assert found("LAW104", delivers, nation=nation) == []
    assert "section 9F(5), applies only in England" in (why_not_asked("LAW104", delivers, nation=nation) or "")
    assert found("LAW104", delivers, as_of="2012-05-04") == STATED
    assert found("LAW104", delivers, as_of="2012-05-03") == []


def test_where_no_nation_is_named_it_is_a_question_and_the_nation_comes_first() -> None:
    (finding,) = findings("LAW104", f"{OSC}, scrutinises, delivers", nation=None)
    assert (finding.certainty, finding.severity) == ("not_stated", "warning")
    assert lacks(finding) == {"nation": ("osc",)}
    (finding,) = findings("LAW104", OSC, nation=None)
    assert list(lacks(finding)) == ["nation", "remit"]


def test_a_combined_authority_has_a_law_of_its_own() -> None:
    text = (
        "o: committee, name Combined Authority Scrutiny, statutory overview_and_scrutiny_committee, covers education, "
    )
    (finding,) = findings("LAW104", text + "delivers")
    assert finding.certainty == "not_stated"
