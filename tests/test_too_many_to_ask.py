"""Very many groups of people, bodies or faults: silences alike are one, and what cannot be listed is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from govgraph.findings import Certainty, Finding
from govgraph.formats import read_text
from govgraph.model.faults import InputError
from govgraph.pipeline import check, compare
from govgraph.policy import Settings
from helpers import govgraph, lacking

MANY = 21
"""One more group than a sentence lists."""


def made(groups: int, bodies: int, **more: Any) -> str:
    """A structure of so many groups and boards, as JSON; `more` holds for each board."""
    return json.dumps(
        {
            "as_of": "2026-01-01",
            "constituencies": {f"c{number}": {"name": f"Group {number}"} for number in range(groups)},
            "bodies": {f"b{number}": {"name": f"Board {number}", "kind": "board", **more} for number in range(bodies)},
        }
    )


def no_seats(text: str) -> list[Finding]:
    return list(check(read_text(text), Settings(select=("REP101",))).findings)


def test_up_to_twenty_groups_are_asked_for_body_by_body() -> None:
    found = {(one.bodies, one.constituency) for one in no_seats(made(MANY - 1, 2))}
    assert found == {((body,), f"c{number}") for body in ("b0", "b1") for number in range(MANY - 1)}


def test_beyond_twenty_groups_a_silence_is_one_for_all_bodies() -> None:
    found = no_seats(made(MANY, 3))
    assert {one.constituency for one in found} == {f"c{number}" for number in range(MANY)}
    assert {(one.bodies, one.together, one.certainty) for one in found} == {
        ((), ("b0", "b1", "b2"), Certainty.NOT_STATED)
    }
    of_one = next(one for one in found if one.constituency == "c7")
    assert of_one.message == "The file does not say who sits on three bodies: Board 0, Board 1 and Board 2."
    assert of_one.fix == "Find out who sits on Board 0, Board 1 and Board 2, and record it."
    assert lacking(of_one) == [("members", ("b0", "b1", "b2"))]


def test_a_group_of_which_a_board_says_something_is_no_silence_like_the_others() -> None:
    found = no_seats(made(MANY, 2, without=["c7"], level="strategic"))
    assert {one.bodies for one in found if one.constituency == "c7"} == {("b0",), ("b1",)}
    assert {one.certainty for one in found if one.constituency == "c7"} == {Certainty.STATED}
    assert {one.together for one in found if one.constituency != "c7"} == {("b0", "b1")}


def test_facts_are_never_made_one() -> None:
    found = no_seats(made(MANY, 2, membership="complete", level="strategic"))
    assert {(one.bodies, one.constituency) for one in found} == {
        ((body,), f"c{number}") for body in ("b0", "b1") for number in range(MANY)
    }


def test_one_board_more_is_new_among_silences_that_were_there() -> None:
    before, after = read_text(made(MANY, 2)), read_text(made(MANY, 3))
    found = compare(before, after, Settings(select=("REP101",))).findings
    assert {(one.status, one.message.partition("New here: ")[2]) for one in found} == {("new", "Board 2.")}


def test_four_hundred_groups_on_four_hundred_bodies_are_one_silence_a_group(tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    file.write_text(made(400, 400))
    ran = govgraph("check", str(file), "--select", "REP101", "--format", "json")
    found = json.loads(ran.stdout)["findings"]
    assert (ran.returncode, {one["constituency"] for one in found}) == (0, {f"c{number}" for number in range(400)})


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        pytest.param(
            made(5000, 101),
            ("check",),
            "The file has 5,000 groups of people and 101 bodies. govgraph asks how each group takes part in each body, "
            "at most 500,000 times: choose fewer groups (--for), or split the file.",
            id="more pairs than are asked about",
        ),
        pytest.param(
            made(200, 200, membership="complete", level="strategic"),
            ("check",),
            "REP101 (no-seat) finds more than 27,000 faults, too many to list. Split the file, ask for fewer groups of "
            "people (--for), or leave the rule out (--ignore REP101).",
            id="more facts than can be listed",
        ),
        pytest.param(
            made(51, 2),
            ("draw", "-o", "x.svg"),
            "The file has 51 groups of people. A picture or a paper can show at most 50: choose the groups to show "
            "with --for.",
            id="more groups than a picture shows",
        ),
        pytest.param(
            made(51, 2),
            ("report", "-o", "x.md"),
            "The file has 51 groups of people. A picture or a paper can show at most 50: choose the groups to show "
            "with --for.",
            id="more groups than a paper shows",
        ),
    ],
)
def test_what_is_too_much_is_refused_in_a_sentence(
    tmp_path: Path, text: str, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "many.json").write_text(text)
    ran = govgraph(arguments[0], "many.json", *arguments[1:], folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"{said}\nCould not check: 1 fault. There is no verdict.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["many.json"]


def test_in_python_a_rule_that_finds_too_much_is_an_input_error() -> None:
    with pytest.raises(InputError, match=r"REP101 \(no-seat\) finds more than 27,000 faults"):
        no_seats(made(200, 200, membership="complete", level="strategic"))
