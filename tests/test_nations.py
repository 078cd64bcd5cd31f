"""Where a law applies: it is asked there, and nowhere else; where nobody says where a body is, it only asks."""

import json
import re
from pathlib import Path

import pytest

from govgraph.engine import Rule
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Aspect, Certainty, Severity
from govgraph.formats import read
from govgraph.graph import GovernanceGraph
from govgraph.model import Nation
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.render.json import render as as_json
from govgraph.render.text import render as as_text
from govgraph.rules import rulebook
from helpers import bodies, findings, flat, govgraph, lacking, not_none, why_not_asked

BOARD = "hwb: board, statutory health_and_wellbeing_board, membership complete\n"
TWO = BOARD + "other: board, statutory health_and_wellbeing_board, membership complete, nation wales"
LAWS = [rule for rule in rulebook() if rule.authority is not None]
NATIONS = ("wales", "scotland", "northern_ireland", "elsewhere")


def test_in_its_own_nation_a_law_finds_a_breach() -> None:
    (finding,) = findings("LAW101", BOARD)
    assert (finding.bodies, finding.certainty, finding.severity) == (("hwb",), Certainty.STATED, Severity.ERROR)


def _without_nation(arrows: str) -> str:
    """The lines without the nation that they state; a line that stated nothing else is gone."""
    lines = [re.sub(r", nation \w+|nation \w+(, )?", "", line).rstrip() for line in arrows.splitlines()]
    return "\n".join(line for line in lines if not line.endswith("structure:"))


@pytest.mark.parametrize("nation", NATIONS)
def test_in_another_nation_it_is_not_asked_and_the_reason_says_where_it_applies(nation: str) -> None:
    assert findings("LAW101", BOARD, nation=nation) == []
    reason = why_not_asked("LAW101", BOARD, nation)
    assert reason is not None
    assert reason.endswith("applies only in England, where the file has no such body.")


def test_without_a_nation_it_is_a_question_first_of_all_which_nation() -> None:
    (finding,) = findings("LAW101", BOARD, nation=None)
    assert finding.certainty is Certainty.NOT_STATED
    assert finding.is_question
    assert lacking(finding)[0] == ("nation", ("hwb",))
    assert "This applies in England only. The file does not say in which nation Hwb is." in finding.message
    report = check(from_arrows(BOARD), Settings(), as_of="2024-01-01")
    assert report.questions[0].aspect is Aspect.NATION
    assert report.questions[0].message == (
        "In which nation is this structure: England, Wales, Scotland, Northern Ireland or elsewhere?"
    )
    assert not [one for one in report.findings if one.code.startswith("LAW") and not one.is_question]


def test_a_remedy_of_a_breach_waits_until_it_is_known_to_be_one() -> None:
    (finding,) = findings("LAW101", BOARD, nation=None)
    assert finding.fix == "Find out in which nation Hwb is, and record it."
    (finding,) = findings("LAW101", BOARD)
    assert finding.fix.startswith("Ask ")


def test_a_body_may_be_elsewhere_than_its_file() -> None:
    assert bodies("LAW101", TWO) == [("hwb",)]
    assert bodies("LAW101", "structure: nation wales\n" + BOARD) == []
    assert bodies(
        "LAW101", "structure: nation wales\n" + BOARD.replace("hwb: board", "hwb: board, nation england")
    ) == [("hwb",)]
    assert [lacking(one)[0] for one in findings("LAW101", TWO, nation=None)] == [("nation", ("hwb",))]


@pytest.mark.parametrize("rule", LAWS, ids=[rule.code for rule in LAWS])
def test_every_rule_from_law_says_where_and_when_it_was_read(rule: Rule) -> None:
    authority = not_none(rule.authority)
    assert authority.territory
    assert authority.checked is not None
    assert authority.seen is not None
    assert authority.address.startswith("https://")
    for unread in ("data.xht", "data.html", "/cy/", "legislation.gov.uk./"):
        assert unread not in authority.address


@pytest.mark.parametrize("rule", LAWS, ids=[rule.code for rule in LAWS])
def test_no_rule_from_law_finds_a_breach_where_its_example_does_not_say_in_which_nation_it_is(rule: Rule) -> None:
    flagged = rule.section("Flagged")
    code = rule.code
    assert "nation " in flagged
    nowhere = _without_nation(flagged)
    assert "nation" not in nowhere
    for one in findings(code, nowhere, nation=None):
        assert lacking(one)[0][0] == "nation"
        assert one.severity is not Severity.ERROR


@pytest.mark.parametrize("rule", LAWS, ids=[rule.code for rule in LAWS])
def test_the_example_of_every_rule_from_law_is_not_asked_in_a_nation_where_that_law_does_not_apply(rule: Rule) -> None:
    territory = not_none(rule.authority).territory
    assert findings(rule.code, rule.section("Flagged"), nation=None)
    other = next(nation for nation in (Nation.SCOTLAND, Nation.WALES) if nation not in territory)
    elsewhere = re.sub(r"nation \w+", f"nation {other}", rule.section("Flagged"))
    assert findings(rule.code, elsewhere, nation=None) == []
    assert why_not_asked(rule.code, elsewhere) == not_none(rule.authority).why_not_there


def test_reports_say_as_of_when_the_law_was_read() -> None:
    report = check(from_arrows("structure: nation england\n" + BOARD), Settings(), as_of="2024-01-01")
    assert report.law_read_on is not None
    assert "Law as read on 29 November 2026." in flat(as_text(report))
    assert json.loads(as_json(report))["law_read_on"] == "2026-11-29"


def test_reports_say_how_much_law_was_not_asked() -> None:
    report = check(from_arrows("structure: nation wales\n" + BOARD), Settings(), as_of="2024-01-01")
    assert [one.code for one in report.not_checked if one.elsewhere] == ["LAW101"]
    assert "1 check of law not made, because that law applies only in other nations." in flat(as_text(report))


def test_explain_says_where_a_law_applies_and_when_it_was_read() -> None:
    text = flat(govgraph("explain", "LAW101").stdout)
    assert "in England" in text
    assert "Law as read at the source on 29 November 2026." in text


HALVES = {"wales": "nation: wales\nbodies: {a: {name: A, kind: board}}", "open": "bodies: {b: {name: B, kind: board}}"}


def test_the_nation_of_one_file_holds_for_all_that_make_the_structure(tmp_path: Path) -> None:
    for name, text in HALVES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    for names in (("wales", "open"), ("open", "wales")):
        structure = read(*(tmp_path / f"{name}.yaml" for name in names))
        assert structure.nation is Nation.WALES
        assert {GovernanceGraph(structure).nation_of(body) for body in "ab"} == {Nation.WALES}


def test_where_files_are_in_several_nations_each_body_is_in_that_of_its_file(tmp_path: Path) -> None:
    texts = {**HALVES, "england": "nation: england\nbodies: {c: {name: C, kind: board}}"}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    structure = read(*(tmp_path / f"{name}.yaml" for name in texts))
    assert structure.nation is None
    graph = GovernanceGraph(structure)
    assert [graph.nation_of(body) for body in "abc"] == [Nation.WALES, None, Nation.ENGLAND]
