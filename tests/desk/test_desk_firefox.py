"""The desk in Firefox, from a file, with no connection attempted."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import govgraph
from desk.firefox import NAMES, SECONDS, Firefox, executable, started
from helpers import ROOT
from lacking import left_out

pytestmark = pytest.mark.long
WENDLE = ROOT / "tests" / "diagram" / "wendle.yaml"


@pytest.fixture
def firefox(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Firefox]:
    """Firefox with one tab. Neither its page nor itself asks for anything."""
    path = executable()
    if path is None:
        left_out(request, f"no Firefox on PATH: none of {', '.join(NAMES)}")
    with started(path, tmp_path) as firefox:
        yield firefox
        firefox.run("() => true")  # what it still has to say is heard
        assert (firefox.requests, firefox.complaints, firefox.dialogs, firefox.nowhere.asked) == ([], [], [], [])


BUTTON = """(words) => [...document.querySelectorAll("button")].find((one) =>
    one.offsetParent && one.textContent.trim().startsWith(words))"""
FACTS = """(title) => [...document.querySelectorAll(".verdict section")]
    .filter((one) => one.querySelector("h3")?.textContent === title)
    .map((one) => one.innerText).join(" ")"""
GIVE = "Give parent carers a seat on the Health and Wellbeing Board"
GONE = "Parent carers have no seat on the Health and Wellbeing Board."
SUMMARY = "(words) => [...document.querySelectorAll('summary')].find((one) => one.textContent === words)"
CALM = "() => !document.querySelector('.desk-is-old') && !document.querySelector('.desk-busy').textContent"
HEADLINE = "(words) => document.querySelector('.verdict h2')?.textContent.startsWith(words)"


def test_a_seat_is_given_the_finding_goes_and_the_workbook_is_saved(
    firefox: Firefox, built_desk: Path, tmp_path: Path
) -> None:
    wendle = tmp_path / "wendle.xlsx"
    govgraph.write(govgraph.read(WENDLE), wendle)
    firefox.goto(built_desk)
    firefox.choose(firefox.element("() => document.querySelector('#desk-files')"), wendle)
    firefox.wait(HEADLINE, "Parent carers and young people have no seat on the Health and Wellbeing Board.")
    firefox.wait("() => document.querySelectorAll('#gg .body').length > 10")

    firefox.click(firefox.element(BUTTON, GIVE))
    firefox.wait(f"(words) => ({FACTS})('No longer found').includes(words)", GONE)
    firefox.wait(HEADLINE, "Young people have no seat on the Health and Wellbeing Board.")
    firefox.wait("() => document.querySelector('#sides') !== null")  # the picture has a before and an after

    firefox.wait(CALM)
    wendle.unlink()
    firefox.click(firefox.element(SUMMARY, "Save"))
    firefox.click(firefox.element(BUTTON, "Download workbook"))
    firefox.wait("() => !document.title.startsWith('* ')")
    until(wendle.is_file)
    holders = [seat.on_behalf_of for seat in govgraph.read(wendle).bodies["health-and-wellbeing-board"].seats]
    assert "parent-carers" in holders


def test_an_example_is_opened(firefox: Firefox, built_desk: Path) -> None:
    firefox.goto(built_desk)
    firefox.wait("() => document.querySelectorAll('.desk-examples button').length > 1")
    firefox.click(firefox.element("() => document.querySelector('.desk-examples button')"))
    firefox.wait("() => document.querySelectorAll('.verdict .found > li').length > 0")


def until(there: Callable[[], bool]) -> None:
    """Wait until something is there."""
    end = time.monotonic() + SECONDS
    while not there():
        assert time.monotonic() < end
        time.sleep(0.1)
