"""Which files a change to a repository can reach."""

from pathlib import Path

from govgraph.read.git import Commit

_MOST_LINKS = 40
"""As Linux follows them."""


def within_reach(at: Commit, path: Path) -> Path | None:
    """Return where a path enters the repository, and goes on from there; None where no change can reach its file.

    It can where the way to the file goes through the repository, for it can put a link anywhere in there: where the way
    ends says too little. What lies outside, and is reached from outside, no change reaches.
    """
    reached, parts = _start(path, Path.cwd().resolve())
    links = 0
    while parts:
        part = parts.pop(0)
        step = reached.parent if part == ".." else reached / part
        if part != ".." and step != at.top and step.is_relative_to(at.top):
            return step.joinpath(*parts)
        if not step.is_symlink():
            reached = step
            continue
        links += 1
        if links > _MOST_LINKS:
            return None  # a loop leads to no file
        reached, linked = _start(step.readlink(), reached)
        parts = [*linked, *parts]
    return None


def _start(path: Path, folder: Path) -> tuple[Path, list[str]]:
    """The folder from which the parts of a path lead on, and those parts."""
    if path.is_absolute():
        return Path(path.anchor), list(path.parts[1:])
    return folder, list(path.parts)
