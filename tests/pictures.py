"""The pictures of the README: of real pages in a browser, and of a paper: `make pictures`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from pypdfium2 import PdfDocument

import govgraph
from browser import executable, launched
from govgraph.formats import read
from govgraph.model import Structure
from helpers import FIXTURES, ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))
from generate import structure as made

FOLDER = ROOT / "docs" / "pictures"
DRAFT = FIXTURES / "shropshire-draft-2020" / "structure.yaml"
CHAMPIONS = FIXTURES / "shropshire-draft-2020-champions" / "structure.yaml"


def main() -> None:
    """Write a page for each picture, open it, and take it as a person sees it."""
    path = executable()
    if path is None:
        sys.exit("There is no browser: install Chromium.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = {
        "shropshire-draft": govgraph.draw(read(DRAFT)),
        "champions-before-after": govgraph.draw(read(CHAMPIONS), against=read(DRAFT)),
        "hundred-bodies": govgraph.draw(Structure.model_validate(made(100))),
    }
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = launched(playwright, path)
        for name, drawing in pages.items():
            file = Path(folder) / f"{name}.html"
            file.write_text(drawing.html(), encoding="utf-8")
            page = browser.new_page(viewport={"width": 1360, "height": 900})
            page.goto(file.as_uri())
            _choose(page, name)
            page.screenshot(path=FOLDER / f"{name}.png")
            print(FOLDER / f"{name}.png")
        browser.close()
    _paper()


def _paper() -> None:
    """The first two pages of the draft's paper, side by side."""
    written = govgraph.paper(read(DRAFT)).rendered("paper.pdf")
    assert isinstance(written, bytes)
    first, second = (page.render(scale=1.2).to_pil() for page in list(PdfDocument(written))[:2])
    both = Image.new("RGB", (first.width + second.width + 12, first.height), "#767676")
    both.paste(first, (0, 0))
    both.paste(second, (first.width + 12, 0))
    both.quantize(32).save(FOLDER / "board-paper.png", optimize=True)
    print(FOLDER / "board-paper.png")


def _choose(page: Page, name: str) -> None:
    """What is open in the picture."""
    if name == "shropshire-draft":
        page.get_by_role("button", name="Shropshire Health and Wellbeing Board, board").click()
    elif name == "champions-before-after":
        page.get_by_role("button", name="CCG Governing Body, board").click()


if __name__ == "__main__":
    main()
