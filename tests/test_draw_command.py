"""`govgraph draw`, as a user runs it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpers import FIXTURES, ROOT, assert_refused, govgraph

DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CHAMPIONS = FIXTURES / "shropshire-draft-2020-champions" / "structure.yaml"
BEGINS = {"html": b"<!doctype html>", "svg": b"<svg ", "png": b"\x89PNG", "pdf": b"%PDF-", "mmd": b"flowchart BT"}


@pytest.mark.parametrize("form", BEGINS)
def test_the_end_of_the_name_says_what_is_written_and_two_runs_give_the_same_bytes(form: str, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        ran = govgraph("draw", DRAFT, "-o", f"{seed}.{form}", folder=tmp_path, PYTHONHASHSEED=seed)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"Written: {seed}.{form}.\n")
        written.append((tmp_path / f"{seed}.{form}").read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(BEGINS[form])


def test_a_comparison_is_the_same_twice_too(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.html"
        ran = govgraph("draw", CHAMPIONS, "--against", DRAFT, "-o", path, PYTHONHASHSEED=seed)
        assert ran.returncode == 0, ran.stderr
        written.append(path.read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "x.gif"], "its name must end in .html, .svg, .png, .pdf or .mmd"),
        (["-o", "x"], "its name must end in"),
        (["-o", "x.html", "--focus", "nobody"], "There is no body 'nobody'."),
        (["-o", "x.html", "--steps", "2"], "name the body with --focus"),
        (["-o", "x.html", "--as-of", "2020-13-01"], "is not a day"),
        (["-o", "x.html", "--for", "nobody"], "There is no constituency 'nobody'."),
        (["-o", "x.html", "--select", "NOPE"], "NOPE"),
        (["-o", "there-is-no-folder/x.html"], "there is no folder there-is-no-folder"),
        (["-o", "x.html", "--against", "absent.yaml"], "There is no such file."),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence_and_nothing_is_written(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    assert_refused(["draw", DRAFT, *arguments], sentence, tmp_path)


def test_a_broken_file_leaves_the_page_of_yesterday_alone(tmp_path: Path) -> None:
    page = tmp_path / "pack.html"
    page.write_text("yesterday", encoding="utf-8")
    ran = govgraph("draw", FIXTURES / "refused" / "unknown-kind.yaml", "-o", page)
    assert ran.returncode == 2
    assert page.read_text(encoding="utf-8") == "yesterday"
    assert list(tmp_path.iterdir()) == [page]


def test_it_never_writes_over_what_it_reads(tmp_path: Path) -> None:
    ran = govgraph("draw", DRAFT, "-o", DRAFT)
    assert ran.returncode == 2
    assert "is a file that is read" in ran.stderr


def test_names_in_any_script_are_written_whatever_the_locale(tmp_path: Path) -> None:
    source = tmp_path / "bwrdd.yaml"
    source.write_text("bodies: {board: {name: Bwrdd Ŵyl y Tŷ 治理委员会, kind: board}}\n", encoding="utf-8")
    ran = govgraph("draw", source, "-o", "bwrdd.html", folder=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert ran.returncode == 0, ran.stderr
    assert "Bwrdd Ŵyl y Tŷ 治理委员会" in (tmp_path / "bwrdd.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("steps", "bodies"),
    [
        ([], ["0-25 SEND Strategic Board", "People's Overview Committee", "Shropshire Council", "CCG Governing Body"]),
        (["--steps", "9"], ["Shropshire Clinical Commissioning Group"]),
    ],
)
def test_a_body_and_what_is_around_it(steps: list[str], bodies: list[str], tmp_path: Path) -> None:
    ran = govgraph("draw", DRAFT, "-o", "x.html", "--focus", "People's Overview Committee", *steps, folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    names = {name.replace("&#39;", "'") for name in re.findall(r'<h3 tabindex="-1"><span>([^<]+)</span></h3>', page)}
    near = set(bodies) & names
    assert near == (set(bodies) - {"CCG Governing Body"} if not steps else set(bodies))
    assert "Only People&#39;s Overview Committee and what is at most" in page
    assert "SEND Partnership Board" not in names


def test_the_command_needs_no_drawing_libraries_to_say_that_it_needs_them(tmp_path: Path) -> None:
    (tmp_path / "jinja2.py").write_text("raise ModuleNotFoundError('No module', name='jinja2')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    ran = govgraph("draw", DRAFT, "-o", tmp_path / "x.html", PYTHONPATH=path)
    assert ran.returncode == 2
    assert "pip install 'govgraph[draw]'" in ran.stderr
    checked = govgraph("check", DRAFT, PYTHONPATH=path)
    assert checked.returncode == 1


def test_checking_loads_nothing_that_draws() -> None:
    code = (
        "import sys, govgraph; govgraph.check(govgraph.read(sys.argv[1])); "
        "print(sorted({'jinja2', 'pygraphviz', 'fontTools', 'typst', 'matplotlib', 'pyvis'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(DRAFT)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
