"""Plain text to blocks: paragraphs, headings known by their wording and place, items by their marks, tables by bars."""

import re
from collections.abc import Sequence

from govgraph.drafting.documents.blocks import BlockWriter, squeeze
from govgraph.drafting.documents.encoding import decode
from govgraph.drafting.documents.lines import Line, is_rule, join_wrapped, lines_of
from govgraph.drafting.documents.plain_tables import PlainTable, find_tables
from govgraph.drafting.documents.wording import (
    CONTENTS_LEFT_OUT,
    is_like_heading,
    is_line_of_contents,
    is_upper_case,
    is_upper_case_heading,
    mark_of,
)
from govgraph.drafting.passages import DocumentText

_MOST_AT_TOP = 4
"""Lines of a cover: the council, the body, what the paper is, its date."""
_SHORT_RUN = 2
_HASHES = re.compile(r"(#{1,6})\s+")
"""Headings as Markdown has them, which people write in plain text too."""


def read_text(name: str, data: bytes) -> DocumentText:
    """Read plain text. Raises UnreadableError where it is none."""
    text, left_out = decode(data)
    writer = BlockWriter()
    every = lines_of(text)
    lines = [line for line in every if not is_line_of_contents(line.text)]
    if len(lines) < len(every):
        left_out = (*left_out, CONTENTS_LEFT_OUT)
    tables = find_tables(lines)
    start = 0
    for number, table in enumerate(tables, 1):
        _write_lines(writer, lines[start : table.start], is_top=start == 0, is_last=False)
        _write_table(writer, table, number)
        start = table.end
    _write_lines(writer, lines[start:], is_top=start == 0, is_last=True)
    title = writer.blocks[0].text if writer.blocks and writer.blocks[0].level == 1 else None
    return DocumentText(name, title, tuple(writer.blocks), left_out)


def _write_table(writer: BlockWriter, table: PlainTable, number: int) -> None:
    for line, cells in table.rows:
        writer.row(cells, f"line {line}", table.headers, number)


def _write_lines(writer: BlockWriter, lines: Sequence[Line], *, is_top: bool, is_last: bool) -> None:
    units = join_wrapped(lines)
    roles = _Roles(units, is_top=is_top, is_last=is_last)
    for index, unit in enumerate(units):
        place = f"line {unit.number}"
        if is_rule(unit):
            continue
        level = roles.heading_level(index)
        mark = mark_of(unit.text)
        if hashes := _HASHES.match(unit.text):
            writer.heading(unit.text[hashes.end() :], place, len(hashes[1]))
        elif level:
            writer.heading(unit.text, place, level)
        elif mark and (not mark.number or not mark.depth or roles.is_in_list(index)):
            writer.item(unit.text if mark.number else mark.text, place, roles.depth(index))
        elif roles.is_plain_item(index):
            writer.item(unit.text, place)
        else:
            writer.paragraph(unit.text, place)


class _Roles:
    """What each of some lines is in its text, by itself and by its neighbours.

    They may stand at the top of the text, and at its end; elsewhere a table stands above or below them.
    """

    def __init__(self, units: Sequence[Line], *, is_top: bool, is_last: bool) -> None:
        self._units = units
        self._is_top = is_top
        self._is_last = is_last
        self._has_capitals = any(is_upper_case_heading(unit.text) and not mark_of(unit.text) for unit in units[1:])
        self._plain = [self._is_plain_heading(index) for index in range(len(units))]
        self._marks = [mark_of(unit.text) for unit in units]
        self._runs: list[tuple[int, int]] = []
        for index, plain in enumerate(self._plain):
            joins = plain and index > 0 and self._plain[index - 1]
            start = self._runs[-1][0] if joins else index
            self._runs.append((start, index + 1))
        for index in range(len(units) - 2, -1, -1):
            if self._runs[index + 1][0] == self._runs[index][0]:
                self._runs[index] = (self._runs[index][0], self._runs[index + 1][1])

    def heading_level(self, index: int) -> int:
        """Of a heading its level; 0 of all other lines."""
        unit = self._units[index]
        after = self._units[index + 1] if index + 1 < len(self._units) else None
        if after and not after.is_after_gap and is_rule(after) and not mark_of(unit.text) and len(unit.text) < 100:  # noqa: PLR2004
            return 1 if after.text.startswith("=") else 2
        ends = after is None and self._is_last  # a heading has something below it
        if mark := self._marks[index]:
            is_heading = mark.number and is_like_heading(mark.text) and not mark.text.endswith(":")
            return max(mark.depth, 1) + 1 if is_heading and not self.is_in_list(index) and not ends else 0
        if is_upper_case_heading(unit.text):
            return 1 if self._is_title(index) else 2
        if not self._plain[index] or self.is_plain_item(index) or (ends and not (self._is_top and index == 0)):
            return 0
        if self._is_title(index):
            return 1
        return 2 + self._has_capitals + unit.text.endswith(":")

    def is_plain_item(self, index: int) -> bool:
        """Whether a line is one of several short ones, below a heading or a colon: a list without marks."""
        if not self._plain[index] or self._units[index].text.endswith(":"):
            return False
        start, end = self._runs[index]
        if end - start <= _SHORT_RUN or (self._is_top and start == 0 and end - start <= _MOST_AT_TOP):
            return False
        leads = start > 0 and self._units[start - 1].text.endswith(":")
        return (index > start or leads) and (index < end - 1 or (end == len(self._units) and self._is_last))

    def is_in_list(self, index: int) -> bool:
        """Whether a numbered line stands beside another of its kind, so that both are items and no headings."""
        mark = self._marks[index]
        if mark is None or not is_like_heading(mark.text):
            return mark is not None and (not mark.number or mark.depth == 0 or self._is_short_list(index))
        return any(
            0 <= near < len(self._units)
            and (other := self._marks[near]) is not None
            and bool(other.number) == bool(mark.number)
            and other.depth == mark.depth
            and is_like_heading(other.text)
            for near in (index - 1, index + 1)
        )

    def _is_short_list(self, index: int) -> bool:
        mark = self._marks[index]
        return mark is not None and mark.depth == 1 and not mark.text.endswith(".")

    def depth(self, index: int) -> int:
        """How many items with smaller indents an item is inside of."""
        indent, depth = self._units[index].indent, 0
        for near in range(index - 1, -1, -1):
            if self._marks[near] is None:
                break
            if self._units[near].indent < indent:
                indent = self._units[near].indent
                depth += 1
        return depth

    def _is_title(self, index: int) -> bool:
        return self._is_top and index == 0 and not self._units[0].text.endswith(":")

    def _is_plain_heading(self, index: int) -> bool:
        unit = self._units[index]
        if mark_of(unit.text) or is_rule(unit) or _HASHES.match(unit.text):
            return False
        text = squeeze(unit.text)
        return is_like_heading(text) and not (is_upper_case(text) and not is_upper_case_heading(text))
