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


@pytest.mark.parametrize("activity", ["scrutinises", "monitors", "advises"])
def test_what_scrutiny_does_is_clean(activity: str) -> None:
    assert found("LAW104", f"{OSC}, {activity}") == []


def test_what_is_decided_and_delegated_is_told_in_words_only() -> None:
    """A committee may decide about its own work, and be given a part of the scrutiny of others."""
    assert found("LAW104", f"{OSC}, scrutinises, decisions which call-ins to hear") == SILENT
    assert found("LAW104", f"{OSC}, scrutinises\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}\ncouncil -- delegates_to --> osc") == SILENT
    assert found("LAW104", f"{OSC}, decides\ncouncil -- delegates_to --> osc") == STATED


def test_a_committee_that_delegates_or_is_given_work_by_another_of_its_kind_is_clean() -> None:
    sub = "sub: committee, scrutinises, statutory overview_and_scrutiny_committee\nosc -- delegates_to --> sub"
    assert found("LAW104", f"{OSC}, scrutinises\n{sub}") == []


def test_a_delegation_that_has_ended_is_gone() -> None:
    assert found("LAW104", f"{OSC}, scrutinises\ncouncil -- delegates_to[until 2019] --> osc") == []


def test_all_that_do_not_say_what_they_do_are_told_of_at_once() -> None:
    (finding,) = findings("LAW104", f"{OSC}\nb: committee, statutory overview_and_scrutiny_committee")
    assert (finding.bodies, finding.affects, finding.certainty) == ((), ("b", "osc"), "not_stated")
    assert finding.message.startswith("What B and Osc do is not stated")


def test_it_is_asked_of_such_committees_only() -> None:
    assert "overview and scrutiny committee (statutory)" in (
        why_not_asked("LAW104", "osc: committee, decides" + "\nother: board, statutory nhs_trust_board") or ""
    )
