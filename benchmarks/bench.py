"""Speed, as ratios measured in one run: the command against a floor, the graph questions beside networkx."""

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
from generate import changed, structure, write

import govgraph
from govgraph.formats.sheets.tables import filled_sheets
from govgraph.graph.kernels import NO_NODE, components, dominators, reach, reversed_edges
from govgraph.model import Structure

FLOOR = "from pydantic import BaseModel\nclass One(BaseModel):\n    name: str\nOne(name='x')"
BOMB = Path(__file__).parents[1] / "fixtures" / "refused" / "alias-bomb.yaml"
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
ROUNDS = 15


def main() -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as folder:
        whole_process(Path(folder))
        proposed_change(Path(folder))
        drawings(Path(folder))
        questions()
        workbooks(Path(folder))
        large_file(Path(folder))


def whole_process(folder: Path) -> None:
    """The whole command, on files of an officer's size, against Python with pydantic and one model."""
    files = {size: write(structure(size), folder / f"{size}.yaml") for size in (40, 500)}
    commands = {
        "floor": [sys.executable, "-c", FLOOR],
        **{f"{size} bodies": [sys.executable, "-m", "govgraph", "check", str(path)] for size, path in files.items()},
        "alias bomb": [sys.executable, "-m", "govgraph", "check", str(BOMB)],
    }
    times = in_turns(commands)
    floor = times["floor"]
    print(f"Whole process, median of {ROUNDS} runs in turns:")
    for name, middle in times.items():
        aim = {"40 bodies": ", aim 1.6", "500 bodies": ", aim 2.2"}.get(name, "")
        print(f"  {name:<12} {1000 * middle:7.0f} ms   {middle / floor:5.2f} times the floor{aim}")


def in_turns(commands: dict[str, list[str]], folder: Path | None = None, rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds of each command, run in turns, so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False, cwd=folder)
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(taken) for name, taken in times.items()}


def proposed_change(folder: Path) -> None:
    """A draft of 500 bodies against the commit before it, beside the check of the draft alone."""
    repository = folder / "repository"
    repository.mkdir()
    git = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    subprocess.run([*git, "init", "--quiet"], cwd=repository, check=True)
    for data in (structure(500), changed(structure(500))):
        write(data, repository / "structure.yaml")
        subprocess.run([*git, "add", "--all"], cwd=repository, check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "Change"], cwd=repository, check=True)
    command = [sys.executable, "-m", "govgraph", "check", "structure.yaml"]
    times = in_turns({"alone": command, "against": [*command, "--against", "git:HEAD~1"]}, repository)
    alone, against = times["alone"], times["against"]
    print("A draft of 500 bodies against the commit before it, whole process:")
    print(f"  {1000 * against:.0f} ms, alone {1000 * alone:.0f} ms: {against / alone:.2f} times, aim 2.2")


def drawings(folder: Path) -> None:
    """A page and a picture, whole process, against the check of the same file; and how large the page is."""
    print("A drawing, whole process:")
    for size, aim in ((40, ", aim 2 s"), (100, ""), (300, ", aim 8 s")):
        path = write(structure(size), folder / f"draw-{size}.yaml")
        drawn = folder / "page.html"
        command = [sys.executable, "-m", "govgraph"]
        commands = {
            "check": [*command, "check", str(path)],
            "page": [*command, "draw", str(path), "-o", str(drawn)],
            "png": [*command, "draw", str(path), "-o", str(folder / "page.png")],
        }
        times = in_turns(commands, rounds=5)
        told = (f"{name} {times[name]:.2f} s ({times[name] / times['check']:.1f} times)" for name in ("page", "png"))
        print(
            f"  {size:>4} bodies: check {times['check']:.2f} s; {', '.join(told)}{aim}; {drawn.stat().st_size:,} bytes"
        )


Edges = list[list[int]]


def lines_of(size: int) -> tuple[Edges, list[int]]:
    """Reporting lines as lists of ints, and the bodies at which they leave the structure."""
    bodies = structure(size)["bodies"]
    index = {name: number for number, name in enumerate(bodies)}
    up = [[index[tie["to"]] for tie in body.get("reports_to", [])] for body in bodies.values()]
    return up, [index[name] for name, body in bodies.items() if "accountable_to" in body]


Answers = tuple[int, int, int, int]


