"""A workbook as bytes, without a temporary file on the way: a run that is killed would leave names of people in it."""

import zipfile
from io import BytesIO

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return data.getvalue()


class _InMemory(ExcelWriter):
    """The writer of openpyxl, which gives every sheet a temporary file; all else it writes in memory itself."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write a sheet that holds no charts and no pictures."""
        ws._drawing = SpreadsheetDrawing()  # type: ignore[attr-defined]  # noqa: SLF001 - as the method does in whose place this is
        writer = WorksheetWriter(ws, out=BytesIO())
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(ws)
