"""Who answers for a theme, who monitors it; and what goes on past its end."""

import pytest

from govgraph.graph import ExclusionReason
from helpers import graph

ARROWS = """
b -- responsible_for --> waits
a -- responsible_for[leading] --> waits
c -- responsible_for[until 2019] --> waits
d: board, from 2021
d -- responsible_for --> waits
a -- monitors --> plans
"""


def test_duties_in_force_and_those_kept_aside_with_the_reason() -> None:
    asked = graph(ARROWS).duties
    assert asked.bodies("responsible_for", "waits") == ("a", "b")
    assert asked.bodies("monitors", "waits") == ()
    assert asked.bodies("monitors", "plans") == ("a",)
    aside = asked.not_in_force("responsible_for", "waits")
    assert [(duty.body, duty.exclusion, duty.body_is_live) for duty in aside] == [
        ("c", ExclusionReason.ENDED, True),
        ("d", ExclusionReason.NOT_BEGUN, False),
    ]


def test_a_duty_tells_whether_its_lead_is_stated() -> None:
    there = graph(ARROWS).duties.in_force("responsible_for", "waits")
    assert [(duty.stated.lead, duty.states_whether_it_leads) for duty in there] == [(True, True), (False, False)]
    assert there[0].at == ("bodies", "a", "responsible_for", 0)
    assert there[0].step.relation == "responsible_for"


def test_the_duties_are_those_of_the_other_question() -> None:
    asked = graph(ARROWS)
    for theme in asked.themes:
        assert [duty.step for duty in asked.duties.in_force("responsible_for", theme)] == asked.owners(theme)
        assert [duty.step for duty in asked.duties.in_force("monitors", theme)] == asked.monitors(theme)


def test_themes_come_in_the_order_of_their_names() -> None:
    assert graph("themes: waits, plans\nboard: board").themes == ("plans", "waits")


@pytest.mark.parametrize(
    ("stated", "on"),
    [("in_place, ", ["a"]), ("under_review, ", ["a"]), ("ended, ", []), ("proposed, ", []), ("", [])],
)
def test_what_states_to_be_in_place_past_its_last_day_goes_on(stated: str, on: list[str]) -> None:
    arrows = f"a: board, {stated}until 2020-08\nb: board, in_place, until 2020-09\nc: board"
    assert graph(arrows).history.active_past_last_day() == on
