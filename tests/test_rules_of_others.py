"""Rules from outside: of an installed package, by entry point; about a change; and what helps their authors to test."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import govgraph
from govgraph.engine import Rule
from govgraph.findings.questions import questions
from govgraph.formats import read_text
from govgraph.model.faults import InputError
from govgraph.rules import rulebook
from govgraph.rules.chg103_scrutiny_lost import scrutiny_lost
from govgraph.rules.rep101_no_seat import no_seat
from govgraph.testing import assert_examples, findings, report
from helpers import FIXTURES, lacking

STORY = FIXTURES / "suffolk-2021" / "structure.yaml"
RULES = '''
from govgraph.findings import Hit, Severity
from govgraph.rules import of_any_change, of_governance_bodies, rule


@rule(code="X201", name="no-terms", severity=Severity.NOTE, applies_to=of_governance_bodies)
def no_terms(graph, options):
    """A governance body states no terms of reference.

    Why it matters:
        Nobody can look up what it may decide.

    Flagged:
        board: board

    Clean:
        board: board, terms https://example.org/terms

    How to fix:
        Ask its secretary for them.
    """
    for body in graph.governance_bodies:
        if not graph.body(body).terms:
            name = graph.name(body)
            yield Hit(bodies=(body,), message=f"{name} states no terms.", fix=f"Ask {name} for its terms.")


@rule(code="CHG201", name="bodies-more", severity=Severity.WARNING, applies_to=of_any_change)
def bodies_more(change, options):
    """A change brings a body.

    Why it matters:
        Each body takes time from the same people.

    Flagged:
        board: board
        after: group: working_group

    Clean:
        board: board
        group: working_group
        after: board -- reports_to --> group

    How to fix:
        Ask what it can take over from another.
    """
    for body in change.after.bodies:
        if body not in change.before.bodies:
            name = change.after.name(body)
            yield Hit(bodies=(body,), message=f"{name} is new.", fix=f"Ask what {name} can take over.")
'''


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    path = tmp_path / "kent_rules.py"
    path.write_text(RULES, encoding="utf-8")
    return path


PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "kent-rules"
version = "1.0"
[project.entry-points."govgraph.rules"]
kent = "kent_rules"
"""


