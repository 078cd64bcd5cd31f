"""A seat as an answer words it, and which seat of the file it may be: `two councillors (vote)`."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from govgraph.answers.draft import NOBODY, Draft, RefusedError
from govgraph.language import either_of, listed, number_words
from govgraph.model import Capacity, Role, Seat
from govgraph.model.capacities import parse_capacity, parse_plural
from govgraph.model.scalars import plain_name

IN_BRACKETS = re.compile(r"^(?P<who>.*?)\s*\((?P<words>[^()]*)\)$", re.DOTALL)
_COUNTED = re.compile(r"^(?P<number>\d{1,3}|[a-z]+)(?:\s*[x×]\s+|\s+)(?P<who>\S.*)$", re.IGNORECASE | re.DOTALL)
_TIMES = re.compile(r"^(?P<who>\S.*?)\s+(?:[x×]\s*(\d{1,3})|\((?:[x×]\s*)?(\d{1,3})\))$", re.IGNORECASE | re.DOTALL)
_NUMBERS = {number_words(number): number for number in range(1, 10)} | {"ten": 10, "eleven": 11, "twelve": 12}
_AND_OTHERS = re.compile(r"^(?P<seats>\S.*?),?\s+and (?:others|more)\.?$", re.IGNORECASE | re.DOTALL)
_COMMA = re.compile(r",(?![^()]*\))")
_MOST_SEATS = 200
_ROLES = {plain_name(words): role for role in Role for words in (role.words, *role.other_words)} | {
    "chairs": Role.CHAIR,
    "advises": Role.ADVISER,
}
QUALITIES: dict[str, dict[str, Any]] = {
    **{words: {"role": role} for words, role in _ROLES.items()},
    **{words: {"votes": True} for words in ("vote", "votes", "voting", "with a vote", "with vote")},
    **{words: {"votes": False} for words in ("no vote", "non-voting", "without a vote", "without vote")},
    "vacant": {"vacant": True},
    "independent": {"independent": True},
    "not independent": {"independent": False},
}
"""What may be written in brackets after a seat."""
_OF_PEOPLE = {Capacity.PARENT_CARER, Capacity.YOUNG_PERSON}


class SeatWords(NamedTuple):
    """A seat as an answer words it."""

    text: str
    who: dict[str, Any]
    """For whom it is held: a group (`on_behalf_of`), a body (`holder`) or a capacity (`as_`)."""
    qualities: dict[str, Any]
    number: int = 1

    @property
    def role(self) -> Role:
        """The role that is written, or that of a member."""
        return Role(self.qualities.get("role", Role.MEMBER))


def split_seats(draft: Draft, parts: Sequence[str]) -> list[str]:
    """The seats of a list, which may be parted by commas where all of them are known, and end with `and others`."""
    found: list[str] = []
    for part in parts:
        match = None if _is_known(draft, part) else _AND_OTHERS.match(part)
        text = match["seats"] if match else part
        pieces = [piece.strip() for piece in _COMMA.split(text)]
        if len(pieces) > 1 and not _is_known(draft, text):
            unknown = [piece for piece in pieces if not _is_known(draft, piece)]
            if unknown:
                raise RefusedError(
                    f"“{text}” may be one seat or several: write “;” between seats, and no comma in one."
                )
            found += pieces
        else:
            found.append(text)
        found += ["and others"] if match else []
    return found


def _is_known(draft: Draft, text: str) -> bool:
    """Whether words are those of a body, a group of people or a capacity, with whatever is in brackets after them."""
    match = IN_BRACKETS.match(text)
    names = [text, *([match["who"]] if match else [])]
    sections = ("bodies", "constituencies")
    known = any(draft.find(section, name) is not None for section in sections for name in names)
    return known or any(parse_capacity(name) is not None for name in names)


def seat_words(draft: Draft, part: str, *, several: bool = False) -> SeatWords:
    """A seat as it is worded: `two councillors (vote)`, `Parent carers (chair, vote)`.

    With `several`, a plural may stand without a number: all councillors.
    """
    who = part
    qualities: dict[str, Any] = {}
    match = IN_BRACKETS.match(part)
    if match is not None and draft.find("bodies", part) is None and draft.find("constituencies", part) is None:
        words = [plain_name(word) for word in match["words"].split(",")]
        unknown = [word for word in words if word not in QUALITIES]
        if len(unknown) < len(words):
            who = match["who"]
            for word in words:
                qualities |= QUALITIES.get(word, {})
        if 0 < len(unknown) < len(words):
            known = either_of([f"“{word}”" for word in ("chair", "vote", "no vote", "vacant", "attends")])
            raise RefusedError(f"“{unknown[0]}” in brackets is not understood: write {known}.")
    if not who.strip() or plain_name(who) in NOBODY:
        raise RefusedError(f"“{part}” does not say who sits there.")
    is_name = any(draft.find(section, who) is not None for section in ("bodies", "constituencies"))
    times = None if is_name else _TIMES.match(who)
    if times is not None:  # `councillors x 2`, `councillors (2)`
        who = f"{times[2] or times[3]} {times['who']}"
    counted = _COUNTED.match(who)
    if counted and counted["number"].isdigit() and not int(counted["number"]):
        raise RefusedError(f"“{part}” does not say who sits there.")
    number = int(counted["number"]) if counted and counted["number"].isdigit() else 0
    number = number or _NUMBERS.get(counted["number"].casefold(), 0) if counted else 0
    if counted and number and not is_name:
        if number > _MOST_SEATS:
            raise RefusedError(f"{number} seats are too many: the most is {_MOST_SEATS}.")
        return SeatWords(part, _holder(draft, counted["who"], several=number > 1), qualities, number)
    return SeatWords(part, _holder(draft, who, several=several), qualities)


def _holder(draft: Draft, text: str, *, several: bool) -> dict[str, Any]:
    """For whom a seat is held: a group of people, a body, or a capacity, in words that rules know or in others."""
    for name in (text, f"{text}s"):
        group = draft.find("constituencies", name)
        if group is not None:
            return {"on_behalf_of": group}
    body = draft.find("bodies", text)
    if body is not None:
        return {"holder": body}
    capacity = parse_capacity(text) or (parse_plural(text) if several else None)
    if capacity is not None:
        return {"as_": [capacity.value]}
    draft.assert_no_slip(text)
    if parse_plural(text) is not None:
        raise RefusedError(f"“{text}” may be any number of seats. Write how many, as in “two councillors”.")
    return {"as_": [text]}


def may_be(draft: Draft, seat: Seat, item: SeatWords) -> bool:
    """Whether a seat of the file may be the one that an answer names: nothing that it states is against it."""
    if seat.role.attends_only is not item.role.attends_only:
        return False
    for name, value in item.qualities.items():
        is_stated = name in seat.model_fields_set and getattr(seat, name) is not None
        if is_stated and getattr(seat, name) != value:
            return False
    return not has_identity(seat) or is_held_so(draft, seat, item.who)


def is_held_so(draft: Draft, seat: Seat, who: dict[str, Any]) -> bool:
    """Whether a seat is held for the group, by the body or in the capacity."""
    group = who.get("on_behalf_of")
    if group is not None:
        spoken_for = draft.spoken_for(seat)
        return group in spoken_for or (not spoken_for and bool(_OF_PEOPLE & seat.capacities))
    if "holder" in who:
        return seat.holder is not None and seat.holder == str(who["holder"])
    words = str(who["as_"][0])
    capacity = parse_capacity(words)
    return capacity in seat.capacities or plain_name(words) in map(plain_name, seat.as_)


def has_identity(seat: Seat) -> bool:
    """Whether a seat says whose it is."""
    return bool(seat.on_behalf_of or seat.holder or seat.as_ or seat.person)


def seats_on(draft: Draft, body: str) -> list[tuple[int, Seat]]:
    """The seats and attendees on a body that are there on the day, with their numbers; those just added too."""
    old = draft.original.bodies[body].seats
    if body in draft.graph.bodies:
        there = {seat.number for seat in draft.graph.voice.members_and_attendees(body)}
    else:
        there = set(range(len(old)))
    seats = enumerate(draft.structure.bodies[body].seats)
    return [(number, seat) for number, seat in seats if number in there or number >= len(old)]


def seat_text(draft: Draft, seat: Seat) -> str:
    """A seat as an answer would word it: `councillor (chair)`."""
    if seat.on_behalf_of is not None:
        who = draft.structure.constituencies[seat.on_behalf_of].name
    elif seat.holder is not None:
        who = draft.name(seat.holder)
    else:
        known = [capacity.words for capacity in (parse_capacity(text) for text in seat.as_) if capacity is not None]
        who = listed(known or seat.as_) or "a seat that does not say whose it is"
    details = [seat.role.words] if seat.role is not Role.MEMBER else []
    details += {True: ["vote"], False: ["no vote"], None: []}[seat.votes]
    return f"{who} ({', '.join(details)})" if details else who
