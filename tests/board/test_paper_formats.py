"""A paper as Word, PDF, HTML and Markdown, read back by readers that are not ours."""

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from board.reading import (
    CHAMPIONS,
    DRAFT,
    change,
    made,
    of_docx,
    of_html,
    of_markdown,
    of_pdf,
    squeezed,
    structure,
    style,
    tags,
)
from govgraph.board import fitting
from govgraph.board.blocks import Bullets, Figure, Heading, Picture, Table
from govgraph.board.fitting import column_shares
from govgraph.board.paper import Paper
from govgraph.model import Structure
from govgraph.model.faults import InputError
from govgraph.showing import paper
from helpers import DAY, FIXTURES, ROOT, mostly_long, not_none
from render.hostile import TEXTS, hostile

STORIES = [made(DRAFT), made(CHAMPIONS, DRAFT, full=True), made("lancashire-2025", full=True), change("board-removed")]
IDS = ["the draft", "a comparison in full", "two groups in full", "a loss"]
LETTERS = 80
"""So many letters of a table go on a line of a page."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def whole(of: Paper) -> dict[str, str]:
    """What each format shows, without spaces."""
    return {**but_pdf(of), "pdf": squeezed(of_pdf(of.pdf(), of.title))}


def but_pdf(of: Paper) -> dict[str, str]:
    """The same without the one that is slow to read."""
    return {
        "docx": squeezed(of_docx(of.docx())),
        "html": squeezed(of_html(of.html())),
        "md": squeezed(of_markdown(of.markdown())),
    }


def told_in(form: str, of: Paper) -> list[str]:
    """The texts that a format shows: Markdown has another sentence for the picture."""
    captions = {block.caption for block in of.blocks if isinstance(block, Figure)}
    return [text for text in of.texts if form != "md" or text not in captions]


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(of, id=name, marks=pytest.mark.long if number else ())
        for number, (of, name) in enumerate(zip(STORIES, IDS, strict=True))
    ],
)
def test_every_format_holds_every_sentence_in_the_order_of_reading(of: Paper) -> None:
    for form, shown in whole(of).items():
        at = 0
        for text in told_in(form, of):
            found = shown.find(squeezed(text), at)
            if found < 0 and form == "pdf":  # a heading row stands again on the next page, inside of what it heads
                assert squeezed(text) in shown or _parted(squeezed(text), shown), text
                continue
            assert found >= 0, (form, text)
            at = found + len(squeezed(text))


def _parted(text: str, shown: str) -> bool:
    """Whether a text is there in two parts, as one that goes over the end of a page."""
    return any(text[:cut] in shown and text[cut:] in shown for cut in range(1, len(text)))


def test_headings_have_the_styles_of_word_in_their_order() -> None:
    document = docx.Document(io.BytesIO(made(DRAFT).docx()))
    styled = [(style(one), one.text) for one in document.paragraphs if style(one).startswith("Heading")]
    assert styled == [
        (f"Heading {block.level}", block.text) for block in made(DRAFT).blocks if isinstance(block, Heading)
    ]
    assert style(document.paragraphs[0]) == "Title"
    assert {"List Bullet", "Caption", "Subtitle"} <= {style(one) for one in document.paragraphs}


def test_tables_of_word_repeat_their_headings_and_keep_their_rows_whole() -> None:
    of = made(DRAFT, full=True)
    document = docx.Document(io.BytesIO(of.docx()))
    tables = [block for block in of.blocks if isinstance(block, Table)]
    assert len(document.tables) == len(tables)
    for shown, block in zip(document.tables, tables, strict=True):
        assert not_none(shown.style).name == "Table Grid"
        heads = [row._tr.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in shown.rows]
        assert heads == [True, *(False for _ in block.rows)]
        assert all(row._tr.find(f"{WORD}trPr/{WORD}cantSplit") is not None for row in shown.rows)
        assert shown._tbl.tblPr.find(f"{WORD}tblCaption").get(qn("w:val")) == block.caption
        widths = [cell.width for cell in shown.rows[0].cells]
        assert sum(widths) <= document.sections[0].page_width


def test_the_picture_of_word_says_what_it_shows() -> None:
    document = docx.Document(io.BytesIO(made(DRAFT).docx()))
    (shape,) = document.inline_shapes
    told = shape._inline.docPr.get("descr")
    assert told.startswith("As at 3 July 2020")
    assert "Parent carers, no seat: CCG Governing Body" in told
    section = document.sections[0]
    across = (not_none(one) for one in (section.left_margin, section.right_margin))
    down = (not_none(one) for one in (section.top_margin, section.bottom_margin))
    assert shape.width <= not_none(section.page_width) - sum(across)
    assert shape.height <= not_none(section.page_height) - sum(down)


def test_a_word_document_names_its_title_and_language_and_nobody() -> None:
    data = made(DRAFT).docx()
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert properties.title == made(DRAFT).title
    assert properties.language == "en-GB"
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created.date() == properties.modified.date() == made(DRAFT).day
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {one.date_time[:3] for one in packed.infolist()} == {(2020, 7, 3)}
        assert not any("thumbnail" in name or "comments" in name for name in packed.namelist())
        styles = packed.read("word/styles.xml").decode()
        assert 'w:lang w:val="en-GB"' in styles
        assert 'w:val="en-US"' not in styles
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(packed.read(name))


def test_pages_of_word_are_numbered() -> None:
    document = docx.Document(io.BytesIO(made(DRAFT).docx()))
    footer = document.sections[0].footer._element
    assert [one.get(qn("w:instr")) for one in footer.iter(f"{WORD}fldSimple")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("title", ["The structure", "Annex"])
def test_a_large_diagram_and_the_annex_begin_a_page_of_word(title: str) -> None:
    document = docx.Document(io.BytesIO(made(DRAFT).docx()))
    (heading,) = [one for one in document.paragraphs if one.text == title]
    assert heading.paragraph_format.page_break_before


def test_requests_are_a_numbered_list_of_word_and_of_html() -> None:
    of = made(DRAFT)
    (requests,) = [block for block in of.blocks if isinstance(block, Bullets) and block.start]
    document = docx.Document(io.BytesIO(of.docx()))
    numbered = [one.text for one in document.paragraphs if style(one) == "List Number"]
    assert numbered == [item.text for item in requests.items]
    assert [tag for tag, _ in tags(of.html())].count("ol") == 1
    assert f"\n1. {requests.items[0].text[:30]}" in of.markdown()


def test_what_belongs_together_is_kept_on_a_page_of_word() -> None:
    document = docx.Document(io.BytesIO(made(DRAFT).docx()))
    (fact,) = [one for one in document.paragraphs if one.text.startswith("1. Parent carers")]
    assert fact.paragraph_format.keep_with_next
    assert document.styles["Heading 1"].paragraph_format.keep_with_next


def test_a_diagram_that_is_larger_on_its_side_is_so_on_a_page_with_its_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {
        f"g{number}": {"name": f"Group {number}", "kind": "working_group", "reports_to": ["board", "other"]}
        for number in range(5)
    }
    boards = {body: {"name": body.title(), "kind": "board"} for body in ("board", "other")}
    wide = paper(Structure.model_validate({"bodies": boards | groups}), as_of=DAY)
    monkeypatch.setattr(fitting, "_GAIN", 1.0)
    document = docx.Document(io.BytesIO(wide.docx()))
    across = [not_none(one.page_width) > not_none(one.page_height) for one in document.sections]
    assert across == [False, True, False]
    assert document.sections[1].footer.is_linked_to_previous
    pages = pypdf.PdfReader(io.BytesIO(wide.pdf())).pages
    (turned,) = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert "The structure" in turned.extract_text()


def test_every_column_has_room_for_its_longest_word() -> None:
    for of in (made(DRAFT, full=True), change("board-removed", full=True)):
        for one in (block for block in of.blocks if isinstance(block, Table)):
            shares = column_shares(one)
            assert sum(shares) == pytest.approx(1, abs=0.001)
            for share, *cells in zip(shares, one.header, *one.rows, strict=True):
                longest = max((len(word) for cell in cells for word in cell.split()), default=0)
                assert share * LETTERS >= min(longest, 26), (one.caption, cells[0])


def test_a_pdf_is_tagged_and_says_that_it_conforms_to_pdf_ua() -> None:
    reader = pypdf.PdfReader(io.BytesIO(made(DRAFT).pdf()))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == made(DRAFT).title
    assert reader.metadata.author is None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalogue["/Metadata"].get_object().get_data()
    assert str(reader.metadata.creation_date_raw).startswith("D:20200703")


def _elements(reader: pypdf.PdfReader) -> list[tuple[str, str | None]]:
    """The kind and the alternative text of every element in the tree of tags."""
    found: list[tuple[str, str | None]] = []

    def walk(one: object) -> None:
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, pypdf.generic.DictionaryObject):
            if "/S" in one:
                found.append((str(one["/S"]), one.get("/Alt")))
            walk(one.get("/K"))
        elif isinstance(one, list):
            for part in one:
                walk(part)

    catalogue: Any = reader.trailer["/Root"]
    walk(catalogue["/StructTreeRoot"])
    return found


def test_a_pdf_has_headings_heading_cells_and_a_text_for_its_picture() -> None:
    of = made(DRAFT, full=True)
    elements = _elements(pypdf.PdfReader(io.BytesIO(of.pdf())))
    kinds = [kind for kind, _ in elements]
    tables = [block for block in of.blocks if isinstance(block, Table)]
    assert kinds.count("/H1") == sum(isinstance(block, Heading) and block.level == 1 for block in of.blocks)
    assert kinds.count("/H2") == sum(isinstance(block, Heading) and block.level == 2 for block in of.blocks)
    assert kinds.count("/Table") == len(tables)
    assert kinds.count("/TH") == sum(len(table.header) for table in tables)
    told = [alt for kind, alt in elements if kind == "/Figure" and alt]
    assert len(told) == 1
    assert told[0].startswith("As at 3 July 2020")


def test_a_page_asks_for_nothing_and_only_its_own_style_holds() -> None:
    page = made(DRAFT).html()
    found = tags(page)
    policy = next(attributes["content"] for tag, attributes in found if attributes.get("http-equiv"))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() in str(policy)
    assert str(policy).startswith("default-src 'none'")
    assert {tag for tag, _ in found} & {"script", "link", "iframe", "object", "form"} == set()
    assert {a["href"][0] for tag, a in found if tag == "a" and a["href"]} == {"#"}
    assert [a["src"][:26] for tag, a in found if tag == "img" and a["src"]] == ["data:image/svg+xml;base64,"]


def test_a_page_has_its_language_landmarks_headings_and_heading_cells() -> None:
    of = made(DRAFT, full=True)
    found = tags(of.html())
    assert ("html", {"lang": "en-GB"}) in found
    assert [tag for tag, _ in found if tag in ("h1", "main", "nav")] == ["main", "h1", "nav"]
    assert [int(tag[1]) for tag, _ in found if re.fullmatch(r"h[2-6]", tag)] == [
        block.level + 1 for block in of.blocks if isinstance(block, Heading)
    ]
    tables = [block for block in of.blocks if isinstance(block, Table)]
    scopes = [attributes.get("scope") for tag, attributes in found if tag == "th"]
    assert scopes.count("col") == sum(len(one.header) for one in tables)
    assert scopes.count("row") == sum(len(one.rows) for one in tables)
    ids = {attributes.get("id") for _, attributes in found}
    assert all(a["href"][1:] in ids for tag, a in found if tag == "a" and a["href"])
    alt = next(attributes["alt"] for tag, attributes in found if tag == "img")
    assert str(alt).startswith("As at 3 July 2020")


def test_markdown_has_the_diagram_in_mermaid_before_and_after() -> None:
    assert made(DRAFT).markdown().count("```mermaid\nflowchart BT") == 1
    compared = made(CHAMPIONS, DRAFT).markdown()
    assert re.findall(r"\*\*(Before|After)\*\*\n\n```mermaid", compared) == ["Before", "After"]


def test_a_notebook_shows_it_without_a_page_around_it() -> None:
    shown = made(DRAFT)._repr_html_()
    assert shown.startswith("<h1>Shropshire")
    assert "<html" not in shown
    assert "<style" not in shown


def test_a_notebook_without_the_extra_shows_all_but_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> str:
        raise ModuleNotFoundError("No module", name="pygraphviz")

    monkeypatch.setattr(Picture, "svg", property(missing))
    shown = paper(structure(DRAFT))._repr_html_()
    assert "The diagram needs pygraphviz" in shown
    assert "Parent carers have no seat on three bodies: CCG Governing Body" in shown


_LONG = 1_000
HARSH = [*TEXTS.values(), '#read("/etc/passwd")', "*bold* $x$ <label> @ref", "1. x", "- x", "+ x", "====", "\ufffd"]


SOME = [
    TEXTS["script"],
    "*bold* $x$ <label> @ref",
]


@pytest.mark.parametrize(
    "text",
    mostly_long(HARSH, *SOME),
    ids=[*TEXTS, "typst", "typst markup", "list", "dash", "plus", "rule", "unread"],
)
def test_hostile_texts_are_shown_and_never_obeyed(text: str) -> None:
    of = paper(hostile(text), against=hostile(text, seat=True), as_of=DAY, full_annex=True, author=text)
    wanted = squeezed(text)
    for shown in but_pdf(of).values():
        assert wanted in shown
    if len(text) < _LONG:
        pdf = of_pdf(of.pdf(), of.title)
        assert wanted in pdf or not text.isascii()  # an emoji, or Chinese: the font has no letters for them
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "h3",
        "p",
        "nav",
        "ul",
        "ol",
        "li",
        "a",
    }
    allowed |= {"strong", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "img", "figcaption"}
    assert {tag for tag, _ in tags(of.html())} <= allowed
    headings = sum(isinstance(block, Heading) for block in of.blocks)
    assert len(re.findall(r"^#{1,6} ", of.markdown(), re.MULTILINE)) == headings + 1


def test_typst_reads_no_file_and_obeys_no_text() -> None:
    of = paper(hostile('#read("paper.json")'), as_of=DAY)
    assert squeezed('#read("paper.json")') in of_pdf(of.pdf(), of.title)


def test_a_word_longer_than_a_page_breaks_in_pdf() -> None:
    of = paper(hostile("x" * 400), as_of=DAY)
    page = pypdf.PdfReader(io.BytesIO(of.pdf())).pages[0]
    ends: list[float] = []

    def seen(text: str, _: object, matrix: list[float], font: object, size: float) -> None:
        if text.strip():
            ends.append(matrix[4])

    page.extract_text(visitor_text=seen)
    assert max(ends) < float(page.mediabox.width)
    assert "x" * 400 in of_pdf(of.pdf(), of.title)


def test_another_end_of_the_name_is_told() -> None:
    with pytest.raises(InputError, match=r"must end in \.docx, \.pdf, \.html or \.md"):
        made(DRAFT).rendered("paper.odt")
    with pytest.raises(InputError, match=r"must end in \.docx, not \.pdf"):
        made(DRAFT).rendered("paper.pdf", template="x.docx")


@pytest.mark.parametrize("form", mostly_long(["docx", "pdf", "html", "md"], "docx", "md"))
def test_two_runs_give_the_same_bytes(form: str, tmp_path: os.PathLike[str]) -> None:
    code = (
        "import sys, govgraph; now, before = map(govgraph.read, sys.argv[1:3]); "
        "data = govgraph.paper(now, against=before, full_annex=True).rendered('x.' + sys.argv[3]); "
        "sys.stdout.buffer.write(data if isinstance(data, bytes) else data.encode())"
    )
    files = [str(FIXTURES / name / "structure.yaml") for name in (CHAMPIONS, DRAFT)]
    written = [
        subprocess.run(
            [sys.executable, "-c", code, *files, form],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1]
    assert len(written[0]) > 1000
