"""The bytes of a file, of so many at the most. Only files are opened: a pipe or a device may never end."""

import os
import stat
from pathlib import Path

from govgraph.model.faults import Fault, InputError

_NO_FILE = {
    stat.S_IFIFO: "This is a pipe, not a file. Save what it gives in a file, and name that.",
    stat.S_IFSOCK: "This is a socket, not a file; name a file.",
    stat.S_IFCHR: "This is a device, not a file; name a file.",
    stat.S_IFBLK: "This is a device, not a file; name a file.",
    stat.S_IFDIR: "This is a folder; name the file.",
}


def content_of(path: str, most: int) -> bytes:
    """What a file holds. Raises InputError where there is none, where it is no file, and where it holds more."""
    try:
        _refuse_all_but_files(path, os.stat(path))  # noqa: PTH116 - before it is opened: that alone may do something
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _refuse_all_but_files(path, os.fstat(file.fileno()))  # it may be another by now
            data = file.read(most + 1)
    except FileNotFoundError:
        why = "This is a link to a file that is not there." if Path(path).is_symlink() else "There is no such file."
        raise InputError([Fault(path, None, None, why)]) from None
    except (OSError, ValueError) as error:
        raise InputError([unopened(path, error)]) from None
    return at_most(data, most, path)


_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""To open a pipe is to wait for who writes into it, unless it is opened so."""


def _refuse_all_but_files(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        why = _NO_FILE.get(stat.S_IFMT(status.st_mode), "This is not a file; name a file.")
        raise InputError([Fault(path, None, None, why)])


def unopened(path: str, error: OSError | ValueError) -> Fault:
    """What is wrong with a file or a folder that the system does not open."""
    return Fault(path, None, None, f"The file cannot be opened: {getattr(error, 'strerror', None) or error}.")


def at_most(data: bytes, most: int, path: str) -> bytes:
    """The bytes, if they are no more than that. Raises InputError."""
    if len(data) > most:
        why = f"The file is larger than {most // 1_000_000} MB, the most that is read."
        raise InputError([Fault(path, None, None, why)])
    return data