def test_a_rule_of_an_installed_package_is_found_by_its_entry_point(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    alone = ["--no-index", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        *alone,
        "--target",
        str(tmp_path / "there"),
        str(tmp_path),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    ours.unlink()
    command = [sys.executable, "-m", "govgraph", "check", str(STORY), "--select", "KENT", "--format", "json"]
    ran = subprocess.run(
        command, env={"PYTHONPATH": str(tmp_path / "there")}, capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""
    found = json.loads(ran.stdout)
    assert [(one["code"], one["bodies"]) for one in found["findings"]] == [
        ("KENT-X201", ["accountability-board"]),
        ("KENT-X201", ["programme-board"]),
    ]
    shown = []
    for arguments in ([*command[3:-1], "text"], ["explain"]):
        ran = subprocess.run(
            [*command[:3], *arguments],
            env={"PYTHONPATH": str(tmp_path / "there")},
            capture_output=True,
            text=True,
            check=False,
        )
        shown.append(ran.stdout)
    assert "KENT-X201 no-terms" in shown[0]
    family = shown[1].partition("What do your own rules ask for?\n")[2].partition("\n\n")[0]
    assert "KENT-X201" in family


def test_two_packages_under_one_name_give_no_verdict(ours: Path, tmp_path: Path) -> None:
    for number in (1, 2):  # what an installer leaves of a package: its metadata beside its modules
        metadata = tmp_path / f"kent_{number}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: kent-{number}\nVersion: 1.0\n", "utf-8")
        (metadata / "entry_points.txt").write_text(f"[govgraph.rules]\nkent = {ours.stem}\n", encoding="utf-8")
    command = [sys.executable, "-m", "govgraph", "check", str(STORY)]
    ran = subprocess.run(command, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Two rules of installed packages have the code KENT-X201." in ran.stderr


def test_a_rule_about_a_change_is_asked_of_a_change(ours: Path) -> None:
    rules = govgraph.load_rules(str(ours))
    assert [rule.code for rule in rules] == ["X201", "CHG201"]
    before = read_text("bodies: {a: {name: A, kind: board}}")
    after = before.with_body("b", name="B", kind="board")
    run = govgraph.compare(before, after, rules=rules, as_of="2022-07-01")
    assert [finding.bodies for finding in run.findings if finding.code == "CHG201"] == [("b",)]
    assert "X201" in run.asked


SILENT = '''
from govgraph.findings import Aspect, Bodies, Certainty, Hit, Severity, say
from govgraph.rules import of_governance_bodies, rule


@rule(code="X202", name="no-minutes", severity=Severity.WARNING, applies_to=of_governance_bodies)
def no_minutes(graph, options):
    """A governance body has no terms of reference.

    Why it matters:
        Nobody can look up what it may decide.

    Flagged:
        board: board

    Clean:
        board: board, terms https://example.org/terms

    How to fix:
        Ask its secretary for them.
    """
    for body in graph.governance_bodies:
        if not graph.body(body).terms:
            yield Hit(
                bodies=(body,),
                certainty=Certainty.NOT_STATED,
                message=f"Where can the terms of {graph.name(body)} be read?",
                fix="Ask its secretary.",
            )


@rule(code="X203", name="no-remit", severity=Severity.WARNING, applies_to=of_governance_bodies)
def no_remit(graph, options):
    """A governance body does nothing that the file shows.

    Why it matters:
        Nobody can say whether it is needed.

    Flagged:
        board: board

    Clean:
        board: board, decides

    How to fix:
        Ask its secretary.
    """
    for body in graph.governance_bodies:
        if not graph.body(body).does:
            yield Hit(
                bodies=(body,),
                lacks=[Aspect.REMIT.of(graph, body)],
                message=say("{body} [meets|meet] in public.", body=Bodies.of(graph, body)),
            )
'''


def test_a_silence_without_a_lack_is_a_question_in_the_words_of_the_rule(ours: Path) -> None:
    ours.write_text(SILENT, encoding="utf-8")
    rule, _ = govgraph.load_rules(str(ours))
    found = report(rule, "board: board")
    (finding,) = (one for one in found.findings if one.code == "X202")
    assert (finding.certainty, finding.severity, finding.is_question) == ("not_stated", "note", True)
    assert (finding.lacks, finding.message) == ((), "Where can the terms of Board be read?")
    assert finding.fix == "Ask its secretary."
    assert [question.message for question in questions([finding])] == ["Where can the terms of Board be read?"]


def test_a_silence_with_a_lack_is_asked_as_govgraph_asks_it(ours: Path) -> None:
    ours.write_text(SILENT, encoding="utf-8")
    _, rule = govgraph.load_rules(str(ours))
    (finding,) = findings(rule, "board: board")
    assert (finding.certainty, finding.severity, finding.is_question) == ("not_stated", "note", True)
    assert lacking(finding) == [("remit", ("board",))]
    (lack,) = finding.lacks
    assert finding.message == f"The Board meets in public. {lack.statement}"
    assert finding.fix == lack.request
    assert [question.message for question in questions([finding])] == [lack.question]


def test_a_rule_of_govgraph_cannot_be_given_again() -> None:
    with pytest.raises(InputError, match="its code is REP101, and should be one from X200 to X999"):
        rulebook([no_seat])


@pytest.mark.parametrize("rule", [no_seat, scrutiny_lost], ids=lambda rule: rule.code)
def test_a_rule_keeps_to_its_examples(rule: Rule) -> None:
    assert_examples(rule)


def test_a_rule_that_finds_nothing_in_its_example_is_refused(ours: Path) -> None:
    ours.write_text(RULES.replace("if not graph.body(body).terms", "if False"), encoding="utf-8")
    with pytest.raises(InputError, match="The rule no-terms: it finds nothing in its example Flagged"):
        govgraph.load_rules(str(ours))


def test_authors_see_what_a_rule_finds() -> None:
    text = "board: board, strategic, membership complete\nforum -- represents --> parent-carers"
    assert [finding.bodies for finding in findings(no_seat, text)] == [("board",)]
    assert report(no_seat, text).asked == ("REP101",)
