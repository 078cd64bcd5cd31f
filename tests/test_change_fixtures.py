"""Every story of a change: the verdict expected of it, and silence where nothing changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.formats import read
from helpers import FIXTURES, govgraph_json

CHANGES = FIXTURES / "changes"
STORIES = sorted(path for path in CHANGES.iterdir() if path.is_dir())
SHORT = [story for story in STORIES if not story.name.startswith("long-")]
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
each_short_story = pytest.mark.parametrize("story", SHORT, ids=lambda path: path.name)


def expected(story: Path) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads((story / "verdict.json").read_text(encoding="utf-8"))
    return stated


def compared(story: Path) -> tuple[int, dict[str, Any]]:
    verdict = expected(story)
    return govgraph_json(story / verdict["after"], "--against", story / verdict["before"])


def in_short(finding: dict[str, Any]) -> dict[str, Any]:
    short = {key: finding[key] for key in ("code", "bodies", "constituency", "certainty")}
    return short | {key: finding[key] for key in ("about", "affects") if finding[key]}


def in_order(items: list[Any]) -> list[Any]:
    """The items in an order of their own: that of the report is tested elsewhere."""
    return sorted(items, key=lambda item: json.dumps(item, sort_keys=True))


def keys(findings: list[dict[str, Any]]) -> list[str]:
    return sorted(finding["key"] for finding in findings)


@each_story
def test_the_verdict_is_the_one_expected(story: Path) -> None:
    verdict = expected(story)
    code, told = compared(story)
    new = [one for one in told["findings"] if one["status"] == "new"]
    kept = [one for one in told["findings"] if one["status"] == "kept"]
    assert len(new) + len(kept) == len(told["findings"])
    if "new_changes" in verdict:
        losses = [{key: value for key, value in one.items() if key != "because"} for one in verdict["new_changes"]]
        assert in_order([in_short(one) for one in new if one["code"].startswith("CHG")]) == in_order(losses)
        assert keys([one for one in new if not one["code"].startswith("CHG")]) == verdict["new"]
    else:
        assert in_order([in_short(one) for one in new]) == in_order(verdict["new"])
    assert keys(kept) == verdict["kept"]
    assert {one["key"]: one["why"] for one in told["gone"]} == verdict["gone"]
    assert code == verdict["exit"]


@each_short_story
def test_the_reviewer_sees_what_has_changed(story: Path) -> None:
    _, told = compared(story)
    short = [{key: one[key] for key in ("change", "what", "path")} for one in told["changes"]]
    assert in_order(short) == in_order(expected(story)["changes"])


@each_story
def test_against_itself_it_is_silent(story: Path) -> None:
    after = story / expected(story)["after"]
    code, told = govgraph_json(after, "--against", after)
    assert [one["key"] for one in told["findings"] if one["status"] == "new"] == []
    assert told["changes"] == told["gone"] == told["heirs"] == []
    assert code == 0


@each_story
def test_every_loss_has_a_reason_and_every_story_its_place_in_the_table(story: Path) -> None:
    verdict = expected(story)
    assert all("paragraph" in one["because"] for one in verdict.get("new_changes", []))
    assert (story / "README.md").read_text(encoding="utf-8").startswith("# ")
    row = f"| [{story.name}]({story.name}/README.md) | {verdict['exit']} | {verdict['verdict']} |"
    assert row in (CHANGES / "README.md").read_text(encoding="utf-8").splitlines()


@each_short_story
def test_an_invented_story_says_so_is_small_and_names_nobody(story: Path) -> None:
    for file in ("before.yaml", "after.yaml"):
        structure = read(story / file)
        assert 4 <= len(structure.bodies) <= 10
        for body in structure.bodies.values():
            assert not any(seat.person for seat in body.seats)
            assert not any(contact.person for contact in body.contacts)
    assert "invented" in (CHANGES / "README.md").read_text(encoding="utf-8")
