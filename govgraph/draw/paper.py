"""The picture on paper and on slides: the same SVG as pixels and as a tagged PDF, by typst, without a browser."""

import re
import struct
import zlib
from datetime import date

from govgraph.draw.typeset import tagged_pdf, typeset

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
_HEAD = 8 + 4 + 4 + 13 + 4
"""The signature of a PNG and its first chunk; texts stand after it."""


def to_png(svg: str, alt: str, title: str) -> bytes:
    """A picture in pixels, two for each px unless it is very large, with title and alternative text in the file."""
    across, down = _size(svg)
    scale = min(_SCALE, _MOST_PIXELS / max(across, down))
    png = typeset(_PAGE, _files(svg), _inputs(title, alt, across * _POINTS), kind="png", ppi=scale * _INCH / _POINTS)
    texts = _chunk("Title", title) + _chunk("Description", alt)
    return png[:_HEAD] + texts + png[_HEAD:]


def to_pdf(svg: str, title: str, alt: str, day: date) -> bytes:
    """A picture as a PDF of one page as large as itself, tagged, with its alternative text; dated to its day."""
    across, down = _size(svg)
    width = across * min(_POINTS, _MOST_POINTS / max(across, down))
    return tagged_pdf(_PAGE, _files(svg), day, _inputs(title, alt, width))


def _files(svg: str) -> dict[str, str]:
    return {"picture.svg": svg}


def _inputs(title: str, alt: str, width: float) -> dict[str, str]:
    return {"title": title, "alt": alt, "width": f"{width:.4f}"}


def _size(svg: str) -> tuple[int, int]:
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("not a picture of ours: it has no size")
    return int(found[1]), int(found[2])


def _chunk(keyword: str, text: str) -> bytes:
    """A text of a PNG, in UTF-8 and not compressed (iTXt)."""
    data = b"iTXt" + keyword.encode("ascii") + b"\0\0\0en\0\0" + text.replace("\0", "").encode()
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
