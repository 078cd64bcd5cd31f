"""Who takes part where, in a word or two each: the table that papers print and notebooks count."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from govgraph import display
from govgraph.graph import GovernanceGraph, Participation, Presence, Standing
from govgraph.language import day
from govgraph.model import Level, Role, Statement, Status

if TYPE_CHECKING:
    import pandas as pd

_IN_PLACE = (Status.IN_PLACE, Status.UNDER_REVIEW)


class Amount(StrEnum):
    """How much of a part a group takes, as far as a sign can show."""

    SEAT = "seat"
    LESS = "less than a seat"
    VACANT = "vacant seat"
    NONE = "no seat"
    NOT_STATED = "not stated"


class Part(NamedTuple):
    """The part that a group takes in a body, in a few words, and how much that is."""

    words: str
    amount: Amount


_LESSER = {
    Participation.ATTENDS: "attends",
    Participation.CONTACT: "contact",
    Participation.CONSULTED: "consulted",
    Participation.INFORMED: "informed",
}


SPEAKS = "speaks for them"
"""The part of a body that speaks for a group, which is no seat on another."""


def part(standing: Standing, status: Status) -> Part:
    """The part that a group takes in a body of some status; where the file is silent about a seat, it says so."""
    if standing.represents:
        return Part(SPEAKS, Amount.SEAT)
    if standing.has_seat:
        return Part(_seat(standing) + _status_words(standing.seats, status), Amount.SEAT)
    lesser = _LESSER.get(standing.level)
    if lesser is not None:
        best = standing.attends or standing.contacts or standing.consulted or standing.informed
        status_words = _status_words(best, status)
        rest = "; vacant seat" if standing.vacant else "; seat not stated"
        alone = standing.gap_is_stated and not standing.vacant
        return Part(f"{lesser} only{status_words}" if alone else f"{lesser}{status_words}{rest}", Amount.LESS)
    if standing.vacant:
        return Part(f"vacant seat{_status_words(standing.vacant, status)}", Amount.VACANT)
    if any(not seat.part.role.attends_only for seat in standing.unfilled):
        return Part("seat, its holder is not there", Amount.VACANT)
    if standing.gap_is_stated:
        return Part("no seat", Amount.NONE)
    return Part("contact vacant; seat not stated" if standing.vacant_contacts else "not stated", Amount.NOT_STATED)


def _status_words(evidence: Iterable[Presence[Statement]], status: Status) -> str:
    """How settled the best of it is, where that is less than the body itself."""
    statuses = {presence.status for presence in evidence}
    if statuses.intersection(_IN_PLACE) or status in statuses:
        return ""
    return f", {(Status.AGREED if Status.AGREED in statuses else Status.PROPOSED).words}"


def _seat(standing: Standing) -> str:
    if standing.level is Participation.CHAIR:
        chairs = [seat.part for seat in standing.seats if seat.part.role.chairs]
        chair = "chair" if any(seat.role is Role.CHAIR for seat in chairs) else "co-chair"
        return f"{chair}{_vote(standing)}"
    return f"seat{_vote(standing)}"


def _vote(standing: Standing) -> str:
    if standing.has_vote:
        return " with a vote"
    return " without a vote" if {seat.part.votes for seat in standing.seats} == {False} else "; vote not stated"


LEVEL_NOT_STATED = "level not stated"


class ParticipationRow(NamedTuple):
    """One body and one group of people: how the group takes part in the body."""

    body: str
    constituency: str
    part: Part
    scale: Participation
    """How much, on the scale of the model; NONE where the file is silent too: `part.amount` tells which."""


class ParticipationTable:
    """How each group of people takes part in each governance body, on one day and in one view."""

    def __init__(self, graph: GovernanceGraph) -> None:
        self.graph = graph

    @property
    def constituencies(self) -> tuple[str, ...]:
        """Ids of the groups that are asked about, in the order of their names."""
        return tuple(self.graph.constituencies)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Ids of the governance bodies: strategic ones first, those without a stated level last, then by name."""
        return tuple(sorted(self.graph.governance_bodies, key=lambda body: _height(self.graph.body(body).level)))

    def row(self, body: str, constituency: str) -> ParticipationRow:
        """How one group takes part in one body."""
        standing = self.graph.voice.standing(body, constituency)
        return ParticipationRow(body, constituency, part(standing, self.graph.status(body)), standing.level)

    def rows(self) -> Iterator[ParticipationRow]:
        """Every body with every group."""
        return (self.row(body, who) for body in self.bodies for who in self.constituencies)

    def level(self, body: str) -> str:
        """At which level a body works, in words."""
        return " and ".join(level.value for level in self.graph.body(body).level) or LEVEL_NOT_STATED

    @property
    def caption(self) -> str:
        """What the table shows, for its heading."""
        return f"Who takes part where, as of {day(self.graph.as_of)}"

    def to_frame(self, *, long: bool = False) -> "pd.DataFrame":
        """A table of pandas: a row for each body, a column for each group, in the words that papers use.

        `long=True` gives a row for each body and group, with the level of the body, how much it is (`amount`), and the
        place on the scale in words (`scale`) and as a number (`rank`: 0 for none, 7 for the chair). On the scale, what
        is not stated counts as none: `amount` tells the two apart. Needs the extra `notebook`.

        >>> import govgraph
        >>> text = "{constituencies: {parents: {name: Parent carers}}, bodies: {board: {name: The Board, kind: board}}}"
        >>> table = govgraph.participation(govgraph.read_text(text), as_of="2022-07-01")
        >>> table.to_frame().loc["The Board", "Parent carers"]
        'not stated'
        >>> table.to_frame(long=True)["amount"].to_list()
        ['not stated']
        """
        return display.frame(self, long=long)

    def __repr__(self) -> str:
        """The caption and the number of bodies, in angle brackets."""
        return f"<{self.caption}; bodies: {len(self.bodies)}>"

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        return display.html(self)


def _height(levels: tuple[Level, ...]) -> int:
    known = list(Level)
    return min((known.index(level) for level in levels), default=len(known))
