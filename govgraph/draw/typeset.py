"""What typst makes of a page and its files, in a folder of its own, outside of which it reads nothing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Literal

from govgraph.draw import lettering

_FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
"""These alone: beside them lies a font of last resort, which would stand in for every letter that they lack."""


def tagged_pdf(
    page: str, files: Mapping[str, str | bytes], day: date, inputs: Mapping[str, str] | None = None
) -> bytes:
    """A tagged PDF, dated to its day.

    It conforms to PDF/UA-1 and says so, unless it holds letters that no font here can tell apart, as an emoji that is
    made of several: then it is tagged alike, and claims nothing.
    """
    from typst import TypstError  # noqa: PLC0415 - only where paper is made

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
    """A page in the language of typst, which reads what it shows from `files` beside it and from `inputs`."""
    import typst  # noqa: PLC0415 - only where paper is made

    with TemporaryDirectory() as name:
        folder = Path(name)
        for of, content in files.items():
            (folder / of).write_bytes(content.encode() if isinstance(content, str) else content)
        (folder / "page.typ").write_text(page, encoding="utf-8")
        for font in _FONTS:
            copy(lettering.folder() / font, folder)
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
