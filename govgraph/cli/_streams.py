"""Standard streams that take everything that is written to them, or say that they do not."""

import errno
import io
import os
import sys
from typing import TextIO, cast


class ClosedStream(io.TextIOBase):
    """Standard output that somebody has closed (`>&-`): whatever is written to it is an error."""

    def write(self, _: str) -> int:
        """Raise OSError: there is nobody to read it."""
        raise OSError(errno.EBADF, "Standard output is closed")


def prepare_streams() -> None:
    """Make standard streams of whatever the program was started with, in UTF-8.

    A stream that is closed takes its number all the same: the next file that is opened would get it otherwise, and with
    it what a library writes to that number.
    """
    for number, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):  # never so that it works by accident
        _occupy(number, mode)
    if sys.stdout is None:
        sys.stdout = cast("TextIO", ClosedStream())
    if sys.stderr is None:  # whoever closes it asks for no messages; the exit code still says how it went
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open as long as the program runs
    sys.stdout, sys.stderr = _buffered(sys.stdout), _buffered(sys.stderr)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _occupy(number: int, mode: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, mode)  # the system gives the lowest number that is free, which is this one


def _buffered(stream: TextIO) -> TextIO:
    """With PYTHONUNBUFFERED, Python drops what a full disk does not take, and says nothing. A buffer does not."""
    raw = getattr(stream, "buffer", None)
    if not isinstance(raw, io.FileIO):
        return stream
    return open(raw.fileno(), "w", buffering=1, closefd=False)
