"""git as a program: where it is, what it may do, and what it says. Only what reads is asked of it, and nothing runs."""

import os
from pathlib import Path
from typing import NamedTuple

from govgraph.model.faults import Fault, InputError

PREFIX = "git:"


class Answer(NamedTuple):
    """What git answers: its exit code, its output, and the sentence with which it refuses."""

    code: int
    output: bytes
    why: str


def refused(revision: str, path: Path | str | None, why: str) -> InputError:
    """The fault of a revision, or of a file at it, as an error to raise."""
    return InputError([Fault(f"{PREFIX}{revision}" + (f":{path}" if path else ""), None, None, why)])


# What a configuration may name, so that git runs it. Only objects, references and the list of the index are asked for,
# never the files of the work tree; these are the second lock on that door. Nothing may be fetched, by any protocol.
_PROTOCOLS = ("ext", "file", "fd", "git", "ssh", "http", "https", "ftp", "ftps")
_NOTHING_RUNS = {
    "safe.bareRepository": "explicit",
    "core.fsmonitor": "",  # an old git would run a program called "false"
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.askPass": "",
    "core.sshCommand": "false",
    "core.gitProxy": "",
    "core.commitGraph": "false",  # it says of parents what the commits themselves may not
    "credential.helper": "",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    **{f"protocol.{name}.allow": "never" for name in _PROTOCOLS},
}
_SETTINGS = [part for key, value in _NOTHING_RUNS.items() for part in ("-c", f"{key}={value}")]
# A name of a file is a name, not a pattern; a commit is what its name says.
_OPTIONS = ("--literal-pathspecs", "--no-pager", "--no-replace-objects", "--no-optional-locks")


def git(folder: Path, *arguments: str, given: bytes = b"") -> Answer:
    """What git answers in a folder. Raises InputError where it cannot be run."""
    import subprocess  # noqa: PLC0415 - only a comparison with a revision needs it

    try:
        ran = subprocess.run(  # noqa: S603 - arguments only, no shell
            [_executable(), *_SETTINGS, *_OPTIONS, *arguments],
            cwd=folder,
            capture_output=True,
            input=given,
            check=False,
        )
    except (OSError, ValueError) as error:  # a revision with a zero byte is the second
        why = getattr(error, "strerror", None) or error
        raise InputError([Fault(None, None, None, f"A revision cannot be read: {why}.")]) from None
    return Answer(ran.returncode, ran.stdout, _sentence(ran.stderr, ran.returncode))


def _executable() -> str:
    """Where git is. The current folder, and relative entries of PATH, are left out: a change can put a `git` there."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)  # noqa: PTH118 - a path for the system, as it stands in PATH
        if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113
            return path
    raise InputError([Fault(None, None, None, "A revision cannot be read: git is not installed.")])


def _sentence(errors: bytes, code: int) -> str:
    """All that git says of why it refuses: where it does not trust a folder, what to do stands in the last line."""
    words = errors.decode(errors="replace").split() or ["it", "ended", "with", str(code)]
    sentence = " ".join(words).removeprefix("fatal: ")
    return sentence if "git config" in sentence else sentence.rstrip(".") + "."
