"""PDF to blocks: lines joined to paragraphs, headings by the size of their letters, ruled tables."""

import time
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from govgraph.drafting.documents.blocks import UnreadableError, better_title, squeeze
from govgraph.drafting.documents.finishing import blocks_of
from govgraph.drafting.documents.pieces import Piece, RawCell, TableBuilder
from govgraph.drafting.documents.wording import CONTENTS_LEFT_OUT, is_line_of_contents
from govgraph.drafting.passages import DocumentText
from govgraph.language import plural, plural_verb

if TYPE_CHECKING:
    from govgraph.drafting.documents.pdf_bounds import BoundedPage
    from govgraph.drafting.documents.pdf_lines import TextLine
    from govgraph.drafting.documents.pdf_tables import PageTable

Parts = list["list[TextLine] | TableBuilder"]
"""Lines that stand below one another, and tables between them."""
MAX_PAGES = 500
_INSTALL = "To read a PDF, install what it takes: pip install 'govgraph[draft]'."
DAMAGED = "This is not a PDF, or a damaged one: open it in a program that shows it, and print it to a new PDF."
_LOCKED = "This PDF is locked by a password: save it without one."
_SCANNED = (
    "This PDF holds pictures of pages and no text: use the Word document that it was made from, or a program that "
    "recognises text (OCR)."
)
_LEAST_LETTERS = 20
_SLANT = 0.1
_TITLES_OF_PROGRAMS = ("microsoft word", "untitled", "microsoft powerpoint", "layout 1")


def read_pdf(name: str, data: bytes) -> DocumentText:
    """Read a PDF. Raises UnreadableError where it is none, holds no text, or asks too much of its reader."""
    try:
        import pdfplumber  # noqa: F401 - its absence is told before anything is read
    except ModuleNotFoundError:
        raise UnreadableError(_INSTALL) from None
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    from govgraph.drafting.documents.pdf_bounds import bounded

    try:
        with bounded():
            return _read(name, data)
    except (KeyboardInterrupt, MemoryError, UnreadableError):
        raise
    except Exception as error:  # the library takes for granted what a damaged file lacks
        causes = [error, *error.args, error.__cause__, error.__context__]
        if refusal := next((cause for cause in causes if isinstance(cause, UnreadableError)), None):
            raise refusal from None
        is_locked = any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)
        raise UnreadableError(_LOCKED if is_locked else DAMAGED) from None


class _Contents:
    """What pages hold, as it is read one by one."""

    def __init__(self) -> None:
        self.pages: list[tuple[float, list[TextLine], list[PageTable]]] = []
        self.too_large: list[int] = []
        self.drawings: list[int] = []
        self.turned = self.pictures = 0
        self.has_contents = False


def _read(name: str, data: bytes) -> DocumentText:
    from pdfplumber.pdf import PDF

    from govgraph.drafting.documents.pdf_bounds import MAX_SECONDS, BoundedResources

    pdf = PDF(BytesIO(data), raise_unicode_errors=False)
    pdf.rsrcmgr = BoundedResources()
    contents = _Contents()
    deadline = time.monotonic() + MAX_SECONDS
    letters = 0
    for page in _pages(pdf):
        page.deadline = deadline
        letters += _add_page(contents, page)
    if letters < _LEAST_LETTERS:
        if contents.too_large:
            raise UnreadableError(
                f"Page {contents.too_large[0]} draws too much to be read, and no other page holds text."
            )
        raise UnreadableError(_SCANNED if contents.pictures else "The document holds no text.")
    pieces, repeats = _pieces(contents)
    blocks = blocks_of(pieces)
    given = squeeze(str(pdf.metadata.get("Title") or ""))
    given = "" if given.casefold().startswith(_TITLES_OF_PROGRAMS) or "." in given[-5:] else given
    top = next((block.text for block in blocks[:3] if block.level == 1), None)
    return DocumentText(name, better_title(top, given), tuple(blocks), tuple(_left_out(contents, repeats)))


def _pages(pdf: Any) -> Iterator["BoundedPage"]:
    from pdfminer.pdfpage import PDFPage

    from govgraph.drafting.documents.pdf_bounds import BoundedPage

    pages = list(islice(PDFPage.create_pages(pdf.doc), MAX_PAGES + 1))
    if len(pages) > MAX_PAGES:
        raise UnreadableError(f"This PDF has more than {MAX_PAGES} pages, the most that are read: split it.")
    for number, page in enumerate(pages, 1):
        yield BoundedPage(pdf, page, number)


