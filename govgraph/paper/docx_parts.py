"""What python-docx has no word for: heading rows, text alternatives, fields, properties, the same file twice."""

import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip can name; the order of the parts is that of the document."""


def element(name: str, **attributes: str) -> Any:
    """An element of Word's own language: `element("w:tblHeader", val="true")`."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - the extra `word`, only where Word is written
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def room(document: Any) -> int:
    """How wide text may be on the page that is written now, in EMU."""
    section = document.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin)


def prepare(table: Any, widths: list[int], description: str, *, bordered: bool) -> None:
    """A table of fixed columns that says what it shows; with borders of its own where no style gives it any."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no other way to it
    if bordered:
        borders = element("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="6B7280"))
        layout = next((one for one in properties if one.tag.endswith("}tblLayout")), None)
        properties.append(borders) if layout is None else layout.addprevious(borders)
    properties.append(element("w:tblCaption", val=description))


def keep_whole(row: Any, *, is_head: bool) -> None:
    """A row that no page break parts; the row of headings stands again on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to it
    properties.append(element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
        for cell in row._tr.tc_lst:  # noqa: SLF001
            cell.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="EEF2F7"))


def tell(shown: Any, alternative: str) -> None:
    """What stands for a picture where it cannot be seen."""
    properties = shown._inline.docPr  # noqa: SLF001 - python-docx has no other way to it
    properties.set("name", "Diagram")
    properties.set("descr", alternative)


def fit_height(shown: Any, document: Any) -> None:
    """A picture no higher than the page leaves room for, with its heading and its caption."""
    section = document.sections[-1]
    most = int((section.page_height - section.top_margin - section.bottom_margin) * 0.84)
    if shown.height > most:
        shown.width = int(shown.width * most / shown.height)
        shown.height = most


def turn(document: Any, *, upright: bool) -> None:
    """A new page, upright or on its side."""
    from docx.enum.section import WD_ORIENT, WD_SECTION  # noqa: PLC0415 - the extra `word`

    section = document.add_section(WD_SECTION.NEW_PAGE)
    short, long = sorted((section.page_width, section.page_height))
    section.page_width, section.page_height = (short, long) if upright else (long, short)
    section.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE


def has_footer(document: Any) -> bool:
    """Whether a page has a footer already."""
    return any(not section.footer.is_linked_to_previous for section in document.sections)


def number_pages(document: Any, title: str) -> None:
    """A footer with the title and the number of the page."""
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    line.add_run(f"{title} · Page ")
    _field(line, "PAGE")
    line.add_run(" of ")
    _field(line, "NUMPAGES")


def _field(line: Any, name: str) -> None:
    field = element("w:fldSimple", instr=name)
    run, text = element("w:r"), element("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)  # noqa: SLF001 - python-docx has no fields


def describe(document: Any, title: str, day: date) -> None:
    """Title, language and day of the document; the names that a template brought with it go."""
    when = datetime.combine(day, time(12), UTC).replace(tzinfo=None)
    properties = document.core_properties
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "content_status"):
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = title[:255], "en-GB", 1
    properties.created = properties.modified = when
    printed = [one for one in properties._element if one.tag.endswith("}lastPrinted")]  # noqa: SLF001
    for one in printed:
        properties._element.remove(one)  # noqa: SLF001
    styles = document.styles.element
    for language in [one for one in styles.iter() if str(one.tag).endswith("}lang")]:
        language.set(f"{{{styles.nsmap['w']}}}val", "en-GB")


def always_the_same(data: bytes, day: date) -> bytes:
    """The same file with every part dated to its day, so that the same paper is the same file."""
    when = (max(day.year, _EARLIEST[0]), day.month, day.day, 12, 0, 0) if day.year <= 2107 else _EARLIEST  # noqa: PLR2004
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, when)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()
