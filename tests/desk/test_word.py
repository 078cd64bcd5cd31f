"""The paper that the desk writes for Word, in Node, read back by python-docx: the paper that govgraph itself writes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from PIL import Image

from board.reading import CHAMPIONS, DRAFT, change, made, structure
from govgraph.board import plain
from govgraph.board.blocks import Figure
from govgraph.board.paper import Paper
from govgraph.desk.outputs import written
from govgraph.showing import draw, sheet
from helpers import ROOT, mostly_long, not_none
from lacking import left_out

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from browser import Contexts

NODE_MODULES = ROOT / "build" / "desk" / "npm" / "node_modules"
STORIES: dict[str, Callable[[], Paper]] = {
    "the draft": lambda: made(DRAFT),
    "a comparison in full": lambda: made(CHAMPIONS, DRAFT, full=True),
    "a loss": lambda: change("board-removed"),
    "a sheet": lambda: sheet(structure(DRAFT), "0-25 SEND Strategic Board"),
}
RUN = """
import { readFileSync, writeFileSync } from "node:fs";
import { wordOf } from "./word.mjs";
const [papers, picture] = [JSON.parse(readFileSync("papers.json", "utf8")), readFileSync("picture.png")];
for (const [name, paper] of Object.entries(papers))
  writeFileSync(`${name}.docx`, await wordOf(paper, async () => new Blob([picture])));
"""

PIXEL = (
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)
"""A white picture of one pixel, as PNG."""


@dataclass(frozen=True)
class Pair:
    """The same paper as the desk and as govgraph write it."""

    paper: Paper
    desk: bytes
    ours: bytes


def program(name: str) -> str | None:
    """Node or npm: that of the environment, which the test dependencies bring, else that of the machine."""
    return shutil.which(name, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))


@pytest.fixture(scope="module")
def word(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the module that writes Word, bundled, and a picture."""
    if program("node") is None or program("npm") is None:
        left_out(request, "no node and npm on PATH: they run what the desk writes Word with")
    folder = tmp_path_factory.mktemp("word")
    bundled(folder, "word.ts", "--format=esm", "--out-extension:.js=.mjs")
    (folder / "run.mjs").write_text(RUN, encoding="utf-8")
    (folder / "picture.png").write_bytes(bytes.fromhex(PIXEL))
    return folder


def bundled(folder: Path, name: str, *flags: str) -> None:
    """Put a module of the desk into a folder, with what it imports."""
    modules = _modules(folder)
    esbuild = [str(program("node")), str(modules / "esbuild" / "bin" / "esbuild"), str(ROOT / "desk" / "src" / name)]
    whole = [*esbuild, "--bundle", "--log-level=error", f"--outdir={folder}", *flags]
    subprocess.run(whole, env={**os.environ, "NODE_PATH": str(modules)}, check=True)


def _modules(folder: Path) -> Path:
    """The packages of the desk: those of its last build, else fetched by its lock."""
    if (NODE_MODULES / "docx").is_dir():
        return NODE_MODULES
    if (folder / "node_modules" / "docx").is_dir():
        return folder / "node_modules"
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "desk" / name, folder)
    npm = [str(program("npm")), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(npm, cwd=folder, check=True)
    return folder / "node_modules"


def in_node(word: Path, papers: dict[str, Any]) -> dict[str, bytes]:
    """What the desk makes of plain papers, by their names."""
    (word / "papers.json").write_text(json.dumps(papers), encoding="utf-8")
    ran = subprocess.run([str(program("node")), "run.mjs"], cwd=word, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return {name: (word / f"{name}.docx").read_bytes() for name in papers}


@pytest.fixture(scope="module")
def pairs(word: Path) -> dict[str, Pair]:
    """Each story as both write it."""
    papers = {name: make() for name, make in STORIES.items()}
    desk = in_node(word, {name: plain.render(paper) for name, paper in papers.items()})
    return {name: Pair(paper, desk[name], paper.docx()) for name, paper in papers.items()}


@pytest.fixture(params=mostly_long(STORIES, "a comparison in full", "a sheet"))
def pair(request: pytest.FixtureRequest, pairs: dict[str, Pair]) -> Pair:
    return pairs[request.param]


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def content(data: bytes) -> Iterator[tuple[Any, ...]]:
    """Styles and texts of paragraphs, and the cells of tables, in order; but for what only ends a section."""
    for block in opened(data).iter_inner_content():
        if not isinstance(block, Paragraph):
            yield not_none(block.style).name, [[cell.text for cell in row.cells] for row in block.rows]
        elif block.text or block._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
            runs = [(run.text, bool(run.bold)) for run in block.runs if run.text]
            yield not_none(block.style).name, runs, layout(block)


def layout(paragraph: Paragraph) -> tuple[Any, ...]:
    """How far a paragraph is set in, and what keeps it together."""
    form = paragraph.paragraph_format
    indent = None if form.left_indent is None else round(form.left_indent.mm, 1)
    return indent, bool(form.keep_with_next), bool(form.keep_together), bool(form.page_break_before)


def test_it_says_the_same_in_the_same_styles_and_order(pair: Pair) -> None:
    assert [*content(pair.desk)] == [*content(pair.ours)]


def test_tables_are_as_wide_and_their_heads_stand_again_on_every_page(pair: Pair) -> None:
    for desk, ours in zip(opened(pair.desk).tables, opened(pair.ours).tables, strict=True):
        widths = [[round(column.width.mm) for column in table.columns] for table in (desk, ours)]
        assert widths[0] == widths[1]
        for tag in ("w:tblHeader", "w:cantSplit", "w:shd"):
            counts = [len([*table._tbl.iter(qn(tag))]) for table in (desk, ours)]
            assert counts[0] == counts[1] > 0, tag
        said = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in (desk, ours)]
        assert said[0] == said[1] != ""
        assert [child.tag for child in desk._tbl.tblPr][-1] == qn("w:tblCaption")  # where Word looks for it


def test_pages_are_a4_turned_alike_with_a_footer_that_numbers_them(pair: Pair) -> None:
    def pages(data: bytes) -> list[tuple[Any, ...]]:
        sides = [(each.orientation, each.page_width.mm, each.page_height.mm) for each in opened(data).sections]
        margins = [(each.left_margin.mm, each.top_margin.mm) for each in opened(data).sections]
        return [tuple(round(side) for side in section) for section in (*sides, *margins)]

    def footer(data: bytes) -> tuple[str, list[str]]:
        line = opened(data).sections[0].footer.paragraphs[0]
        return line.text, [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))]

    assert pages(pair.desk) == pages(pair.ours)
    assert footer(pair.desk) == footer(pair.ours)
    assert all(section.footer.is_linked_to_previous for section in [*opened(pair.desk).sections][1:])


