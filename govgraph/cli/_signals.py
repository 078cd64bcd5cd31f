"""What ends a run from outside: each signal does what Ctrl-C does, so that nothing is left half done."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

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
