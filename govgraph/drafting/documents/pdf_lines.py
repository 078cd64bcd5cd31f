"""Words of a page to lines, with the size and weight of their letters; what repeats on pages is set aside."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govgraph.drafting.documents.blocks import squeeze
from govgraph.drafting.documents.wording import mark_of

_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_MARGIN = 0.1
"""The share of a page at its top and foot in which headers and footers stand."""
_PAGE_NUMBER = re.compile(
    r"(?:page )?[-–|\s]*[0-9]{1,4}[-–|\s]*(?:(?:of|/) ?[0-9]{1,4})?|[ivxl]{1,6}|page [ivxl]{1,6}", re.IGNORECASE
)
_LEAST_PAGES = 2
_SHARE = 0.4
"""Of the pages: heads of left pages differ from those of right ones."""
SOFT_HYPHEN = "\u00ad"
"""At the end of a line: the word goes on below."""
_SPACE = 0.12
_GAP = 0.5
_SAME = 1.5
_WIDE = 1.8
"""A gap that parts cells or columns, in sizes of the letters; between the words of a justified line it is smaller."""
_OVERLAP = 0.5
_UNKNOWN = re.compile(r"\(cid:[0-9]+\)")

Word = Mapping[str, Any]
"""A word as the library gives it."""


@dataclass
class TextLine:
    """A line as it is printed."""

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    first_width: float
    """How wide its first word is."""
    row: int = 0
    """The number of its row on the page: lines of one row stand beside one another."""
    right: float | None = None
    """The right margin of its column; None where it is that of the page."""
    words: Sequence[Word] = ()


def lines_of_words(words: Sequence[Word], page: int, *, parts: bool = True) -> list[TextLine]:
    """The lines that words make, from top to bottom; in parts where there are wide gaps between words."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        height = word["bottom"] - word["top"]
        if rows and abs(word["bottom"] - rows[-1][0]["bottom"]) < _OVERLAP * max(height, 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    lines: list[TextLine] = []
    for number, row in enumerate(rows):
        ordered = sorted(row, key=lambda word: word["x0"])
        for part in _parts(ordered) if parts else [ordered]:
            line = _line(part, page)
            line.row = number
            if line.text:
                lines.append(line)
    return lines


def split_at(line: TextLine, columns: Sequence[float]) -> list[TextLine]:
    """A line in the parts that begin where columns do, after a gap that is wider than a space."""
    parts: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        is_apart = word["x0"] - parts[-1][-1]["x1"] > _GAP * word["size"]
        if is_apart and any(abs(word["x0"] - x) <= _SAME for x in columns):
            parts.append([word])
        else:
            parts[-1].append(word)
    if len(parts) == 1:
        return [line]
    return [replace(_line(part, line.page), row=line.row, right=line.right) for part in parts]


def _parts(words: Sequence[Word]) -> list[list[Word]]:
    """Words of a row, parted where a gap is as wide as none between two words; a mark stays with its text."""
    parts: list[list[Word]] = [[words[0]]]
    for word in words[1:]:
        last = parts[-1]
        is_mark = mark_of("".join(one["text"] for one in last) + " x") is not None and len(last) == 1
        if word["x0"] - last[-1]["x1"] > _WIDE * word["size"] and not is_mark:
            parts.append([word])
        else:
            last.append(word)
    return parts


def _line(words: Sequence[Word], page: int) -> TextLine:
    text = ""
    sizes: Counter[float] = Counter()
    bold = total = 0
    end = words[0]["x0"]
    for word in words:
        gap = word["x0"] - end
        text += (" " if text and gap > _SPACE * word["size"] else "") + word["text"]
        end = word["x1"]
        sizes[round(word["size"] * 2) / 2] += len(word["text"])
        letters = sum(letter.isalnum() for letter in word["text"])
        total += letters
        bold += letters if _BOLD.search(word["fontname"]) else 0
    squeezed = squeeze(_UNKNOWN.sub("•", text) if _UNKNOWN.match(text) else text)
    return TextLine(
        squeezed + SOFT_HYPHEN if squeezed and text.endswith(SOFT_HYPHEN) else squeezed,
        page,
        words[0]["x0"],
        max(word["x1"] for word in words),
        min(word["top"] for word in words),
        max(word["bottom"] for word in words),
        sizes.most_common(1)[0][0],
        total > 0 and bold == total,
        words[0]["x1"] - words[0]["x0"],
        words=words,
    )


def without_repeated(pages: Sequence[tuple[float, Sequence[TextLine]]]) -> tuple[list[list[TextLine]], bool]:
    """The lines of each page, given with its height, without those at head and foot that repeat; and whether any do."""
    counts: Counter[tuple[str, int]] = Counter()
    for height, lines in pages:
        counts.update({_pattern(line) for line in lines if _is_in_margin(line, height)})
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    repeated = {pattern for pattern, count in counts.items() if count >= least}
    kept: list[list[TextLine]] = []
    found = False
    for height, lines in pages:
        body = [
            line
            for line in lines
            if not _is_in_margin(line, height) or not (_pattern(line) in repeated or _PAGE_NUMBER.fullmatch(line.text))
        ]
        found = found or len(body) < len(lines)
        kept.append(body)
    return kept, found


def _pattern(line: TextLine) -> tuple[str, int]:
    """What a line says, whatever its numbers, and how far down its page."""
    return re.sub(r"[0-9]+", "#", line.text.casefold()), round(line.top)


def _is_in_margin(line: TextLine, height: float) -> bool:
    return line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height
