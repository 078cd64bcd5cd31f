"""Promises that hold for each rule. Nobody edits this file to add a rule."""

import importlib
import inspect
import re
from pathlib import Path

import pytest

from examples import example, flagged, may_be_renamed, renamed, report_on
from govgraph.findings import Severity
from govgraph.rules import FAMILIES, SECTIONS, Rule, Subject, all_rules

RULES = all_rules()
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
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
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


def test_weights_are_those_agreed() -> None:
    errors = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    notes = {rule.code for rule in RULES if rule.severity is Severity.NOTE}
    assert errors == {"ACC101", "ACC102", "ACC103", "REP101", "CHG101", "CHG102", "CHG103", "SET101", "SET102"}
    assert notes == {"ACC106", "DAT101"}
