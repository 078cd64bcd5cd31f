"""The sizes at which pictures are used: on a slide, in a column of an A4 page, as a poster."""

from enum import StrEnum
from typing import NamedTuple

from govgraph.language import either_of
from govgraph.model.faults import input_error

MM = 96 / 25.4
"""Px in a millimetre, as browsers have it."""
POINTS = 0.75
"""Points in a px."""
_MIN_POINTS = 6.0
"""Smaller letters are hard to read on paper."""


class Size(StrEnum):
    """Where a picture is used."""

    SLIDE = "slide"
    A4 = "a4"
    POSTER = "poster"


class Canvas(NamedTuple):
    """What a picture fills: its sides in px of 1/96 inch."""

    width: int
    height: int
    is_full: bool
    """Whether it is as high as this; else it is as high as it needs, and no higher than this."""
    letters: float
    """How many times as large as on a page the letters around the diagram are."""
    diagram: tuple[float, float] | None
    """How large, in px, a diagram may be whose smallest letters have six points on it; None where there is room."""
    shown_as: tuple[str, str]
    """Its sides as an SVG states them; `{}` stands for its height in millimetres."""
    ppi: float
    """Pixels an inch."""

    def sides(self, height: int) -> tuple[str, str]:
        """The sides that an SVG states for a picture so many px high."""
        across, down = self.shown_as
        return across, down.format(f"{height / MM:.1f}")


_CANVASES = {
    # 13 1/3 by 7 1/2 inches, in every office program; 1,920 by 1,080 pixels on every projector.
    Size.SLIDE: (
        Canvas(1280, 720, is_full=True, letters=1.1, diagram=(1416, 756), shown_as=("1920", "1080"), ppi=144),
    ),
    # Between margins of 20 mm.
    Size.A4: (Canvas(643, 971, is_full=False, letters=0.85, diagram=(884, 860), shown_as=("170mm", "{}mm"), ppi=300),),
    # A1, either way round.
    Size.POSTER: (
        Canvas(3179, 2245, is_full=True, letters=2.4, diagram=None, shown_as=("841mm", "594mm"), ppi=150),
        Canvas(2245, 3179, is_full=True, letters=2.4, diagram=None, shown_as=("594mm", "841mm"), ppi=150),
    ),
}
_NOUNS = {Size.SLIDE: "a slide", Size.A4: "a column of an A4 page", Size.POSTER: "a poster"}


def canvases(size: Size) -> tuple[Canvas, ...]:
    """The canvases of a size, one for each way in which it can be turned."""
    return _CANVASES[size]


def resolution(size: Size) -> float:
    """The pixels of a picture of a size, an inch."""
    return _CANVASES[size][0].ppi


def size_named(name: str) -> Size:
    """The size of a name. Raises InputError where there is none."""
    try:
        return Size(name)
    except ValueError:
        raise input_error(f"There is no size '{name}': choose {either_of(list(Size))}.") from None


def points(px: float) -> float:
    """A length in points."""
    return px * POINTS


def too_small(size: Size, letter: float) -> str:
    """A sentence that says so where the smallest letter, in px, is too small to read at a size; or nothing."""
    if points(letter) >= _MIN_POINTS:
        return ""
    larger = "" if size is Size.POSTER else ", or choose the size poster"
    return (
        f"The diagram is too large for {_NOUNS[size]}: its smallest letters are {points(letter):.1f} points high. "
        f"Draw one body and what is near it (focus){larger}."
    )
