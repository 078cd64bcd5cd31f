"""Mutants of some files, and which of them the tests do not notice: `make mutants FILES=govgraph/graph/stops.py`.

A mutant is the package with one small fault put in, such as `and` for `or`. All of this happens in a copy, so that no
work is changed, however the run ends. Each file is tried with the tests that are named, or with its own: those of the
same name, else those of the same folder.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers import ROOT

_SECONDS = 120  # a mutant may loop without end
# One other operator each: ten for every "+" between texts, all errors of type, would only flatter the figures.
_LEFT_OUT = [
    "core/ReplaceBinaryOperator_(?!(Add_Sub|Sub_Add|Mul_Div|Div_Mul|BitOr_BitAnd|BitAnd_BitOr)$)",
    "core/ReplaceComparisonOperator_(Is_(?!IsNot$)|IsNot_(?!Is$))",
    "core/ReplaceComparisonOperator_(Eq|NotEq)_(Is|IsNot)$",
]


def own_tests(file: str) -> str:
    """Where the tests of a file of the package are: a file of that name, else a folder, else an error."""
    _, *folders, name = Path(file).parts
    folder = Path("tests", *folders)
    for place in (folder / f"test_{name}", Path("tests", f"test_{name}"), folder):
        if place != Path("tests") and (ROOT / place).exists():
            return place.as_posix()
    raise SystemExit(f"{file} has no tests of its own: name some with TESTS=...")


def settings(file: str, tests: str) -> str:
    """The settings of cosmic-ray for one file, in TOML."""
    command = f"{sys.executable} -m pytest -x -n 0 -p no:cacheprovider {tests}"
    return (
        f"[cosmic-ray]\nmodule-path = {json.dumps(file)}\ntest-command = {json.dumps(command)}\n"
        f'timeout = {_SECONDS}.0\nexcluded-modules = []\n[cosmic-ray.distributor]\nname = "local"\n'
        f"[cosmic-ray.filters.operators-filter]\nexclude-operators = {json.dumps(_LEFT_OUT)}\n"
    )


def _copied(folder: Path) -> None:
    """Copy every file of the checkout that git does not ignore, changed or new as it may be."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def report(dump: str) -> str:
    """The mutants that nobody noticed, each as a difference, and how many of all were noticed.

    `dump` is what `cosmic-ray dump` gives: a line of JSON for each mutant, with how its run ended.
    """
    ended = [result for _, result in map(json.loads, dump.splitlines()) if result["worker_outcome"] != "skipped"]
    alive = [result["diff"] for result in ended if result["test_outcome"] == "survived"]
    return "\n\n".join([*alive, f"{len(ended) - len(alive)} of {len(ended)} mutants noticed"])


def _try(file: str, tests: str, folder: Path) -> str:
    """Try every mutant of one file in a copy, and report on them."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),  # for tests that run the command: it, too, is that of the copy
        "PYTHONDONTWRITEBYTECODE": "1",  # or a mutant of the same size and second is taken for the one before
    }
    (folder / "mutants.toml").write_text(settings(file, tests), encoding="utf-8")
    (folder / "mutants.sqlite").unlink(missing_ok=True)
    ran = subprocess.CompletedProcess[str]([], 0, "")
    for command in (
        "cosmic-ray baseline mutants.toml",  # if the tests fail anyway, every mutant would seem to be noticed
        "cosmic-ray init mutants.toml mutants.sqlite",
        "cr-filter-operators mutants.sqlite mutants.toml",
        "cosmic-ray exec mutants.toml mutants.sqlite",
        "cosmic-ray dump mutants.sqlite",
    ):
        program, *arguments = command.split()
        ran = subprocess.run(
            [Path(sys.executable).parent / program, *arguments],
            cwd=folder,
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            text=True,
        )
        if ran.returncode:
            raise SystemExit(f"{ran.stdout}\n{command} failed for {file}, tried with {tests}.")
    return report(ran.stdout)


def main(files: list[str], tests: str = "") -> None:
    """Try every file in one copy, one after the other."""
    if not files:
        raise SystemExit("Name the files: make mutants FILES=govgraph/graph/stops.py")
    with TemporaryDirectory(prefix="mutants-") as name:
        _copied(Path(name))
        for file in files:
            chosen = tests or own_tests(file)
            print(f"{file}, tried with {chosen}:", flush=True)
            print(_try(file, chosen, Path(name)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1].split(), *sys.argv[2:])
