"""Words of a page to lines, with the size and weight of their letters; what repeats on pages is set aside."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from govgraph.drafting.documents.blocks import squeeze

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
_OVERLAP = 0.5
_UNKNOWN = re.compile(r"\(cid:[0-9]+\)")


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


def lines_of_words(words: Sequence[Mapping[str, Any]], page: int) -> list[TextLine]:
    """The lines that words make, from top to bottom."""
    rows: list[list[Mapping[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["bottom"], word["x0"])):
        height = word["bottom"] - word["top"]
        if rows and abs(word["bottom"] - rows[-1][0]["bottom"]) < _OVERLAP * max(height, 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = [_line(sorted(row, key=lambda word: word["x0"]), page) for row in rows]
    return sorted((line for line in lines if line.text), key=lambda line: line.top)


def _line(words: Sequence[Mapping[str, Any]], page: int) -> TextLine:
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
