"""Every story: the findings expected of it, and no accusation that its source does not bear out."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats import read
from govgraph.model import Structure
from govgraph.pipeline import check
from govgraph.policy import Settings
from helpers import FIXTURES, found, govgraph_json
from renaming import plain

STORIES = sorted(path.parent for path in FIXTURES.glob("*/structure.yaml"))
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
TOP = ["ccg-governing-body", "people-overview", "wellbeing-board"]


def expected(story: Path) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads((story / "findings.json").read_text(encoding="utf-8"))
    return stated


def in_short(finding: dict[str, Any]) -> dict[str, Any]:
    """What makes it this finding; `together` only where no bodies tell it, but themes."""
    short = {key: finding[key] for key in ("code", "bodies", "constituency", "certainty")}
    beside = ("affects", "about") if finding["affects"] else ("about", "together")
    return short | {key: finding[key] for key in beside if finding.get(key)}


@each_story
def test_what_is_found_is_what_is_expected(story: Path) -> None:
    _, told = govgraph_json(story / "structure.yaml")
    short = [in_short(one) for one in told["findings"]]
    assert short == [
        {key: value for key, value in one.items() if key != "because"} for one in expected(story)["findings"]
    ]
    assert [one["code"] for one in told["not_checked"]] == expected(story)["not_checked"]


@each_story
def test_every_certain_finding_says_which_paragraph_bears_it_out(story: Path) -> None:
    for one in expected(story)["findings"]:
        assert (one["certainty"] == "stated") == ("paragraph" in one.get("because", ""))


@each_story
def test_every_body_has_a_source_and_no_person_a_name(story: Path) -> None:
    structure = read(story / "structure.yaml")
    assert all(body.source for body in structure.bodies.values())
    for body in structure.bodies.values():
        assert not any(seat.person for seat in body.seats)
        assert not any(contact.person for contact in body.contacts)


@each_story
def test_every_story_says_what_its_source_states_and_what_not(story: Path) -> None:
    text = (story / "README.md").read_text(encoding="utf-8")
    assert "state" in text
    assert "not state" in text
    assert f"({story.name}/README.md)" in (FIXTURES / "README.md").read_text(encoding="utf-8")


def test_the_founding_case() -> None:
    draft = read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    certain = [one for one in found("REP101", draft) if one[2] == "stated"]
    assert certain == [((body,), "parent-carers", "stated") for body in TOP]


def test_with_champions_the_three_have_a_contact_only() -> None:
    champions = read(FIXTURES / "shropshire-draft-2020-champions" / "structure.yaml")
    assert [one for one in found("REP101", champions) if one[2] == "stated"] == []
    assert found("REP102", champions) == [((body,), "parent-carers", "stated") for body in TOP]


@pytest.mark.parametrize("story", ["shropshire-draft-2020", "shropshire-draft-2020-champions"])
def test_with_three_seats_nothing_is_said_of_the_three(story: str) -> None:
    data = plain(read(FIXTURES / story / "structure.yaml"))
    for body in TOP:
        data["bodies"][body]["seats"] = [{"holder": "pacc", "votes": True, "status": "agreed"}]
    report = check(Structure.model_validate(data), Settings(select=["REP"]))
    assert [one for one in report.findings if set(one.bodies) & set(TOP)] == []


def test_shropshire_before_and_after_the_end_of_its_clinical_commissioning_group() -> None:
    """The draft of 2020, asked on the last day of Clinical Commissioning Groups, and on the day after."""
    draft = read(FIXTURES / "shropshire-draft-2020" / "structure.yaml")
    governing_body = (("ccg-governing-body",), None)
    for day, asked, left_out in (("2022-06-30", "LAW108", "LAW109"), ("2022-07-01", "LAW109", "LAW108")):
        report = check(draft, Settings(select=["LAW"]), as_of=day)
        assert governing_body in [(one.bodies, one.constituency) for one in report.findings if one.code == asked]
        assert (
            "1 July 2022" in next(one.reason for one in report.not_checked if one.code == left_out)
            or left_out == "LAW108"
        )
        assert left_out not in report.asked
    assert found("LAW109", draft, as_of="2022-07-01") == [(("ccg-governing-body",), None, "stated")]


@pytest.mark.parametrize(
    ("story", "code", "certain"),
    [
        ("wellbeing-board-as-the-law-asks", "LAW101", []),
        ("wellbeing-board-without-two-members", "LAW101", [(("wellbeing-board",), None, "stated")]),
        ("integrated-care-board-with-a-send-lead", "LAW107", []),
        ("integrated-care-board-without-a-send-lead", "LAW107", [(("board",), None, "stated")]),
    ],
)
def test_boards_made_from_their_statute(story: str, code: str, certain: list[Any]) -> None:
    structure = read(FIXTURES / story / "structure.yaml")
    assert found(code, structure) == certain
    assert [one for one in check(structure).findings if one.code.startswith("LAW") and one.code != code] == []
