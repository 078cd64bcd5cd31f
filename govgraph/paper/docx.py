"""A paper as a Word document: real styles, heading rows that repeat, text alternatives, no name of any person in it."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

from govgraph.paper import docx_parts as parts
from govgraph.paper import fitting
from govgraph.paper.blocks import Block, Bullets, Figure, Heading, Item, Paragraph, Table
from govgraph.paper.docx_styles import Styles
from govgraph.paper.docx_template import opened
from govgraph.paper.paper import Paper

_INSIDE = 0.7
_CELL = 9.0


def render(paper: Paper, template: str | None = None) -> bytes:
    """The whole paper. Raises InputError where the template cannot be used."""
    document = opened(template)
    writer = _Writer(document, is_own=template is None)
    writer.paragraph("Title", paper.title)
    writer.paragraph("Subtitle", paper.subtitle)
    for block in paper.blocks:
        writer.write(block)
    if not parts.has_footer(document):
        parts.number_pages(document, paper.title)
    parts.describe(document, paper.title, paper.day)
    file = BytesIO()
    document.save(file)
    return parts.always_the_same(file.getvalue(), paper.day)


class _Writer:
    """Writes blocks at the end of a document; knows how wide its page is."""

    def __init__(self, document: Any, *, is_own: bool) -> None:
        self.document = document
        self.styles = Styles(document, is_own=is_own)
        self.ways: dict[type, Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Table: self._table,
            Figure: self._figure,
        }

    def write(self, block: Block) -> None:
        """One block."""
        self.ways[type(block)](block)

    def paragraph(self, style: str, text: str, lead: str = "") -> Any:
        """A paragraph in a style, with words to begin with that stand out."""
        made = self.document.add_paragraph(style=self.styles.paragraph(style))
        if lead:
            made.add_run(lead).bold = True
        if text:
            made.add_run(f" {text}" if lead else text)
        return made

    def _heading(self, block: Heading) -> None:
        made = self.paragraph(f"Heading {block.level}", block.text)
        if block.apart:
            made.paragraph_format.page_break_before = True

    def _paragraph(self, block: Paragraph) -> None:
        from docx.shared import Cm  # noqa: PLC0415 - the extra `word`, only where Word is written

        made = self.paragraph("Normal", block.text, block.lead)
        if block.inside:
            made.paragraph_format.left_indent = Cm(_INSIDE)
        if not block.text:
            made.paragraph_format.keep_with_next = True

    def _bullets(self, block: Bullets) -> None:
        for one in block.items:
            self._bullet(one, inside=block.inside)

    def _bullet(self, one: Item, *, inside: bool) -> None:
        from docx.shared import Cm  # noqa: PLC0415 - the extra `word`, only where Word is written

        mark = "" if self.styles.has_bullets else "• "
        text, lead = (one.text, f"{mark}{one.lead}") if one.lead else (f"{mark}{one.text}", "")
        made = self.paragraph("List Bullet", text, lead)
        if inside:
            made.paragraph_format.left_indent = Cm(2 * _INSIDE)

    def _table(self, block: Table) -> None:
        self._sideways(fitting.is_wide(block), partial(self._write_table, block))

    def _write_table(self, block: Table) -> None:
        self.paragraph("Caption", block.caption).paragraph_format.keep_with_next = True
        made = self.document.add_table(rows=0, cols=len(block.header), style=self.styles.table)
        widths = [round(share * parts.room(self.document)) for share in fitting.columns(block)]
        parts.prepare(made, widths, block.caption, bordered=self.styles.table is None)
        for number, row in enumerate((block.header, *block.rows)):
            self._row(made, row, widths, is_head=number == 0)
        self.paragraph("Normal", block.more).paragraph_format.space_after = None if block.more else 0

    def _row(self, made: Any, row: tuple[str, ...], widths: list[int], *, is_head: bool) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - the extra `word`, only where Word is written

        line = made.add_row()
        parts.keep_whole(line, is_head=is_head)
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(_CELL), True if is_head else None
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)

    def _figure(self, block: Figure) -> None:
        fit = fitting.picture(block.picture.svg)
        self._sideways(fit.wide, partial(self._write_figure, block, fit.width))

    def _write_figure(self, block: Figure, width: float) -> None:
        from docx.shared import Mm  # noqa: PLC0415 - the extra `word`, only where Word is written

        room = parts.room(self.document)
        made = self.document.add_paragraph(style=self.styles.paragraph("Normal"))
        made.paragraph_format.keep_with_next = True
        shown = made.add_run().add_picture(BytesIO(block.picture.png), width=min(Mm(width), room))
        parts.fit_height(shown, self.document)
        parts.tell(shown, block.picture.alt)
        self.paragraph("Caption", block.caption)

    def _sideways(self, wide: bool, write: Callable[[], None]) -> None:
        if wide:
            parts.turn(self.document, upright=False)
        write()
        if wide:
            parts.turn(self.document, upright=True)
