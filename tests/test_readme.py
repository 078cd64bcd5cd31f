"""What the README shows works as it is shown."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import govgraph
from govgraph.policy import read_settings
from helpers import ROOT, govgraph_json

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_first_structure_is_found_to_be_what_is_said_of_it(tmp_path: Path) -> None:
    structure = tmp_path / "mine.yaml"
    structure.write_text(blocks("yaml")[0], encoding="utf-8")
    code, told = govgraph_json(structure)
    assert code == 1
    assert [one["key"] for one in told["findings"]] == [
        "REP101:board:parent-carers",
        "REP106:board+group:parent-carers",
        "MAN105:board",
        "OVR101:board",
    ]


def test_the_settings_are_settings(tmp_path: Path) -> None:
    path = tmp_path / "govgraph.toml"
    path.write_text("\n".join(blocks("toml")), encoding="utf-8")
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
    for shown in blocks("yaml"):
        assert isinstance(yaml.safe_load(shown), dict)


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("mine.yaml", "draft.yaml"):
        (tmp_path / name).write_text(blocks("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    in_a_notebook, _, from_a_program = blocks("python")
    said: dict[str, Any] = {}
    exec(in_a_notebook, said)
    gone = govgraph.compare(said["structure"], said["asked"]).to_frame("gone")
    assert gone["rule"].to_list() == ["REP101", "REP106"]
    assert list(said["later"].bodies) == ["council", "board", "forum"]
    exec(from_a_program, said)
    assert said["change"].counted == ()


def test_every_file_that_is_linked_is_there() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("fixtures/**/README.md")):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page}: {target}"
