"""Answers about entries that stand for several seats: how many there are, and which of them an answer names."""

from collections.abc import Iterable, Sequence

from govgraph.answers.draft import Draft, RefusedError
from govgraph.answers.seat_words import seat_text, seats_on
from govgraph.language import plural
from govgraph.model import Seat
from govgraph.model.numbers import parse_number


class Unnamed:
    """The seats on a body, as far as an answer that lists seats has not named them yet."""

    def __init__(self, stated: Iterable[tuple[int, Seat]]) -> None:
        self.seats = dict(stated)
        self._named: dict[int, int] = {}

    def name(self, number: int, count: int) -> int:
        """Name so many of the seats of an entry; return how many of them it has: any number, where that is open."""
        seat = self.seats[number]
        if seat.several:
            self._named[number] = self._named.get(number, 0) + count
            return count
        count = min(count, seat.count)
        if count == seat.count:
            del self.seats[number]
        else:
            self.seats[number] = seat.model_copy(update={"count": seat.count - count})
        return count

    @property
    def unnamed(self) -> list[Seat]:
        """The seats that the answer leaves out; who only attends may be left out."""
        left = (seat for number, seat in self.seats.items() if number not in self._named)
        return [seat for seat in left if not seat.role.attends_only]

    def record_numbers(self, draft: Draft, body: str) -> None:
        """State the number of seats of each entry that left it open; the answer lists all of them."""
        for number, count in self._named.items():
            _set(draft, body, number, count)


def numbers(draft: Draft, body: str, parts: Sequence[str]) -> None:
    """The number of seats of each entry that leaves it open, in the order of the file."""
    left_open = [number for number, seat in seats_on(draft, body) if seat.several and not seat.role.attends_only]
    if len(parts) != len(left_open):
        which = "; ".join(seat_text(draft, draft.structure.bodies[body].seats[number]) for number in left_open)
        raise RefusedError(f"Write {plural(len(left_open), 'number')}, one for each of these: {which}.")
    for number, part in zip(left_open, parts, strict=True):
        count = parse_number(part.rpartition(":")[2])
        if not count:
            raise RefusedError(f"“{part}” is not a number of seats. Write a whole number, such as 4.")
        _set(draft, body, number, count)


def _set(draft: Draft, body: str, number: int, count: int) -> None:
    draft.amend(body, "seats", number, "How many", count=count, several=False)
