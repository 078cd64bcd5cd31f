"""The desk for its tests: built once a run, started once a worker."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers import ROOT
from lacking import left_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser import Contexts, Opener
    from desk.desk_page import Desk


@pytest.fixture(scope="session")
def built_desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The desk as one file, built from this checkout once for all workers."""
    if shutil.which("npm") is None:
        left_out(request, "no npm on PATH: the desk is built with it")
    mine = tmp_path_factory.getbasetemp()
    common = mine if worker_id == "master" else mine.parent
    file = common / "govgraph-desk.html"
    with (common / "desk.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            command = [sys.executable, str(ROOT / "desk" / "build.py"), "--quick", "-o", str(file)]
            ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=600)
            assert ran.returncode == 0, ran.stdout + ran.stderr
    return file


class Held:
    """The desk that a worker keeps, and what holds its page open."""

    def __init__(self) -> None:
        self.desk: Desk | None = None
        self._holding = ExitStack()

    def start(self, opener: "Opener", file: Path) -> "Desk":
        """Another desk, in a page that is not given back: the one before may be in a test that failed."""
        from desk.desk_page import watched

        self._holding = ExitStack()
        return self._holding.enter_context(watched(opener, file))


@pytest.fixture(scope="session")
def held() -> Held:
    """Where the desk of this worker is kept."""
    return Held()


@pytest.fixture
def desk(held: Held, browser: "Browser", contexts: "Contexts", built_desk: Path) -> "Iterator[Desk]":
    """A desk that has started: one a worker, for to start takes seconds. It asks for nothing and complains of nothing.

    Another file is opened on it as a person does, after which nothing is left of what was open before. After a test
    that failed the next one gets another.
    """
    from browser import Opener

    desk = held.desk or held.start(Opener(contexts, built_desk.parent), built_desk)
    held.desk = None
    desk.begin()
    yield desk
    desk.assert_quiet()
    if desk.is_unsaved():
        desk.page.close()  # which nobody is asked about
    else:
        held.desk = desk
