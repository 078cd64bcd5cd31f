"""Each file in fixtures/refused holds one fault; the place and the sentence are expected to the letter."""

import json

import pytest

from govgraph.formats import read
from govgraph.model.faults import InputError
from helpers import FIXTURES, govgraph, govgraph_json

REFUSED = FIXTURES / "refused"
EXPECTED = json.loads((FIXTURES / "refused.json").read_text(encoding="utf-8"))


def test_every_refused_file_is_expected() -> None:
    assert {path.name for path in REFUSED.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_refused_with_place_and_sentence(name: str) -> None:
    path = str(REFUSED / name)
    with pytest.raises(InputError) as error:
        read(path)
    assert [[fault.line, fault.column, fault.message] for fault in error.value.faults] == EXPECTED[name]
    assert {fault.path for fault in error.value.faults} == {path}


def test_the_command_tells_all_faults_in_both_formats_and_exits_with_2() -> None:
    path = REFUSED / "alias.yaml"
    code, told = govgraph_json(path)
    assert code == 2
    assert told["errors"] == [
        {"path": str(path), "line": line, "column": column, "message": message}
        for line, column, message in EXPECTED["alias.yaml"]
    ]
    ran = govgraph("check", path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert [line.removeprefix(f"{path}:") for line in ran.stderr.splitlines()[:-1]] == [
        f"{line}:{column}: {message}" for line, column, message in EXPECTED["alias.yaml"]
    ]
    assert ran.stderr.splitlines()[-1] == "Could not check: 2 faults. There is no verdict."


def test_all_faults_of_all_files_are_told_in_one_run() -> None:
    names = ["unknown-kind.yaml", "open-bracket.yaml", "unknown-role.yaml"]
    with pytest.raises(InputError) as error:
        read(*(str(REFUSED / name) for name in names))
    paths = [str(fault.path) for fault in error.value.faults]
    assert paths == sorted(paths, key=[str(REFUSED / name) for name in names].index)
    assert {str(REFUSED / name) for name in names} == set(paths)
