"""DAT105: bodies that are much alike."""

import time
from typing import Any

import pytest

from govgraph.graph import GovernanceGraph
from govgraph.model import Structure
from govgraph.rules.dat105_duplicate_bodies import ShareOptions, duplicate_bodies
from helpers import bodies, findings, found, why_not_asked

NEVER_SILENT = "It compares lines, themes and holders that are stated; where no two bodies state them, it is not asked."
PLACE = "a -- reports_to --> top\nb -- reports_to --> top\n"
THEME = "a -- responsible_for --> waits\nb -- monitors --> waits\n"
HIT = [(("a", "b"), None, "stated")]


def seats(body: str, *holders: str, quality: str = "member") -> str:
    return "".join(f"{holder} -- sits_on[{quality}] --> {body}\n" for holder in holders)


ALIKE = PLACE + THEME + seats("a", "x", "y", "z") + seats("b", "x", "y")


def test_two_under_one_body_with_a_theme_and_holders_in_common() -> None:
    (finding,) = findings("DAT105", ALIKE)
    assert (finding.bodies, finding.certainty, finding.severity) == (("a", "b"), "stated", "note")
    assert finding.message == (
        "A and B seem to do the same work, or to be one body listed more than once. They report to Top. "
        "They share “waits”. X and Y sit on each of them, out of three named seat holders."
    )
    assert [step.start for step in finding.witness] == ["a", "x", "y", "z", "b", "x", "y"]


def test_half_of_the_holders_are_enough_and_less_is_not() -> None:
    arrows = PLACE + THEME + seats("a", "x", "y", "z")
    assert found("DAT105", arrows + seats("b", "x", "y", "w")) == HIT
    assert found("DAT105", arrows + seats("b", "x", "y", "w", "v")) == []


def test_one_holder_in_common_is_not_enough_whatever_the_share() -> None:
    arrows = PLACE + THEME + seats("a", "x", "y") + seats("b", "x", "z")
    assert found("DAT105", arrows, settings={"options": {"DAT105": {"share": 0.1}}}) == []


def test_the_share_can_be_set() -> None:
    assert bodies("DAT105", ALIKE, settings={"options": {"DAT105": {"share": 0.7}}}) == []


@pytest.mark.parametrize(
    "arrows",
    [
        "a -- reports_to --> top\nb -- reports_to --> other\n" + THEME,
        "a -- reports_to --> top\nb -- reports_to[until 2020-08-31] --> top\n" + THEME,
        "a -- reports_to --> top\nb -- feeds_into --> top\n" + THEME,
        PLACE + "a -- responsible_for --> waits\nb -- monitors --> plans\n",
        PLACE + "a -- responsible_for --> waits\nb -- monitors[until 2020-08-31] --> waits\n",
        PLACE + THEME + "b: organisation\n",
        PLACE + THEME + "b: board, until 2020-08-31\n",
        PLACE + THEME + "y: organisation, ended\n",
    ],
)
def test_without_all_three_it_is_not_asked(arrows: str) -> None:
    rest = seats("a", "x", "y") + seats("b", "x", "y")
    assert (why_not_asked("DAT105", arrows + rest) or "").startswith("No two bodies in the file report to")


def test_vacant_seats_seats_that_have_ended_and_who_attends_do_not_count() -> None:
    arrows = PLACE + THEME + seats("a", "x", "y") + seats("b", "x", "w")
    assert found("DAT105", arrows + seats("b", "y")) == HIT
    for quality in ("vacant", "observer", "until 2020-08-31"):
        assert found("DAT105", arrows + seats("b", "y", quality=quality)) == []


def test_part_of_and_several_themes_are_one_finding() -> None:
    more = "a -- part_of --> top\nb -- part_of --> top\na -- monitors --> plans\nb -- monitors --> plans\n"
    (finding,) = findings("DAT105", ALIKE + more)
    assert "They share “plans” and “waits”." in finding.message


def test_a_row_of_bodies_that_are_alike_is_one_finding() -> None:
    c = "c -- reports_to --> top\nc -- monitors --> waits\n"
    (finding,) = findings("DAT105", ALIKE + c + seats("c", "x", "y"))
    assert finding.bodies == ("a", "b", "c")
    assert finding.message.endswith("X and Y sit on each of them, out of three named seat holders.")
    row = PLACE + THEME + c + seats("a", "x", "y", "z") + seats("b", "y", "z", "w") + seats("c", "z", "w", "v")
    (finding,) = findings(
        "DAT105", row.replace("c -- monitors --> waits", "c -- monitors --> plans\nb -- monitors --> plans")
    )
    assert finding.bodies == ("a", "b", "c")
    assert finding.message.endswith(
        "Each reports to the same body as another of them, shares a theme with it, and has mostly the same members."
    )


def groups(number: int) -> GovernanceGraph:
    """Groups under one board with one theme, on all of which the council and the trust sit beside two of their own."""
    own = [f"own{one}" for one in range(2 * number)]
    stated: dict[str, Any] = {
        f"g{one}": {
            "name": f"Group {one}",
            "kind": "working_group",
            "reports_to": "board",
            "monitors": "waits",
            "seats": [{"holder": holder} for holder in ("council", "trust", *own[2 * one : 2 * one + 3])],
        }
        for one in range(number)
    }
    stated |= {name: {"name": name, "kind": "organisation"} for name in ("council", "trust", *own)}
    stated["board"] = {"name": "Board", "kind": "board"}
    structure = {"themes": {"waits": {"name": "Waits"}}, "bodies": stated}
    return GovernanceGraph(Structure.model_validate(structure), "2020-09-01")


def test_whoever_sits_everywhere_makes_it_no_slower() -> None:
    graph = groups(3_000)
    start = time.perf_counter()
    assert list(duplicate_bodies.check(graph, ShareOptions(share=0.8))) == []
    assert time.perf_counter() - start < 2
