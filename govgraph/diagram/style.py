"""How things look: lines by dashes and arrow heads, kinds by corners, never by colour alone; and how wide text is."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from govgraph.model import Kind, relation_keys

_UNKNOWN_WIDTH = 1.3
"""The width, in em, of a letter that the font lacks: another font shows it, and none known here is wider."""
_DOTS = "…"


def package_folder(name: str) -> Path:
    """The folder of a package, which is not imported: that takes half a second. Raises ModuleNotFoundError."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name, name=name)
    return Path(spec.origin).parent


def fonts_folder() -> Path:
    """The folder of matplotlib's fonts. Raises ModuleNotFoundError."""
    return package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf"


def width(text: str, size: float) -> float:
    """How wide a line of text is, in px."""
    widths = _letter_widths()
    return size * sum(widths.get(ord(letter), _UNKNOWN_WIDTH) for letter in text)


def wrapped(text: str, size: float, room: float, max_lines: int) -> list[str]:
    """A text as lines no wider than `room` px; what does not go into `max_lines` lines ends in dots."""
    lines: list[str] = []
    line = ""
    for word in _pieces(" ".join(text.split()), size, room):
        longer = f"{line} {word}" if line else word
        if not line or width(longer, size) <= room:
            line = longer
            continue
        lines.append(line)
        line = word
        if len(lines) == max_lines:
            break
    if len(lines) < max_lines:
        return [*lines, line]
    last = lines[-1]
    while last and width(f"{last} {_DOTS}", size) > room:
        last = last[:-1]
    return [*lines[:-1], f"{last.rstrip()} {_DOTS}".strip()]


def _pieces(text: str, size: float, room: float) -> Iterator[str]:
    """The words of a text; one that is wider than the room in pieces."""
    for word in text.split(" "):
        piece = ""
        for letter in word if width(word, size) > room else ():
            if piece and width(piece + letter, size) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece or word


@cache
def _letter_widths() -> dict[int, float]:
    """How wide each letter of the font is, in em, by its code."""
    with _font() as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def _font() -> Any:
    from fontTools.ttLib import TTFont  # only where something is drawn

    return TTFont(fonts_folder() / "DejaVuSans.ttf", lazy=True, recalcTimestamp=False)


def font_face(texts: Iterable[str]) -> str:
    """The rule of CSS that embeds the font, with the letters of these texts alone."""
    from fontTools.subset import Options, Subsetter  # only where something is drawn

    letters = sorted({letter for text in texts for letter in text} | {" ", _DOTS})
    options = Options()
    options.layout_features = []  # no kerning and no ligatures: a line is as wide as its letters, as measured
    options.hinting = False
    options.drop_tables += ["FFTM", "GSUB", "GPOS", "GDEF", "kern"]
    options.flavor = "woff"
    file = BytesIO()
    with _font() as font:
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(letters))
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(file)
    data = b64encode(file.getvalue()).decode()
    return f'@font-face {{ font-family: "DejaVu Sans"; src: url(data:font/woff;base64,{data}) format("woff"); }}'


class Head(StrEnum):
    """The head of an arrow."""

    FULL = "full"
    HOLLOW = "hollow"
    OPEN = "open"
    RING = "ring"
    DOT = "dot"
    SQUARE = "square"
    BLOCK = "block"
    DIAMOND = "diamond"
    GEM = "gem"
    NONE = "none"


class Stroke(NamedTuple):
    """How a relation is drawn: lengths of dash and gap in px (empty: whole), and the head of its arrow."""

    dashes: str
    head: Head


SEATS = {"sits_on": "sits on", "attends": "attends"}
"""Ties by seats, which are no relations of the file, and are drawn only where somebody asks for them."""

_STROKES = {
    "reports_to": Stroke("", Head.FULL),
    "part_of": Stroke("", Head.HOLLOW),
    "scrutinised_by": Stroke("8 4", Head.RING),
    "overseen_by": Stroke("8 4", Head.SQUARE),
    "advises": Stroke("2 4", Head.OPEN),
    "feeds_into": Stroke("9 3 2 3", Head.OPEN),
    "works_with": Stroke("2 4", Head.NONE),
    "commissions": Stroke("14 4", Head.BLOCK),
    "delegates_to": Stroke("14 4", Head.GEM),
    "appoints": Stroke("4 4", Head.BLOCK),
    "escalates_to": Stroke("9 3 2 3", Head.FULL),
    "replaces": Stroke("4 4", Head.DIAMOND),
    "sits_on": Stroke("1 5", Head.DOT),
    "attends": Stroke("1 5", Head.RING),
}


