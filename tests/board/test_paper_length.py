"""How long a paper is: two pages, a diagram and a short annex, with no page that is nearly empty."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf

from board.reading import CHAMPIONS, DRAFT, made
from govgraph.board.paper import Paper

MAIN, ANNEX = 2, 3
"""So many pages at most has the draft before its diagram, and its annex."""


def assert_short(pdf: bytes) -> None:
    """That there are so many pages before the diagram, one with it, and so many in the annex."""
    pages = [page.extract_text().replace("\n", " ") for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    diagram = next(number for number, page in enumerate(pages) if page.strip().startswith("The structure"))
    annex = next(number for number, page in enumerate(pages) if page.strip().startswith("Annex"))
    assert 1 <= diagram <= MAIN
    assert annex == diagram + 1
    assert len(pages) - annex <= ANNEX


def test_the_paper_on_the_draft_is_short_in_pdf() -> None:
    assert_short(made(DRAFT).pdf())


def test_the_paper_on_the_draft_is_short_in_word(office: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(made(DRAFT).docx())
    assert_short(office(path, "pdf").read_bytes())


def test_most_of_a_paper_on_a_change_is_short_too() -> None:
    assert_short(made(CHAMPIONS, DRAFT).pdf())


def letters(of: Paper) -> int:
    """How many letters a paper has."""
    return sum(map(len, of.texts))


def test_a_full_annex_has_what_a_short_one_leaves_out() -> None:
    short, full = made(DRAFT), made(DRAFT, full=True)
    assert letters(full) > 2 * letters(short)
    assert set(short.texts) <= set(full.texts)
