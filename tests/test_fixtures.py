"""Every story: the findings expected of it, and no accusation that its source does not bear out."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.model import Structure
from govgraph.pipeline import check
from govgraph.read import read
from govgraph.settings import Settings
from helpers import FIXTURES, found, govgraph_json
from renaming import plain

STORIES = sorted(path.parent for path in FIXTURES.glob("*/structure.yaml"))
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
TOP = ["ccg-governing-body", "people-overview", "wellbeing-board"]


def expected(story: Path) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads((story / "findings.json").read_text(encoding="utf-8"))
    return stated


@each_story
def test_what_is_found_is_what_is_expected(story: Path) -> None:
    _, told = govgraph_json(story / "structure.yaml")
    keys = ("code", "bodies", "constituency", "certainty", "affects")
    short = [{key: one[key] for key in keys if key != "affects" or one[key]} for one in told["findings"]]
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
        assert not any(part.person for part in (*body.seats, *body.contacts))


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
