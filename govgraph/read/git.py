"""A file as it was at a revision, read by git itself: nothing in the work tree is touched, nothing is fetched."""

from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.read.faults import Fault, InputError

if TYPE_CHECKING:
    import subprocess

PREFIX = "git:"
_LINK, _FILE = "120000", "blob"


def blob(revision: str, path: str) -> bytes | None:
    """What a file held at a revision; None where it was not there. Raises InputError with one sentence."""
    where = Path(path)
    tree = _commit(revision, where)
    entry = _git(where, "ls-tree", "-z", tree, "--", where.name).stdout.partition(b"\0")[0].decode(errors="replace")
    if not entry:
        return None
    mode, kind, name = entry.partition("\t")[0].split(" ")
    if mode == _LINK or kind != _FILE:
        raise _refused(revision, path, "At this revision it is a link or a folder, not a file.")
    ran = _git(where, "cat-file", _FILE, name)
    if ran.returncode:
        raise _refused(revision, path, f"git cannot give the file: {_said(ran)}.")
    return ran.stdout


def _commit(revision: str, where: Path) -> str:
    """The full name of the commit that a revision means."""
    shown = f"{PREFIX}{revision}"
    if not revision:
        raise _refused(revision, None, "No revision is named after 'git:'; write git:origin/main, or git:HEAD~1.")
    inside = _git(where, "rev-parse", "--is-shallow-repository")
    if inside.returncode:
        if b"not a git repository" in inside.stderr:
            raise _refused(revision, None, f"{where} is not in a git repository, so it has no revision '{revision}'.")
        raise _refused(revision, None, f"git cannot read this repository: {_said(inside)}.")
    ran = _git(where, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not ran.returncode:
        return ran.stdout.decode().strip()
    if inside.stdout.strip() == b"true":
        raise _refused(
            revision,
            None,
            f"This clone is shallow and does not hold '{revision}'. Fetch it first: `{_fetch(revision)}`, or all of "
            "history with `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` at the step that checks out; in "
            "GitLab CI: `GIT_DEPTH: 0`).",
        )
    raise _refused(
        revision,
        None,
        f"There is no revision '{revision}' in this repository. If {shown} is a branch on the server, fetch it first: "
        f"`{_fetch(revision)}`.",
    )


def _fetch(revision: str) -> str:
    """What to type to have it: of `origin/main`, the branch into that very name."""
    remote, slash, branch = revision.partition("/")
    if not slash or not branch or "~" in revision or "^" in revision:
        return "git fetch --deepen=50"
    return f"git fetch --depth=1 {remote} +refs/heads/{branch}:refs/remotes/{remote}/{branch}"


def _refused(revision: str, path: str | None, why: str) -> InputError:
    name = f"{PREFIX}{revision}" + (f":{path}" if path else "")
    return InputError([Fault(name, None, None, why)])


def _said(ran: "subprocess.CompletedProcess[bytes]") -> str:
    """The last line that git said, without its full stop."""
    lines = ran.stderr.decode(errors="replace").strip().splitlines() or [f"it ended with {ran.returncode}"]
    return lines[-1].rstrip(".")


def _git(where: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    import subprocess  # noqa: PLC0415 - only a comparison with a revision needs it

    # Nothing may be fetched on the way, and a name of a file is a name, not a pattern.
    safe = ("-c", "protocol.allow=never", "--literal-pathspecs", "--no-pager", "--no-replace-objects")
    try:
        return subprocess.run(  # noqa: S603 - arguments only, no shell
            ["git", *safe, *arguments],  # noqa: S607 - git is where the user has it
            cwd=where.parent,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except FileNotFoundError:
        why = "git is not installed" if where.parent.is_dir() else f"there is no folder {where.parent}"
        raise InputError([Fault(None, None, None, f"A revision cannot be read: {why}.")]) from None
