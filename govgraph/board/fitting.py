"""How blocks fit on A4: how large a picture is, which page is turned, what stays together, how wide columns are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from govgraph.board.blocks import LANDSCAPE, PORTRAIT, Block, Bullets, Figure, Heading, Paragraph, Table, scales_in
from govgraph.diagram.sizes import points

_GAIN = 1.25
"""A page is turned only where the picture gets so much larger by it."""
_SMALLEST, _SMALLEST_BESIDE_TEXT = 3.0, 4.1
"""The points that the smallest letters of a picture must have, or it is left out: alone, and beside text on a page."""
_LARGE = 130.0
"""A picture that is higher, in mm, has a page of its own, with its heading."""
HIGHEST = 0.84
"""The share of a page's height that a picture may have, beside its heading and its caption."""
_LINE = 88
"""So many letters go on a line of a table."""
_LONGEST = 26
"""A longer word is counted as one of so many letters, so that it takes not all the room of other columns."""


class Fit(NamedTuple):
    """How wide and high a picture is drawn, in mm, and whether on a page on its side."""

    width: float
    height: float
    wide: bool


def fit_picture(figure: Figure) -> Fit:
    """How a picture is drawn as large as its room or a page allows, and never larger than it is."""
    (across, down), upright, sideways = figure.picture.sides, *_scales(figure)
    wide = sideways > upright * _GAIN
    scale = sideways if wide else upright
    return Fit(round(across * scale, 2), round(down * scale, 2), wide)


def fit_to_pages(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with a table instead of a picture whose letters no page shows large enough to read.

    The heading of a picture that fills most of a page begins one.
    """
    kept = list(blocks)
    for block, following in zip(kept, [*kept[1:], None], strict=True):
        if isinstance(block, Figure) and _is_too_small(block):
            yield from block.instead
        elif isinstance(block, Heading) and isinstance(following, Figure) and not _is_too_small(following):
            fit = fit_picture(following)  # one on its side has a page of its own anyway
            yield replace(block, apart=block.apart or (fit.height > _LARGE and not fit.wide))
        else:
            yield block


def _is_too_small(figure: Figure) -> bool:
    letters = max(_scales(figure)) * points(figure.picture.smallest_letter)
    return letters < (_SMALLEST_BESIDE_TEXT if figure.room else _SMALLEST)


def _scales(figure: Figure) -> tuple[float, float]:
    """How much smaller a picture gets upright, and on its side; one that shares a page is never turned."""
    return scales_in(figure.picture.sides, (figure.room, figure.room) if figure.room else (PORTRAIT, LANDSCAPE))


def pages(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """The blocks in runs, and whether a run has a page on its side: a picture with its heading, where it gains by that.

    Anything else runs on over upright pages.
    """
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure) and fit_picture(block).wide:
            alone = [run.pop()] if run and isinstance(run[-1], Heading) else []
            if run:
                yield False, run
            yield True, [*alone, block]
            run = []
        else:
            run.append(block)
    if run:
        yield False, run


def keeps_with(block: Block, following: Block | None) -> bool:
    """Whether a block is on the page of the one after it: a heading, words before a list, what a part belongs to."""
    if isinstance(block, Heading):
        return True
    leads = isinstance(block, Paragraph) and isinstance(following, Table | Bullets)
    return leads or (isinstance(following, Paragraph | Bullets) and following.inside)


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of each column in the width of a table: room for its longest word, and of the rest by what it holds."""
    least, letters = [], []
    for cells in zip(table.header, *table.rows, strict=True):
        word = max((len(word) for cell in cells for word in cell.split()), default=0)
        least.append(min(word, _LONGEST) + 3)
        letters.append(max(sum(map(len, cells)) / len(cells) - least[-1], 0))
    rest = max(_LINE - sum(least), 0)
    wanted = sum(letters)
    shares = [count / wanted if wanted else 1 / len(least) for count in letters]
    widths = [narrow + rest * share for narrow, share in zip(least, shares, strict=True)]
    return tuple(round(width / sum(widths), 4) for width in widths)