def _add_page(contents: _Contents, page: "BoundedPage") -> int:
    """Add what a page holds, and return how many letters that is."""
    from govgraph.drafting.documents.pdf_bounds import PageTooLargeError
    from govgraph.drafting.documents.pdf_lines import lines_of_words
    from govgraph.drafting.documents.pdf_tables import tables_of

    try:
        page.layout  # noqa: B018 - draws it
    except PageTooLargeError:
        contents.too_large.append(page.page_number)
        return 0
    contents.turned += not all(map(_is_upright, page.chars))
    seen: set[tuple[object, ...]] = set()
    upright = page.filter(lambda item: _is_upright_and_new(item, seen))
    contents.pictures += len(page.images)
    words = upright.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"])
    tables = tables_of(page, words)
    outside = [word for word in words if not any(table.holds(word) for table in tables)]
    lines = lines_of_words(outside, page.page_number)
    kept = [line for line in lines if not is_line_of_contents(line.text)]
    contents.has_contents |= len(kept) < len(lines)
    contents.pages.append((float(page.height), kept, tables))
    letters = len(upright.chars)
    page.close()
    return letters


def _is_upright(letter: "Mapping[str, Any]") -> bool:
    along, across = letter["matrix"][:2]
    return bool(abs(across) < _SLANT * abs(along))


def _is_upright_and_new(item: "Mapping[str, Any]", seen: set[tuple[object, ...]]) -> bool:
    """Whether something stands upright, and is no letter that stands there already: some programs print bold so."""
    if item["object_type"] != "char":
        return True
    key = (item["text"], round(item["x0"]), round(item["top"]))
    is_new = _is_upright(item) and key not in seen
    seen.add(key)
    return is_new


def _pieces(contents: _Contents) -> tuple[list[Piece], bool]:
    """The pieces of all pages in their order, and whether heads and feet of pages were left out."""
    from govgraph.drafting.documents.pdf_layout import Layout, level_items
    from govgraph.drafting.documents.pdf_lines import without_repeated
    from govgraph.drafting.documents.pdf_reading import rows_of

    kept, repeats = without_repeated([(height, lines) for height, lines, _ in contents.pages])
    layout = Layout([line for lines in kept for line in lines])
    parts: Parts = [[]]
    for number, (lines, (_, _, tables)) in enumerate(zip(kept, contents.pages, strict=True), 1):
        waiting = rows_of(lines)
        for index, table in enumerate(tables):
            above = [row for row in waiting if row[0].top < table.box[1]]
            waiting = waiting[len(above) :]
            _add_rows(contents, parts, above, number, is_top=index == 0)
            _add_table(parts, table.rows, is_first=index == 0 and not above)
        _add_rows(contents, parts, waiting, number, is_top=not tables)
    pieces: list[Piece] = []
    number = 0
    for part in parts:
        if isinstance(part, TableBuilder):
            number += 1
            for piece in (piece for row in part.rows for cell in row for piece in cell.pieces):
                piece.text = layout.join(piece.text.split("\n"))
            pieces.extend(part.pieces(number))
        else:
            pieces.extend(layout.pieces(part))
    level_items([piece for piece in pieces if not piece.table])
    return pieces, repeats


def _add_rows(contents: _Contents, parts: Parts, rows: "list[list[TextLine]]", page: int, *, is_top: bool) -> None:
    """Add what rows of lines say, in the order in which they are read."""
    from govgraph.drafting.documents.pdf_reading import Aligned, read_rows

    reading = read_rows(rows)
    if reading.has_drawing:
        contents.drawings.append(page)
    for index, part in enumerate(reading.parts):
        if isinstance(part, Aligned):
            _add_table(parts, part.rows, is_first=is_top and index == 0)
        else:
            if isinstance(parts[-1], TableBuilder):
                parts.append([])
            parts[-1].append(part)  # type: ignore[union-attr] # a list by now


def _add_table(parts: Parts, rows: list[list[RawCell]], *, is_first: bool) -> None:
    """Add a table; one at the top of a page goes on with that at the foot of the page before, if it is as wide."""
    last = parts[-1]
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    if is_first and isinstance(last, TableBuilder) and last.width == width:
        heads = [cell.text for cell in last.rows[0]]
        rows = rows[1:] if [cell.text for cell in rows[0]] == heads else rows
    else:
        last = TableBuilder()
        parts.append(last)
    for row in rows:
        last.add_row()
        for cell in row:
            last.add_cell(cell)


def _left_out(contents: _Contents, repeats: bool) -> Iterator[str]:
    if repeats:
        yield "What stands at the head and foot of every page is left out."
    if contents.has_contents:
        yield CONTENTS_LEFT_OUT
    if contents.turned:
        yield f"Text that runs across {plural(contents.turned, 'page')} at an angle is left out."
    if contents.pictures:
        yield f"{plural(contents.pictures, 'picture')} {plural_verb('is', contents.pictures)} left out."
    for number in dict.fromkeys(contents.drawings):
        yield f"Words that stand apart on page {number}, as in a drawing, are left out."
    for number in contents.too_large:
        yield f"Page {number} is left out: it draws too much to be read."
