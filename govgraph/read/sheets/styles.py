"""Styles of cells in an Excel workbook that show less of a day than the cell holds."""

import re

from govgraph.read.sheets.archive import Walker, number_of
from govgraph.read.sheets.seen import MONTH, YEAR

_MONTH_AND_YEAR = 17
"""The built-in format of numbers that shows a month and a year (Jul-20)."""


def coarse_styles(data: bytes) -> dict[int, str]:
    """By the number of a style that shows only a year, or a month and a year: how to write what it shows."""
    styles = _Styles()
    styles.walk(data)
    shown = {format_id: styles.shows(format_id) for format_id in set(styles.used)}
    written = ((number, shown[format_id]) for number, format_id in enumerate(styles.used))
    return {number: how for number, how in written if how is not None}


class _Styles(Walker):
    """Which formats of numbers cells have."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[int] = []
        self._formats: dict[int, str] = {}
        self._inside = False

    def start_numFmt(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._formats[number_of(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def start_cellXfs(self, _: dict[str, str]) -> None:  # noqa: N802
        self._inside = True

    def end_cellXfs(self) -> None:  # noqa: N802
        self._inside = False

    def start_xf(self, attributes: dict[str, str]) -> None:
        if self._inside:
            self.used.append(number_of(attributes.get("numFmtId")))

    def shows(self, format_id: int) -> str | None:
        """How to write what a format shows, where that is a year, or a month and a year; None for all others."""
        if format_id == _MONTH_AND_YEAR:
            return MONTH
        code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", self._formats.get(format_id, "")).lower()
        if "general" in code or "y" not in code or set("dhs0#?@") & set(code):
            return None
        return MONTH if "m" in code else YEAR
