"""THM102: several owners, and no one of them leads."""

from typing import Any

from govgraph.model import Structure
from helpers import findings, lacking, why_not_asked

NOT_STATED = "a -- responsible_for --> waits\nb -- responsible_for --> waits"


def found(of: str | Structure, **options: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(one.bodies, one.about, one.certainty.value) for one in findings("THM102", of, **options)]


def owners(**leads: bool | None) -> Structure:
    """Bodies that answer for one theme, each with what it states of leading."""

    def duty(lead: bool | None) -> dict[str, Any]:
        return {"theme": "waits"} | ({} if lead is None else {"lead": lead})

    bodies = {
        key: {"name": key.upper(), "kind": "board", "responsible_for": [duty(lead)]} for key, lead in leads.items()
    }
    return Structure.model_validate({"themes": {"waits": {"name": "Waits"}}, "bodies": bodies})


def test_none_is_stated_to_lead() -> None:
    (finding,) = findings("THM102", NOT_STATED)
    assert (finding.bodies, finding.about, finding.certainty.value) == (("a", "b"), "waits", "not_stated")
    assert lacking(finding) == [("lead_owner", ("waits",))]
    assert finding.message == "A and B are responsible for “waits”. The file does not say who leads on “waits”."
    assert finding.fix == "Find out who leads on “waits”, and record it."


def test_each_is_stated_not_to_lead() -> None:
    assert found(owners(a=False, b=False)) == [(("a", "b"), "waits", "stated")]
    (finding,) = findings("THM102", owners(a=False, b=False))
    assert finding.message == "A and B are responsible for “Waits”, but nobody leads on it."
    assert finding.fix == "Ask A and B to agree which one of them leads on “Waits”."


def test_one_that_says_nothing_may_lead() -> None:
    assert found(owners(a=False, b=None)) == [(("a", "b"), "waits", "not_stated")]


def test_two_that_lead() -> None:
    (finding,) = findings("THM102", owners(a=True, b=True, c=False))
    assert (finding.bodies, finding.certainty.value) == (("a", "b"), "stated")
    assert finding.message == "A and B each lead on “Waits”."
    assert finding.fix == "Ask A, B and C to agree which one of them leads on “Waits”."


def test_one_leads() -> None:
    assert found(owners(a=True, b=None)) == []
    assert found(owners(a=True, b=False, c=False)) == []


def test_a_lead_that_is_over_leads_no_more() -> None:
    arrows = f"{NOT_STATED}\na -- responsible_for[leading, until 2019] --> waits"
    assert found(arrows) == [(("a", "b"), "waits", "not_stated")]


def test_a_leading_owner_that_has_ended_leaves_those_that_are_there_without_a_lead() -> None:
    arrows = f"{NOT_STATED}\nc -- responsible_for[leading] --> waits\nc: board, until 2019"
    assert found(arrows) == [(("a", "b"), "waits", "not_stated")]
    assert found(arrows, as_of="2019-06-01") == []


def test_one_body_that_says_it_twice_is_one_owner() -> None:
    twice = "a -- responsible_for --> waits\na -- responsible_for[until 2025] --> waits"
    assert why_not_asked("THM102", twice) == "No theme has more than one body in place that is responsible for it."
    assert found(f"{twice}\nb -- responsible_for[leading] --> waits") == []


def test_why_it_is_not_asked() -> None:
    assert why_not_asked("THM102", "board: board") == "The file names no theme (a weakness, a priority, a concern)."
    one = "a -- responsible_for --> waits\nb -- monitors --> waits"
    assert why_not_asked("THM102", one) == "No theme has more than one body in place that is responsible for it."
