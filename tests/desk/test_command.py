"""`govgraph desk` writes the built page byte for byte, or says in a sentence why it cannot."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govgraph.desk.built_file import NAME, digest_of_sources
from govgraph.formats.written_mark import marked
from helpers import ROOT, flat

Ran = subprocess.CompletedProcess[str]


def page_of(digest: str) -> bytes:
    """A page as short as a built one can be."""
    return marked(f'<!doctype html>\n<meta name="govgraph-sources" content="{digest}">\n<title>Desk</title>\n', NAME)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with govgraph in it as a wheel brings it, but for the desk."""
    away = shutil.ignore_patterns("__pycache__", NAME)
    shutil.copytree(ROOT / "govgraph", tmp_path / "site" / "govgraph", ignore=away)
    return tmp_path / "site"


def desk(installed: Path, *arguments: str) -> Ran:
    """The real command, of that govgraph."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "govgraph", "desk", *arguments],
        cwd=installed.parent,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def bring(installed: Path, page: bytes, place: str = "govgraph/desk") -> None:
    (installed / place).mkdir(exist_ok=True)
    (installed / place / NAME).write_bytes(page)


@pytest.mark.parametrize("place", ["govgraph/desk", "dist"])
def test_the_built_page_is_written_byte_for_byte(installed: Path, place: str) -> None:
    page = page_of(digest_of_sources())
    bring(installed, page, place)
    ran = desk(installed, "-o", "mine.html")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Written: mine.html. Open it in a browser.\n")
    assert (installed.parent / "mine.html").read_bytes() == page
    assert desk(installed, "-o", "mine.html").returncode == 0  # as it wrote it, so nothing can be lost


def test_of_two_pages_that_of_this_govgraph_is_written(installed: Path) -> None:
    bring(installed, page_of("0" * 64))
    page = page_of(digest_of_sources())
    bring(installed, page, "dist")
    assert desk(installed, "-o", "mine.html").returncode == 0
    assert (installed.parent / "mine.html").read_bytes() == page


def test_without_a_built_page_a_sentence_says_what_to_do(installed: Path) -> None:
    ran = desk(installed, "-o", "mine.html")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert flat(ran.stderr) == (
        "govgraph: This copy of govgraph comes without the desk. In a copy of the project, run `make desk`."
    )
    assert not (installed.parent / "mine.html").exists()


@pytest.mark.parametrize("page", [page_of("0" * 64), b"<!doctype html>\n"], ids=["another version", "no version"])
def test_a_page_of_another_govgraph_is_refused(installed: Path, page: bytes) -> None:
    bring(installed, page)
    ran = desk(installed, "-o", "mine.html")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert flat(ran.stderr) == (
        "govgraph: The desk was built from another version of govgraph than this one. "
        "In a copy of the project, run `make desk`."
    )
    assert not (installed.parent / "mine.html").exists()


@pytest.mark.parametrize(
    "changed",
    ["rules/rep101_no_seat.py", "cli/starter.yaml", "diagram/templates/page.css", "diagram/templates/page.html.j2"],
)
def test_a_govgraph_that_was_changed_since_is_another_version(installed: Path, changed: str) -> None:
    bring(installed, page_of(digest_of_sources()))
    with (installed / "govgraph" / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert "built from another version" in flat(desk(installed, "-o", "mine.html").stderr)


def test_nothing_is_lost_that_somebody_may_have_written(installed: Path) -> None:
    page = page_of(digest_of_sources())
    bring(installed, page)
    mine = installed.parent / "mine.html"
    mine.write_text("<p>My notes</p>", encoding="utf-8")
    ran = desk(installed, "-o", "mine.html")
    assert ran.returncode == 2
    assert "it may hold somebody's work; choose another name, or add --overwrite." in flat(ran.stderr)
    assert mine.read_text(encoding="utf-8") == "<p>My notes</p>"
    assert desk(installed, "-o", "mine.html", "--overwrite").returncode == 0
    assert mine.read_bytes() == page


def test_the_name_must_be_that_of_a_page(installed: Path) -> None:
    bring(installed, page_of(digest_of_sources()))
    ran = desk(installed, "-o", "mine.xlsx")
    assert ran.returncode == 2
    assert "mine.xlsx: the desk is a page; choose a name that ends in .html." in flat(ran.stderr)
    assert not (installed.parent / "mine.xlsx").exists()
