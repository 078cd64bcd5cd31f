"""An organisation's own Word template: its styles, headers, footers and page stay; its text and its people go."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor

from board.reading import DRAFT, made, of_docx, squeezed, style
from govgraph.board.docx_parts import element
from govgraph.model.faults import InputError
from helpers import not_none

PERSON = "Ottoline Framlingham"


def template(path: Path, change: Any = None) -> Path:
    """A template with a letterhead, a style of its own, text that gives way, and people in its properties."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.header.paragraphs[0].text = "The County Council"
    section.footer.paragraphs[0].text = "Official"
    heading = document.styles["Heading 1"]
    heading.font.name, heading.font.size, heading.font.color.rgb = "Georgia", Pt(30), RGBColor(0x00, 0x66, 0x33)
    document.add_paragraph("Old minutes that go.", style="Heading 1")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Old cell"
    document.core_properties.author = PERSON
    document.core_properties.last_modified_by = PERSON
    document.add_comment(document.paragraphs[0].runs[0], text="Ring me", author=PERSON, initials="OF")
    if change is not None:
        change(document)
    document.save(str(path))
    return path


def without(*names: str) -> Any:
    """Takes styles out of a template."""

    def change(document: Any) -> None:
        for name in names:
            document.styles[name].delete()

    return change


def test_styles_header_footer_and_page_stay_and_the_text_gives_way(tmp_path: Path) -> None:
    data = made(DRAFT).docx(str(template(tmp_path / "own.docx")))
    document = docx.Document(io.BytesIO(data))
    assert document.styles["Heading 1"].font.name == "Georgia"
    assert document.styles["Heading 1"].font.size == Pt(30)
    section = document.sections[0]
    assert (round(not_none(section.page_width).mm), round(not_none(section.page_height).mm)) == (200, 280)
    assert section.header.paragraphs[0].text == "The County Council"
    assert section.footer.paragraphs[0].text == "Official"
    shown = of_docx(data)
    assert "Old" not in shown
    assert all(squeezed(text) in squeezed(shown) for text in made(DRAFT).texts)
    headed = [one.text for one in document.paragraphs if style(one) == "Heading 1"]
    assert headed[:2] == ["Summary", "What is wrong"]


