"""Pictures as PNG and as tagged PDF: typst sets them in a folder of its own, outside of which it reads nothing."""

import re
import struct
import zlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Literal

from govgraph.diagram import style
from govgraph.diagram.sizes import POINTS

_FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
"""No others: among them is a font of last resort, which would stand in for every letter that these lack."""


def tagged_pdf(
    page: str, files: Mapping[str, str | bytes], day: date, inputs: Mapping[str, str] | None = None
) -> bytes:
    """A tagged PDF, dated to its day.

    It conforms to PDF/UA-1 and says so. With letters that no font here can tell apart, as an emoji that is made of
    several, it is tagged, and claims nothing.
    """
    from typst import TypstError  # only where paper is made

    noon = datetime.combine(day, time(12), UTC)
    try:
        return typeset(page, files, inputs or {}, kind="pdf", standard="ua-1", when=noon)
    except TypstError:
        return typeset(page, files, inputs or {}, kind="pdf", when=noon)


def typeset(
    page: str,
    files: Mapping[str, str | bytes],
    inputs: Mapping[str, str],
    *,
    kind: Literal["pdf", "png"],
    ppi: float | None = None,
    standard: Literal["ua-1"] | None = None,
    when: datetime | None = None,
) -> bytes:
    """A page in the language of typst as PDF or PNG: it reads what it shows from `files` and `inputs`."""
    import typst  # only where paper is made

    with TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in {**files, "page.typ": page}.items():
            (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
        for font in _FONTS:
            copy(style.fonts_folder() / font, folder)
        return typst.compile(
            folder / "page.typ",
            root=folder,
            font_paths=[folder],
            format=kind,
            ppi=ppi,
            sys_inputs=dict(inputs),
            pdf_standards=standard,
            timestamp=when,
        )


_SCALE = 2.0
_MAX_PIXELS = 12_000
"""On the longer side: what opens nowhere helps nobody."""
_INCH = 72.0
_MAX_POINTS = 14_400.0
"""A page of a PDF may be no larger on either side."""
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')

_PAGE = """\
#set document(title: sys.inputs.title, date: auto)
#set text(lang: "en")
#set page(width: auto, height: auto, margin: 0pt, fill: none)
#image("picture.svg", alt: sys.inputs.alt, width: float(sys.inputs.width) * 1pt)
"""
"""Title and alternative come in as values beside it, so that no text of a structure is ever read as typst."""
_HEAD = 8 + 4 + 4 + 13 + 4
"""The signature of a PNG and its first chunk; texts stand after it."""


def to_png(svg: str, alt: str, title: str, ppi: float | None = None) -> bytes:
    """A picture in pixels, with title and alternative text in the file; transparent where it has no ground.

    Without a resolution there are two pixels for each px, unless it is very large.
    """
    across, down = _size(svg)
    ppi = ppi or min(_SCALE, _MAX_PIXELS / max(across, down)) * _INCH / POINTS
    png = typeset(_PAGE, {"picture.svg": svg}, _inputs(title, alt, across * POINTS), kind="png", ppi=ppi)
    return png[:_HEAD] + _chunk("Title", title) + _chunk("Description", alt) + png[_HEAD:]


def to_pdf(svg: str, title: str, alt: str, day: date) -> bytes:
    """A picture as a PDF of one page as large as itself, tagged, with its alternative text; dated to its day."""
    across, down = _size(svg)
    width = across * min(POINTS, _MAX_POINTS / max(across, down))
    return tagged_pdf(_PAGE, {"picture.svg": svg}, day, _inputs(title, alt, width))


def _inputs(title: str, alt: str, width: float) -> dict[str, str]:
    return {"title": title, "alt": alt, "width": f"{width:.4f}"}


def _size(svg: str) -> tuple[int, int]:
    match = _SIZE.search(svg)
    if match is None:
        raise ValueError("not a picture of ours: it has no size")
    return int(match[1]), int(match[2])


def _chunk(keyword: str, text: str) -> bytes:
    """A text of a PNG, in UTF-8 and not compressed (iTXt)."""
    data = b"iTXt" + keyword.encode("ascii") + b"\0\0\0en\0\0" + text.replace("\0", "").encode()
    return struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
