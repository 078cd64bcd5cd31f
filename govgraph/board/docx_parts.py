"""What python-docx has no word for (heading rows, text alternatives, fields), and the styles of a document."""

import zipfile
from datetime import UTC, date, datetime, time
from functools import cache
from io import BytesIO
from typing import Any

from govgraph.board.fitting import HIGHEST

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name; the order of the parts is that of the document."""


def element(name: str, **attributes: str) -> Any:
    """An element of Word's own language: `element("w:tblHeader", val="true")`."""
    from docx.oxml import OxmlElement  # the extra `word`, only where Word is written
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def text_width(document: Any) -> int:
    """How wide text may be on the page that is written now, in EMU."""
    section = document.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)


def format_table(table: Any, widths: list[int], description: str, *, bordered: bool) -> None:
    """A table of fixed columns that says what it shows; with borders of its own where no style gives it any."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no other way to it
    if bordered:
        borders = element("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="6B7280"))
        layout = next((child for child in properties if child.tag.endswith("}tblLayout")), None)
        properties.append(borders) if layout is None else layout.addprevious(borders)
    properties.append(element("w:tblCaption", val=description))


def format_row(row: Any, *, is_head: bool) -> None:
    """A row that no page break parts; the row of headings stands again on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to it
    properties.append(element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
        for cell in row._tr.tc_lst:  # noqa: SLF001
            cell.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="EEF2F7"))


