"""LAW104: what an overview and scrutiny committee does beside scrutiny."""

import pytest

from helpers import findings, found, why_not_asked

OSC = "osc: committee, statutory overview_and_scrutiny_committee"
STATED = [(("osc",), None, "stated")]
SILENT = [(("osc",), None, "not_stated")]
NOT_STATED = OSC


@pytest.mark.parametrize("activity", ["decides", "commissions", "delivers"])
def test_each_other_function_is_found(activity: str) -> None:
    assert found("LAW104", f"{OSC}, scrutinises, {activity}") == STATED
    (finding,) = findings("LAW104", f"{OSC}, scrutinises, {activity}")
    assert finding.message == f"Osc {activity}, but by law an overview and scrutiny committee may not."
    assert finding.fix.startswith(f"Ask the council to give what Osc {activity} to another body.")


def test_an_entry_that_stands_for_several_is_many() -> None:
    (finding,) = findings("LAW104", f"{OSC}, several, decides, delivers")
    assert finding.message == "Osc decide and deliver, but by law an overview and scrutiny committee may not."
    assert finding.fix.endswith("If Osc only recommend or organise their own work, record that.")


@pytest.mark.parametrize("activity", ["scrutinises", "monitors", "advises"])
def test_what_scrutiny_does_is_clean(activity: str) -> None:
    assert found("LAW104", f"{OSC}, {activity}") == []


def test_what_is_decided_and_delegated_is_told_in_words_only() -> None:
    """A committee may decide about its own work, and be given a part of the scrutiny of others."""
    assert found("LAW104", f"{OSC}, scrutinises, decisions which call-ins to hear") == SILENT
    assert found("LAW104", f"{OSC}, scrutinises\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}, decides\ncouncil -- delegates_to --> osc") == STATED
    both = f"{OSC}, scrutinises, decisions which call-ins to hear\ncouncil -- delegates_to --> osc"
    (finding,) = findings("LAW104", both)
    assert finding.message == (
        "Osc takes one decision. Council delegates functions to Osc. The law gives only overview and scrutiny to Osc. "
        "The file does not say what Osc does besides scrutiny."
    )
    assert [(lack.aspect, lack.about.ids) for lack in finding.lacks] == [("other_functions", ("osc",))]
    assert finding.fix.endswith(
        "If all of it is overview and scrutiny, waive this finding and give that as the reason."
    )


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
