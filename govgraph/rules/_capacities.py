"""The capacities in which seats are held, in words: what rules on members and votes share."""

from collections.abc import Collection, Iterable, Sequence

from govgraph.findings import Bodies, Message, counted, say
from govgraph.findings.message import NOTHING
from govgraph.graph import GovernanceGraph, Presence, seat_count
from govgraph.language import listed
from govgraph.model import Capacity, Seat, Statement
from govgraph.model.capacities import nearest_capacities, parse_capacity
from govgraph.model.scalars import loose_name
from govgraph.rules._phrases import numbered

_MOST_TEXTS = 5
"""How many capacities in words of their own one sentence names."""
_ALIKE = 0.75
"""How like a capacity that rules know a text must be to be taken for it: a wrong guess would name another member."""


def who_may_be(body: Bodies, seats: Sequence[Presence[Seat]], perhaps: Collection[Capacity], what: str) -> Message:
    """That somebody sits on a body in a capacity that may include another; nothing where nobody does."""
    capacities = holders_text([seat for seat in seats if not seat.part.vacant], perhaps)
    if not capacities:
        return NOTHING
    fact = "Somebody sits on {body} as {capacities}, and may be {what}."
    return say(fact, body=body, capacities=capacities, what=what)


def unknown_capacities(graph: GovernanceGraph, body: str, seats: Iterable[Presence[Seat]]) -> Message:
    """Which of these seats state a capacity in words that rules do not know; nothing where none does."""
    unknown = [seat for seat in seats if any(parse_capacity(text) is None for text in seat.part.as_)]
    texts = list(dict.fromkeys(text for seat in unknown for text in seat.part.as_ if parse_capacity(text) is None))
    if not texts:
        return NOTHING
    shown = [f"“{text}”{_nearest_capacity(text)}" for text in texts[:_MOST_TEXTS]]
    return say(
        "{seats} on {body} [seats:has|have] a capacity that govgraph does not know: {texts}.",
        seats=counted(seat_count(unknown), "seat"),
        body=Bodies.of(graph, body),
        texts=listed(shown, len(texts)),
    )


def _nearest_capacity(text: str) -> str:
    near = [capacity for capacity in nearest_capacities(text, _ALIKE) if _begins_like(text, capacity)]
    return f" (write “{near[0].words.casefold()}”)" if near else ""


def _begins_like(text: str, capacity: Capacity) -> bool:
    """Whether a text begins like a name of the capacity, word by word.

    A word before it makes it another: `trust chief executive`, `deputy director of public health`.
    """
    words, names = loose_name(text).split(), (capacity.value, capacity.words, *capacity.other_words)
    return any(
        len(name) <= len(words) and all(map(_are_alike, words, name))
        for name in (loose_name(each).split() for each in names)
    )


def _are_alike(word: str, other: str) -> bool:
    from difflib import SequenceMatcher  # few files need it

    return SequenceMatcher(a=word, b=other).ratio() >= _ALIKE


def capacities_text(seats: Sequence[Presence[Seat]], wanted: Iterable[Capacity] = Capacity) -> str:
    """The capacities in which seats are held, in words, each once: `executive leader and executive member`."""
    held = {capacity for seat in seats for capacity in seat.part.capacities}.intersection(wanted)
    return listed([capacity.words for capacity in Capacity if capacity in held])


def holders_text(seats: Sequence[Presence[Seat]], wanted: Iterable[Capacity] = Capacity, last: str = "and") -> str:
    """Who holds seats, each capacity once: `an executive leader and an executive member`."""
    held = {capacity for seat in seats for capacity in seat.part.capacities}.intersection(wanted)
    return listed([capacity.holder for capacity in Capacity if capacity in held], last=last)


def capacity_parts(seats: Iterable[Presence[Statement]]) -> tuple[str, ...]:
    """In which capacity each of some seats is held, in words; of several alike each with its number."""
    held = (seat.part.capacities if isinstance(seat.part, Seat) else frozenset[Capacity]() for seat in seats)
    words = (" and ".join(each.words for each in Capacity if each in capacities) for capacities in held)
    return numbered(text or "in a capacity that is not stated" for text in words)
