"""Speed of the desk in Chromium, beside the command in the same run: `python benchmarks/bench_desk.py [FILE]`.

It opens `dist/govgraph-desk.html` as a person does, from a file, without a network.
"""

import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from bench import in_turns  # noqa: E402 - of this folder
from generate import structure, write  # noqa: E402

from browser import Contexts, Opener, executable, launched  # noqa: E402 - of the tests
from desk.desk_page import Desk, watched  # noqa: E402

BODIES = 100
ROUNDS = 5
EDITS = 20


def main() -> None:
    """Measure everything and print it."""
    desk = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "dist" / "govgraph-desk.html"
    path = executable()
    if path is None or not desk.is_file():
        sys.exit("There is no Chromium here." if path is None else f"There is no {desk}: `make desk` builds it.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = write(structure(BODIES), Path(folder) / "structure.yaml")
        command = [sys.executable, "-m", "govgraph", "check", str(file), "--format", "json"]
        alone = in_turns({"check": command}, rounds=ROUNDS)["check"]
        print(f"The desk, {desk.stat().st_size / 1e6:.1f} MB, aim 15; {BODIES} bodies; the command checks them", end="")
        print(f" in {1000 * alone:.0f} ms.")
        with_browser(launched(playwright, path), desk, file, alone)


def with_browser(browser: Browser, page: Path, file: Path, alone: float) -> None:
    """What is measured in the browser."""
    opener = Opener(Contexts(browser), file.parent)
    starts = [started(opener, page, file) for _ in range(ROUNDS)]
    tell("the verdict on the screen after opening", statistics.median(starts), alone, "8,000 ms")
    with watched(opener, page) as desk:
        desk.begin()
        desk.choose(file)
        edits(desk, file, alone)
        print(f"  memory of the page's process: {memory(browser):,.0f} MB")


def started(opener: Opener, page: Path, file: Path) -> float:
    """Seconds from opening the desk, with a file chosen at once, until its verdict can be read."""
    with opener("<title>Before</title>") as shown:
        desk = Desk(shown)
        begun = time.perf_counter()
        shown.page.goto(page.as_uri())
        desk.choose(file)
        return time.perf_counter() - begun


# How long the engine takes from a request until its answer is in the page, in ms.
TIMED = """([id, method, given]) => new Promise((keep) => {
    const begun = performance.now();
    const hear = ({data}) => {
        if (data.id !== id) return;
        deskWorker.removeEventListener('message', hear);
        keep(performance.now() - begun);
    };
    deskWorker.addEventListener('message', hear);
    deskWorker.postMessage({id, method, args: JSON.stringify(given), files: []});
})"""


def edits(desk: Desk, file: Path, alone: float) -> None:
    """An edit, and an edit with its picture: the boards are given other names in turn."""
    state = desk.opened(file)
    assert "refused" not in state
    bodies = next(table for table in state["tables"] if table["section"] == "bodies")
    column = [column["header"] for column in bodies["columns"]].index("Name")
    timed = itertools.count(2_000_000)

    def took(method: str, *given: Any) -> float:
        milliseconds: float = desk.page.evaluate(TIMED, [next(timed), method, given])
        return milliseconds / 1000

    took("picture")
    times: dict[str, list[float]] = {"an edit": [], "an edit with its picture": []}
    for row in range(EDITS):
        edit = {"do": "set", "section": "bodies", "row": row, "column": column, "text": f"Another board {row}"}
        findings = took("act", edit)
        times["an edit"].append(findings)
        times["an edit with its picture"].append(findings + took("picture"))
    for (what, taken), aim in zip(times.items(), ("150 ms", "300 ms"), strict=True):
        tell(what, statistics.median(taken), alone, aim)


def memory(browser: Browser) -> float:
    """Megabytes that the largest process of a page holds."""
    session = browser.new_browser_cdp_session()
    told: dict[str, Any] = session.send("SystemInfo.getProcessInfo")
    pids = [one["id"] for one in told["processInfo"] if one["type"] == "renderer"]
    return max(map(resident, pids))


def resident(pid: int) -> float:
    """Megabytes of memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS:"))


def tell(what: str, seconds: float, alone: float, aim: str) -> None:
    """One line of the result."""
    print(f"  {what}: {1000 * seconds:.0f} ms, {seconds / alone:.2f} times the command, aim {aim}")


if __name__ == "__main__":
    main()
