"""Promises that hold for each rule. Nobody edits this file to add a rule."""

import importlib
import inspect
import random
import re
from pathlib import Path

import pytest

from govgraph.findings import Severity
from govgraph.model import Structure
from govgraph.read import from_arrows
from govgraph.rules import FAMILIES, SECTIONS, Rule, all_rules
from helpers import bodies, findings, why_not_asked
from renaming import new_ids, plain, shuffled, with_ids

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
    assert findings(rule.code, rule.section("Flagged"))


@each_rule
def test_the_clean_example_is_asked_and_clean(rule: Rule) -> None:
    assert why_not_asked(rule.code, rule.section("Clean")) is None
    assert bodies(rule.code, rule.section("Clean")) == []


@each_rule
def test_the_clean_example_is_a_near_miss(rule: Rule) -> None:
    flagged, clean = (set(rule.section(title).splitlines()) for title in ("Flagged", "Clean"))
    assert len(flagged - clean) <= 2, "change no more than two lines of what is flagged"


@each_rule
@pytest.mark.parametrize("title", ["Flagged", "Clean"])
def test_ids_and_order_do_not_matter(rule: Rule, title: str) -> None:
    chance = random.Random(rule.code)
    structure = from_arrows(rule.section(title))
    data = plain(structure)
    ids = new_ids(data, chance)
    other = Structure.model_validate(shuffled(with_ids(data, ids), chance))
    back = {new: old for (_, old), new in ids.items()}
    assert [tuple(back[body] for body in one) for one in bodies(rule.code, other)] == bodies(rule.code, structure)


@each_rule
def test_findings_speak_plain_english(rule: Rule) -> None:
    structure = from_arrows(rule.section("Flagged"))
    for finding in findings(rule.code, rule.section("Flagged")):
        said = f"{finding.message} {finding.fix}"
        assert finding.message.endswith(".")
        assert finding.fix.endswith(".")
        assert not [key for key in structure.bodies if re.search(rf"\b{key}\b", said) and "-" in key]
        assert "  " not in said
        assert ".." not in said


@each_rule
def test_the_rule_has_a_test_of_its_own(rule: Rule) -> None:
    assert (HERE / "rules" / f"test_{module_name(rule)}.py").is_file()


def test_weights_are_those_agreed() -> None:
    errors = {rule.code for rule in RULES if rule.severity is Severity.ERROR}
    notes = {rule.code for rule in RULES if rule.severity is Severity.NOTE}
    assert errors == {"ACC101", "ACC102", "ACC103", "REP101"}
    assert notes == {"ACC106", "DAT101"}
