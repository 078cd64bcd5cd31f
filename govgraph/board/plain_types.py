"""A paper as plain data, laid out on its pages: `desk/src/paper.ts` is made from it."""

from typing import Literal, TypedDict


class PaperItem(TypedDict):
    """A point of a list: `lead` stands out before the rest."""

    lead: str
    text: str


class PaperHeading(TypedDict):
    """A heading below the title; `apart` begins a new page."""

    kind: Literal["heading"]
    level: int
    text: str
    apart: bool


class PaperParagraph(TypedDict):
    """A paragraph: `lead` stands out before the rest."""

    kind: Literal["paragraph"]
    lead: str
    text: str
    inside: bool
    """Whether it is set in, as it belongs to the one above."""
    keep: bool
    """Whether it stays on the page of what follows."""


class PaperList(TypedDict):
    """A list, with bullets or with numbers that go on through the whole paper."""

    kind: Literal["list"]
    items: list[PaperItem]
    numbered: bool
    inside: bool


class PaperTable(TypedDict):
    """A table with a row of headings."""

    kind: Literal["table"]
    caption: str
    plain: bool
    """Whether the caption is for screen readers alone."""
    header: list[str]
    rows: list[list[str]]
    note: str
    shares: list[float]
    """The share of each column in the width."""


class PaperFigure(TypedDict):
    """A picture with its caption."""

    kind: Literal["figure"]
    caption: str
    alt: str
    svg: str
    width: float
    """How wide it is shown, in mm."""
    height: float


class PaperBox(TypedDict):
    """A heading with paragraphs in a frame."""

    kind: Literal["box"]
    title: str
    texts: list[str]


PaperBlock = PaperHeading | PaperParagraph | PaperList | PaperTable | PaperFigure | PaperBox


class PaperPage(TypedDict):
    """Blocks that run on over upright pages, or one page on its side."""

    wide: bool
    blocks: list[PaperBlock]


class PaperBlocks(TypedDict):
    """A whole paper."""

    title: str
    subtitle: str
    day: str
    """As 2020-07-03."""
    small: bool
    """Whether it is set small, to be one page."""
    pages: list[PaperPage]
