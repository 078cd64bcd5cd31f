"""Who sits on a body, in which capacity, as far as the file states it."""

from typing import NamedTuple

from govgraph.graph.standing import Presence
from govgraph.model import Capacity, Seat


class Membership(NamedTuple):
    """The seats of one body at one date and in one view; who only attends holds none."""

    body: str
    seats: tuple[Presence[Seat], ...]
    """All seats, vacant ones too: a vacant seat is provided for."""
    complete: bool
    """Whether the list of seats is stated to be complete."""

    @property
    def filled(self) -> tuple[Presence[Seat], ...]:
        """The seats that are not stated to be vacant."""
        return tuple(seat for seat in self.seats if not seat.part.vacant)

    def holding(self, *capacities: Capacity) -> tuple[Presence[Seat], ...]:
        """The seats held in one of these capacities at least, vacant ones too."""
        wanted = set(capacities)
        return tuple(seat for seat in self.seats if wanted & seat.part.capacities)

    @property
    def open(self) -> tuple[Presence[Seat], ...]:
        """The seats that may be held in any capacity: none is stated, or one in words that rules do not know."""
        return tuple(seat for seat in self.seats if not seat.part.capacity_is_known)

    @property
    def is_all_told(self) -> bool:
        """Whether a capacity that no seat states is a fact: all seats are listed, each with its capacities."""
        return self.complete and not self.open

    @property
    def chairs(self) -> tuple[Presence[Seat], ...]:
        """The seats of those who chair it, vacant ones too."""
        return tuple(seat for seat in self.seats if seat.part.role.chairs)
