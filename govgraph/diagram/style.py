"""How things look: lines by dashes and arrow heads, kinds by corners, never by colour alone; and how wide text is."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from govgraph.model import Kind, relation_keys

_UNKNOWN_WIDTH = 1.3
"""The width, in em, of a letter that the font lacks: another font shows it, and none known here is wider."""
_DOTS = "…"
_PLAIN, _BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
_JOINT = re.compile(r"(?<=\w\w[/–—-])(?=[(\[]?\w{3})")
"""Where a word may break: after a slash or a hyphen, where more than the end of a word follows."""
_LETTER = re.compile(
    "(?:.\u200d){0,6}.[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u200d\ufe0f]{0,6}", re.DOTALL
)
_MIN_END = 4
"""A piece of a word that begins a line has so many letters at least."""


def package_folder(name: str) -> Path:
    """The folder of a package, which is not imported: that takes half a second. Raises ModuleNotFoundError."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name, name=name)
    return Path(spec.origin).parent


def fonts_folder() -> Path:
    """The folder of matplotlib's fonts. Raises ModuleNotFoundError."""
    return package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in px."""
    widths = _letter_widths(_BOLD if bold else _PLAIN)
    return size * sum(widths.get(ord(letter), _UNKNOWN_WIDTH) for letter in text)


def wrapped(text: str, size: float, room: float, max_lines: int, *, bold: bool = False) -> list[str]:
    """A text as lines no wider than `room` px; what does not go into `max_lines` lines ends in dots.

    A word that is wider than the room breaks after a slash or a hyphen, and anywhere only where it has none.
    """

    def fits(line: str) -> bool:
        return width(line, size, bold=bold) <= room

    lines: list[str] = []
    line = ""
    for gap, piece in _pieces(text.split(), fits):
        longer = f"{line}{gap}{piece}" if line else piece
        if not line or fits(longer):
            line = longer
            continue
        lines.append(line)
        line = piece
        if len(lines) == max_lines:
            return [*lines[:-1], _cut_short(lines[-1], fits)]
    return [*lines, line]


def _pieces(words: Iterable[str], fits: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """What a line holds whole, each after the gap that stands before it on a line: words, or parts of long ones."""
    for word in words:
        gap = " "
        for part in [word] if fits(word) else _JOINT.split(word):
            for piece in [part] if fits(part) else _chopped(part, fits):
                yield gap, piece
                gap = ""


def _chopped(part: str, fits: Callable[[str], bool]) -> list[str]:
    """A part of a word that no line holds, in pieces; the last is no mere end of a word, as `s'`."""
    pieces = [""]
    for letter in _LETTER.findall(part):
        if pieces[-1] and not fits(pieces[-1] + letter):
            pieces.append("")
        pieces[-1] += letter
    letters = _LETTER.findall("".join(pieces[-2:]))
    if len(pieces) > 1 and len(letters) >= 2 * _MIN_END:
        place = min(len(_LETTER.findall(pieces[-2])), len(letters) - _MIN_END)
        pieces[-2:] = ["".join(letters[:place]), "".join(letters[place:])]
    return pieces


def _cut_short(line: str, fits: Callable[[str], bool]) -> str:
    """A line with dots at its end in place of the words that they leave no room for, or of a part of its only word."""
    while " " in line and not fits(f"{line} {_DOTS}"):
        line = line.rpartition(" ")[0]
    if not fits(f"{line} {_DOTS}"):
        while line and not fits(f"{line}{_DOTS}"):
            line = line[:-1]
        return f"{line}{_DOTS}"
    return f"{line} {_DOTS}".strip()


@cache
def _letter_widths(font: str) -> dict[int, float]:
    """How wide each letter of a font is, in em, by its code."""
    with _opened(font) as face:
        em = face["head"].unitsPerEm
        widths = face["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in face.getBestCmap().items()}


def _opened(font: str) -> Any:
    from fontTools.ttLib import TTFont  # only where something is drawn

    return TTFont(fonts_folder() / font, lazy=True, recalcTimestamp=False)


def font_face(texts: Iterable[str]) -> str:
    """The rules of CSS that embed the font, plain and bold, with the letters of these texts alone."""
    letters = "".join(sorted({letter for text in texts for letter in text} | {" ", _DOTS}))
    return "\n".join(
        f'@font-face {{ font-family: "DejaVu Sans"; font-weight: {weight}; '
        f'src: url(data:font/woff;base64,{_subset(font, letters)}) format("woff"); }}'
        for font, weight in ((_PLAIN, "normal"), (_BOLD, "bold"))
    )


@lru_cache(maxsize=64)  # one drawing is written at several sizes, and in several formats
def _subset(font: str, letters: str) -> str:
    """A font with some letters alone, as WOFF in base64."""
    from fontTools.subset import Options, Subsetter  # only where something is drawn

    options = Options()
    options.layout_features = []  # no kerning and no ligatures: a line is as wide as its letters, as measured
    options.hinting = False
    options.drop_tables += ["FFTM", "GSUB", "GPOS", "GDEF", "kern"]
    options.flavor = "woff"
    file = BytesIO()
    with _opened(font) as face:
        subsetter = Subsetter(options)
        subsetter.populate(text=letters)
        subsetter.subset(face)
        face.flavor = "woff"
        face.save(file)
    return b64encode(file.getvalue()).decode()


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
    "sits_on": Stroke("6 2", Head.DOT),
    "attends": Stroke("6 2", Head.RING),
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