def stroke(relation: str) -> Stroke:
    """How a relation is drawn."""
    return _STROKES[relation]


def words(relation: str) -> str:
    """A relation or a tie by a seat in words: `reports to`."""
    return SEATS.get(relation) or relation_keys()[relation].words


def is_line(relation: str) -> bool:
    """Whether accountability runs along a relation."""
    return relation in relation_keys() and relation_keys()[relation].line


def outline(kind: Kind, width: float, height: float) -> str:
    """The path of the box of a kind, around its middle, in px."""
    return _SHAPES[kind](width / 2, height / 2)


# Each of the following takes the lower right corner of a box, as seen from its middle.


def _cut(x: float, y: float, corner: float) -> str:
    return (
        f"M{-x + corner:g} {-y:g}H{x - corner:g}L{x:g} {-y + corner:g}V{y - corner:g}"
        f"L{x - corner:g} {y:g}H{-x + corner:g}L{-x:g} {y - corner:g}V{-y + corner:g}Z"
    )


def _round(x: float, y: float, top: float, foot: float | None = None) -> str:
    foot = top if foot is None else foot
    return (
        f"M{-x + top:g} {-y:g}H{x - top:g}Q{x:g} {-y:g} {x:g} {-y + top:g}V{y - foot:g}"
        f"Q{x:g} {y:g} {x - foot:g} {y:g}H{-x + foot:g}Q{-x:g} {y:g} {-x:g} {y - foot:g}"
        f"V{-y + top:g}Q{-x:g} {-y:g} {-x + top:g} {-y:g}Z"
    )


def _pointed(x: float, y: float, depth: float) -> str:
    far = x - depth
    return f"M{-far:g} {-y:g}H{far:g}L{x:g} 0L{far:g} {y:g}H{-far:g}L{-x:g} 0Z"


def _slanted(x: float, y: float, lean: float) -> str:
    return f"M{-x + lean:g} {-y:g}H{x:g}L{x - lean:g} {y:g}H{-x:g}Z"


def _folded(x: float, y: float, corner: float) -> str:
    fold = f"M{x - corner:g} {-y:g}V{-y + corner:g}H{x:g}"
    return f"M{-x:g} {-y:g}H{x - corner:g}L{x:g} {-y + corner:g}V{y:g}H{-x:g}Z{fold}"


def _barred(x: float, y: float, inset: float) -> str:
    bars = f"M{-x + inset:g} {-y:g}V{y:g}M{x - inset:g} {-y:g}V{y:g}"
    return f"{_round(x, y, 0)}{bars}"


def _double(x: float, y: float, inset: float) -> str:
    return _round(x, y, 0) + _round(x - inset, y - inset, 0)


def _topped(x: float, y: float, depth: float) -> str:
    return f"{_round(x, y, 0)}M{-x:g} {-y + depth:g}H{x:g}"


_SHAPES = {
    Kind.BOARD: lambda x, y: _topped(x, y, 4),
    Kind.COMMITTEE: lambda x, y: _round(x, y, 0),
    Kind.PARTNERSHIP: lambda x, y: _cut(x, y, 9),
    Kind.WORKING_GROUP: lambda x, y: _round(x, y, 12),
    Kind.TASK_AND_FINISH_GROUP: lambda x, y: _folded(x, y, 12),
    Kind.WORKSTREAM: lambda x, y: _slanted(x, y, 6),
    Kind.PANEL: lambda x, y: _round(x, y, 16, 0),
    Kind.ORGANISATION: lambda x, y: _double(x, y, 3.5),
    Kind.FORUM: lambda x, y: _round(x, y, 0, 18),
    Kind.REVIEWER: lambda x, y: _pointed(x, y, 9),
    Kind.SERVICE: lambda x, y: _barred(x, y, 5),
    Kind.POST: lambda x, y: _round(x, y, 20),
}
