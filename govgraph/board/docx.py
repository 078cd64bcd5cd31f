"""A paper as a Word document, on our own styles or an organisation's template, with no name of any person in it."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from govgraph.board import docx_parts as parts
from govgraph.board import fitting
from govgraph.board.blocks import Block, Box, Bullets, Content, Figure, Heading, Item, Paragraph, Table
from govgraph.board.docx_parts import Styles
from govgraph.formats.files import read_content
from govgraph.model.faults import Fault, InputError

_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_MACROS = re.compile(rb"vnd\.ms-word\.(?:document|template)\.macroEnabled|vbaProject")
_MOST = 50_000_000
_STAYS = {"styles", "numbering", "settings", "webSettings", "fontTable", "theme", "header", "footer"}
"""What a template gives a paper. Pictures, comments and notes of its text go, and the names of who wrote them too."""


def open_document(template: str | None) -> Any:
    """An empty document. Raises InputError where the template is none."""
    document = _on_a4() if template is None else _from_template(template)
    _empty(document)
    return document


def _from_template(template: str) -> Any:
    import docx  # the extra `word`, only where Word is written

    def refuse(sentence: str) -> InputError:
        return InputError([Fault(template, None, None, sentence)])

    if Path(template).is_dir():
        raise refuse("It is a folder; name a Word document as the template.")
    content = read_content(template, _MOST)
    try:
        data = _as_document(content)
        document = docx.Document(BytesIO(data)) if data is not None else None
        is_empty = document is not None and not (len(document.styles) and len(document.sections))
    except Exception:  # whatever the library stumbles over: the file is no document that it can use
        raise refuse("This is no Word document (.docx) that can be used as a template.") from None
    if document is None:
        raise refuse("This template holds macros. Save it in Word as .docx, without macros, and name that.")
    if is_empty:
        raise refuse("This Word document has no styles, or no page: it cannot be used as a template.")
    return document


def _as_document(data: bytes) -> bytes | None:
    """The file as a document, also where it is a template of Word (.dotx); None where it holds macros."""
    with zipfile.ZipFile(BytesIO(data)) as old:
        types = old.read(_TYPES)
        if _MACROS.search(types):
            return None
        template, document = (_MAIN.format(kind).encode() for kind in ("template", "document"))
        if template not in types:
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                new.writestr(name, types.replace(template, document) if name == _TYPES else old.read(name))
    return made.getvalue()


def _on_a4() -> Any:
    import docx  # the extra `word`, only where Word is written
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    return document


def _empty(document: Any) -> None:
    """Take out the text, and what only it used; page, headers and footers stay."""
    body = document.element.body
    sections = list(body.iter(f"{{{body.nsmap['w']}}}sectPr"))
    last = sections[-1]
    _keep_headers(last, sections[:-1])
    for child in [child for child in body if child is not last]:
        body.remove(child)
    if last.getparent() is not body:
        body.append(last)
    for mark in [mark for mark in last if mark.tag.endswith("}type")]:
        last.remove(mark)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.rpartition("/")[2] not in _STAYS:
            document.part.rels.pop(key)
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.rpartition("/")[2] not in ("officeDocument", "core-properties"):
            document.part.package.rels.pop(key)
    _forget_notes(document)
    _forget_who_changed(document)


def _keep_headers(last: Any, earlier: list[Any]) -> None:
    """A section without a header of its own has that of the section before it, which goes with the text."""

    def kinds(section: Any) -> dict[tuple[str, str | None], Any]:
        references = [
            reference for reference in section if reference.tag.endswith(("}headerReference", "}footerReference"))
        ]
        return {
            (reference.tag, reference.get(f"{{{reference.nsmap['w']}}}type")): reference for reference in references
        }

    had = kinds(last)
    for section in reversed(earlier):
        for kind, reference in kinds(section).items():
            if kind not in had:
                had[kind] = reference
                last.insert(0, reference)


def _forget_notes(document: Any) -> None:
    """The settings no longer speak of the footnotes that went, nor of a template from which the template came."""
    settings = document.settings.element
    gone = ("}footnotePr", "}endnotePr", "}attachedTemplate", "}mailMerge", "}documentProtection", "}trackRevisions")
    for setting in [setting for setting in settings if setting.tag.endswith(gone)]:
        settings.remove(setting)
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/settings") and not relation.is_external:
            relation.target_part.rels.clear()


def _forget_who_changed(document: Any) -> None:
    """Changes that are tracked in what stays, in a header or in the page, no longer name those who made them."""
    stays = [relation.target_part for relation in document.part.rels.values() if not relation.is_external]
    elements = [document.element, *(part.element for part in stays if hasattr(part, "element"))]
    for part in (part for element in elements for part in element.iter() if isinstance(part.tag, str)):
        for key in [key for key in part.attrib if key.endswith(("}author", "}initials"))]:
            part.set(key, "")


_INSIDE = 0.7
_CELL = 9.0


def render(paper: Content, template: str | None = None) -> bytes:
    """The whole paper. Raises InputError where the template cannot be used."""
    document = open_document(template)
    writer = _Writer(document, is_own=template is None, small=paper.one_page)
    writer.paragraph("Title", paper.title)
    writer.paragraph("Subtitle", paper.subtitle)
    for wide, run in fitting.pages(paper.blocks):
        with writer.page(wide=wide):
            for block, following in zip(run, [*run[1:], None], strict=True):
                writer.write(block, keep=fitting.keeps_with(block, following))
    parts.number_pages(document, paper.title)
    parts.set_properties(document, paper.title, paper.day)
    file = BytesIO()
    document.save(file)
    return parts.make_reproducible(file.getvalue(), paper.day)


class _Writer:
    """Writes blocks at the end of a document; knows how wide its page is."""

    def __init__(self, document: Any, *, is_own: bool, small: bool) -> None:
        self.document = document
        self.styles = Styles(document, is_own=is_own, small=small)

    def write(self, block: Block, *, keep: bool) -> None:
        """Write one block; `keep` it on the page of the one that follows."""
        match block:
            case Heading():
                made = self.paragraph(f"Heading {block.level}", block.text)
                made.paragraph_format.page_break_before = True if block.apart else None
            case Paragraph():
                self._paragraph(block, keep=keep)
            case Bullets():
                for number, item in enumerate(block.items, block.start or 0):
                    self._list_item(item, number if block.start is not None else None, inside=block.inside)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case Box():
                self._box(block)

    def paragraph(self, style: str, text: str, lead: str = "") -> Any:
        """Write a paragraph in a style, with words to begin with that stand out."""
        made = self.document.add_paragraph(style=self.styles.paragraph(style))
        if lead:
            made.add_run(lead).bold = True
        if text:
            made.add_run(f" {text}" if lead else text)
        return made

    def _paragraph(self, block: Paragraph, *, keep: bool) -> None:
        from docx.shared import Cm  # the extra `word`, only where Word is written

        made = self.paragraph("Normal", block.text, block.lead)
        if block.inside:
            made.paragraph_format.left_indent = Cm(_INSIDE)
        made.paragraph_format.keep_with_next = True if keep else None
        made.paragraph_format.keep_together = True

    def _list_item(self, item: Item, number: int | None, *, inside: bool) -> None:
        """A point of a list; there is one numbered list in a paper, so that Word's own numbers go on as ours do."""
        from docx.shared import Cm  # the extra `word`, only where Word is written

        style = "List Bullet" if number is None else "List Number"
        mark = "• " if number is None else f"{number}. "
        mark = "" if self.styles.counts(style) else mark
        text, lead = (item.text, f"{mark}{item.lead}") if item.lead else (f"{mark}{item.text}", "")
        made = self.paragraph(style, text, lead)
        made.paragraph_format.keep_together = True
        if inside:
            made.paragraph_format.left_indent = Cm(2 * _INSIDE)

    def _table(self, block: Table) -> None:
        from docx.shared import Pt  # the extra `word`, only where Word is written

        if not block.plain:
            self.paragraph("Caption", block.caption).paragraph_format.keep_with_next = True
        made = self.document.add_table(rows=0, cols=len(block.header), style=self.styles.table)
        widths = [round(share * parts.text_width(self.document)) for share in fitting.column_shares(block)]
        parts.format_table(made, widths, block.caption, bordered=self.styles.table is None)
        for number, row in enumerate((block.header, *block.rows)):
            self._row(made, row, widths, is_head=number == 0)
        after = self.paragraph("Normal", block.note)
        if not block.note:  # Word wants a paragraph between tables, and after the last
            after.paragraph_format.space_after, after.paragraph_format.line_spacing = 0, Pt(4)

    def _row(self, made: Any, row: tuple[str, ...], widths: list[int], *, is_head: bool) -> None:
        from docx.shared import Pt  # the extra `word`, only where Word is written

        line = made.add_row()
        parts.format_row(line, is_head=is_head)
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(_CELL), True if is_head else None
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            cell.paragraphs[0].paragraph_format.keep_with_next = True if is_head else None

    def _figure(self, block: Figure) -> None:
        from docx.shared import Mm  # the extra `word`, only where Word is written

        fit = fitting.fit_picture(block)
        made = self.document.add_paragraph(style=self.styles.paragraph("Normal"))
        made.paragraph_format.keep_with_next = True
        width = min(Mm(fit.width), parts.text_width(self.document))
        shown = made.add_run().add_picture(BytesIO(block.picture.png), width=width)
        parts.finish_picture(shown, self.document, block.picture.alt)
        self.paragraph("Caption", block.caption)

    def _box(self, block: Box) -> None:
        """Paragraphs with one border and indent, which Word draws as one frame."""
        for style, text in (("Heading 1", block.title), *(("Normal", text) for text in block.texts)):
            made = self.paragraph(style, text)
            made.paragraph_format.keep_with_next = True if text != block.texts[-1] else None
            made.paragraph_format.keep_together = True
            parts.frame(made)

    @contextmanager
    def page(self, *, wide: bool) -> Iterator[None]:
        """The page that is written now; where wide, a new one on its side, and an upright one after it."""
        if wide:
            parts.start_page(self.document, upright=False)
        yield
        if wide:
            parts.start_page(self.document, upright=True)
