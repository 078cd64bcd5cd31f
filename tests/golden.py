"""Every output of the product, written to a folder with the hash of each: what a rebuilding must leave as it is.

`python tests/golden.py FOLDER` runs the commands over all fixtures, in every format, through the command line alone, so
that it runs on any version of the code. Two folders are then compared with `diff -r`, or by their `hashes.txt`.
"""

import contextlib
import gc
import hashlib
import io
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from govgraph.cli import main as command_line

ROOT = Path(__file__).parents[1]
FORMATS = ("text", "json", "markdown", "sarif", "junit", "github", "gitlab")
PICTURES = ("html", "svg", "png", "pdf", "mmd")
PAPERS = ("md", "html", "docx", "pdf")
COMMANDS = ("answer", "check", "convert", "demo", "diff", "draw", "explain", "new", "report", "schema", "trace")

# An output: its name, the arguments, and whether it is a file that the arguments end with.
Output = tuple[str, tuple[str, ...], bool]


def outputs() -> Iterator[Output]:
    """Every output of the product."""
    structures = sorted(path.parent for path in Path("fixtures").glob("*/structure.yaml"))
    changes = sorted(path.parent for path in Path("fixtures/changes").glob("*/after.yaml"))
    for folder in structures:
        yield from _of_structure(folder.name, str(folder / "structure.yaml"))
    for folder in changes:
        yield from _of_change(folder.name, str(folder / "before.yaml"), str(folder / "after.yaml"))
    for path in sorted(Path("fixtures/refused").iterdir()):
        for form in FORMATS:
            yield f"refused/{path.name}.{form}", ("check", str(path), "--format", form), False
    for command in COMMANDS:
        yield f"help/{command}", (command, "--help"), False
    yield "explain", ("explain",), False
    yield "schema", ("schema",), False
    yield "demo", ("demo",), False
    yield "demo-all", ("demo", "--all"), False
    yield "new.yaml", ("new", "new.yaml"), True
    yield "new.xlsx", ("new", "new.xlsx"), True


def _of_structure(name: str, file: str) -> Iterator[Output]:
    for form in FORMATS:
        yield f"{name}/check.{form}", ("check", file, "--format", form, "--fail-on", "warning"), False
    for form in ("text", "markdown"):
        yield f"{name}/check-all.{form}", ("check", file, "--all", "--format", form), False
    for form in ("markdown", "csv"):
        yield f"{name}/questions.{form}", ("check", file, "--questions", "--format", form), False
    for view in ("in_place", "agreed"):
        yield f"{name}/check-{view}", ("check", file, "--view", view, "--fail-on", "note"), False
    for form in PICTURES:
        yield f"{name}/draw.{form}", ("draw", file, "-o", f"draw.{form}"), True
    for form in PAPERS:
        yield f"{name}/report.{form}", ("report", file, "-o", f"report.{form}"), True
    yield f"{name}/report-full.md", ("report", file, "--annex", "full", "--measures", "-o", "report-full.md"), True
    for form in ("yaml", "json", "xlsx"):
        yield f"{name}/convert.{form}", ("convert", file, f"convert.{form}"), True
    yield f"{name}/csv", ("convert", file, "csv"), True
    yield f"{name}/baseline.json", ("check", file, "--write-baseline", "baseline.json"), True
    for body in _bodies(file):
        for form in ("text", "json"):
            yield f"{name}/trace-{body}.{form}", ("trace", file, body, "--format", form), False


def _of_change(name: str, before: str, after: str) -> Iterator[Output]:
    for form in FORMATS:
        yield f"changes/{name}/check.{form}", ("check", after, "--against", before, "--format", form), False
    for form in ("text", "json", "markdown"):
        yield f"changes/{name}/diff.{form}", ("diff", before, after, "--format", form), False
    for form in ("text", "markdown"):
        yield f"changes/{name}/diff-all.{form}", ("diff", before, after, "--all", "--format", form), False
        yield (
            f"changes/{name}/check-all.{form}",
            ("check", after, "--against", before, "--all", "--format", form),
            False,
        )
    for form in ("markdown", "csv"):
        yield (
            f"changes/{name}/questions.{form}",
            ("check", after, "--against", before, "--questions", "--format", form),
            False,
        )
    for form in ("html", "svg", "mmd"):
        yield f"changes/{name}/draw.{form}", ("draw", after, "--against", before, "-o", f"draw.{form}"), True
    for form in ("md", "html", "docx"):
        yield f"changes/{name}/report.{form}", ("report", after, "--against", before, "-o", f"report.{form}"), True


def _bodies(file: str) -> list[str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        command_line(["convert", file, "bodies.json"])
    try:
        return list(json.loads(Path("bodies.json").read_text(encoding="utf-8"))["bodies"])
    finally:
        Path("bodies.json").unlink()


def ran(arguments: tuple[str, ...]) -> str:
    """What a command writes to its two streams, and its exit code."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            command_line(arguments)
        except SystemExit as exit_:
            code = exit_.code
    gc.enable()  # the command line turns it off, for one short run
    return f"{out.getvalue()}\n--- standard error\n{err.getvalue()}\n--- exit code {code}\n"


def write(folder: Path) -> dict[str, str]:
    """Write every output into a folder; the hash of each by its name."""
    hashes: dict[str, str] = {}
    for name, arguments, is_file in outputs():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        said = ran(arguments)
        if is_file:
            if Path(arguments[-1]).exists():
                shutil.move(arguments[-1], target)
            target.with_name(f"{target.name}.said").write_text(said, encoding="utf-8")
        else:
            target.write_text(said, encoding="utf-8")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            hashes[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return hashes


if __name__ == "__main__":
    wanted = Path(sys.argv[1]).absolute()
    shutil.rmtree(wanted, ignore_errors=True)
    wanted.mkdir(parents=True)
    with TemporaryDirectory() as place:
        shutil.copytree(ROOT / "fixtures", Path(place) / "fixtures")
        os.chdir(place)
        found = write(wanted)
        os.chdir(ROOT)
    (wanted / "hashes.txt").write_text("".join(f"{value}  {name}\n" for name, value in found.items()), encoding="utf-8")
    sys.stdout.write(f"{len(found)} outputs in {wanted}\n")
