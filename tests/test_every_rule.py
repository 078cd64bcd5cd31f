"""Promises that hold for each rule. Nobody edits this file to add a rule."""

import importlib
import inspect
import re
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from examples import example, flagged, may_be_renamed, renamed, report_on
from govgraph.engine import FAMILIES, SECTIONS, Rule, Subject
from govgraph.engine.arrows import from_arrows
from govgraph.findings import Certainty, Severity
from govgraph.pipeline import check
from govgraph.policy import Settings
from govgraph.rules import rulebook
from govgraph.rules.x101_requirement_not_met import Requirement
from helpers import DAY

RULES = tuple(rulebook())
HERE = Path(__file__).parent
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def module_name(rule: Rule) -> str:
    return f"{rule.code.lower()}_{rule.name.replace('-', '_')}"


@each_rule
def test_code_name_file_and_function_agree(rule: Rule) -> None:
    module = importlib.import_module(f"govgraph.rules.{module_name(rule)}")
    assert getattr(module, rule.name.replace("-", "_")) is rule
    assert (module.__doc__ or "").startswith(f"{rule.code}: ")


@each_rule
def test_the_code_belongs_to_a_family(rule: Rule) -> None:
    assert re.fullmatch(r"([A-Z]{3}|X)\d{3}", rule.code)
    assert rule.family in FAMILIES


