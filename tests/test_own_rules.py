"""Rules of somebody's own, in a Python file: run, held to the promises of all rules, asked like all others."""

import json
import re
from pathlib import Path

import pytest

import govgraph
from govgraph.engine.arrows import from_arrows
from govgraph.model.faults import InputError
from govgraph.policy import Settings
from govgraph.rules import rulebook
from helpers import DAY, FIXTURES, ROOT
from helpers import govgraph as command

STORY = FIXTURES / "suffolk-2021" / "structure.yaml"
PAGE = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
RULE = next(block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "@rule" in block)
LINE = RULE.splitlines().index(next(line for line in RULE.splitlines() if line.startswith("@rule"))) + 1


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(RULE, encoding="utf-8")
    return path


def spoilt(mine: Path, old: str, new: str) -> str:
    text = mine.read_text(encoding="utf-8")
    assert old in text
    mine.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        govgraph.load_rules(str(mine))
    return str(refused.value).replace(str(mine), "mine.py")


def test_the_rule_of_the_documentation_is_asked(mine: Path) -> None:
    ran = command("check", str(STORY), "--rules", str(mine), "--select", "X201", "--format", "json")
    assert ran.returncode == 0
    told = json.loads(ran.stdout)
    assert [(one["code"], one["bodies"]) for one in told["findings"]] == [
        ("X201", ["accountability-board"]),
        ("X201", ["programme-board"]),
    ]
    assert "X201 no-terms (note)" in command("explain", "X201", "--rules", str(mine)).stdout


def test_in_python_a_rule_is_asked_only_where_it_is_given(mine: Path) -> None:
    rules = govgraph.load_rules(str(mine))
    assert [rule.code for rule in rules] == ["X201"]
    report = govgraph.check(from_arrows("board: board"), Settings(select=["X201"]), as_of=DAY, rules=rules)
    assert [finding.key for finding in report.findings] == ["X201:board"]
    with pytest.raises(InputError, match="there is no rule 'X201'"):
        govgraph.check(from_arrows("board: board"), Settings(select=["X201"]), as_of=DAY)


def test_two_rules_with_one_code_are_refused(mine: Path) -> None:
    other = mine.with_name("other.py")
    other.write_text(mine.read_text(encoding="utf-8"), encoding="utf-8")
    ran = command("check", str(STORY), "--rules", str(mine), "--rules", str(other))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"other.py:{LINE}:1: The rule no-terms: another rule has the code X201." in ran.stderr


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("X201", "X101", "its code is X101, and should be one from X200 to X999"),
        ('"no-terms"', '"No terms"', "its name should be small letters with hyphens"),
        ("    Clean:\n", "    Cleaned:\n", "its docstring has no section Clean:"),
        ("is None", "is not None", "it finds nothing in its example Flagged"),
        ("is None", "is None or True", "it finds something in its example Clean"),
        ("        board: board\n", "        board? board\n", "its example Flagged cannot be run: This is not arrow"),
        ("name = graph.name(body)", "name = 1 / 0", "its example Flagged cannot be run: The rule X201 failed (Zero"),
        (
            "applies_to=of_governance_bodies",
            'applies_to=lambda graph, options: "no."',
            "it does not apply to its example Flagged: no",
        ),
    ],
)
def test_a_promise_that_is_broken_is_told_with_its_line(old: str, new: str, why: str, mine: Path) -> None:
    said = spoilt(mine, old, new)
    assert f"mine.py:{LINE}:1: The rule {'No terms' if 'No terms' in new else 'no-terms'}: {why}" in said
    assert "X201" not in {rule.code for rule in rulebook()}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = = 1", "mine.py:1:5: This is not Python: invalid syntax."),
        ("\n1 / 0", "mine.py:2: The file failed when it was run (ZeroDivisionError: division by zero)."),
        ("x = 1", "mine.py: This file holds no rule: a function marked with @rule(...)."),
    ],
)
def test_a_file_that_holds_no_rules_gives_no_verdict(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(text, encoding="utf-8")
    ran = command("check", str(STORY), "--rules", "mine.py", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert why in ran.stderr


def test_no_setting_can_name_a_file_to_run(mine: Path, tmp_path: Path) -> None:
    for key in ("rules", "own_rules"):
        (tmp_path / "govgraph.toml").write_text(f'{key} = "mine.py"\n', encoding="utf-8")
        ran = command("check", str(STORY), folder=tmp_path)
        assert ran.returncode == 2
        assert f"'{key}' is not a key of a settings table" in ran.stderr
