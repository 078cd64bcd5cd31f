"""Names, objects and renames that would give another base than the true one, and files that only look deleted."""

import zlib
from pathlib import Path

import pytest

from helpers import govgraph, govgraph_json
from repository import ELSEWHERE, STRUCTURE, WITHOUT_SEAT, commit, git, repository

LOST = ("CHG101", ["board"])
OWN_PART = """\
membership: complete
bodies:
  group:
    name: The Group
    kind: board
    level: strategic
    does: [decides]
    part_of: board
    seats:
      - {holder: forum, appointed_by: forum, votes: true}
      - {role: chair, votes: true}
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A repository with the true base and an older copy of it, in which the forum had no seat yet."""
    where = tmp_path / "mine"
    for folder in ("gov", "archive"):
        (where / folder).mkdir(parents=True)
    return repository(where, {"gov/m.yaml": STRUCTURE, "archive/draft.yaml": WITHOUT_SEAT})


def compared(file: str, revision: str, folder: Path) -> tuple[int, list[str], bool]:
    """The exit code, the files that it was compared with, and whether the lost seat is found."""
    code, said = govgraph_json(file, "--against", revision, "--select", "CHG", folder=folder)
    lost = LOST in [(finding["code"], finding["bodies"]) for finding in said["findings"]]
    return code, said["against"]["files"], lost