def test_nobody_who_made_the_template_is_named_anywhere_in_the_paper(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        line = document.sections[0].header.paragraphs[0]
        tracked = element("w:ins", id="7", author=PERSON)
        tracked.append(line.runs[0]._r)
        line._p.append(tracked)

    data = made(DRAFT).docx(str(template(tmp_path / "own.docx", change)))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        everything = b"".join(packed.read(name) for name in packed.namelist())
    for word in (PERSON, "Framlingham", "Ring me", "Old minutes"):
        assert word.encode() not in everything


@pytest.mark.parametrize(
    "missing",
    [
        ("Heading 1",),
        ("Heading 2", "Title"),
        ("List Bullet",),
        ("List Number",),
        ("Caption",),
        ("Table Grid",),
        ("Subtitle",),
    ],
)
def test_a_style_that_is_missing_is_made_or_done_without(missing: tuple[str, ...], tmp_path: Path) -> None:
    data = made(DRAFT).docx(str(template(tmp_path / "own.docx", lambda one: _emptied(one, missing))))
    document = docx.Document(io.BytesIO(data))
    levels = [style(one) for one in document.paragraphs if style(one).startswith("Heading")]
    assert set(levels) == {"Heading 1", "Heading 2"}
    for name in ("Heading 1", "Heading 2"):
        outline = document.styles[name].element.xpath(".//w:outlineLvl/@w:val")
        assert outline == [str(int(name[-1]) - 1)]
    if "Table Grid" in missing:
        assert all(one._tbl.tblPr.xpath("./w:tblBorders") for one in document.tables)
    if "List Bullet" in missing:
        assert any(one.text.startswith("• ") for one in document.paragraphs)
    if "List Number" in missing:
        assert any(one.text.startswith("1. The board is asked to ") for one in document.paragraphs)


def _emptied(document: Any, missing: tuple[str, ...]) -> None:
    for one in list(document.paragraphs):
        one._p.getparent().remove(one._p)
    without(*missing)(document)


def test_a_name_that_is_a_style_of_letters_in_the_template_is_no_obstacle(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        _emptied(document, ("Caption",))
        document.styles.add_style("caption", WD_STYLE_TYPE.CHARACTER)

    data = made(DRAFT, full=True).docx(str(template(tmp_path / "own.docx", change)))
    assert "Themes, as at 3 July 2020" in of_docx(data)


def test_styles_are_found_by_their_true_names_whatever_their_ids_say(tmp_path: Path) -> None:
    path = template(tmp_path / "own.docx", lambda one: _emptied(one, ()))
    german = tmp_path / "german.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(german, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/styles.xml":
                data = data.replace(b'"Heading1"', b'"berschrift1"').replace(
                    b'w:name w:val="heading 1"', b'w:name w:val="Heading 1"'
                )
            new.writestr(name, data)
    document = docx.Document(io.BytesIO(made(DRAFT).docx(str(german))))
    used = {not_none(one.style).style_id for one in document.paragraphs if one.text == "Summary"}
    assert used == {"berschrift1"}


def test_the_header_of_a_section_that_goes_stays(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_section()
        document.add_paragraph("A second section, whose header is that of the first.")

    data = made(DRAFT, full=True).docx(str(template(tmp_path / "own.docx", change)))
    document = docx.Document(io.BytesIO(data))
    assert document.sections[0].header.paragraphs[0].text == "The County Council"


def test_a_template_of_word_may_say_that_it_is_one(tmp_path: Path) -> None:
    path = _as_type(template(tmp_path / "own.docx"), tmp_path / "own.dotx", "template.main+xml", "wordprocessingml.")
    assert "What the board is asked to decide" in of_docx(made(DRAFT).docx(str(path)))


def _as_type(path: Path, to: Path, kind: str, of: str) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    f"application/vnd.{'ms-word' if of == 'macros' else 'openxmlformats-officedocument'}.".encode()
                    + (b"document.macroEnabled.main+xml" if of == "macros" else f"{of}{kind}".encode()),
                )
            new.writestr(name, data)
    return to


def _refused(tmp_path: Path) -> dict[str, tuple[Path, str]]:
    own = template(tmp_path / "own.docx")
    (tmp_path / "text.docx").write_text("not a zip", encoding="utf-8")
    (tmp_path / "cut.docx").write_bytes(own.read_bytes()[:2000])
    with zipfile.ZipFile(tmp_path / "sheet.docx", "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    with zipfile.ZipFile(own) as old, zipfile.ZipFile(tmp_path / "broken.docx", "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<w:document" if name == "word/document.xml" else old.read(name))
    return {
        "absent": (tmp_path / "absent.docx", "There is no such file."),
        "a folder": (tmp_path, "It is a folder"),
        "text": (tmp_path / "text.docx", "This is no Word document"),
        "cut short": (tmp_path / "cut.docx", "This is no Word document"),
        "a workbook": (tmp_path / "sheet.docx", "This is no Word document"),
        "broken inside": (tmp_path / "broken.docx", "This is no Word document"),
        "macros": (_as_type(own, tmp_path / "own.docm", "", "macros"), "This template holds macros."),
    }


@pytest.mark.parametrize("case", ["absent", "a folder", "text", "cut short", "a workbook", "broken inside", "macros"])
def test_a_template_that_is_none_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    path, sentence = _refused(tmp_path)[case]
    with pytest.raises(InputError) as refused:
        made(DRAFT).rendered("paper.docx", str(path))
    (fault,) = refused.value.faults
    assert fault.path == str(path)
    assert fault.message.startswith(sentence)
