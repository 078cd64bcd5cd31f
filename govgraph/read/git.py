"""Files as they were at a revision, read by git itself: nothing in the work tree is touched, nothing is fetched."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from govgraph.model.faults import Fault, InputError

if TYPE_CHECKING:
    import subprocess

PREFIX = "git:"
_LINK, _FILE = "120000", "blob"


class Commit(NamedTuple):
    """A commit of the repository in which a folder is: what the user called it, and its full name."""

    revision: str
    name: str
    folder: Path


def commit(revision: str, folder: Path) -> Commit:
    """The commit that a revision means. Raises InputError with one sentence on what is missing, and what to do."""
    if not revision:
        raise _refused(revision, None, "No revision is named after 'git:'; write git:origin/main, or git:HEAD~1.")
    inside = _git(folder, "rev-parse", "--is-shallow-repository")
    if inside.returncode:
        if b"not a git repository" in inside.stderr:
            why = f"{_shown(folder)} is not in a git repository, so there is no revision '{revision}'."
            raise _refused(revision, None, why)
        raise _refused(revision, None, f"git cannot read this repository: {_said(inside)}.")
    ran = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not ran.returncode:
        return Commit(revision, ran.stdout.decode().strip(), folder)
    if inside.stdout.strip() == b"true":
        why = (
            f"This clone is shallow and does not hold '{revision}'. Fetch it first: `{_fetch(revision)}`, or all of "
            "history with `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` at the step that checks out; in "
            "GitLab CI: `GIT_DEPTH: 0`)."
        )
    else:
        why = f"There is no revision '{revision}' in this repository; `git branch --all` and `git tag` list what is."
        if _remote(revision):
            why += f" If it is a branch on the server, fetch it first: `{_fetch(revision)}`."
    raise _refused(revision, None, why)


def blob(at: Commit, path: Path) -> bytes | None:
    """What a file held at a commit; None where it was not there. Raises InputError with one sentence."""
    entry = next(iter(_listed(at, path)), None)
    return None if entry is None else _of_entry(at, path, entry)


def blobs(at: Commit, folder: Path, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """What the files of a folder held whose names are wanted. Raises InputError likewise."""
    found = {PurePosixPath(entry.path).name: entry for entry in _listed(at, folder, "/")}
    return {name: _of_entry(at, folder / name, entry) for name, entry in found.items() if wanted(name)}


class _Entry(NamedTuple):
    path: str
    name: str
    is_file: bool


def _listed(at: Commit, path: Path, end: str = "") -> list[_Entry]:
    """A file at a commit; or with `/` as its end what a folder holds, which may be gone since."""
    folder = next((one for one in path.parents if one.is_dir()), path.parent)
    listed = _git(folder, "ls-tree", "-z", at.name, "--", path.relative_to(folder).as_posix() + end)
    if listed.returncode:
        raise _refused(at.revision, path, f"git cannot look into this revision: {_said(listed)}.")
    found = []
    for line in filter(None, listed.stdout.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, kind, hashed = about.decode().split(" ")
        found.append(_Entry(_text(name), hashed, mode != _LINK and kind == _FILE))
    return found


def _of_entry(at: Commit, path: Path, entry: _Entry) -> bytes:
    if not entry.is_file:
        raise _refused(at.revision, path, "At this revision it is a link or a folder, not a file.")
    ran = _git(at.folder, "cat-file", _FILE, entry.name)
    if ran.returncode:
        raise _refused(at.revision, path, f"git cannot give the file: {_said(ran)}.")
    return ran.stdout


def top(folder: Path) -> Path:
    """The folder of the repository in which a folder is."""
    return Path(_text(_git(folder, "rev-parse", "--show-toplevel").stdout).removesuffix("\n"))


class Moved(NamedTuple):
    """Files that are not where they were at a commit, as paths from the top of the repository."""

    renamed: dict[str, str]
    """The old path of a file that has another now."""
    deleted: tuple[str, ...]


def moved(since: Commit) -> Moved:
    """The files that were renamed or deleted since a commit, as git sees it."""
    options = ("--name-status", "-z", "--find-renames", "--no-ext-diff", "--ignore-submodules", "--diff-filter=RD")
    parts = iter(_text(_git(top(since.folder), "diff", *options, since.name, "--").stdout).split("\0"))
    renamed, deleted = {}, []
    for status in filter(None, parts):
        path = next(parts)
        if status.startswith("R"):
            renamed[next(parts)] = path
        else:
            deleted.append(path)
    return Moved(renamed, tuple(deleted))


def from_top(path: Path) -> str:
    """The path of a file from the top of its repository, as git writes it."""
    return _text(_git(path.parent, "rev-parse", "--show-prefix").stdout).removesuffix("\n") + path.name


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


def _refused(revision: str, path: Path | None, why: str) -> InputError:
    name = f"{PREFIX}{revision}" + (f":{path}" if path else "")
    return InputError([Fault(name, None, None, why)])


def _shown(folder: Path) -> str:
    return "This folder" if str(folder) == "." else str(folder)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _said(ran: "subprocess.CompletedProcess[bytes]") -> str:
    """The last line that git said, without its full stop."""
    lines = ran.stderr.decode(errors="replace").strip().splitlines() or [f"it ended with {ran.returncode}"]
    return lines[-1].rstrip(".")


def _git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # noqa: PLC0415 - only a comparison with a revision needs it

    # Nothing may be fetched on the way, and a name of a file is a name, not a pattern.
    safe = ("-c", "protocol.allow=never", "--literal-pathspecs", "--no-pager", "--no-replace-objects")
    try:
        return subprocess.run(  # noqa: S603 - arguments only, no shell
            ["git", *safe, *arguments],  # noqa: S607 - git is where the user has it
            cwd=folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except FileNotFoundError:
        why = "git is not installed" if folder.is_dir() else f"there is no folder {folder}"
        raise InputError([Fault(None, None, None, f"A revision cannot be read: {why}.")]) from None
    except ValueError as error:  # a revision with a zero byte
        raise InputError([Fault(None, None, None, f"A revision cannot be read: {error}.")]) from None