def frame(paragraph: Any) -> None:
    """Draw a frame around a paragraph; those of one frame that follow one another share it."""
    borders = element("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(f"w:{side}", val="single", sz="8", space="4", color="6B7280"))
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    properties.insert_element_before(borders, *_AFTER_BORDERS)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
"""What Word wants after the borders of a paragraph, of all that a paragraph of ours may have."""


def finish_picture(shown: Any, document: Any, alternative: str) -> None:
    """Give a picture its text alternative, and no more height than a page has beside heading and caption."""
    properties = shown._inline.docPr  # noqa: SLF001 - python-docx has no other way to it
    properties.set("name", "Diagram")
    properties.set("descr", alternative)
    section = document.sections[-1]
    most = int((section.page_height - section.top_margin - section.bottom_margin) * HIGHEST)
    if shown.height > most:
        shown.width = int(shown.width * most / shown.height)
        shown.height = most


def start_page(document: Any, *, upright: bool) -> None:
    """A new page, upright or on its side."""
    from docx.enum.section import WD_ORIENT, WD_SECTION  # the extra `word`

    section = document.add_section(WD_SECTION.NEW_PAGE)
    short, long = sorted((section.page_width, section.page_height))
    section.page_width, section.page_height = (short, long) if upright else (long, short)
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE


def number_pages(document: Any, title: str) -> None:
    """Give a document that has no footer one with the title and the number of the page."""
    if any(not section.footer.is_linked_to_previous for section in document.sections):
        return
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    for words, name in ((f"{title} · Page ", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(words)
        field, run, text = element("w:fldSimple", instr=name), element("w:r"), element("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        line._p.append(field)  # noqa: SLF001 - python-docx has no fields


def set_properties(document: Any, title: str, day: date) -> None:
    """Title, language and day of the document; the names that a template brought with it go."""
    when = datetime.combine(day, time(12), UTC).replace(tzinfo=None)
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "content_status"):
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = title[:255], "en-GB", 1
    properties.created = properties.modified = when
    gone = ("}lastPrinted", "}identifier")  # the file that is written gets an identifier of its own
    for child in [child for child in properties._element if child.tag.endswith(gone)]:  # noqa: SLF001
        child.getparent().remove(child)
    styles = document.styles.element
    for language in [child for child in styles.iter() if str(child.tag).endswith("}lang")]:
        language.set(f"{{{styles.nsmap['w']}}}val", "en-GB")


def make_reproducible(data: bytes, day: date) -> bytes:
    """The file with every part dated to a day, so that equal papers are equal files."""
    when = (max(day.year, _EARLIEST[0]), day.month, day.day, 12, 0, 0) if day.year <= 2107 else _EARLIEST  # noqa: PLR2004
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, when)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()


_SIZES = {"Title": 20, "Subtitle": 12, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11, "Caption": 10}
_SMALL_SIZES = {"Title": 16, "Subtitle": 9.5, "Heading 1": 11, "Heading 2": 10, "Heading 3": 10, "Caption": 8.5}
_OUTLINED = {"Heading 1": "0", "Heading 2": "1", "Heading 3": "2"}
_INK = "1B1B1B"
_FONT = "Arial"


class Styles:
    """Finds styles by the names that Word itself gives them, in whatever language it shows them.

    Args:
        document: the document.
        is_own: whether it is our own, whose styles may be changed to look as the house does.
        small: whether it is set small, so that it fits one page.

    """

    def __init__(self, document: Any, *, is_own: bool, small: bool = False) -> None:
        from docx.enum.style import WD_STYLE_TYPE  # the extra `word`, only where Word is written

        self._styles = document.styles
        self._type = WD_STYLE_TYPE.PARAGRAPH
        self.paragraph = cache(self._paragraph)
        self.table: Any | None = self._find("Table Grid", WD_STYLE_TYPE.TABLE)
        """A style for tables; None where there is none with lines: then a table draws its own."""
        self._lists = {name: self._find(name, self._type) for name in ("List Bullet", "List Number")}
        if is_own:
            self._set_our_look()
        if is_own and small:
            self._set_small()

    def counts(self, name: str) -> bool:
        """Whether a style of lists brings its bullets or numbers; else they are written."""
        style = self._lists[name]
        return style is not None and any(child.tag.endswith("}numPr") for child in style.element.iter())

    def _paragraph(self, name: str) -> Any:
        """A style for paragraphs: the document's own, else one that is made."""
        default = self._styles.default(self._type) if name == "Normal" else None
        return self._find(name, self._type) or default or self._made(name)

    def _find(self, name: str, kind: Any) -> Any | None:
        alike = (style for style in self._styles if style.type == kind and style.name is not None)
        return next((style for style in alike if style.name.casefold() == name.casefold()), None)

    def _made(self, name: str) -> Any:
        from docx.shared import Cm, Pt  # the extra `word`, only where Word is written

        taken = any(style.name == name for style in self._styles)  # by a style of another kind
        style = self._styles.add_style(f"Paper {name}" if taken else name, self._type, builtin=not taken)
        style.base_style = self._styles.default(self._type)
        style.hidden, style.unhide_when_used, style.quick_style = False, False, True
        if name in _SIZES:
            style.font.size, style.font.bold = Pt(_SIZES[name]), True
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
        if name in _OUTLINED:
            style.paragraph_format.keep_with_next = True
            style.element.get_or_add_pPr().append(element("w:outlineLvl", val=_OUTLINED[name]))
        if name in self._lists:
            style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Cm(0.6), Cm(-0.4)
        return style

    def _set_our_look(self) -> None:
        from docx.shared import Pt, RGBColor  # the extra `word`, only where Word is written

        normal = self.paragraph("Normal")
        normal.font.size, normal.paragraph_format.space_after = Pt(10.5), Pt(6)
        _set_font(normal)
        for name, size in _SIZES.items():
            style = self.paragraph(name)
            style.font.size, style.font.color.rgb, style.font.italic = Pt(size), RGBColor.from_string(_INK), False
            style.font.bold = name != "Subtitle"
            _set_font(style)
        for name in self._lists:
            self.paragraph(name).paragraph_format.space_after = Pt(3)

    def _set_small(self) -> None:
        from docx.shared import Pt  # the extra `word`, only where Word is written

        for name, size in {"Normal": 9.5, **_SMALL_SIZES}.items():
            style = self.paragraph(name)
            style.font.size = Pt(size)
            style.paragraph_format.space_before = Pt(7 if name.startswith("Heading") else 0)
            style.paragraph_format.space_after = Pt(2)
            style.paragraph_format.line_spacing = 1.0
        for name in self._lists:
            style = self.paragraph(name)
            style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(1), 1.0


def _set_font(style: Any) -> None:
    """Set a style in our font, also where the theme of the document names another."""
    style.font.name = _FONT
    for fonts in [child for child in style.element.iter() if child.tag.endswith("}rFonts")]:
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]
    properties = style.element.rPr
    for spacing in [child for child in properties if child.tag.endswith("}spacing")]:
        properties.remove(spacing)
