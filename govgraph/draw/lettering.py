"""Lettering: how wide text is in the font that is shown, where it breaks, and that font cut down to the letters used.

DejaVu Sans, which comes with matplotlib. A drawing carries it, so that what is measured here is what is seen.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

_STRANGE = 1.3
"""The width, in em, of a letter that the font lacks: another font shows it, and none known here is wider."""
_DOTS = "…"


def folder() -> Path:
    """The folder of matplotlib's fonts. matplotlib itself is not imported: that takes half a second."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib", name="matplotlib")
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"


def width(text: str, size: float) -> float:
    """How wide a line of text is, in px."""
    known = _advances()
    return size * sum(known.get(ord(letter), _STRANGE) for letter in text)


def wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """A text as lines no wider than `room` px; what does not go into `most` lines ends in dots."""
    lines: list[str] = []
    line = ""
    for word in _words(" ".join(text.split()), size, room):
        longer = f"{line} {word}" if line else word
        if not line or width(longer, size) <= room:
            line = longer
            continue
        lines.append(line)
        line = word
        if len(lines) == most:
            break
    if len(lines) < most:
        return [*lines, line]
    last = lines[-1]
    while last and width(f"{last} {_DOTS}", size) > room:
        last = last[:-1]
    return [*lines[:-1], f"{last.rstrip()} {_DOTS}".strip()]


def _words(text: str, size: float, room: float) -> Iterator[str]:
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
def _advances() -> dict[int, float]:
    """How wide each letter of the font is, in em, by its code."""
    with _font() as font:
        em = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def _font() -> Any:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where something is drawn

    return TTFont(folder() / "DejaVuSans.ttf", lazy=True, recalcTimestamp=False)


def embedded(texts: Iterable[str]) -> str:
    """The font with the letters of these texts alone, as the data of an address: `data:font/woff;base64,...`."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - only where something is drawn

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
    return f"data:font/woff;base64,{b64encode(file.getvalue()).decode()}"
