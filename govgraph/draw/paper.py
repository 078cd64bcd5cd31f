"""The picture on paper and on slides: the same SVG as pixels and as a tagged PDF, by typst, without a browser."""

import re
import struct
import zlib
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Literal

from govgraph.draw import lettering

_SCALE = 2.0
_MOST_PIXELS = 12_000
"""On the longer side: what opens nowhere helps nobody."""
_POINTS = 0.75
"""Of a px: typst takes 96 px for an inch, as browsers do."""
_INCH = 72.0
_MOST_POINTS = 14_400.0
"""A page of a PDF may be no larger on either side."""
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_PAGE = """\
#set document(title: sys.inputs.title, date: auto)
#set text(lang: "en")
#set page(width: auto, height: auto, margin: 0pt)
#image("picture.svg", alt: sys.inputs.alt, width: float(sys.inputs.width) * 1pt)
"""
"""Title and alternative come in as values beside it, so that no text of a structure is ever read as typst."""
_FONT = "DejaVuSans.ttf"
"""Alone: beside it lies a font of last resort, which would stand in for every letter that it lacks, and for more."""
_HEAD = 8 + 4 + 4 + 13 + 4
"""The signature of a PNG and its first chunk; texts stand after it."""


def to_png(svg: str, alt: str, title: str) -> bytes:
    """A picture in pixels, two for each px unless it is very large, with title and alternative text in the file."""
    across, down = _size(svg)
    scale = min(_SCALE, _MOST_PIXELS / max(across, down))
    png = _compiled(svg, title, alt, across * _POINTS, kind="png", ppi=scale * _INCH / _POINTS)
    texts = _chunk("Title", title) + _chunk("Description", alt)
    return png[:_HEAD] + texts + png[_HEAD:]


def to_pdf(svg: str, title: str, alt: str, day: date) -> bytes:
    """A picture as a PDF of one page as large as itself, tagged, with its alternative text; dated to its day.

    It conforms to PDF/UA-1 and says so, unless it holds letters that no font here can tell apart, as an emoji that is
    made of several: then it is tagged alike, and claims nothing.
    """
    from typst import TypstError  # noqa: PLC0415 - only where paper is made

    across, down = _size(svg)
    width = across * min(_POINTS, _MOST_POINTS / max(across, down))
    noon = datetime.combine(day, time(12), UTC)
    try:
        return _compiled(svg, title, alt, width, kind="pdf", standard="ua-1", when=noon)
    except TypstError:
        return _compiled(svg, title, alt, width, kind="pdf", when=noon)


def _size(svg: str) -> tuple[int, int]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("not a picture of ours: it has no size")
    return int(found[1]), int(found[2])


def _compiled(
    svg: str,
    title: str,
    alt: str,
    width: float,
    *,
    kind: Literal["pdf", "png"],
    ppi: float | None = None,
    standard: Literal["ua-1"] | None = None,
    when: datetime | None = None,
) -> bytes:
    """What typst makes of it, in a folder of its own, outside of which it reads nothing but fonts."""
    import typst  # noqa: PLC0415 - only where paper is made

    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "picture.svg").write_text(svg, encoding="utf-8")
        (folder / "page.typ").write_text(_PAGE, encoding="utf-8")
        copy(lettering.folder() / _FONT, folder)
        return typst.compile(
            folder / "page.typ",
            root=folder,
            font_paths=[folder],
            format=kind,
            ppi=ppi,
            sys_inputs={"title": title, "alt": alt, "width": f"{width:.4f}"},
            pdf_standards=standard,
            timestamp=when,
        )


def _chunk(keyword: str, text: str) -> bytes:
    """A text of a PNG, in UTF-8 and not compressed (iTXt)."""
    data = b"iTXt" + keyword.encode("ascii") + b"\0\0\0en\0\0" + text.replace("\0", "").encode()
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
