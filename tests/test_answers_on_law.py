"""Answers to what the rules from law ask: each settles its question."""

from collections.abc import Sequence

import pytest

import govgraph
from govgraph.engine.arrows import from_arrows
from govgraph.model import Structure
from helpers import findings

ENGLAND = "structure: nation england, as_of 2023-09-01\n"
PARTNERSHIP = ENGLAND + "p: partnership, statutory safeguarding_partnership, membership complete, lines complete\n"
PARTNERS = "".join(
    f"somebody -- sits_on[as {one}] --> p\n" for one in ("local_authority", "integrated_care_board", "nhs_trust")
)


def answered(arrows: str, key: str, about: Sequence[str], answer: str) -> Structure:
    return govgraph.answer(from_arrows(arrows), [{"key": key, "about": about, "answer": answer}])


@pytest.mark.parametrize("answer", ["chief officer of police", "chief officer of police (attends)"])
def test_a_partner_is_a_member_or_attends(answer: str) -> None:
    assert findings("LAW110", PARTNERSHIP + PARTNERS)
    assert findings("LAW110", answered(PARTNERSHIP + PARTNERS, "partners", ["p"], answer)) == []


def test_that_nobody_is_there_for_a_partner_cannot_be_recorded() -> None:
    with pytest.raises(govgraph.InputError, match="A structure cannot say that nobody is there for them"):
        answered(PARTNERSHIP + PARTNERS, "partners", ["p"], "nobody")


@pytest.mark.parametrize("kind", ["panel", "organisation", "reviewer"])
def test_a_body_that_scrutinises_independently_has_somebody_independent(kind: str) -> None:
    arrows = PARTNERSHIP.replace(", lines complete", "") + PARTNERS + f"panel: {kind}"
    after = answered(arrows, "independent_scrutiny", ["p"], "Panel")
    assert findings("LAW111", arrows)
    assert findings("LAW111", after) == []
    assert bool(after.bodies["panel"].seats) == (kind != "reviewer")


def test_where_the_council_is_named_as_independent_it_is_asked_again() -> None:
    arrows = PARTNERSHIP.replace(", lines complete", "") + PARTNERS + "cabinet: committee, statutory cabinet"
    (finding,) = findings("LAW111", answered(arrows, "independent_scrutiny", ["p"], "Cabinet"))
    assert finding.certainty == "not_stated"


def test_who_is_there_for_carers_and_others() -> None:
    arrows = "structure: nation scotland, as_of 2026-10-01\n"
    arrows += "ijb: board, statutory integration_joint_board, membership complete\n"
    arrows += "somebody -- sits_on[as councillor, voting] --> ijb"
    (finding,) = findings("LAW123", arrows)
    assert [lack.aspect for lack in finding.lacks] == ["people_there"]
    answer = "service user (vote); unpaid carer (vote); voluntary sector (vote)"
    assert findings("LAW123", answered(arrows, "people_there", ["ijb"], answer)) == []


def test_the_body_in_which_they_commission_together() -> None:
    arrows = (
        ENGLAND + "icb: board, statutory integrated_care_board, commissions\ncabinet: committee, statutory cabinet\n"
    )
    arrows += "b: board, name SEND Board\nj: board, name Joint Board"
    assert findings("LAW122", arrows)
    assert findings("LAW122", answered(arrows, "joint_commissioning", ["icb"], "Joint Board")) == []


def test_whom_the_bodies_for_send_consult() -> None:
    arrows = ENGLAND + "b: board, name SEND Board\nforum -- represents --> parent-carers"
    assert findings("LAW121", arrows)
    assert findings("LAW121", answered(arrows, "consulted_on_send", ["b"], "Parent carers (consulted)")) == []
