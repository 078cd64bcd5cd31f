"""A file of rules that ends the run gives no verdict, least of all a green one."""

from pathlib import Path

from test_readme import OWN_RULE

from helpers import FIXTURES, govgraph

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"


def test_a_file_that_ends_the_run_where_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "ours.py").write_text("import sys\nsys.exit(0)\n", encoding="utf-8")
    ran = govgraph("check", DRAFT, "--rules", "ours.py", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "ours.py:2: The file failed when it was run (SystemExit: 0).\n" in ran.stderr


def test_a_rule_that_ends_the_run_where_it_is_asked(tmp_path: Path) -> None:
    assert "name = graph.name(body)" in OWN_RULE
    rule = OWN_RULE.replace("name = graph.name(body)", "raise SystemExit(0)")
    (tmp_path / "ours.py").write_text(rule, encoding="utf-8")
    ran = govgraph("check", DRAFT, "--rules", "ours.py", folder=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "govgraph: A rule in a file of your own ended the run. There is no verdict.\n"
