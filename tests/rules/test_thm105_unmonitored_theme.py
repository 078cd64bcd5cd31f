"""THM105: a theme that nobody monitors."""

import pytest

from govgraph.formats import read_text
from helpers import findings, lacking, why_not_asked

NOT_STATED = "board -- responsible_for --> waits"


def found(arrows: str, **options: str) -> list[tuple[tuple[str, ...], str | None, str]]:
    return [(one.bodies, one.about, one.certainty.value) for one in findings("THM105", arrows, **options)]


def test_nobody_is_stated_to_monitor_it() -> None:
    (finding,) = findings("THM105", NOT_STATED)
    assert (finding.bodies, finding.about, finding.certainty.value) == ((), None, "not_stated")
    assert lacking(finding) == [("monitor", ("waits",))]
    assert finding.message == "The file does not say who monitors “waits”."
    assert finding.fix == "Find out who monitors “waits”, and record it."


def test_a_complete_list_without_any_states_that_nobody_monitors_it() -> None:
    text = "{themes: {waits: {name: waits, monitors: complete}, plans: {name: plans}}, "
    text += "bodies: {b: {name: B, kind: panel}}}"
    silent, finding = sorted(findings("THM105", read_text(text)), key=lambda one: one.about or "")
    assert (silent.about, silent.together) == (None, ("plans",))
    assert (finding.about, finding.together, finding.certainty.value, finding.lacks) == ("waits", (), "stated", ())
    assert finding.message == "Nobody monitors “waits”."
    assert finding.fix == "Ask the officer who leads on the plan for a body that monitors “waits”."
    assert [(step.relation, step.end) for step in finding.witness] == [("all_monitors_listed", "waits")]


@pytest.mark.parametrize("said", ["monitors: partial", "owners: complete"])
def test_no_other_list_states_that_nobody_monitors_it(said: str) -> None:
    (finding,) = findings(
        "THM105", read_text(f"{{themes: {{w: {{name: W, {said}}}}}, bodies: {{b: {{name: B, kind: panel}}}}}}")
    )
    assert (finding.together, finding.certainty.value) == (("w",), "not_stated")


def test_all_themes_on_which_the_file_is_silent_are_one_finding() -> None:
    arrows = "themes: waits, plans\nold: board, ended\nold -- monitors --> money\nboard: board"
    assert sorted(found(arrows), key=str) == [((), "money", "stated"), ((), None, "not_stated")]
    (finding,) = [one for one in findings("THM105", arrows) if one.about is None]
    assert lacking(finding) == [("monitor", ("plans", "waits"))]
    assert finding.message == "The file does not say who monitors “plans” and “waits”."
    assert finding.fix == "Find out who monitors “plans” and “waits”, and record it."


def test_who_monitored_it_is_not_there_any_more() -> None:
    (finding,) = findings("THM105", "group: board, ended\ngroup -- monitors --> waits\nboard: board")
    assert finding.certainty.value == "stated"
    assert finding.message == ("Nobody monitors “waits”. The file names the Group, which has ended.")


def test_it_is_monitored_even_by_whoever_answers_for_it() -> None:
    assert found("board -- responsible_for --> waits\nboard -- monitors --> waits") == []


def test_the_day_counts() -> None:
    arrows = "board -- monitors[until 2020-08] --> waits"
    assert found(arrows, as_of="2020-08-31") == []
    assert found(arrows, as_of="2020-09-01") == [((), "waits", "stated")]


def test_what_is_only_proposed_does_not_count_in_place() -> None:
    arrows = "board -- monitors[proposed] --> waits"
    assert found(arrows) == []
    assert found(arrows, view="in_place") == [((), "waits", "stated")]


def test_a_file_that_names_no_theme() -> None:
    assert why_not_asked("THM105", "board: board") == "The file names no theme (a weakness, a priority, a concern)."


def test_all_of_which_the_file_says_nothing_are_told_together() -> None:
    (finding,) = findings("THM105", "themes: waits, plans, other\nboard -- monitors --> other")
    assert finding.message == "The file does not say who monitors “plans” and “waits”."