def ours(up: Edges, exits: list[int]) -> Answers:
    """Our kernels: who has a line (with the next step of it), where lines stop, which rings, who hangs on whom."""
    root = len(up)
    down = reversed_edges(up)
    next_step = reach(down, exits)
    sets = components(up, down)
    stops = 0
    for members in sets:
        if next_step[members[0]] == NO_NODE:
            inside = set(members)
            stops += all(other in inside for node in members for other in up[node])
    entering = [*up, []]
    for node in exits:
        entering[node] = [*up[node], root]
    above, order = dominators([*down, exits], root, entering)
    hanging = [0] * (root + 1)
    for node in reversed(order[1:]):
        hanging[above[node]] += hanging[node] + 1
    points = sum(count >= 5 for count in hanging[:-1])
    return root - next_step.count(NO_NODE), stops, sum(len(one) > 1 for one in sets), points


def theirs(up: Edges, exits: list[int]) -> Answers:
    """The same with networkx."""
    root = len(up)
    made: nx.DiGraph[int] = nx.DiGraph()
    made.add_nodes_from(range(root))
    made.add_edges_from((above, node) for node, uppers in enumerate(up) for above in uppers)
    made.add_edges_from((root, leaving) for leaving in exits)
    next_step = dict(nx.bfs_predecessors(made, root))
    sets = [members for members in nx.strongly_connected_components(made) if root not in members]
    stops = 0
    for members in sets:
        if next(iter(members)) not in next_step:
            stops += all(other in members for node in members for other in made.predecessors(node))
    above = nx.immediate_dominators(made, root)
    tree: nx.DiGraph[int] = nx.DiGraph(
        (upper, node) for node, upper in above.items() if upper is not None and node != root
    )
    hanging = dict.fromkeys(tree, 0)
    for upper, node in reversed(list(nx.bfs_edges(tree, root))):
        hanging[upper] += hanging[node] + 1
    hanging.pop(root)
    return len(next_step), stops, sum(len(one) > 1 for one in sets), sum(one >= 5 for one in hanging.values())


def questions() -> None:
    """The same questions of the same lists of lines, with the same answers."""
    print("Graph questions (lines, where they stop, rings, cut-offs), from lists of lines to answers:")
    for size, rounds in ((1_000, 15), (100_000, 3)):
        up, exits = lines_of(size)
        pairs = [(_timed(ours, up, exits), _timed(theirs, up, exits)) for _ in range(rounds)]
        assert pairs[0][0][1] == pairs[0][1][1], "the two disagree"
        mine, other = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
        faster = f"{other / mine:.1f} times as fast, aim 5"
        print(f"  {size:>7,} bodies: {1000 * mine:8.1f} ms, networkx {1000 * other:9.1f} ms: {faster}")


def _timed(answer: Callable[..., Any], *arguments: Any) -> tuple[float, Any]:
    gc.disable()  # as timeit does, for both alike
    begun = time.perf_counter()
    result = answer(*arguments)
    taken = time.perf_counter() - begun
    gc.enable()
    return taken, result


def workbooks(folder: Path) -> None:
    """Ten thousand rows of a workbook, written and read, beside the same structure in YAML."""
    data = structure(1_840)
    path, text = folder / "rows.xlsx", write(data, folder / "rows.yaml")
    made = Structure.model_validate(data)
    rows = sum(len(one.rows) for one in filled_sheets(made))
    written, _ = _timed(govgraph.write, made, path)
    taken = {
        name: statistics.median(_timed(govgraph.read, one)[0] for _ in range(5))
        for name, one in {"workbook": path, "YAML": text}.items()
    }
    assert govgraph.read(path).model_dump() == made.model_dump(), "the workbook reads differently"
    ratio = taken["workbook"] / taken["YAML"]
    print(f"A workbook of {rows:,} rows: read in {taken['workbook']:.2f} s (aim 3), {ratio:.1f} times its YAML;")
    print(f"  written in {written:.1f} s, {path.stat().st_size:,} bytes")


def large_file(folder: Path) -> None:
    """A hundred thousand bodies from a JSON file to findings."""
    path = write(structure(100_000), folder / "large.json")
    begun = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-m", "govgraph", "check", str(path), "--format", "json"],
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    taken = time.perf_counter() - begun
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000_000
    size = path.stat().st_size / 1_000_000
    print(f"100,000 bodies, JSON of {size:.0f} MB, to findings: {taken:.1f} s (aim 12), {most:.2f} GB at most (aim 2),")
    found = ran.stdout.count(b'"code"')
    print(f"  exit code {ran.returncode}, {found:,} findings, {len(ran.stdout) / 1e6:.0f} MB told")


if __name__ == "__main__":
    main()
