"""Files as they were at a revision, read by git itself: nothing in the work tree is touched, nothing is fetched."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

from govgraph.read.git_objects import Commit, Entry, all_files, content, contents, entry_at, folder_at
from govgraph.read.git_program import PREFIX, Answer, git, refused
from govgraph.read.repository import git_folder, place, submodule_of, top

__all__ = ["PREFIX", "Commit", "Entry", "blob", "blobs", "commit", "content", "contents", "from_top", "gone", "top"]


def commit(revision: str, folder: Path) -> Commit:
    """The commit that a revision means. Raises InputError with one sentence on what is missing, and what to do."""
    if not revision:
        raise refused(revision, None, "No revision is named after 'git:'; write git:origin/main, or git:HEAD~1.")
    inside = _own_repository(revision, folder)
    opened = git(inside, "rev-parse", "--is-shallow-repository", "--absolute-git-dir")
    if opened.code:
        raise refused(revision, None, f"git cannot read this repository: {opened.why}")
    shallow, _, where = opened.output.decode("utf-8", "surrogateescape").strip().partition("\n")
    if os.path.realpath(where) != os.path.realpath(git_folder(inside)):  # it went on to look for another
        why = f"git would read {where}, but the repository is {inside / '.git'}. `git status` there says what is wrong."
        raise refused(revision, None, why)
    ran = git(inside, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if ran.code:
        raise refused(revision, None, _why_not_there(revision, is_shallow=shallow == "true"))
    _refuse_ambiguous(revision, inside)
    return Commit(revision, ran.output.decode().strip(), inside)


def _why_not_there(revision: str, *, is_shallow: bool) -> str:
    if is_shallow:
        return (
            f"This clone is shallow and does not hold '{revision}'. Fetch it first: `{_fetch(revision)}`, or all of "
            "history with `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` at the step that checks out; in "
            "GitLab CI: `GIT_DEPTH: 0`)."
        )
    why = f"There is no revision '{revision}' in this repository; `git branch --all` and `git tag` list what is."
    return f"{why} If it is a branch on the server, fetch it first: `{_fetch(revision)}`." if _remote(revision) else why


def _refuse_ambiguous(revision: str, inside: Path) -> None:
    """Refuse a name that a branch and a tag share, or two branches: git would take the tag."""
    name = re.split(r"[~^:]|@\{", revision)[0]
    full = [f"refs/{name}", f"refs/tags/{name}", f"refs/heads/{name}", f"refs/remotes/{name}"]
    listed = git(inside, "for-each-ref", "--format=%(refname)", *full) if name else Answer(0, b"", "")
    there = [each for each in full if each in listed.output.decode("utf-8", "surrogateescape").split("\n")]
    if len(there) > 1 or (there and re.fullmatch("[0-9a-f]{4,39}", name)):
        others = " and ".join(there) if len(there) > 1 else f"{there[0]} and the beginning of a commit's name"
        why = f"'{name}' is ambiguous here: {others}. Write in full which: {PREFIX}{there[-1]}{revision[len(name) :]}."
        raise refused(revision, None, why)


def _own_repository(revision: str, folder: Path) -> Path:
    """The top of the repository of a folder. Raises InputError where it is in none, or in one that a change brings."""
    inside, here = place(folder)[0], top(Path.cwd())
    if inside is None:
        where = "This folder" if str(folder) == "." else str(folder)
        raise refused(revision, None, f"{where} is not in a git repository, so there is no revision '{revision}'.")
    outer = submodule_of(inside)
    if outer is not None:
        why = (
            f"{inside.relative_to(outer)} is a submodule of {outer}. A change there can bring another one along, so "
            "its revisions are no base. To compare with them, run govgraph in a clone of its own."
        )
        raise refused(revision, None, why)
    if here is not None and inside != here and inside.is_relative_to(here):  # a repository left there
        why = (
            f"{inside.relative_to(here)} is a repository of its own within this one. A change can bring one, so its "
            "revisions are no base from here. To compare with them, run govgraph in that folder."
        )
        raise refused(revision, None, why)
    return inside


def blob(at: Commit, path: Path) -> bytes | None:
    """What a file held at a commit; None where it was not there. Raises InputError with one sentence."""
    entry = entry_at(at, from_top(at, path))
    return None if entry is None else _of_entry(at, path, entry)


def blobs(at: Commit, folder: Path, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """What the files of a folder held whose names are wanted. Raises InputError likewise."""
    found = {PurePosixPath(entry.path).name: entry for entry in folder_at(at, from_top(at, folder))}
    return {name: _of_entry(at, folder / name, entry) for name, entry in found.items() if wanted(name)}


def _of_entry(at: Commit, path: Path, entry: Entry) -> bytes:
    if not entry.is_file:
        raise refused(at.revision, path, "At this revision it is a link or a folder, not a file.")
    return content(at, entry)


def gone(at: Commit, endings: tuple[str, ...]) -> list[Entry]:
    """The files of a commit with one of these endings in whose place there is no file any more.

    A link, and what is behind one, is no such file. A file that a sparse checkout leaves out is not gone.
    """
    missing = _without_file(at.top, [entry for entry in all_files(at) if entry.path.lower().endswith(endings)])
    if not missing:
        return []
    listed = git(at.top, "ls-files", "-z", "-t")
    if listed.code:
        raise refused(at.revision, None, f"git cannot list the files of this repository: {listed.why}")
    left_out = {line[2:] for line in listed.output.split(b"\0") if line.startswith(b"S ")}
    return [entry for entry in missing if entry.path.encode("utf-8", "surrogateescape") not in left_out]


def _without_file(inside: Path, entries: Sequence[Entry]) -> list[Entry]:
    folders = {folder: os.path.realpath(folder) for folder in {(inside / entry.path).parent for entry in entries}}

    def is_there(path: Path) -> bool:
        return (
            Path(folders[path.parent]) == path.parent and os.path.lexists(path) and stat.S_ISREG(path.lstat().st_mode)
        )

    return [entry for entry in entries if not is_there(inside / entry.path)]


def from_top(at: Commit, path: Path) -> str:
    """The path of a file from the top of the repository, as git writes it. Raises InputError for one outside it."""
    inside, lexical = place(path)
    real = top(path if path.is_dir() else path.parent)
    if not inside == real == at.top:  # the second: a link on the way may lead out of it
        raise refused(at.revision, path, f"This is outside the repository {at.top}, to which the revision belongs.")
    return lexical.relative_to(at.top).as_posix()


def _remote(revision: str) -> tuple[str, str] | None:
    """The remote and the branch, where the revision is one on a server: `origin/main`."""
    remote, slash, branch = revision.partition("/")
    return (remote, branch) if slash and branch and not {"~", "^", ":", " "} & set(revision) else None


def _fetch(revision: str) -> str:
    """What to type to have it: of `origin/main`, the branch into that very name."""
    remote = _remote(revision)
    if remote is None:
        return "git fetch --deepen=50"
    return f"git fetch --depth=1 {remote[0]} +refs/heads/{remote[1]}:refs/remotes/{remote[0]}/{remote[1]}"
