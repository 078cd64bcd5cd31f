"""Workbooks and folders of CSV files as they were at a revision."""

from collections.abc import Callable
from pathlib import Path

import pytest

from formats.workbooks import Sheets, folder, good, workbook
from govgraph.formats import read_base
from govgraph.model.faults import InputError
from repository import git, repository


def lost_seat() -> Sheets:
    sheets = good()
    del sheets["Seats"][1:]
    return sheets


def as_folder(path: Path, sheets: Sheets) -> Path:
    for file in path.glob("*.csv") if path.is_dir() else ():
        file.unlink()
    if path.is_dir():
        path.rmdir()
    return folder(path, sheets)


@pytest.mark.parametrize(("make", "name"), [(workbook, "x.xlsx"), (as_folder, "mine")])
@pytest.mark.parametrize("named", [False, True])
def test_the_same_at_a_revision(
    make: Callable[[Path, Sheets], Path], name: str, named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    path = make(where / name, good())
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "Sheets")
    make(where / name, lost_seat())
    monkeypatch.chdir(where)
    base = read_base([f"git:HEAD:{name}" if named else "git:HEAD"], [name])
    assert base.structure is not None
    assert [seat.holder for seat in base.structure.bodies["hwb"].seats] == ["forum"]
    sheet = "Seats" if path.suffix else "seats.csv"
    assert str(base.structure.place(("bodies", "hwb", "seats", 0))) == f"git:HEAD:{name}: {sheet}!A2"


def test_the_folder_in_which_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    folder(where / "mine", good())
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "Sheets")
    monkeypatch.chdir(where / "mine")
    base = read_base(["git:HEAD"], ["."])
    assert base.structure is not None
    assert list(base.structure.bodies) == ["council", "hwb", "forum"]


def test_a_folder_that_was_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    folder(where / "mine", good())
    monkeypatch.chdir(where)
    assert read_base(["git:HEAD"], ["mine"]).structure is None


def renamed(where: Path, old: str, new: str) -> None:
    (where / new).parent.mkdir(exist_ok=True, parents=True)
    git(where, "mv", old, new)


@pytest.mark.parametrize("new", ["theirs", "deep/er/mine"])
def test_a_folder_that_has_another_name_since(new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    (where / "old").mkdir()
    folder(where / "old" / "mine", good())
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "Sheets")
    renamed(where, "old/mine", new)
    monkeypatch.chdir(where)
    base = read_base(["git:HEAD"], [new])
    assert base.structure is not None
    assert [seat.holder for seat in base.structure.bodies["hwb"].seats] == ["forum"]
    assert base.files == ("old/mine",)


def test_a_folder_whose_files_come_from_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    folder(where / "a", {"Bodies": good()["Bodies"]})
    folder(where / "b", {"Seats": good()["Seats"]})
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "Sheets")
    renamed(where, "a/bodies.csv", "mine/bodies.csv")
    renamed(where, "b/seats.csv", "mine/seats.csv")
    monkeypatch.chdir(where)
    with pytest.raises(InputError) as refused:
        read_base(["git:HEAD"], ["mine"])
    assert str(refused.value) == (
        "mine: Its files come from several folders (a, b): name the one to compare with, as git:HEAD:a."
    )


def test_a_link_among_the_files_of_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = repository(tmp_path / "r", {"README.md": "x"})
    path = folder(where / "mine", good())
    (path / "seats.csv").rename(where / "seats.csv")
    (path / "seats.csv").symlink_to("../seats.csv")
    git(where, "add", "--all")
    git(where, "commit", "--quiet", "--message", "Sheets")
    monkeypatch.chdir(where)
    with pytest.raises(InputError, match=r"seats\.csv: At this revision it is a link or a folder, not a file\."):
        read_base(["git:HEAD"], ["mine"])
