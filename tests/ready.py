"""Runs of the command without the half second in which it is imported: forks of a process that has done so already.

Each run is a process with a folder, an environment and streams of its own, and ends as any other does. What is met
before the first line of Python, such as a hash seed, is that of the process which is forked. `tests/test_ready.py`
holds that a run says the same here and there. This file, run by itself, is that process.
"""

import atexit
import gc
import io
import json
import os
import select
import selectors
import subprocess
import sys
import warnings
from functools import cache
from pathlib import Path
from typing import NoReturn, TypedDict

FORKS = hasattr(os, "fork")
"""Not on Windows."""


class _Wanted(TypedDict):
    arguments: list[str]
    folder: str
    environment: dict[str, str]


class _Came(TypedDict):
    code: int
    streams: list[str]
    """What was written to standard output and standard error, a letter a byte."""


def run(arguments: list[str], folder: Path | None, seconds: float) -> "subprocess.CompletedProcess[str]":
    """Run the command in a folder. Raises TimeoutExpired where it takes longer."""
    process = _process()
    assert process.stdin is not None
    assert process.stdout is not None
    wanted: _Wanted = {
        "arguments": arguments,
        "folder": str(Path.cwd() if folder is None else folder),
        "environment": dict(os.environ),
    }
    process.stdin.write(f"{json.dumps(wanted)}\n")
    process.stdin.flush()
    if not select.select([process.stdout], [], [], seconds)[0]:
        process.kill()
        _process.cache_clear()
        raise subprocess.TimeoutExpired(arguments, seconds)
    came: _Came = json.loads(process.stdout.readline())
    return subprocess.CompletedProcess(arguments, came["code"], *map(_text, came["streams"]))


def _text(letters: str) -> str:
    """As `subprocess` reads it: in UTF-8, with lines that end as they do everywhere."""
    return io.TextIOWrapper(io.BytesIO(letters.encode("latin-1")), encoding="utf-8").read()


@cache
def _process() -> "subprocess.Popen[str]":
    """The process that is forked: one for all tests of a worker."""
    command = [sys.executable, __file__]
    environment = {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
    }  # numpy has no threads of its own, which would not survive
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
    )
    atexit.register(_end, process)
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    process.communicate()


def _serve() -> None:
    sys.path[0] = ""  # as with `python -m govgraph`: where it runs, and not where this file is
    import govgraph

    govgraph.check(govgraph.read_text("bodies: {a: {name: A, kind: board}}"))
    gc.freeze()  # what is there already need not be copied into each run
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(_forked(json.loads(line)))}\n")
        sys.stdout.flush()


def _forked(wanted: _Wanted) -> _Came:
    pipes = [os.pipe(), os.pipe()]
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # where there are threads, which do not survive it, Python 3.12 and later warn
        child = os.fork()
    if not child:
        _become(wanted, [write for _, write in pipes])
    for _, write in pipes:
        os.close(write)
    streams = _all_of([read for read, _ in pipes])
    return {"code": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), "streams": streams}


def _become(wanted: _Wanted, streams: list[int]) -> NoReturn:
    """Be the command, and end with it."""
    null = os.open(os.devnull, os.O_RDONLY)
    for number, stream in enumerate([null, *streams]):
        os.dup2(stream, number)
    os.closerange(3, 256)
    os.chdir(wanted["folder"])
    os.environ.clear()
    os.environ.update(wanted["environment"])
    sys.argv[1:] = wanted["arguments"]
    from govgraph.cli import main

    try:
        main()
    except SystemExit as end:
        atexit._run_exitfuncs()
        os._exit(end.code if isinstance(end.code, int) else 1)  # to take Python apart costs more than the run
    raise AssertionError("it ends by itself")


def _all_of(pipes: list[int]) -> list[str]:
    """What comes out of each until it is closed."""
    found: dict[int, list[bytes]] = {pipe: [] for pipe in pipes}
    with selectors.DefaultSelector() as waiting:
        for pipe in pipes:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            for key, _ in waiting.select():
                some = os.read(key.fd, 65536)
                found[key.fd].append(some)
                if not some:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
    return [b"".join(found[pipe]).decode("latin-1") for pipe in pipes]


if __name__ == "__main__":
    _serve()