def test_pictures_are_as_large_and_say_what_they_show(pair: Pair) -> None:
    shown = [[*opened(data).inline_shapes] for data in (pair.desk, pair.ours)]
    assert [round(each.width.mm) for each in shown[0]] == [round(each.width.mm) for each in shown[1]]
    alt = [each._inline.docPr.get("descr") for each in shown[0]]
    assert alt == [block.picture.alt for block in pair.paper.blocks if isinstance(block, Figure)]


def look(style: Any) -> tuple[Any, ...]:
    """The letters of a style, and the space around it, which it may have from the style below it."""
    spaces = [each.paragraph_format for each in (style, style.base_style) if each is not None]
    before, after = ([getattr(each, side) for each in spaces] for side in ("space_before", "space_after"))
    after = [space for space in after if space is not None]
    return style.font.size, bool(style.font.bold), before[0] or 0, after[0]


def test_styles_look_alike_and_are_in_english(pair: Pair) -> None:
    names = ["Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption", "List Bullet"]
    desk, ours = (opened(data).styles for data in (pair.desk, pair.ours))
    assert [look(desk[name]) for name in names] == [look(ours[name]) for name in names]
    assert {each.get(qn("w:val")) for each in desk.element.iter(qn("w:lang"))} == {"en-GB"}


def test_it_is_dated_to_its_day_and_names_nobody(pair: Pair) -> None:
    properties = opened(pair.desk).core_properties
    day = pair.paper.day
    assert (properties.title, properties.language) == (pair.paper.title, "en-GB")
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created == properties.modified == datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_hostile_text_stays_text(word: Path) -> None:
    text = "]]><w:p/>&amp;<!-- \" ' & <b> \u202e {{PAGE}} =1+1 " + "long" * 200
    block = {"kind": "paragraph", "lead": text, "text": text, "inside": False, "keep": False}
    table = {"kind": "table", "caption": text, "plain": False, "header": [text], "rows": [[text]], "note": text}
    pages = [{"wide": True, "blocks": [block, {**table, "shares": [1.0]}]}]
    paper = {"title": text, "subtitle": text, "day": "2022-07-01", "small": False, "pages": pages}
    document = opened(in_node(word, {"hostile": paper})["hostile"])
    assert {paragraph.text for paragraph in document.paragraphs} <= {text, f"{text} {text}", ""}
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [text]
    assert document.core_properties.title == text[:255]
    assert document.sections[0].footer.paragraphs[0].text.startswith(text)


def test_the_desk_gives_the_blocks_of_the_paper_on_what_is_open() -> None:
    made_of = written("paper-blocks", structure(DRAFT), None, None, "ours.xlsx")
    assert json.loads(made_of["content"]) == json.loads(json.dumps(plain.render(made(DRAFT))))
    assert made_of["name"] == "ours - paper.docx"


@pytest.fixture
def painted(word: Path, browser: "Browser", contexts: "Contexts") -> Callable[[str], Image.Image]:
    """What the desk makes of an SVG, in a browser under the desk's policy."""
    from browser import Opener

    bundled(word, "png.ts", "--format=iife", "--global-name=desk")
    script = (word / "png.js").read_text(encoding="utf-8")
    policy = "default-src 'none'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:"
    head = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">'

    def paint(svg: str) -> Image.Image:
        with Opener(contexts, word)(f"{head}<script>{script};globalThis.pngOf = desk.pngOf</script>") as opened:
            found = opened.page.evaluate(PAINT, svg)
            assert (opened.requests, opened.complaints) == ([], [])
        return Image.open(BytesIO(bytes(found)))

    return paint


MOST_DIFFERENCE = 40
"""Of the grey of a small part of a picture, which two programs draw a little differently, out of 255."""
PAINT = "async (svg) => [...new Uint8Array(await (await pngOf(svg)).arrayBuffer())]"


def test_a_picture_in_pixels_is_twice_as_large_with_its_letters(painted: Callable[[str], Image.Image]) -> None:
    drawing = draw(structure(DRAFT))
    picture = painted(drawing.svg())
    assert picture.size == tuple(2 * side for side in drawing.sides())
    assert picture.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    ours = Image.open(BytesIO(drawing.png()))
    looks = [image.convert("L").resize((64, 64)).tobytes() for image in (picture, ours)]
    assert max(abs(one - other) for one, other in zip(*looks, strict=True)) < MOST_DIFFERENCE


def test_a_picture_is_no_larger_than_browsers_can_paint(painted: Callable[[str], Image.Image]) -> None:
    namespace = 'xmlns="http://www.w3.org/2000/svg"'
    picture = painted(
        f'<svg {namespace} width="9000" height="90" viewBox="0 0 9000 90"><rect width="9" height="9"/></svg>'
    )
    assert picture.size == (8000, 80)