@pytest.mark.parametrize(("forged", "named", "wanted"), [
    ("refs/tags/origin/main", "origin/main", "refs/remotes/origin/main"),
    ("refs/heads/origin/main", "origin/main~0", "refs/remotes/origin/main~0"),
    ("refs/tags/main", "main", "refs/heads/main"),
])  # fmt: skip
def test_a_name_that_a_tag_shares_is_refused(mine: Path, forged: str, named: str, wanted: str) -> None:
    git(mine, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(mine, "switch", "--quiet", "--create", "change")
    commit(mine, {"gov/m.yaml": WITHOUT_SEAT})
    git(mine, "update-ref", forged, "HEAD")
    ran = govgraph("check", "gov/m.yaml", "--against", f"git:{named}", folder=mine)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"git:{named}: '{named.removesuffix('~0')}' is ambiguous here: {forged} and " in ran.stderr
    assert f"Write in full which: git:{wanted}." in ran.stderr
    assert compared("gov/m.yaml", f"git:{wanted}", mine) == (1, [], True)


def test_a_tag_that_looks_like_the_name_of_a_commit_is_refused(mine: Path) -> None:
    short = git(mine, "rev-parse", "HEAD")[:7]
    commit(mine, {"gov/m.yaml": WITHOUT_SEAT})
    git(mine, "tag", short)
    ran = govgraph("check", "gov/m.yaml", "--against", f"git:{short}", folder=mine)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"'{short}' is ambiguous here: refs/tags/{short} and the beginning of a commit's name." in ran.stderr


@pytest.mark.parametrize(("name", "kind"), [("HEAD:gov/m.yaml", "blob"), ("HEAD:gov", "tree"), ("HEAD", "commit")])
def test_an_object_that_is_not_what_its_name_says_is_refused(mine: Path, name: str, kind: str) -> None:
    # As if objects came by an alternate that leads into the work tree.
    real = git(mine, "rev-parse", name)
    if kind == "blob":
        data = WITHOUT_SEAT.encode()
    elif kind == "tree":
        draft = git(mine, "rev-parse", "HEAD:archive/draft.yaml")
        data = b"100644 m.yaml\0" + bytes.fromhex(draft)
    else:
        archive = git(mine, "rev-parse", "HEAD:archive")
        data = f"tree {archive}\n\nForged\n".encode()
    path = mine / "objects" / real[:2] / real[2:]
    path.parent.mkdir(parents=True)
    path.write_bytes(zlib.compress(b"%s %d\0" % (kind.encode(), len(data)) + data))
    (mine / ".git" / "objects" / "info" / "alternates").write_text(f"{mine}/objects\n", encoding="utf-8")
    (mine / ".git" / "objects" / real[:2] / real[2:]).unlink()
    (mine / "gov" / "m.yaml").write_text(WITHOUT_SEAT, encoding="utf-8")
    ran = govgraph("check", "gov/m.yaml", "--against", "git:HEAD", folder=mine)
    assert (ran.returncode, ran.stdout) == (2, "")
    # Of the commit that is named, git finds out itself.
    why = f"The object {real} does not hold what its name says: it is damaged, or forged. Run `git fsck`."
    assert (why if kind != "commit" else "There is no revision 'HEAD'") in ran.stderr


def test_an_older_copy_does_not_take_the_place_of_the_file_by_a_rename(mine: Path) -> None:
    git(mine, "rm", "--quiet", "gov/m.yaml")
    (mine / "gov").mkdir()
    git(mine, "mv", "archive/draft.yaml", "gov/n.yaml")
    ran = govgraph("check", "gov/n.yaml", "--against", "git:HEAD", folder=mine)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert (
        "gov/n.yaml: It may have been archive/draft.yaml or gov/m.yaml: name the one to compare with, as git:HEAD:PATH."
    ) in ran.stderr
    assert compared("gov/n.yaml", "git:HEAD:gov/m.yaml", mine) == (1, ["gov/m.yaml"], True)


@pytest.mark.parametrize(("old", "new"), [("m.yaml", "n.yaml"), ("m.txt", "n.txt"), ("m.yaml", "n.json")])
def test_a_file_that_is_renamed_and_written_anew_is_found_by_its_bodies(mine: Path, old: str, new: str) -> None:
    git(mine, "mv", "gov/m.yaml", f"gov/moved-{old}")
    commit(mine, {})
    (mine / "gov" / f"moved-{old}").unlink()
    if new.endswith(".json"):
        ran = govgraph("convert", "archive/draft.yaml", f"gov/{new}", folder=mine)
        assert ran.returncode == 0
    else:
        anew = "".join(f"# Line {number} of what a change may add.\n" for number in range(200)) + WITHOUT_SEAT
        (mine / "gov" / new).write_text(anew, encoding="utf-8")
    assert compared(f"gov/{new}", "git:HEAD", mine) == (1, [f"gov/moved-{old}"], True)


def test_a_file_of_which_two_are_made_is_what_both_are_compared_with(mine: Path) -> None:
    head, bodies = WITHOUT_SEAT.split("bodies:\n")
    council, others = bodies.split("  board:\n")
    (mine / "gov" / "m.yaml").unlink()
    (mine / "gov" / "one.yaml").write_text(f"{head}bodies:\n  board:\n{others}", encoding="utf-8")
    (mine / "gov" / "two.yaml").write_text(f"bodies:\n{council}", encoding="utf-8")
    code, said = govgraph_json("gov/one.yaml", "gov/two.yaml", "--against", "git:HEAD", "--select", "CHG", folder=mine)
    assert (code, said["against"]["files"]) == (1, ["gov/m.yaml"])
    assert LOST in [(finding["code"], finding["bodies"]) for finding in said["findings"]]


def test_renamed_files_are_found_in_a_repository_of_longer_hashes_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch=main", "mine")
    mine = tmp_path / "mine"
    commit(mine, {"a.yaml": STRUCTURE, "b.yaml": ELSEWHERE})
    for name in ("a.yaml", "b.yaml"):
        (mine / name).rename(mine / f"new-{name}")
    for name in ("a.yaml", "b.yaml"):
        assert compared(f"new-{name}", "git:HEAD", mine) == (0, [name], False)


@pytest.mark.parametrize("how", ["link", "folder", "link above"])
def test_a_part_in_whose_place_a_link_or_a_folder_is_counts_as_deleted(mine: Path, how: str) -> None:
    (mine / "parts").mkdir()
    commit(mine, {"parts/group.yaml": OWN_PART})
    part = mine / "parts" / "group.yaml"
    part.unlink()
    if how == "link":
        part.symlink_to("../archive/draft.yaml")
    elif how == "folder":
        part.mkdir()
    else:
        (mine / "parts").rmdir()
        (mine / "archive" / "group.yaml").write_text("bodies: {}\n", encoding="utf-8")
        (mine / "parts").symlink_to("archive")
    code, files, _ = compared("gov/m.yaml", "git:HEAD", mine)
    assert (code, files) == (1, ["gov/m.yaml", "parts/group.yaml"])


def test_a_file_that_a_sparse_checkout_leaves_out_is_not_deleted(mine: Path) -> None:
    (mine / "parts").mkdir()
    commit(mine, {"parts/group.yaml": OWN_PART})
    git(mine, "sparse-checkout", "set", "gov")
    assert not (mine / "parts" / "group.yaml").exists()
    assert compared("gov/m.yaml", "git:HEAD", mine) == (0, [], False)


def test_a_file_that_a_partial_clone_lacks_is_named(mine: Path, tmp_path: Path) -> None:
    commit(mine, {"gov/m.yaml": WITHOUT_SEAT})
    git(mine, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", mine.as_uri(), "clone")
    git(tmp_path / "clone", "config", "protocol.file.allow", "always")
    ran = govgraph("check", "gov/m.yaml", "--against", "git:HEAD~1", folder=tmp_path / "clone")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "git:HEAD~1:gov/m.yaml: git cannot give all of this revision: " in ran.stderr
    assert "Fetch it whole: `git fetch --refetch --no-filter`." in ran.stderr
