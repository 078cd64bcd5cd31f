"""The order of an answer, by the real command: what matters first, each fact once, then questions; all with `--all`."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from helpers import FIXTURES, flat, govgraph, govgraph_json

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CUT = FIXTURES / "changes" / "line-cut"
UNHEARD = ("CCG Governing Body", "People's Overview Committee", "Shropshire Health and Wellbeing Board")
WIDTH = 100

DISTRICT = """
title: A district's SEND governance
as_of: 2026-03-01
source: terms
sources: {terms: {title: Terms of reference, date: 2025-04}}
constituencies:
  parent-carers: {name: Parent carers, represented_by: forum}
  young-people: {name: Young people, represented_by: youth-panel}
themes:
  waits: {name: Waiting times for assessments, raised_by: parent-carers}
  adulthood: {name: Moving into adulthood, raised_by: young-people}
bodies:
  council: {name: District Council, kind: organisation, accountable_to: the electors of the district}
  cabinet: {name: Cabinet, kind: committee, statutory: cabinet, level: strategic, does: decides, part_of: council}
  scrutiny:
    name: Scrutiny Committee
    kind: committee
    statutory: overview_and_scrutiny_committee
    level: advisory
    does: scrutinises
    part_of: council
  wellbeing:
    name: Health and Wellbeing Board
    kind: board
    statutory: health_and_wellbeing_board
    level: strategic
    part_of: council
    without: [parent-carers, young-people]
  health: {name: Integrated Care Board, kind: board, level: strategic, accountable_to: NHS England}
  quality: {name: Quality Committee, kind: committee, level: strategic, part_of: health}
  schools: {name: Schools Forum, kind: committee, statutory: schools_forum, part_of: council}
  board:
    name: SEND Partnership Board
    kind: partnership
    level: strategic
    does: decides
    reports_to: [wellbeing, health]
    review_by: 2025-05
    seats: [{role: chair, votes: true}, {on_behalf_of: parent-carers, holder: forum}]
  early: {name: Early Help Group, kind: working_group, level: operational, does: delivers, reports_to: board}
  plans: {name: Plan Quality Group, kind: task_and_finish_group, reports_to: board, until: 2025-12-31, status: in_place}
  waiting:
    name: Waiting Times Group
    kind: workstream
    level: operational
    does: delivers
    reports_to: board
    responsible_for: waits
    membership: complete
    seats: {role: lead}
  moving:
    name: Adulthood Group
    kind: workstream
    level: operational
    does: delivers
    reports_to: board
    responsible_for: adulthood
  places: {name: Places Group, kind: task_and_finish_group, level: operational, does: delivers, until: 2026-12}
  forum: {name: Parent Carer Forum, kind: forum}
  youth-panel: {name: Young People's Panel, kind: forum}
"""
# Of three boards the file says no more than of the cabinet and of scrutiny; what can be asked of those differs by law.
ADVICE_DIFFERS = """
as_of: 2025-01-01
source: s
sources: {s: {title: S}}
constituencies: {parent-carers: {name: Parent carers}}
bodies:
  one: {name: First Board, kind: board, level: strategic, accountable_to: the council}
  two: {name: Second Board, kind: board, level: strategic, accountable_to: the council}
  three: {name: Third Board, kind: board, level: strategic, accountable_to: the council}
  cabinet: {name: Cabinet, kind: committee, statutory: cabinet, does: decides, accountable_to: the council}
  scrutiny:
    name: Scrutiny Committee
    kind: committee
    statutory: overview_and_scrutiny_committee
    accountable_to: the council
"""


@pytest.fixture(scope="module")
def demo() -> str:
    """What the demo prints."""
    ran = govgraph("demo", COLUMNS=str(WIDTH))
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """A structure of fifteen bodies, with faults of several kinds and silences on most bodies."""
    path = tmp_path / "district.yaml"
    path.write_text(DISTRICT, encoding="utf-8")
    return path


@pytest.fixture
def advice_differs(tmp_path: Path) -> Path:
    """Five bodies of which nothing is known but what they are."""
    path = tmp_path / "advice.yaml"
    path.write_text(ADVICE_DIFFERS, encoding="utf-8")
    return path


def chapter(text: str, title: str) -> str:
    """What stands below a title, up to the next one."""
    return re.split(r"\n\n(?! )", text.partition(f"\n\n{title}\n")[2])[0]


def named(text: str) -> Counter[str]:
    """How often each rule is named below a finding, with its code and name."""
    return Counter(re.findall(r"[A-Z]{3}\d{3} [a-z0-9-]+", flat(text)))


def of_json(told: dict[str, Any]) -> Counter[str]:
    """How many findings of each rule the JSON has."""
    return Counter(f"{one['code']} {one['name']}" for one in told["findings"])


def assert_fits(text: str, most: int) -> None:
    """A text of no more than so many lines, each of which fits a screen."""
    lines = text.splitlines()
    assert len(lines) <= most
    assert max(map(len, lines)) <= WIDTH


def test_the_demo_fits_a_screen(demo: str) -> None:
    assert_fits(demo, 45)


def test_fifteen_bodies_fit_two_screens(district: Path) -> None:
    code, told = govgraph_json(district)
    assert code == 1
    assert len(told["groups"]) >= 4
    assert len(told["questions"]) >= 9
    assert_fits(govgraph("check", district.name, folder=district.parent, COLUMNS=str(WIDTH)).stdout, 70)


def test_the_first_sentence_says_who_is_not_heard_where(demo: str) -> None:
    headline = flat(demo.split("\n\n")[1])
    first = headline.partition(". ")[0]
    assert first == f"Parent carers have no seat on three bodies: {UNHEARD[0]}, {UNHEARD[1]} and {UNHEARD[2]}"
    assert govgraph_json(DRAFT)[1]["headline"] == headline


def test_facts_come_before_questions_and_how_it_was_checked_comes_last(demo: str) -> None:
    paragraphs = demo.split("\n\n")
    assert [paragraph.partition("\n")[0] for paragraph in paragraphs[2:4]] == [
        "What is wrong",
        "What the file does not say",
    ]
    assert paragraphs[4].startswith("Checked as at 3 July 2020, the date in the file: ")
    assert len(paragraphs) == 5


def test_three_facts_of_one_kind_are_one_item(demo: str) -> None:
    facts = chapter(demo, "What is wrong")
    assert re.findall(r"^  (ERROR|WARNING|NOTE)\b", facts, re.MULTILINE) == ["ERROR"]
    assert facts.count("What to do: ") == 1
    assert named(facts) == {"REP101 no-seat": 1}
    told = govgraph_json(DRAFT)[1]
    (group,) = told["groups"]
    places = {one["key"]: one["location"] for one in told["findings"]}
    for key in group["findings"]:
        assert f"{places[key]['line']}:{places[key]['column']}" in facts
    assert group["bodies"] == ["ccg-governing-body", "people-overview", "wellbeing-board"]
    assert group["constituencies"] == ["parent-carers"]
    assert group["findings"] == [f"REP101:{body}:parent-carers" for body in group["bodies"]]
    assert group["message"] in flat(facts)
    assert group["fix"] in flat(facts)
    assert all(group["message"].count(name) == 1 for name in UNHEARD)


def test_each_question_is_asked_once_of_each_body(demo: str) -> None:
    asked = govgraph_json(DRAFT)[1]["questions"]
    assert len(asked) <= 9
    assert len({one["aspect"] for one in asked}) == len(asked)
    for one in asked:
        about = [*one["bodies"], *one.get("themes", []), *one.get("constituencies", [])]
        assert about
        assert len(set(about)) == len(about)
    shown = flat(chapter(demo, "What the file does not say"))
    for number, one in enumerate(asked, 1):
        assert f"{number}. {one['question']}" in shown
    assert f"{len(asked) + 1}. " not in shown


def test_an_answer_is_asked_for_with_the_findings_that_it_settles() -> None:
    _, told = govgraph_json(DRAFT)
    silent = {one["key"] for one in told["findings"] if one["certainty"] == "not_stated"}
    assert {key for one in told["questions"] for key in one["settles"]} == silent
    stated = {one["key"] for one in told["findings"]} - silent
    assert {key for group in told["groups"] for key in group["findings"]} == stated


@pytest.mark.parametrize("which", ["draft", "district", "advice_differs"])
def test_all_shows_each_finding_of_the_json_for_itself(which: str, request: pytest.FixtureRequest) -> None:
    path = DRAFT if which == "draft" else request.getfixturevalue(which)
    told = govgraph_json(path)[1]
    ran = govgraph("check", path, "--all")
    findings, _, checked = ran.stdout.partition("\n\nChecked as at ")
    assert named(findings) == of_json(told)
    text = flat(findings)
    for one in told["findings"]:
        silent = ", not stated" if one["certainty"] == "not_stated" else ""
        assert f"{one['severity'].upper()}{silent} {one['message']} What to do: {one['fix']}" in text
        assert f"{one['location']['line']}:{one['location']['column']} {one['code']} {one['name']}" in text
    for one in told["not_checked"]:
        assert re.search(rf"\b{one['code']}\b[^:]*: {re.escape(one['why'])}", flat(checked))
    assert "--all" not in checked


def test_the_demo_shows_all_where_it_is_asked_to(demo: str) -> None:
    assert "Add --all for everything." in flat(demo)
    assert named(govgraph("demo", "--all").stdout) == of_json(govgraph_json(DRAFT)[1])


@pytest.mark.parametrize("command", [("diff",), ("check",)], ids=lambda command: command[0])
def test_all_shows_what_was_there_before_too(command: tuple[str]) -> None:
    before, after = CUT / "before.yaml", CUT / "after.yaml"
    compared = ("diff", before, after) if command == ("diff",) else ("check", after, "--against", before)
    told = govgraph_json(after, "--against", before)[1]
    new = [one for one in told["findings"] if one["status"] == "new"]
    kept = [one for one in told["findings"] if one["status"] == "kept"]
    assert new
    assert kept
    short, everything = (flat(govgraph(*compared, *more).stdout) for more in ((), ("--all",)))
    for one in kept:
        assert f"{one['code']} {one['message']}" in everything
        assert f"{one['code']} {one['message']}" not in short
    for one in new:
        assert f"{one['message']} What to do: {one['fix']}" in everything


def test_each_fix_that_differs_is_shown_with_its_question(advice_differs: Path) -> None:
    told = govgraph_json(advice_differs)[1]
    fixes = {one["bodies"][0]: one["fix"] for one in told["findings"] if one["code"] == "REP101"}
    assert fixes.keys() == {"one", "two", "three", "cabinet", "scrutiny"}
    text = flat(chapter(govgraph("check", advice_differs).stdout, "What the file does not say"))
    nation = "In which nation is this structure: England, Wales, Scotland, Northern Ireland or elsewhere?"
    assert text.startswith(f"1. {nation} 2. Who sits on five bodies: ")
    asked = {body: fix.rpartition(", and record it. ")[2] for body, fix in fixes.items()}
    assert asked["cabinet"].endswith(
        " ask Cabinet to let them attend, speak and see the papers: only elected members sit there."
    )
    assert "ask the Scrutiny Committee to co-opt them" in asked["scrutiny"]
    for body in ("cabinet", "scrutiny"):
        assert text.count(asked[body]) == 1
    for body in ("one", "two", "three"):
        assert " a seat for them" in asked[body]
        assert asked[body] in flat(govgraph("check", advice_differs, "--all").stdout)
