"""The signs of a drawing as paths: the parts that groups take, chairs, marks, the heads of arrows."""

from typing import NamedTuple

from govgraph.diagram import style
from govgraph.diagram.scene import GroupPart
from govgraph.diagram.seat_words import ChairState
from govgraph.findings import Severity
from govgraph.render.participation import Amount

_CIRCLE = "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z"
_SIGNS = {
    Amount.SEAT: (_CIRCLE, " on", ""),
    Amount.LESS: (_CIRCLE, "", "M0-5A5 5 0 0 0 0 5Z"),
    Amount.VACANT: (_CIRCLE, "", ""),
    Amount.NONE: (f"{_CIRCLE}M-3.5-3.5 3.5 3.5M-3.5 3.5 3.5-3.5", "", ""),
    Amount.NOT_STATED: ("M-2.6-2.4A2.6 2.6 0 1 1 0 .6V1.6M0 4.3V4.9", " bare", ""),
}
MARK_PATHS = {
    Severity.ERROR: "M-13-9H13V9H-13Z",
    Severity.WARNING: "M-15 9 0-15 15 9Z",
    Severity.NOTE: "M-12 0A12 9 0 1 1 12 0A12 9 0 1 1-12 0Z",
}
ASKED_PATH = "M-8-8H8Q14-8 14-2V2Q14 8 8 8H-8Q-14 8-14 2V-2Q-14-8-8-8Z"
_CHAIR = "M-4.5-5.5V5.5M-4.5 1.5H4V5.5"
_SITTER = "M-1.9-3A2.4 2.4 0 1 1 2.9-3A2.4 2.4 0 1 1-1.9-3Z"
HEADS = {
    style.Head.FULL: ("", "M-10-4.5 0 0-10 4.5Z"),
    style.Head.HOLLOW: (" bare", "M-10-4.5 0 0-10 4.5Z"),
    style.Head.OPEN: (" line", "M-9-4.5 0 0-9 4.5"),
    style.Head.RING: (" bare", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    style.Head.DOT: ("", "M-8 0A4 4 0 1 1 0 0A4 4 0 1 1-8 0Z"),
    style.Head.SQUARE: (" bare", "M-8-4H0V4H-8Z"),
    style.Head.BLOCK: ("", "M-8-4H0V4H-8Z"),
    style.Head.DIAMOND: (" bare", "M-11 0-5.5-4 0 0-5.5 4Z"),
    style.Head.GEM: ("", "M-11 0-5.5-4 0 0-5.5 4Z"),
    style.Head.NONE: (" line", "M0 0"),
}


class Sign(NamedTuple):
    """How a part is drawn before its words."""

    name: str
    path: str
    css: str
    half: str


def sign(amount: Amount) -> Sign:
    """The sign of an amount: a full ring for a seat, half of one for less, a crossed one for none, a question mark."""
    return Sign(amount.name.lower().replace("_", "-"), *_SIGNS[amount])


SPEAKS_SIGN = Sign("speaks", "M-5-4.5H5V2H.5L-3 5V2H-5Z", " on", "")
"""That of a body that speaks for a group, which is no seat."""


def part_sign(part: GroupPart) -> Sign:
    """The sign of the part that a group takes."""
    return SPEAKS_SIGN if part.speaks else sign(part.amount)


def chair_sign(state: ChairState) -> Sign:
    """The sign of a chair: with somebody on it, or empty."""
    return Sign(state.sign, _CHAIR, " bare", _SITTER if state is ChairState.FILLED else "")