@each_rule
def test_the_name_is_the_fault(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert not rule.name.startswith(("check-", "must-", "avoid-", "do-not-", "use-", "missing-"))


@each_rule
def test_the_docstring_has_its_sections_in_order(rule: Rule) -> None:
    text = inspect.cleandoc(rule.check.__doc__ or "")
    places = [text.index(f"\n{title}:") for title in SECTIONS]
    assert places == sorted(places)
    assert all(rule.section(title) for title in SECTIONS)
    assert rule.summary.endswith(".")


@each_rule
def test_the_flagged_example_is_flagged(rule: Rule) -> None:
    assert flagged(rule, example(rule.section("Flagged")))


@each_rule
def test_the_clean_example_is_asked_and_clean(rule: Rule) -> None:
    report = report_on(rule, example(rule.section("Clean")))
    assert rule.code in report.asked
    assert [finding.key for finding in report.findings if finding.code == rule.code] == []


@each_rule
def test_the_clean_example_is_a_near_miss(rule: Rule) -> None:
    flagged, clean = (set(rule.section(title).splitlines()) for title in ("Flagged", "Clean"))
    assert len(flagged - clean) <= 2, "change no more than two lines of what is flagged"


@pytest.mark.parametrize("rule", [rule for rule in RULES if may_be_renamed(rule)], ids=lambda rule: rule.code)
@pytest.mark.parametrize("title", ["Flagged", "Clean"])
def test_ids_and_order_do_not_matter(rule: Rule, title: str) -> None:
    other, back = renamed(rule.section(title), rule.code)
    found = [tuple(back[body] for body in finding.bodies) for finding in flagged(rule, other)]
    assert found == [finding.bodies for finding in flagged(rule, example(rule.section(title)))]


@each_rule
def test_findings_speak_plain_english(rule: Rule) -> None:
    one = example(rule.section("Flagged"))
    ids = {*one.after.bodies, *(one.before.bodies if one.before else ())}
    for finding in flagged(rule, one):
        said = f"{finding.message} {finding.fix}"
        assert finding.message.endswith(".")
        assert finding.fix.endswith(".")
        if rule.of is not Subject.LEDGER:  # the key of an entry is all that a baseline knows
            assert not [key for key in ids if re.search(rf"\b{key}\b", said) and "-" in key]
        assert "  " not in said
        assert ".." not in said


@each_rule
def test_the_rule_has_a_test_of_its_own(rule: Rule) -> None:
    assert (HERE / "rules" / f"test_{module_name(rule)}.py").is_file()


def own_tests(rule: Rule) -> ModuleType:
    return importlib.import_module(f"rules.test_{module_name(rule)}")


@each_rule
def test_silence_is_not_stated_or_there_is_a_reason_why_it_never_is(rule: Rule) -> None:
    tests = own_tests(rule)
    if not hasattr(tests, "NOT_STATED"):
        assert tests.NEVER_SILENT.endswith("."), "say why the file is never silent on it"
        return
    found = flagged(rule, example(tests.NOT_STATED))
    assert {finding.certainty for finding in found} == {Certainty.NOT_STATED}


@each_rule
def test_a_rule_from_law_says_where_to_read_it_and_weighs_what_its_basis_does(rule: Rule) -> None:
    if rule.family != "LAW":
        return
    assert rule.authority is not None
    assert rule.authority.section
    assert re.match(r"https?://[^ ]+$", rule.authority.address)
    assert rule.severity is rule.authority.basis.severity
    assert all(finding.authority is rule.authority for finding in flagged(rule, example(rule.section("Flagged"))))


DATED = [rule for rule in RULES if rule.authority and (rule.authority.from_ or rule.authority.until)]


@pytest.mark.parametrize("rule", DATED, ids=lambda rule: rule.code)
def test_a_dated_rule_is_asked_on_its_days_and_on_no_other(rule: Rule) -> None:
    authority = rule.authority
    assert authority is not None
    day = timedelta(days=1)
    for edge, inside in ((authority.from_, day), (authority.until, -day)):
        if edge is not None:
            assert why_not_on(rule, edge - inside) == authority.why_not_on(edge - inside)
            assert why_not_on(rule, edge) is None
            assert why_not_on(rule, edge + inside) is None


def why_not_on(rule: Rule, when: date) -> str | None:
    """Why a rule is not asked of its flagged example on a day; where it is, it finds what it should."""
    one = example(rule.section("Flagged"))
    report = check(one.after, Settings(select=[rule.code, "DAT101"]), as_of=when)
    why = next((left.reason for left in report.not_checked if left.code == rule.code), None)
    assert (why is None) == any(finding.code == rule.code for finding in report.findings)
    return why


@pytest.mark.parametrize("form", ["council_committee", "overview_and_scrutiny_committee", "cabinet", "full_council"])
def test_no_advice_asks_for_a_vote_that_the_law_keeps_from_people(form: str) -> None:
    """A committee on which parent carers have nothing, a contact, a seat without a vote, or a voice below."""
    committee = f"committee: committee, strategic, decides, membership complete, statutory {form}\n"
    below = "group -- reports_to --> committee\nforum -- sits_on[parent-carers] --> group\n"
    theme = "committee -- responsible_for --> waits\nparent-carers -- raised --> waits\n"
    ways: tuple[str, ...] = ("", "champion -- contact_for[parent-carers, junior] --> committee\n")
    ways += (
        "parent-carers -- consulted_by --> committee\n",
        "forum -- sits_on[parent-carers, non-voting] --> committee\n",
    )
    wanted = {
        "bodies": {"kind": "committee"},
        "seat": {"on_behalf_of": "parent-carers", "votes": True},
        "because": "Agreed.",
    }
    codes = set()
    for way in ways:
        structure = from_arrows(
            committee + "somebody -- sits_on[as councillor, voting] --> committee\n" + below + theme + way
        )
        report = check(structure, Settings(require=[Requirement.model_validate(wanted)]), as_of=DAY)
        for finding in report.findings:
            if "committee" in finding.bodies and finding.constituency == "parent-carers":
                codes.add(finding.code)
                if form in ("cabinet", "full_council"):
                    assert not re.search(r"for a seat|co-opt", finding.fix), finding.fix
                assert not re.search(r"voting seat|with a vote|ask for a vote|votes where", finding.fix, re.I), (
                    finding.fix
                )
    assert {"REP101", "REP102", "REP103", "REP106", "REP108", "REP109", "THM104", "X101"} <= codes


def test_weights_are_those_agreed() -> None:
    own = [rule for rule in RULES if rule.family != "LAW"]  # what rests on law weighs what its basis does
    errors = {rule.code for rule in own if rule.severity is Severity.ERROR}
    notes = {rule.code for rule in own if rule.severity is Severity.NOTE}
    assert errors == {"ACC101", "ACC102", "ACC103", "REP101", "CHG101", "CHG102", "CHG103", "SET101", "SET102", "X101"}
    assert notes == {"ACC106", "ACC107", "DAT101", "DAT104", "DAT105", "MAN105", "REP107", "THM105"}
