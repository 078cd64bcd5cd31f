"""How a run meets the outside: streams that take all that is written or say so, signals that end it like Ctrl-C."""

import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
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


_STOPS = [
    getattr(signal, name)
    for name in ("SIGTERM", "SIGHUP", "SIGXCPU", "SIGBREAK")  # no system has them all
    if hasattr(signal, name)
]


@contextmanager
def stopped_like_by_ctrl_c() -> Iterator[None]:
    """Raise KeyboardInterrupt at signals that would end the program at once, and leave files behind."""
    try:
        former = {number: signal.getsignal(number) for number in _STOPS}
        changed = [number for number, handler in former.items() if handler is signal.SIG_DFL]  # not what nohup ignores
        for number in changed:
            signal.signal(number, _stop)
    except ValueError:  # not the main thread: it is not ours to say
        yield
        return
    try:
        yield
    finally:
        for number in changed:
            if signal.getsignal(number) is _stop:
                signal.signal(number, signal.SIG_DFL)


def _stop(_: int, __: FrameType | None) -> None:
    """Stop once. `timeout` and terminals send a signal twice, which must not end the tidying up."""
    for number in _STOPS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
