"""What the README and the pages for its readers show works as it is shown."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import govgraph
from govgraph.policy import read_settings
from helpers import ROOT, govgraph_json

DEVELOPERS, OFFICERS, REVIEWERS = "docs/developers.md", "docs/officers.md", "docs/reviewers.md"


def blocks(language: str, page: str = "README.md") -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)


MINE = blocks("yaml", DEVELOPERS)[0]
"""The first structure, which examples call mine.yaml."""
OWN_RULE = blocks("python", "docs/own-rules.md")[0]
"""The first rule of somebody's own."""


def test_the_first_structure_is_found_to_be_what_is_said_of_it(tmp_path: Path) -> None:
    structure = tmp_path / "mine.yaml"
    structure.write_text(MINE, encoding="utf-8")
    code, told = govgraph_json(structure)
    assert code == 1
    assert [one["key"] for one in told["findings"]] == [
        "REP101:board:parent-carers",
        "REP106:board+group:parent-carers",
        "OVR101:board",
    ]


def test_the_settings_are_settings(tmp_path: Path) -> None:
    path = tmp_path / "govgraph.toml"
    path.write_text("\n".join(blocks("toml", REVIEWERS)), encoding="utf-8")
    settings = read_settings(path)
    assert [waiver.code for waiver in settings.waivers] == ["CHG101"]
    assert set(settings.model_fields_set) == {
        "constituencies",
        "fail_on",
        "ignore",
        "options",
        "require",
        "select",
        "severity",
        "waivers",
    }


def test_the_examples_for_pipelines_are_yaml() -> None:
    shown = blocks("yaml", REVIEWERS)
    assert len(shown) == 3
    for example in shown:
        assert isinstance(yaml.safe_load(example), dict)


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mine.yaml", "draft.yaml"):
        (tmp_path / name).write_text(MINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (in_a_notebook,), (from_a_program,) = blocks("python", OFFICERS), blocks("python")
    said: dict[str, Any] = {}
    exec(in_a_notebook, said)
    gone = govgraph.compare(said["structure"], said["asked"]).to_frame("gone")
    assert gone["rule"].to_list() == ["REP101", "REP106"]
    assert list(said["later"].bodies) == ["council", "board", "forum"]
    exec(from_a_program, said)
    assert said["change"].counted == ()


def test_every_file_that_is_linked_is_there() -> None:
    pages = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/**/README.md"))
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"
