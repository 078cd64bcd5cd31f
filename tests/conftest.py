"""Settings of the tests, and the browser that some of them share."""

import asyncio
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import chance
from lacking import left_out

if TYPE_CHECKING:  # only tests of pages pay for Playwright
    from playwright.sync_api import Browser

    from browser import Contexts, Opener

settings.load_profile(chance.PROFILE)
SLOW = {"office", "runner"}
"""What is long because of what it uses: it starts LibreOffice, or installs over the network."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--leave-nothing-out", action="store_true", help="fail tests that lack a program")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is long without saying so: in `make test-long`, too, all that hypothesis draws, as it is drawn anew.

    And mark what needs the desk built.
    """
    for item in items:
        if "built_desk" in getattr(item, "fixturenames", ()):
            item.add_marker("desk")
        drawn = hasattr(getattr(item, "obj", None), "hypothesis")
        if (chance.IS_LONG and drawn) or SLOW & set(getattr(item, "fixturenames", ())):
            item.add_marker("long")


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> "Iterator[tuple[Browser, asyncio.AbstractEventLoop]]":
    """One browser a worker, started by the first test that asks; and the event loop that Playwright runs on."""
    from playwright.sync_api import sync_playwright

    from browser import NAMES, executable, launched

    path = executable()
    if path is None:
        left_out(request, f"no browser on PATH: none of {', '.join(NAMES)}")
    with sync_playwright() as playwright:
        browser, loop = launched(playwright, path), asyncio.get_running_loop()
        asyncio._set_running_loop(None)
        yield browser, loop
        asyncio._set_running_loop(loop)
        browser.close()


@pytest.fixture(scope="session")
def contexts(chromium: "tuple[Browser, asyncio.AbstractEventLoop]") -> "Contexts":
    """The contexts of that browser in which tests open their pages."""
    from browser import Contexts

    return Contexts(chromium[0])


@pytest.fixture
def browser(chromium: "tuple[Browser, asyncio.AbstractEventLoop]") -> "Iterator[Browser]":
    """That browser. Playwright's loop counts as running only meanwhile, or no later test could use asyncio."""
    browser, loop = chromium
    asyncio._set_running_loop(loop)
    yield browser
    asyncio._set_running_loop(None)


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path) -> "Callable[[Path, str], Path]":
    """LibreOffice: opens a file and saves it in another format, `office(path, "xlsx")`, in a folder of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        left_out(request, "no LibreOffice on PATH")

    def saved(path: Path, form: str) -> Path:
        profile, folder = tmp_path / "office-profile", tmp_path / f"saved-as-{form}"
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        subprocess.run([*command, "--outdir", folder, path], check=True, capture_output=True, timeout=180)
        return folder / f"{path.stem}.{form}"

    return saved


@pytest.fixture
def opened(browser: "Browser", contexts: "Contexts", tmp_path: Path) -> "Opener":
    """Opens a file, or HTML given as text: `with opened(html, dark=True) as shown:`."""
    from browser import Opener

    return Opener(contexts, tmp_path)
