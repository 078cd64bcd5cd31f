"""Lines of pages to pieces: paragraphs joined, words mended that a hyphen parts, headings known by their letters."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil
from statistics import median

from govgraph.drafting.documents.pdf_lines import SOFT_HYPHEN, TextLine
from govgraph.drafting.documents.pieces import Piece
from govgraph.drafting.documents.wording import is_like_heading, is_upper_case_heading, mark_of
from govgraph.drafting.passages import BlockKind

_LARGER = 1.07
_LINE_GAP = 1.3
_INDENT = 8.0
_MOST_HEADING_WORDS = 25
_LEAST_WORD = 4
_HYPHEN = re.compile(r"(\w+)[-\u2010]$")


class Layout:
    """What is usual in a document: the size of its letters, the distance of its lines, its right margin."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        self.is_bold = sum(len(line.text) for line in lines if line.is_bold) * 2 > sum(sizes.values())
        larger = sorted({line.size for line in lines if line.size > self.size * _LARGER}, reverse=True)
        self._levels = {size: min(level, 6) for level, size in enumerate(larger, 1)}
        gaps = [
            lower.top - upper.top
            for upper, lower in pairwise(lines)
            if upper.page == lower.page and 0 < lower.top - upper.top < 3 * upper.size
        ]
        self._pitch = median(gaps) / self.size if gaps and self.size else 1.3
        ends = sorted(line.x1 for line in lines)
        self._right = ends[ceil(0.98 * (len(ends) - 1))] if ends else 0.0
        self._words = Counter(word for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text.casefold()))

    def pieces(self, lines: Sequence[TextLine]) -> list[Piece]:
        """The pieces that lines make which stand below one another, without a table between them."""
        groups: list[list[TextLine]] = []
        for line in lines:
            if groups and self._continues(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        return [self._piece(group) for group in groups]

    def _continues(self, group: Sequence[TextLine], line: TextLine) -> bool:
        upper = group[-1]
        if mark_of(line.text) or abs(line.size - upper.size) > 1 or line.is_bold != upper.is_bold:
            return False
        lower_case = line.text[0].islower()
        if line.page != upper.page:
            return lower_case and not upper.text.endswith((".", ":", ";", "|"))
        if line.top - upper.top > max(_LINE_GAP * self._pitch, 1.5) * upper.size:
            return False
        if upper.size > self.size * _LARGER:
            return True  # a title in two lines
        room = (upper.right or self._right) - upper.x1
        is_full = line.first_width + 0.2 * line.size > room
        hangs = mark_of(group[0].text) is not None and line.x0 > group[0].x0 + 2
        return is_full or (lower_case and not upper.text.endswith((".", ":", ";"))) or (hangs and upper is group[0])

    def _piece(self, group: Sequence[TextLine]) -> Piece:
        first = group[0]
        text = self.join(line.text for line in group)
        place = f"page {first.page}"
        mark = mark_of(text)
        words = mark.text if mark else text
        is_short = len(text.split()) <= _MOST_HEADING_WORDS and any(letter.isalpha() for letter in text)
        if first.size in self._levels and is_short and not (mark and not mark.number):
            return Piece(BlockKind.HEADING, text, self._levels[first.size], place=place)
        if mark and (not mark.number or mark.depth == 0):
            level = int(max(first.x0, 0) // 1)  # an indent, until all items are known
            return Piece(BlockKind.ITEM, text if mark.number else mark.text, level, place=place)
        is_strong = first.is_bold and not self.is_bold and (is_like_heading(words) or is_upper_case_heading(words))
        return Piece(BlockKind.PARAGRAPH, text, 0, is_strong, place)

    def join(self, texts: Iterable[str]) -> str:
        """Lines as one text. A hyphen at the end of one stays where the document has the word with it elsewhere."""
        joined = ""
        for text in texts:
            found = _HYPHEN.search(joined)
            tail = re.match(r"\w+", text)
            if joined.endswith(SOFT_HYPHEN):
                joined = joined[:-1] + text
            elif joined and found and tail and tail[0][0].islower():
                joined = joined if self._keeps_hyphen(found[1].casefold(), tail[0].casefold()) else joined[:-1]
                joined += text
            else:
                joined += f" {text}" if joined else text
        return joined

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        if self._words[head + tail]:
            return False
        return bool(self._words[f"{head}-{tail}"]) or (len(tail) >= _LEAST_WORD and self._words[tail] > 1)


def level_items(pieces: Sequence[Piece]) -> None:
    """Give items their level in place of their indent: how many smaller indents stand above them in their list."""
    open_indents: list[int] = []
    for piece in pieces:
        if piece.kind is not BlockKind.ITEM:
            open_indents = []
            continue
        while open_indents and open_indents[-1] > piece.level + _INDENT:
            open_indents.pop()
        if not open_indents or piece.level > open_indents[-1] + _INDENT:
            open_indents.append(piece.level)
        piece.level = len(open_indents) - 1
