"""How things look: a relation by its dashes and the head of its arrow, a kind by its corners, never by colour alone."""

from enum import StrEnum
from typing import NamedTuple

from govgraph.model import Kind, relation_keys


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
"""Ties that are no relation of the file, and are drawn only where somebody asks for them."""

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
    "replaces": Stroke("4 4", Head.DIAMOND),
    "sits_on": Stroke("1 5", Head.DOT),
    "attends": Stroke("1 5", Head.RING),
}


def stroke(relation: str) -> Stroke:
    """How a relation is drawn."""
    return _STROKES[relation]


def words(relation: str) -> str:
    """How a person says it."""
    return SEATS.get(relation) or relation_keys()[relation].words


def carries(relation: str) -> bool:
    """Whether accountability runs along it."""
    return relation in relation_keys() and relation_keys()[relation].line


def outline(kind: Kind, width: float, height: float) -> str:
    """The path of a box around the middle of a kind's shape, in px."""
    right, low = width / 2, height / 2
    return _SHAPES[kind](right, low)


def _cut(right: float, low: float, corner: float) -> str:
    return (
        f"M{-right + corner:g} {-low:g}H{right - corner:g}L{right:g} {-low + corner:g}V{low - corner:g}"
        f"L{right - corner:g} {low:g}H{-right + corner:g}L{-right:g} {low - corner:g}V{-low + corner:g}Z"
    )


def _round(right: float, low: float, top: float, foot: float | None = None) -> str:
    foot = top if foot is None else foot
    return (
        f"M{-right + top:g} {-low:g}H{right - top:g}Q{right:g} {-low:g} {right:g} {-low + top:g}V{low - foot:g}"
        f"Q{right:g} {low:g} {right - foot:g} {low:g}H{-right + foot:g}Q{-right:g} {low:g} {-right:g} {low - foot:g}"
        f"V{-low + top:g}Q{-right:g} {-low:g} {-right + top:g} {-low:g}Z"
    )


def _pointed(right: float, low: float, depth: float) -> str:
    far = right - depth
    return f"M{-far:g} {-low:g}H{far:g}L{right:g} 0L{far:g} {low:g}H{-far:g}L{-right:g} 0Z"


def _slanted(right: float, low: float, lean: float) -> str:
    return f"M{-right + lean:g} {-low:g}H{right:g}L{right - lean:g} {low:g}H{-right:g}Z"


def _folded(right: float, low: float, corner: float) -> str:
    fold = f"M{right - corner:g} {-low:g}V{-low + corner:g}H{right:g}"
    return f"M{-right:g} {-low:g}H{right - corner:g}L{right:g} {-low + corner:g}V{low:g}H{-right:g}Z{fold}"


def _barred(right: float, low: float, inset: float) -> str:
    bars = f"M{-right + inset:g} {-low:g}V{low:g}M{right - inset:g} {-low:g}V{low:g}"
    return f"{_round(right, low, 0)}{bars}"


def _double(right: float, low: float, inset: float) -> str:
    return _round(right, low, 0) + _round(right - inset, low - inset, 0)


def _topped(right: float, low: float, depth: float) -> str:
    return f"{_round(right, low, 0)}M{-right:g} {-low + depth:g}H{right:g}"


_SHAPES = {
    Kind.BOARD: lambda right, low: _topped(right, low, 4),
    Kind.COMMITTEE: lambda right, low: _round(right, low, 0),
    Kind.PARTNERSHIP: lambda right, low: _cut(right, low, 9),
    Kind.WORKING_GROUP: lambda right, low: _round(right, low, 12),
    Kind.TASK_AND_FINISH_GROUP: lambda right, low: _folded(right, low, 12),
    Kind.WORKSTREAM: lambda right, low: _slanted(right, low, 6),
    Kind.PANEL: lambda right, low: _round(right, low, 16, 0),
    Kind.ORGANISATION: lambda right, low: _double(right, low, 3.5),
    Kind.FORUM: lambda right, low: _round(right, low, 0, 18),
    Kind.REVIEWER: lambda right, low: _pointed(right, low, 9),
    Kind.SERVICE: lambda right, low: _barred(right, low, 5),
    Kind.POST: lambda right, low: _round(right, low, 20),
}
